"""The JSON Schema (draft 2020-12) of every JSON document, published beside the data."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from builder.analysis.claimfindings import CellKind, IndependenceStatus, Rung
from builder.analysis.findings import StepKind, StepPlace
from builder.model.article import Relation
from builder.model.claim import ClaimKind, Reading, Stance
from builder.model.dates import DateBasis
from builder.model.dossier import Dossier
from builder.model.library import RECORD_KINDS
from builder.pages.documents.kinds import DocumentKind, Json, JsonObject, schema_path
from builder.pages.documents.modelschema import COUNT, QUOTE, TEXT, parts_of, record_schema
from builder.pages.kinds import Context

DRAFT = "https://json-schema.org/draft/2020-12/schema"
BOOLEAN: JsonObject = {"type": "boolean"}
TEXTS: JsonObject = {"type": "array", "items": TEXT}


def _enum(*values: str) -> JsonObject:
    return {"enum": list(values)}


def _list(items: JsonObject) -> JsonObject:
    return {"type": "array", "items": items}


def _object(properties: JsonObject, *optional: str) -> JsonObject:
    """An object with these properties and no others; all are required but those named."""
    required: list[Json] = [key for key in properties if key not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


STANCES = _enum(*(stance.value for stance in Stance))
READINGS = _enum(*(reading.value for reading in Reading))
CELLS = _enum(*(kind.value for kind in CellKind))
RECORD = _object({"kind": TEXT, "id": TEXT, "name": TEXT})
ORIGIN = _object({"kind": TEXT, "id": TEXT, "name": TEXT, "what": TEXT}, "kind", "id", "name", "what")
CLAIM_COMPUTED = _object(
    {
        "reading": {"enum": [*(reading.value for reading in Reading), None]},
        "appearances": _list(
            _object(
                {
                    "index": COUNT,
                    "article": TEXT,
                    "stance": STANCES,
                    "counts": BOOLEAN,
                    "rung": _enum(*(rung.name.lower().replace("_", "-") for rung in Rung)),
                    "hardens": BOOLEAN,
                    "origin": ORIGIN,
                },
                "rung",
                "origin",
            )
        ),
        "origins": _object({"articles": TEXTS, "named": _list(ORIGIN), "described": TEXTS, "without": TEXTS}),
        "support": _list(
            _object(
                {
                    "position": {"type": ["string", "null"]},
                    "articles": TEXTS,
                    "independence": _enum(*(status.value for status in IndependenceStatus)),
                }
            )
        ),
        "cells": _list(
            _object(
                {"article": TEXT, "state": CELLS, "appearances": _list(COUNT), "hardens": BOOLEAN},
                "appearances",
                "hardens",
            )
        ),
    }
)
ARTICLE_COMPUTED = _object({"claims": TEXTS, "silent": TEXTS, "not_applicable": TEXTS, "names": TEXTS})
COMPUTED: dict[str, JsonObject] = {"claim": CLAIM_COMPUTED, "article": ARTICLE_COMPUTED}
COUNTS: JsonObject = {"type": "object", "additionalProperties": COUNT}
NAMING = _list(
    _object(
        {
            "entity": TEXT,
            "name": TEXT,
            "rows": _list(_object({"names": TEXTS, "counts": COUNTS, "folded": COUNTS})),
        }
    )
)
STEP = _object(
    {
        "index": COUNT,
        "parent": {"type": ["integer", "null"], "minimum": 0},
        "depth": COUNT,
        "kind": _enum(*(kind.value for kind in StepKind)),
        "place": _enum(*(place.value for place in StepPlace)),
        "record": RECORD,
        "what": TEXT,
        "agent": _object({"role": TEXT, "name": TEXT}),
        "relation": _enum(*(relation.value for relation in Relation)),
        "basis": _enum(*(basis.value for basis in DateBasis)),
        "written_in": TEXT,
        "cue": _object({"article": TEXT, "quote": QUOTE}),
        "note": TEXT,
    },
    *("record", "what", "agent", "relation", "basis", "written_in", "cue", "note"),
)
PROVENANCE = _list(_object({"article": TEXT, "steps": _list(STEP)}))
APPEARANCE: JsonObject = {
    "claim": TEXT,
    "claim_number": TEXT,
    "statement": TEXT,
    "claim_kind": _enum(*(kind.value for kind in ClaimKind)),
    "reading": READINGS,
    "disagreement": TEXT,
    "claim_page": TEXT,
    "article": TEXT,
    "siglum": TEXT,
    "outlet": TEXT,
    "outlet_name": TEXT,
    "published": TEXT,
    "stance": STANCES,
    "position": TEXT,
    "position_label": TEXT,
    "attributed_to": TEXT,
    "attributed_to_name": TEXT,
    "hedge": TEXT,
    "hardens": BOOLEAN,
    "note": TEXT,
    "quote": TEXT,
    "start": COUNT,
    "end": COUNT,
    "paragraph": COUNT,
    "checked_by": TEXT,
    "address": TEXT,
}
OPTIONAL_IN_APPEARANCE = (
    *("claim_number", "reading", "disagreement", "siglum", "position", "position_label", "attributed_to"),
    *("attributed_to_name", "hedge", "note", "quote", "start", "end", "paragraph", "checked_by"),
)
CELL: JsonObject = {
    "claim": TEXT,
    "claim_number": TEXT,
    "article": TEXT,
    "siglum": TEXT,
    "state": CELLS,
    "stances": TEXT,
    "hardens": BOOLEAN,
}
CSL_NAMES = _list(_object({"literal": TEXT}))
CSL_ITEM = _object(
    {
        "id": TEXT,
        "type": TEXT,
        "title": TEXT,
        "container-title": TEXT,
        "author": CSL_NAMES,
        "translator": CSL_NAMES,
        "issued": _object({"date-parts": _list(_list({"type": "integer"})), "circa": BOOLEAN}, "circa"),
        "URL": TEXT,
        "archive_location": TEXT,
        "language": TEXT,
        "abstract": TEXT,
        "note": TEXT,
    },
    *("author", "translator", "URL", "archive_location", "language", "abstract"),
)
NAMES = _list(_object({"name": TEXT}))
FEED_ITEM = _object(
    {
        "id": TEXT,
        "url": TEXT,
        "title": TEXT,
        "content_text": TEXT,
        "date_published": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z$"},
        "authors": NAMES,
        "tags": TEXTS,
        "language": TEXT,
    },
    *("authors", "tags", "language"),
)


def _records(kind: str, definitions: JsonObject) -> JsonObject:
    schema = record_schema(RECORD_KINDS[kind][0], definitions)
    if kind in COMPUTED:
        properties, required = parts_of(schema)
        properties["computed"] = COMPUTED[kind]
        required.append("computed")
    return _list(schema)


def _document(
    name: str, title: str, contents: JsonObject, definitions: JsonObject | None = None
) -> JsonObject:
    """A document that begins as `records.envelope` does."""
    head: JsonObject = {"$schema": TEXT, "dossier": TEXT, "as_of": TEXT, "licence": TEXT}
    return {
        "$schema": DRAFT,
        "title": title,
        **_object({**head, **contents}, "as_of", "licence"),
        **({"$defs": definitions} if definitions else {}),
    }


def _of_kind(kind: str) -> JsonObject:
    folder = RECORD_KINDS[kind][1]
    definitions: JsonObject = {}
    return _document(folder, f"All {folder} of a dossier", {folder: _records(kind, definitions)}, definitions)


def _dossier() -> JsonObject:
    definitions: JsonObject = {}
    settings = record_schema(Dossier, definitions)
    properties, required = parts_of(settings)
    settings["properties"] = {key: value for key, value in properties.items() if key not in ("id", "page")}
    settings["required"] = [key for key in required if key != "id"]
    contents: JsonObject = {"settings": settings}
    contents.update({folder: _records(kind, definitions) for kind, (_, folder) in RECORD_KINDS.items()})
    contents.update({"naming": NAMING, "provenance": PROVENANCE})
    return _document("dossier", "A dossier with all its records", contents, definitions)


def _feed() -> JsonObject:
    contents: JsonObject = {"version": TEXT, "title": TEXT, "description": TEXT, "home_page_url": TEXT}
    contents.update({"feed_url": TEXT, "language": TEXT, "authors": NAMES, "items": _list(FEED_ITEM)})
    return {"$schema": DRAFT, "title": "JSON Feed 1.1", **_object(contents, "description")}


SCHEMAS: dict[str, Callable[[], JsonObject]] = {
    "dossier": _dossier,
    **{folder: partial(_of_kind, kind) for kind, (_, folder) in RECORD_KINDS.items()},
    "naming": lambda: _document("naming", "Names that the texts use", {"naming": NAMING}),
    "provenance": lambda: _document("provenance", "Who relied on whom", {"provenance": PROVENANCE}),
    "appearances": lambda: _document(
        "appearances",
        "Claim by article",
        {"appearances": _list(_object(APPEARANCE, *OPTIONAL_IN_APPEARANCE))},
    ),
    "matrix": lambda: _document(
        "matrix",
        "The cells of claim by article",
        {"cells": _list(_object(CELL, "claim_number", "siglum", "stances"))},
    ),
    "bibliography": lambda: {"$schema": DRAFT, "title": "CSL-JSON", **_list(CSL_ITEM)},
    "feed": _feed,
}
"""Every schema by name, made when it is asked for."""


def _published(name: str) -> Callable[[Context], JsonObject]:
    return lambda _context: SCHEMAS[name]()


DOCUMENTS: tuple[DocumentKind, ...] = tuple(
    DocumentKind(schema_path(name), f"JSON Schema of {name}", _published(name)) for name in SCHEMAS
)
