"""What a document is: an address and what stands there, told once; JSON, CSV, schema and menu follow from it.

Objects are closed: what no field tells of is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin
from xml.etree.ElementTree import Element

from msgspec import NODEFAULT, Struct

from builder.blocks import Rows
from builder.model.article import SeedFile, Title
from builder.model.base import Model, Record
from builder.model.dossier import Dossier
from builder.model.edtf import Edtf
from builder.model.helplines import help_lines
from builder.model.walk import declared_fields
from builder.pages.documents.computed import COMPUTED
from builder.pages.documents.published import ADDED, HIDDEN, UNPUBLISHED, DocumentHead, RecordHead, StoredText
from builder.pages.documents.rows import Json, JsonObject, RowField, fields_of, told, told_object
from builder.pages.documents.tables import Cells, Table
from builder.pages.kinds import Context
from builder.paths import SitePath
from builder.text import Span
from builder.wording import marked, say

DATA = "data/"
SCHEMAS = "schemas/"

Statement = tuple[str, Iterable[tuple[object, ...]] | None]
"""A statement in SQL, with the rows that it is to be carried out for, if there are such."""
SignedRow = tuple[int, tuple[str, ...]]
"""How many letters a claim has, and the name of a sign for each text."""
Document = (
    Json
    | tuple[SignedRow, ...]
    | Iterator[Cells | Rows[Cells]]
    | Iterator[Statement]
    | Element
    | str
    | Rows[str]
)
"""What a document holds before it is serialised; an iterator is passed on piece by piece and never held."""


class Section(StrEnum):
    """Where on the Data page a document is listed."""

    WHOLE = "whole"
    BIBLIOGRAPHY = "bibliography"
    FEEDS = "feeds"
    TERMS = "terms"


class Entry(Struct, frozen=True):
    """A line of the Data page."""

    section: Section
    label: str
    about: str


Listed = Callable[[Context], Entry]
"""What the Data page says of a document."""


def listed(section: Section, label: str, about: str) -> Listed:
    """Return what makes a line that is the same for every dossier, of words that are marked for the catalogue."""
    return lambda _context: Entry(section, say(label), say(about))


class DocumentKind(Struct, frozen=True):
    """A file for machines. `entry` is its line on the Data page, if it has one; `absolute` needs the site's address,
    and what `is_asked_for` is made for those who ask.
    """

    path: SitePath
    make: Callable[[Context], Document]
    entry: Listed | None = None
    absolute: bool = False
    is_asked_for: bool = False


class Part(Struct, frozen=True):
    """A part of a JSON document: its key, its type, `Iterator[…]` for a list, and how it is made."""

    name: str
    type: object
    make: Callable[[Context], object]


class DataKind(Struct, frozen=True):
    """A document of the data: `data/<name>.json`, its schema, its table if it has one, its lines on the Data page.

    `about` tells of the table where there is one, and `other` of the JSON beside it. Title and both are marked for the
    catalogue; the schema has the title as it is.
    """

    name: str
    title: str
    parts: tuple[Part, ...]
    about: str = ""
    other: str = marked("the same")
    table: Table | None = None
    is_listed: bool = True
    """Whether the Data page lists it by itself; the records of a kind have a table of their own there."""

    @property
    def path(self) -> SitePath:
        """Where its JSON is."""
        return SitePath(f"{DATA}{self.name}.json")

    @property
    def table_path(self) -> SitePath:
        """Where its table is, if it has one."""
        return SitePath(f"{DATA}{self.name}.csv")

    @property
    def schema_path(self) -> SitePath:
        """Where its schema is."""
        return SitePath(f"{DATA}{SCHEMAS}{self.name}.schema.json")

    def files(self) -> Iterator[DocumentKind]:
        """Yield its table, its JSON and its schema."""
        if self.table is not None:
            yield DocumentKind(self.table_path, self.table.cells, self._listed("CSV", self.about))
        about = self.about if self.table is None else self.other
        yield DocumentKind(self.path, self.json, self._listed("JSON", about))
        yield DocumentKind(self.schema_path, lambda _context: self.schema())

    def _listed(self, form: str, about: str) -> Listed | None:
        if not self.is_listed:
            return None
        return lambda _context: Entry(
            Section.WHOLE, say("{title} ({format})", title=say(self.title), format=form), say(about)
        )

    def json(self, context: Context) -> JsonObject:
        """Return whose data it is, as of when and under which terms, then its parts."""
        dossier, terms = context.library.dossier, context.library.dossier.licence
        head = DocumentHead(
            schema=f"{SCHEMAS}{self.name}.schema.json",
            dossier=dossier.title,
            as_of=dossier.as_of.text if dossier.as_of else None,
            licence=(terms.url or terms.name) if terms else None,
        )
        return told_object(head) | {part.name: told(part.make(context)) for part in self.parts}

    def schema(self) -> JsonObject:
        """Return the schema of its JSON."""
        return published_schema(self.title, {part.name: part.type for part in self.parts})


def schema_file(name: str, title: str, hint: object) -> DocumentKind:
    """Return the schema of a document that begins as a format of others wants it."""
    path = SitePath(f"{DATA}{SCHEMAS}{name}.schema.json")
    return DocumentKind(path, lambda _context: schema_of(title, hint))


DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: JsonObject = {"type": "string"}
RANGE: JsonObject = {
    "description": "First code point and the one after the last, in the stored text.",
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
}


def published_schema(title: str, parts: Mapping[str, object]) -> JsonObject:
    """Return the schema of a document that begins as all do and has these parts, by key and type."""
    definitions: JsonObject = {}
    schema = _object(DocumentHead, definitions)
    added: JsonObject = {name: _value(hint, definitions) for name, hint in parts.items()}
    properties, required = schema["properties"], schema["required"]
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    return _whole(title, closed_object({**properties, **added}, [*required, *added]), definitions)


def schema_of(title: str, hint: object) -> JsonObject:
    """Return the schema of a document that is one value."""
    definitions: JsonObject = {}
    return _whole(title, _value(hint, definitions), definitions)


def _whole(title: str, schema: JsonObject, definitions: JsonObject) -> JsonObject:
    return {"$schema": DRAFT, "title": title, **schema, **({"$defs": definitions} if definitions else {})}


def closed_object(properties: JsonObject, required: Iterable[Json]) -> JsonObject:
    """Return the schema of an object with these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [*required],
        "additionalProperties": False,
    }


