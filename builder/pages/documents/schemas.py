"""The JSON Schema (draft 2020-12) of every JSON document, published beside the data."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from builder.analysis.answers import KINDS as ANSWER_KINDS
from builder.analysis.claimfindings import CellKind, IndependenceStatus, Rung
from builder.analysis.findings import StepKind, StepPlace
from builder.analysis.knowntoday import WhenKnown
from builder.model.article import Relation
from builder.model.claim import ClaimKind, Reading, Stance
from builder.model.dates import DateBasis
from builder.model.dossier import Dossier
from builder.model.library import RECORD_KINDS
from builder.pages.documents.comparedschemas import COMPARED
from builder.pages.documents.kinds import DocumentKind, JsonObject, schema_path
from builder.pages.documents.modelschema import COUNT, QUOTE, TEXT, parts_of, record_schema
from builder.pages.documents.schemaparts import BOOLEAN, DRAFT, TEXTS, array, closed, document, record
from builder.pages.kinds import Context

STANCES = closed(*(stance.value for stance in Stance))
READINGS = closed(*(reading.value for reading in Reading))
CELLS = closed(*(kind.value for kind in CellKind))
RECORD = record({"kind": TEXT, "id": TEXT, "name": TEXT})
ORIGIN = record({"kind": TEXT, "id": TEXT, "name": TEXT, "what": TEXT}, "kind", "id", "name", "what")
THROUGH = record(
    {
        "relation": closed(*(relation.value for relation in Relation)),
        "kind": TEXT,
        "id": TEXT,
        "name": TEXT,
        "what": TEXT,
    },
    *("kind", "id", "name", "what"),
)
ANSWER = record(
    {
        "words": TEXT,
        "parts": array(
            record(
                {
                    "state": closed(*dict.fromkeys(kind.state.value for kind in ANSWER_KINDS)),
                    "hedged": BOOLEAN,
                    "position": {"type": ["string", "null"]},
                    "articles": TEXTS,
                }
            )
        ),
        "hardening": TEXTS,
        "several": TEXTS,
    }
)
CLAIM_COMPUTED = record(
    {
        "known_today": array({"enum": [*(when.value for when in WhenKnown), None]}),
        "reading": {"enum": [*(reading.value for reading in Reading), None]},
        "answer": ANSWER,
        "appearances": array(
            record(
                {
                    "index": COUNT,
                    "article": TEXT,
                    "stance": STANCES,
                    "counts": BOOLEAN,
                    "rung": closed(*(rung.name.lower().replace("_", "-") for rung in Rung)),
                    "hardens": BOOLEAN,
                    "origin": ORIGIN,
                    "through": array(THROUGH),
                },
                *("rung", "origin", "through"),
            )
        ),
        "origins": record(
            {
                "articles": TEXTS,
                "named": array(ORIGIN),
                "linked": array(ORIGIN),
                "meeting": array(ORIGIN),
                "described": TEXTS,
                "without": TEXTS,
            }
        ),
        "support": array(
            record(
                {
                    "position": {"type": ["string", "null"]},
                    "articles": TEXTS,
                    "independence": closed(*(status.value for status in IndependenceStatus)),
                }
            )
        ),
        "cells": array(
            record(
                {"article": TEXT, "state": CELLS, "appearances": array(COUNT), "hardens": BOOLEAN},
                "appearances",
                "hardens",
            )
        ),
    }
)
ARTICLE_COMPUTED = record({"claims": TEXTS, "silent": TEXTS, "not_applicable": TEXTS, "names": TEXTS})
COMPUTED: dict[str, JsonObject] = {"claim": CLAIM_COMPUTED, "article": ARTICLE_COMPUTED}
COUNTS: JsonObject = {"type": "object", "additionalProperties": COUNT}
NAMING = array(
    record(
        {
            "entity": TEXT,
            "name": TEXT,
            "rows": array(record({"names": TEXTS, "counts": COUNTS, "folded": COUNTS})),
        }
    )
)
STEP = record(
    {
        "index": COUNT,
        "parent": {"type": ["integer", "null"], "minimum": 0},
        "depth": COUNT,
        "kind": closed(*(kind.value for kind in StepKind)),
        "place": closed(*(place.value for place in StepPlace)),
        "record": RECORD,
        "what": TEXT,
        "agent": record({"role": TEXT, "name": TEXT}),
        "relation": closed(*(relation.value for relation in Relation)),
        "basis": closed(*(basis.value for basis in DateBasis)),
        "written_in": TEXT,
        "cue": record({"article": TEXT, "quote": QUOTE}),
        "note": TEXT,
    },
    *("record", "what", "agent", "relation", "basis", "written_in", "cue", "note"),
)
PROVENANCE = array(record({"article": TEXT, "steps": array(STEP), "more": COUNT}, "more"))
APPEARANCE: JsonObject = {
    "claim": TEXT,
    "claim_number": TEXT,
    "statement": TEXT,
    "claim_kind": closed(*(kind.value for kind in ClaimKind)),
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
    "on_whose_word": TEXT,
    "through": TEXT,
    "hedge": TEXT,
    "hardens": BOOLEAN,
    "note": TEXT,
    "quote": TEXT,
    "stress": TEXT,
    "start": COUNT,
    "end": COUNT,
    "paragraph": COUNT,
    "lang": TEXT,
    "translation": TEXT,
    "translation_by": TEXT,
    "checked_by": TEXT,
    "address": TEXT,
}
OPTIONAL_IN_APPEARANCE = (
    *("claim_number", "reading", "disagreement", "siglum", "position", "position_label", "attributed_to"),
    *(
        "attributed_to_name",
        "on_whose_word",
        "through",
        "hedge",
        "note",
        "quote",
        "stress",
        "start",
        "end",
        "paragraph",
        "lang",
        "translation",
        "translation_by",
        "checked_by",
    ),
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
CSL_NAMES = array(record({"literal": TEXT}))
CSL_ITEM = record(
    {
        "id": TEXT,
        "type": TEXT,
        "title": TEXT,
        "container-title": TEXT,
        "author": CSL_NAMES,
        "translator": CSL_NAMES,
        "issued": record(
            {
                "date-parts": array(array({"type": "integer"})),
                "season": {"type": "integer", "minimum": 1, "maximum": 4},
                "circa": BOOLEAN,
                "literal": TEXT,
            },
            *("date-parts", "season", "circa", "literal"),
        ),
        "URL": TEXT,
        "archive_location": TEXT,
        "language": TEXT,
        "abstract": TEXT,
        "note": TEXT,
    },
    *("author", "translator", "issued", "URL", "archive_location", "language", "abstract"),
)
NAMES = array(record({"name": TEXT}))
_INSTANT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$"
FEED_ITEM = record(
    {
        "id": TEXT,
        "url": TEXT,
        "title": TEXT,
        "content_text": TEXT,
        "date_published": {"type": "string", "pattern": _INSTANT},
        "authors": NAMES,
        "tags": TEXTS,
        "language": TEXT,
    },
    *("date_published", "authors", "tags", "language"),
)


def _records(kind: str, definitions: JsonObject) -> JsonObject:
    schema = record_schema(RECORD_KINDS[kind][0], definitions)
    if kind in COMPUTED:
        properties, required = parts_of(schema)
        properties["computed"] = COMPUTED[kind]
        required.append("computed")
    return array(schema)


def _of_kind(kind: str) -> JsonObject:
    folder = RECORD_KINDS[kind][1]
    definitions: JsonObject = {}
    return document(f"All {folder} of a dossier", {folder: _records(kind, definitions)}, definitions)


def _dossier() -> JsonObject:
    definitions: JsonObject = {}
    settings = record_schema(Dossier, definitions)
    properties, required = parts_of(settings)
    settings["properties"] = {key: value for key, value in properties.items() if key not in ("id", "page")}
    settings["required"] = [key for key in required if key != "id"]
    contents: JsonObject = {"settings": settings}
    contents.update({folder: _records(kind, definitions) for kind, (_, folder) in RECORD_KINDS.items()})
    contents.update({"naming": NAMING, "provenance": PROVENANCE})
    return document("A dossier with all its records", contents, definitions)


def _feed() -> JsonObject:
    contents: JsonObject = {"version": TEXT, "title": TEXT, "description": TEXT, "home_page_url": TEXT}
    contents.update({"feed_url": TEXT, "language": TEXT, "authors": NAMES, "items": array(FEED_ITEM)})
    return {"$schema": DRAFT, "title": "JSON Feed 1.1", **record(contents, "description")}


SCHEMAS: dict[str, Callable[[], JsonObject]] = {
    "dossier": _dossier,
    **{folder: partial(_of_kind, kind) for kind, (_, folder) in RECORD_KINDS.items()},
    "naming": lambda: document("Names that the texts use", {"naming": NAMING}),
    "provenance": lambda: document("Who relied on whom", {"provenance": PROVENANCE}),
    "appearances": lambda: document(
        "Claim by article",
        {"appearances": array(record(APPEARANCE, *OPTIONAL_IN_APPEARANCE))},
    ),
    "matrix": lambda: document(
        "The cells of claim by article",
        {"cells": array(record(CELL, "claim_number", "siglum", "stances"))},
    ),
    "bibliography": lambda: {"$schema": DRAFT, "title": "CSL-JSON", **array(CSL_ITEM)},
    "feed": _feed,
    **COMPARED,
}
"""Every schema by name, made when it is asked for."""


def _published(name: str) -> Callable[[Context], JsonObject]:
    return lambda _context: SCHEMAS[name]()


DOCUMENTS: tuple[DocumentKind, ...] = tuple(
    DocumentKind(schema_path(name), f"JSON Schema of {name}", _published(name)) for name in SCHEMAS
)
