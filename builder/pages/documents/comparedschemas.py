"""The JSON Schemas of what is computed from the texts: passages, quotations, figures, dates, words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from builder.analysis.comparisonfindings import (
    Bound,
    FigureKind,
    FigureStatus,
    PassageKind,
    RenderingRelation,
)
from builder.analysis.passages.rule import Rule
from builder.pages.documents.kinds import JsonObject
from builder.pages.documents.modelschema import COUNT, TEXT
from builder.pages.documents.schemaparts import BOOLEAN, TEXTS, array, closed, document, record

NUMBER: JsonObject = {"type": "number"}
RANGE: JsonObject = {
    "description": "First code point and the one after the last, in the stored text.",
    "type": "array",
    "items": COUNT,
    "minItems": 2,
    "maxItems": 2,
}
PLACE: JsonObject = {"exact": TEXT, "range": RANGE, "paragraph": COUNT}
PLACED = record(PLACE, "exact")
COMPARED_TEXTS = array(record({"article": TEXT, "sha256": TEXT, "characters": COUNT}))
FIRST_IN: JsonObject = {
    "description": "Where it appeared first; null where the dates do not tell. Never who copied from whom.",
    "type": ["string", "null"],
}
PASSAGE = record(
    {
        "kind": closed(*(kind.value for kind in PassageKind if kind.counts)),
        "words": COUNT,
        "length": COUNT,
        "first_in": FIRST_IN,
        "places": array(PLACED),
        "runs": array(record({"ranges": array(RANGE), "words": COUNT})),
    }
)
PAIR = record(
    {
        "articles": TEXTS,
        "page": TEXT,
        "words": array(COUNT),
        "shared": COUNT,
        "passages": array(PASSAGE),
    },
    "page",
)
STANDING = record({"outlet": TEXT, "places": array(record({"article": TEXT, **PLACE}, "exact"))})
SHARE = record({"article": TEXT, "words": COUNT, "shared": COUNT, "with": TEXTS, "unique": array(RANGE)})
RULE = record({field.name: TEXT if field.name == "mode" else NUMBER for field in fields(Rule)})
QUOTATION = record(
    {
        "article": TEXT,
        **PLACE,
        "words_range": RANGE,
        "is_term": BOOLEAN,
        "is_closed": BOOLEAN,
        "speaker": PLACED,
        "speaker_is_named": BOOLEAN,
        "entity": TEXT,
        "cue": PLACED,
    },
    *("exact", "speaker", "speaker_is_named", "entity", "cue"),
)
POINTER = record({"article": TEXT, "range": RANGE})
RELATION = closed(*(relation.value for relation in RenderingRelation))
RENDERING = record(
    {
        "relation": RELATION,
        "quotations": array(POINTER),
        "pairs": array(
            record(
                {
                    "first": COUNT,
                    "second": COUNT,
                    "relation": RELATION,
                    "overlap": NUMBER,
                    "sequence": NUMBER,
                }
            )
        ),
    }
)
FIGURE = record(
    {
        "article": TEXT,
        **PLACE,
        "low": NUMBER,
        "high": NUMBER,
        "bound": closed(*(bound.value or "exact" for bound in Bound)),
        "kind": closed(*(kind.value for kind in FigureKind)),
        "counted": TEXT,
        "classes": TEXTS,
        "currency": TEXT,
        "entities": TEXTS,
        "sentence_range": RANGE,
    },
    *("exact", "counted", "currency"),
)
GROUP = record(
    {
        "status": closed(*(status.value for status in FigureStatus)),
        "figures": array(POINTER),
    }
)
DATE = record(
    {
        "article": TEXT,
        **PLACE,
        "year": COUNT,
        "month": COUNT,
        "day": COUNT,
        "is_relative": BOOLEAN,
        "sentence_range": RANGE,
    },
    *("exact", "year", "month", "day"),
)

KEYWORD = record(
    {
        "word": TEXT,
        "article": TEXT,
        "counts": {
            "description": "In the order of the articles; null where it may not be told.",
            "type": "array",
            "items": {"type": ["integer", "null"], "minimum": 0},
        },
        "likelihood": NUMBER,
        "log_ratio": NUMBER,
    }
)
WORDS_TOLD = record({"page": TEXT, "articles": TEXTS, "words": array(COUNT), "keywords": array(KEYWORD)})


def _set(name: str, items: JsonObject) -> JsonObject:
    """What each page that compares texts lays side by side."""
    return array(record({"page": TEXT, "articles": TEXTS, name: array(items)}))


def _compared(title: str, contents: JsonObject) -> JsonObject:
    return document(title, {"texts": COMPARED_TEXTS, **contents})


COMPARED: dict[str, Callable[[], JsonObject]] = {
    "passages": lambda: _compared(
        "Words that texts share",
        {
            "rule": RULE,
            "pairs": array(PAIR),
            "shares": array(SHARE),
            "clusters": array(record({"articles": TEXTS, "first_in": FIRST_IN})),
            "standing": array(STANDING),
        },
    ),
    "quotations": lambda: _compared(
        "Quotations", {"quotations": array(QUOTATION), "comparisons": _set("renderings", RENDERING)}
    ),
    "figures": lambda: _compared("Figures", {"figures": array(FIGURE), "comparisons": _set("groups", GROUP)}),
    "dates": lambda: _compared("Dates that texts give", {"dates": array(DATE)}),
    "keywords": lambda: document(
        "Words used more",
        {
            "rule": record({"min_count": COUNT, "min_ratio": NUMBER, "max_chance": NUMBER}),
            "comparisons": array(WORDS_TOLD),
        },
    ),
}
"""Schemas by name, made when they are asked for."""
