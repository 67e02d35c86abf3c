"""The steps in the custody of a stored text, in words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from builder.model.article import Article
from builder.model.custody import Custody, CustodyEvent
from builder.model.datewords import date_words
from builder.model.seedtext import SeedText
from builder.wording import marked, say

_EVENTS: dict[CustodyEvent, str] = {
    CustodyEvent.COLLECTED: marked("Collected {date}, by {name}"),
    CustodyEvent.ACCESSED: marked("Looked at {date}, by {name}"),
    CustodyEvent.TRANSFERRED: marked("Handed on {date}, by {name}"),
}


class CustodyView(Struct, frozen=True):
    """A step in the custody of a stored text."""

    words: str
    """What happened, when, by whom, with what and from where: `Collected 3 November 2015, by the editors`."""
    hash: str | None
    """SHA-256 of the text at that time, 64 hex digits; None where none is on record or it is the stored text's."""


def custody_views(article: Article, text: SeedText | None) -> tuple[CustodyView, ...]:
    """Return the steps as they are written, the oldest first."""
    return tuple(_step(step, text) for step in article.custody)


def _step(step: Custody, text: SeedText | None) -> CustodyView:
    is_same = text is not None and step.sha256 == text.sha256
    return CustodyView(
        words=say("; ").join(_parts(step, is_same=is_same)),
        hash=None if is_same else step.sha256,
    )


def _parts(step: Custody, *, is_same: bool) -> Iterator[str]:
    yield say(_EVENTS[step.event], date=date_words(step.date, long=True), name=step.by)
    if step.tool:
        yield say("with {tool}", tool=step.tool)
    if step.from_:
        yield say("from {place}", place=step.from_)
    if is_same:
        yield say("with the digest above")
