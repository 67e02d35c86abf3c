"""JSON Schemas of published records, made from the editorial models so that both say the same."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin

from builder.model.article import Article, SeedFile, Title, Version
from builder.model.assessment import Assessment
from builder.model.base import Model, Record
from builder.model.dates import DateStatement
from builder.model.edtf import Edtf
from builder.model.marks import EFFECTS, LengthClass, Mark
from builder.model.quotes import Passage, Quoted
from builder.pages.documents.kinds import Json, JsonObject
from builder.pages.documents.published import UNPUBLISHED

RANGE: JsonObject = {
    "description": "First code point and the one after the last, in the stored text; null where no text is kept.",
    "type": ["array", "null"],
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
}
TEXT: JsonObject = {"type": "string"}
TITLE_FACTS: JsonObject = {
    "title_lang": {"description": "The language of the title, where it is written down.", "type": "string"},
    "title_by_editors": {"description": "The title is no headline of the text.", "const": True},
}
COUNT: JsonObject = {"type": "integer", "minimum": 0}
DAY: JsonObject = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
QUOTE: JsonObject = {
    "description": "Words of a text and where they stand. The words are absent where they may not be published.",
    "type": "object",
    "properties": {
        "exact": TEXT,
        "range": RANGE,
        "paragraph": {"type": "integer", "minimum": 1},
        "anchor": {"type": "string", "pattern": "^q-[0-9a-f]{8}$"},
        "page": TEXT,
    },
    "additionalProperties": False,
}
DIGEST: JsonObject = {
    "file": TEXT,
    "redacted": {
        "description": "Whether words were taken out; digest, size and ranges are those of the text without them.",
        "type": "boolean",
    },
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "bytes": COUNT,
    "characters": COUNT,
}
STORED_TEXT: JsonObject = {
    "description": "The stored text and the ranges of it that are published.",
    "type": "object",
    "properties": {
        **DIGEST,
        "publish": {"enum": ["full", "excerpt", "link"]},
        "published": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"range": RANGE, "text": TEXT},
                "required": ["range", "text"],
                "additionalProperties": False,
            },
        },
    },
    "required": [],
    "additionalProperties": False,
}
REDACTIONS: JsonObject = {
    "description": "For redacted words: each place where the sign stands for them, and their length as a class.",
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"range": RANGE, "length": {"enum": [each.value for each in LengthClass]}},
        "required": ["range"],
        "additionalProperties": False,
    },
}


def record_schema(model: type[Record], definitions: JsonObject) -> JsonObject:
    """Return the schema of a published record; models inside it are added to `definitions` by name."""
    schema = _object(model, definitions)
    properties, required = parts_of(schema)
    titled = TITLE_FACTS if issubclass(model, Article) else {}
    schema["properties"] = {"id": TEXT, "page": TEXT, **properties, **titled}
    schema["required"] = ["id", *required]
    return schema


def _object(model: type[Model], definitions: JsonObject, without: frozenset[str] = frozenset()) -> JsonObject:
    properties: JsonObject = {}
    required: list[Json] = []
    for name, info in model.model_fields.items():
        if name in without | UNPUBLISHED:
            continue
        described: JsonObject = {"description": info.description} if info.description else {}
        key = info.alias or name
        properties[key] = {**described, **_value(info.annotation, definitions)}
        if info.is_required():
            required.append(key)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def parts_of(schema: JsonObject) -> tuple[JsonObject, list[Json]]:
    """Return the properties of an object's schema, and the names of those that are required."""
    properties, required = schema["properties"], schema["required"]
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    return properties, required


def _value(hint: object, definitions: JsonObject) -> JsonObject:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _value(inner[0], definitions)
    if origin in (Union, UnionType):
        return _value(next(each for each in inner if each is not NoneType), definitions)
    if origin is tuple:
        return {"type": "array", "items": _value(inner[0], definitions)}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _value(inner[1], definitions)}
    if isinstance(hint, type):
        return _type(hint, definitions)
    return TEXT  # the distinct types of ids are texts


def _type(hint: type, definitions: JsonObject) -> JsonObject:
    if issubclass(hint, Title):
        return TEXT
    if issubclass(hint, Model):
        _define(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if issubclass(hint, StrEnum):
        return {"enum": [member.value for member in hint]}
    if issubclass(hint, Edtf):
        return {"type": "string", "description": "A date in EDTF (ISO 8601-2), levels 0 to 2 in part."}
    if issubclass(hint, bool):
        return {"type": "boolean"}
    return {"type": "integer"} if issubclass(hint, int) else TEXT


def _define(model: type[Model], definitions: JsonObject) -> None:
    if model.__name__ in definitions:
        return
    definitions[model.__name__] = {}  # an origin holds origins: it must not be entered again
    hidden = frozenset({"file", "sha256"}) if issubclass(model, Version) else frozenset[str]()
    schema = STORED_TEXT if issubclass(model, SeedFile) else _object(model, definitions, hidden)
    definitions[model.__name__] = _as_published(model, schema)


def _as_published(model: type[Model], schema: JsonObject) -> JsonObject:
    """Change what `published` writes in another form than the model."""
    properties, _ = parts_of(schema)
    if issubclass(model, Quoted):
        properties = {"article": TEXT, **properties, "quote": QUOTE}
    elif issubclass(model, Mark):
        effects: list[Json] = [*sorted({effect.value for effect in EFFECTS.values()})]
        properties = {**properties, "effect": {"enum": effects}, "range": RANGE, "places": REDACTIONS}
    elif issubclass(model, Passage):
        properties = {**properties, "range": RANGE}
    elif issubclass(model, Version):
        properties = {**properties, "shown": {"type": "boolean"}, **DIGEST}
    elif issubclass(model, Assessment):
        properties = {**properties, "words": {**TEXT, "description": "Our grade in words: `improbable`."}}
    elif issubclass(model, DateStatement):
        properties = {**properties, "earliest": DAY, "latest": DAY}
    return {**schema, "properties": properties}
