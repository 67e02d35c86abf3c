"""JSON Schemas (2020-12) for editors' programs: what may stand in a record, what it means, and the ids that are there.

They help while typing and refuse less than a check does: an id that is new, and a number where a text is wanted, pass.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from builder.editing.formatting import order_of
from builder.load.content import CONTENT
from builder.model.base import Model, RefersTo
from builder.model.dossier import Dossier
from builder.model.helplines import help_lines
from builder.model.kinds import RECORD_KINDS
from builder.model.walk import declared_fields, models_within
from builder.paths import id_fault

SCHEMAS: Final = ".dossier/schema"
"""Where they are kept, from the dossier's root; an editor's program is told of it in its settings."""
SETTINGS: Final = ".vscode/settings.json"
_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_MOST_IDS: Final = 5_000
"""Ids of one kind that are proposed: a program reads the whole list at every key that is pressed."""

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Ids = Mapping[str, tuple[str, ...]]
"""The ids of each kind of record."""


def schema_files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the path of each schema, from the root, and what it holds: one a kind whose records are YAML alone."""
    ids = _ids(root)
    models: dict[str, type[Model]] = {"dossier": Dossier}
    models |= {name: kind.model for name, kind in RECORD_KINDS.items() if kind.suffix == ".yaml"}
    for name, model in models.items():
        schema = record_schema(name, model, ids)
        yield f"{SCHEMAS}/{name}.json", (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def settings_file() -> bytes:
    """Return settings of Visual Studio Code: which schema goes with which files, and how these are written."""
    bound = {f"{SCHEMAS}/dossier.json": f"{CONTENT}/dossier.yaml"}
    for name, kind in RECORD_KINDS.items():
        if kind.suffix == ".yaml":
            bound[f"{SCHEMAS}/{name}.json"] = f"{CONTENT}/{kind.plural}/*.yaml"
    settings = {"yaml.schemas": bound, "files.encoding": "utf8", "files.eol": "\n"}
    return (json.dumps(settings, indent=2) + "\n").encode()


def record_schema(name: str, model: type[Model], ids: Ids) -> dict[str, Json]:
    """Return the schema of one kind of record; `ids` are proposed where they may stand."""
    made: dict[str, Json] = model.model_json_schema()
    definitions = made.pop("$defs", {})
    assert isinstance(definitions, dict)
    by_name = {each.__name__: each for each in models_within([model])}
    whole = _of_model(made, model, ids)
    parts: dict[str, Json] = {
        key: _of_model(part, by_name[key], ids) if key in by_name else _plainer(part)
        for key, part in definitions.items()
    }
    return {"$schema": _DRAFT, **whole, "title": name, **({"$defs": parts} if parts else {})}


def _ids(root: Path) -> Ids:
    """Return the ids by the names of files, so that a record with a mistake is proposed too."""
    found: dict[str, tuple[str, ...]] = {}
    for name, kind in RECORD_KINDS.items():
        files = sorted((root / CONTENT / kind.plural).glob(f"*{kind.suffix}"))
        stems = (file.name.removesuffix(kind.suffix) for file in files)
        found[name] = tuple(stem for stem in stems if id_fault(stem) is None)[:_MOST_IDS]
    return found


def _of_model(schema: Json, model: type[BaseModel], ids: Ids) -> dict[str, Json]:
    """Return the schema of a value with its keys in order, each with its line of help, ids proposed."""
    assert isinstance(schema, dict)
    short_form = schema.get("anyOf")
    if isinstance(short_form, list):  # a text alone, or the long form
        key = str(getattr(model, "SHORT_FORM", ""))
        long_form = _of_model(short_form[1], model, ids)
        properties = long_form["properties"]
        text = properties.get(key, {}) if isinstance(properties, dict) else {}
        return {"anyOf": [text, long_form]}
    written = schema.get("properties")
    if not isinstance(written, dict):
        return _plainer(schema)
    helped = help_lines(model) if issubclass(model, Model) else {}
    made: dict[str, Json] = {}
    for field in declared_fields(model):
        if field.info.exclude or field.key not in written:
            continue
        marker = next((part for part in field.parts if isinstance(part, RefersTo)), None)
        known = [each for kind in marker.kinds for each in ids.get(kind, ())] if marker else []
        value = _plainer(written[field.key], known)
        words = helped.get(field.name)
        made[field.key] = {**value, "description": words} if words else value
    order = order_of(model)
    required = schema.get("required")
    return {
        "type": "object",
        "properties": {key: made[key] for key in order if key in made},
        "additionalProperties": False,
        **({"required": required} if isinstance(required, list) and required else {}),
    }


def _plainer(schema: Json, known: list[str] | None = None) -> dict[str, Json]:
    """Return a schema without `null`, which no editor writes; texts may look like numbers, and ids are proposed."""
    assert isinstance(schema, dict)
    ways = schema.get("anyOf")
    if isinstance(ways, list):
        written = [_plainer(way, known) for way in ways if way != {"type": "null"}]
        return written[0] if len(written) == 1 else {"anyOf": list[Json](written)}
    kept = {key: value for key, value in schema.items() if key not in ("default", "title", "description")}
    for key in ("items", "additionalProperties"):
        if isinstance(kept.get(key), dict):
            kept[key] = _plainer(kept[key], known)
    choices = kept.get("enum")
    if isinstance(choices, list):
        numbers = [int(each) for each in choices if isinstance(each, str) and each.isdigit()]
        return {"enum": [*choices, *numbers]}
    if kept.get("type") == "string":
        kept["type"] = ["string", "number"]
        return {"anyOf": [{"enum": list[Json](known)}, kept]} if known else kept
    return kept
