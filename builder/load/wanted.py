"""Gathers every quote that the records write: who writes it, in whose text it must stand, and what it serves for."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct

from builder.diagnostics import FieldPath
from builder.load.decode import Records
from builder.model.article import Article, Origin
from builder.model.base import ArticleId, Record
from builder.model.claim import Claim
from builder.model.dates import DateStatement
from builder.model.entity import Entity
from builder.model.event import Event
from builder.model.library import QuoteKey
from builder.model.marks import Mark
from builder.model.quotes import CueQuote, Passage, Quoted


class Wording(Struct, frozen=True):
    """Words to find in a text: `quote` with what stands right before and after, or a stretch `start` … `end`."""

    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    start: str = ""
    end: str = ""


class WantedQuote(Struct, frozen=True):
    """A quote of a record. `article` is None where the record ought to name one and does not."""

    key: QuoteKey
    article: ArticleId | None
    wording: Wording
    can_be_checked: bool = False
    """Whether the record can say who compared the quote by hand."""
    is_checked: bool = False
    is_evidence: bool = False
    """Whether it supports a claim; such words may not stand in folded furniture."""
    hedge: str | None = None
    stress: tuple[str, ...] = ()

    def stands_in(self, values: AbstractSet[tuple[str, str, FieldPath]]) -> bool:
        """Whether any of its words is among values that are given by kind, id and path."""
        own = (
            self.words_path,
            *((*self.key.path, name) for name in ("prefix", "suffix", "start", "end", "hedge")),
        )
        return any((self.key.kind, self.key.record_id, path) in values for path in own)

    @property
    def words_path(self) -> FieldPath:
        """The way to the words themselves."""
        if self.key.path[-1] in ("headline", "hedge"):
            return self.key.path
        return (*self.key.path, "start" if self.wording.start else "quote")


def wanted_quotes(records: Records) -> list[WantedQuote]:
    """Return every quote of every record, by kind, id and place."""
    found = [
        wanted
        for kind, record_id, record in records.every()
        if kind in _GATHERERS
        for wanted in _GATHERERS[kind](record_id, record)
    ]
    return sorted(found, key=lambda wanted: (wanted.key.kind, wanted.key.record_id))


def refused_words(wanted: Iterable[WantedQuote], placed: Container[QuoteKey]) -> list[str]:
    """Return the words of the quotes that have no place; they have been told of."""
    refused = (one.wording for one in wanted if one.key not in placed)
    return [words for one in refused for words in (one.quote, one.start, one.end) if words]


def wording_of(value: Passage | Mark | Quoted) -> Wording:
    """Return the words that a quote or a passage asks for."""
    if isinstance(value, Quoted):
        return Wording(value.quote, value.prefix or "", value.suffix or "")
    return Wording(
        value.quote or "", value.prefix or "", value.suffix or "", value.start or "", value.end or ""
    )


def _quoted(
    key: QuoteKey, quoted: Quoted, article: ArticleId | None, *, is_evidence: bool = False
) -> WantedQuote:
    return WantedQuote(
        key,
        article,
        wording_of(quoted),
        can_be_checked=True,
        is_checked=quoted.checked is not None,
        is_evidence=is_evidence,
    )


def _of_article(record_id: str, record: Record) -> Iterator[WantedQuote]:
    if not isinstance(record, Article):
        return
    article = ArticleId(record_id)
    if record.headline is not None:
        yield WantedQuote(QuoteKey("article", record_id, ("headline",)), article, Wording(record.headline))
    yield from _of_date("article", record_id, ("published",), record.published, article)
    yield from _of_origins(record_id, ("origins",), record.origins, article)


def _of_origins(
    record_id: str, path: FieldPath, origins: tuple[Origin, ...], article: ArticleId
) -> Iterator[WantedQuote]:
    for index, origin in enumerate(origins):
        here = (*path, index)
        if origin.cue is not None:
            yield _cue("article", record_id, (*here, "cue"), origin.cue, article)
        if origin.covers is not None:
            yield WantedQuote(
                QuoteKey("article", record_id, (*here, "covers")), article, wording_of(origin.covers)
            )
        yield from _of_date("article", record_id, (*here, "date"), origin.date, article)
        yield from _of_origins(record_id, (*here, "origins"), origin.origins, article)


def _of_date(
    kind: str, record_id: str, path: FieldPath, date: DateStatement | None, article: ArticleId | None
) -> Iterator[WantedQuote]:
    if date is not None and date.cue is not None:
        yield _cue(kind, record_id, (*path, "cue"), date.cue, article)


def _cue(kind: str, record_id: str, path: FieldPath, cue: CueQuote, article: ArticleId | None) -> WantedQuote:
    return _quoted(QuoteKey(kind, record_id, path), cue, cue.article or article)


def _of_event(record_id: str, record: Record) -> Iterator[WantedQuote]:
    if isinstance(record, Event):
        yield from _of_date("event", record_id, ("date",), record.date, None)


def _of_entity(record_id: str, record: Record) -> Iterator[WantedQuote]:
    if isinstance(record, Entity):
        for index, friend in enumerate(record.not_):
            yield _quoted(QuoteKey("entity", record_id, ("not", index)), friend, friend.article)


def _of_claim(record_id: str, record: Record) -> Iterator[WantedQuote]:
    if not isinstance(record, Claim):
        return
    for index, entry in enumerate(record.appearances):
        key = QuoteKey("claim", record_id, ("appearances", index))
        quoted = _quoted(key, entry, entry.article, is_evidence=True)
        yield WantedQuote(
            key,
            entry.article,
            quoted.wording,
            can_be_checked=True,
            is_checked=quoted.is_checked,
            is_evidence=True,
            hedge=entry.hedge,
            stress=entry.stress,
        )
    for index, finding in enumerate(record.independence):
        for place, quote in enumerate(finding.evidence):
            key = QuoteKey("claim", record_id, ("independence", index, "evidence", place))
            yield _quoted(key, quote, quote.article, is_evidence=True)


_GATHERERS: dict[str, Callable[[str, Record], Iterator[WantedQuote]]] = {
    "article": _of_article,
    "event": _of_event,
    "entity": _of_entity,
    "claim": _of_claim,
}
