"""The smallest libraries that show a rule: records from a few words, quotes placed by searching their text."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from builder.diagnostics import FieldPath, SourceSpan
from builder.model.article import Article
from builder.model.claim import Claim
from builder.model.cleanview import PlacedMark
from builder.model.coding import Coding
from builder.model.comparison import Comparison
from builder.model.correction import Correction
from builder.model.dossier import Dossier
from builder.model.entity import Entity
from builder.model.event import Event
from builder.model.library import Library, PlacedQuote, QuoteKey
from builder.model.marks import Mark
from builder.model.outlet import Outlet
from builder.model.seedtext import SeedText
from builder.model.topic import Topic
from builder.text import Span

_KINDS = {
    "outlets": Outlet,
    "articles": Article,
    "topics": Topic,
    "events": Event,
    "entities": Entity,
    "claims": Claim,
    "codings": Coding,
    "comparisons": Comparison,
    "corrections": Correction,
}


class Anywhere:
    """Places that answer with the record and the path."""

    def span(self, kind: str, record_id: str, path: FieldPath = (), *, key: bool = False) -> SourceSpan:
        return SourceSpan(f"{kind}/{record_id}/" + ".".join(str(step) for step in path))


def article(published: str = "2015-11-12", **fields: Any) -> dict[str, Any]:
    return {"title": "A", "outlet": "o", "published": published, **fields}


def says(article_id: str, stance: str = "asserts", quote: str = "words", **fields: Any) -> dict[str, Any]:
    needed: dict[str, Any] = {}
    if stance == "attributes":
        needed = {"attributed_to": "unstated"}
    if stance == "contradicts":
        needed = {"note": "why"}
    return {"article": article_id, "stance": stance, "quote": quote, **needed, **fields}


def claim(*appearances: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"statement": "S", "kind": "event", "appearances": list(appearances)} | fields


def coded(*articles: str) -> dict[str, Any]:
    return {"by": "E", "date": "2026", "articles": list(articles)}


def library(
    texts: dict[str, str] | None = None, dossier: dict[str, Any] | None = None, **records: Any
) -> Library:
    """Make a library; every article that a text is given for and that has no record gets one."""
    texts = texts or {}
    records.setdefault("articles", {})
    for article_id in texts:
        records["articles"].setdefault(article_id, article())
    made: dict[str, dict[str, Any]] = {
        folder: {
            record_id: model(id=record_id, **fields) for record_id, fields in records.get(folder, {}).items()
        }
        for folder, model in _KINDS.items()
    }
    seeds = {
        article_id: seed(text, *made["articles"][article_id].marks) for article_id, text in texts.items()
    }
    quotes = dict(_quotes(made, seeds))
    return Library(Dossier(**(dossier or {"title": "D"})), **made, texts=seeds, quotes=quotes)


def seed(text: str, *marks: Mark) -> SeedText:
    placed = tuple(PlacedMark(index, mark, _find(text, mark.quote or "")) for index, mark in enumerate(marks))
    return SeedText(
        "seeds/a.txt", text, sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), len(text), placed
    )


def _quotes(made: dict[str, dict[str, Any]], seeds: dict[str, SeedText]) -> Any:
    for claim_id, record in made["claims"].items():
        for index, appearance in enumerate(record.appearances):
            path = ("appearances", index)
            yield QuoteKey("claim", claim_id, path), _placed(seeds, appearance.article, appearance.quote)
    for entity_id, record in made["entities"].items():
        for index, friend in enumerate(record.not_):
            yield QuoteKey("entity", entity_id, ("not", index)), _placed(seeds, friend.article, friend.quote)
    for article_id, record in made["articles"].items():
        if record.published.cue is not None:
            path = ("published", "cue")
            yield (
                QuoteKey("article", article_id, path),
                _placed(seeds, article_id, record.published.cue.quote),
            )
        yield from _covers(seeds, article_id, record.origins, ("origins",))


def _covers(seeds: dict[str, SeedText], article_id: str, origins: Any, path: FieldPath) -> Any:
    for index, origin in enumerate(origins):
        if origin.covers is not None:
            key = QuoteKey("article", article_id, (*path, index, "covers"))
            yield key, _placed(seeds, article_id, origin.covers.quote)
        yield from _covers(seeds, article_id, origin.origins, (*path, index, "origins"))


def _placed(seeds: dict[str, SeedText], article_id: str, words: str) -> PlacedQuote:
    span = _find(seeds[article_id].raw, words) if article_id in seeds else None
    return PlacedQuote(article_id, words, span)  # type: ignore[arg-type]


def _find(text: str, words: str) -> Span:
    start = text.find(words)
    assert start >= 0, f"{words!r} does not stand in {text!r}"
    return Span(start, start + len(words))