def _value(hint: object, definitions: JsonObject) -> JsonObject:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        given = next((each for each in inner[1:] if isinstance(each, dict)), None)
        return given if given is not None else _value(inner[0], definitions)
    if origin in (Union, UnionType):
        return _union(inner, definitions)
    if origin in (tuple, Iterator):
        return {"type": "array", "items": _value(inner[0], definitions)}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _value(inner[1], definitions)}
    if isinstance(hint, type):
        return _type(hint, definitions)
    return TEXT  # the distinct types of ids are texts


def _union(inner: tuple[object, ...], definitions: JsonObject) -> JsonObject:
    (some,) = (each for each in inner if each is not NoneType)
    schema = _value(some, definitions)
    if "enum" in schema:
        return {"enum": [*_list(schema["enum"]), None]}
    return {**schema, "type": [schema["type"], "null"]}


def _list(value: Json) -> list[Json]:
    assert isinstance(value, list)
    return value


def _type(hint: type, definitions: JsonObject) -> JsonObject:
    if issubclass(hint, Span):
        return RANGE
    if issubclass(hint, Title):
        return TEXT
    if issubclass(hint, SeedFile):
        return _type(StoredText, definitions)
    if issubclass(hint, Model) or (issubclass(hint, Struct) and not issubclass(hint, Edtf)):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}  # an origin holds origins: it must not be entered again
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if issubclass(hint, StrEnum):
        return {"enum": [member.value for member in hint]}
    if issubclass(hint, Edtf):
        return {**TEXT, "description": "A date in EDTF (ISO 8601-2), levels 0 to 2 in part."}
    if issubclass(hint, bool):
        return {"type": "boolean"}
    if issubclass(hint, int):
        return {"type": "integer", "minimum": 0}
    return {"type": "number"} if issubclass(hint, float) else TEXT


def _object(hint: type, definitions: JsonObject) -> JsonObject:
    if not issubclass(hint, Model):
        required = [each.key for each in fields_of(hint) if each.default is NODEFAULT]
        return closed_object(_properties(hint, definitions), required)  # its docstring is not there under -OO
    properties: JsonObject = {}
    required = []
    help_of = help_lines(hint)
    for field in declared_fields(hint):
        if field.name not in UNPUBLISHED | HIDDEN.get(hint, frozenset()):
            value = _value(_told(field.info.annotation), definitions)
            properties[field.key] = _described(help_of.get(field.name), value)
            required += [field.key] if field.info.is_required() else []
    added = [_properties(row, definitions) for kind, row in ADDED.items() if issubclass(hint, kind)]
    for more in added:
        properties.update(more)
    if issubclass(hint, Record) and hint is not Dossier:
        properties = {**_properties(RecordHead, definitions), **properties}
        required.append("id")
    if hint in COMPUTED:
        properties["computed"] = _value(COMPUTED[hint].type, definitions)
        required.append("computed")
    return closed_object(properties, required)


def _properties(row: type, definitions: JsonObject) -> JsonObject:
    return {each.key: _property(each, definitions) for each in fields_of(row)}


def _property(field: RowField, definitions: JsonObject) -> JsonObject:
    hint = field.hint if field.default is NODEFAULT else _told(field.hint)
    return _described(field.help, _value(hint, definitions))


def _told(hint: object) -> object:
    """The type of what is left out where it is None."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return Annotated[(_told(inner[0]), *inner[1:])]
    return next(each for each in inner if each is not NoneType) if origin in (Union, UnionType) else hint


def _described(words: str | None, schema: JsonObject) -> JsonObject:
    return {**schema, "description": words} if words else schema
