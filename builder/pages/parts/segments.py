"""Cuts a stretch of text into flat segments, so that quotes, names and signs may overlap and nothing nests.

All ranges are code points of one string, half-open; which view of a text that string is, the caller knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from builder.pages.parts.cutter import Run, cut_runs
from builder.pages.shapes.texts import SegmentView, TagView
from builder.text import Span, SpanIndex


class QuotedRange(Struct, frozen=True):
    """Words that some record quotes. `anchor` is None where the quote began in an earlier paragraph."""

    span: Span
    anchor: str | None
    evidence: bool = False
    tags: tuple[TagView, ...] = ()


class NamedRange(Struct, frozen=True):
    """A name that leads to the page of what it names."""

    span: Span
    href: str
    title: str | None


class Sign(Struct, frozen=True):
    """A word of the editors that stands behind a place in the text: `sic`."""

    offset: int
    word: str


class Overlay(Struct, frozen=True):
    """What lies over a text."""

    quotes: tuple[QuotedRange, ...] = ()
    names: tuple[NamedRange, ...] = ()
    signs: tuple[Sign, ...] = ()


_NOTHING = Overlay()


def cut_segments(
    text: str, whole: Span, shown: tuple[Span, ...], overlay: Overlay
) -> tuple[SegmentView, ...]:
    """Return the shown ranges of `whole` as segments, with a sign of omission wherever words are left out.

    `shown` are disjoint ranges inside `whole`, in order. Joined together the segments' texts are the shown text.
    """
    if shown == (whole,) and overlay == _NOTHING:
        return (SegmentView(whole.of(text)),)
    over = _Over(overlay)
    placed: set[str] = set()
    return tuple(_segment(run, over, placed) for run in cut_runs(text, whole, shown, over.edges(), ends=True))


class _Over:
    """An overlay whose parts are found by the range they lie over, in their order."""

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay
        self._quotes = SpanIndex(quote.span for quote in overlay.quotes)
        self._names = SpanIndex(name.span for name in overlay.names)
        self._signs: dict[int, list[str]] = {}
        for sign in overlay.signs:
            self._signs.setdefault(sign.offset, []).append(sign.word)

    def quotes(self, span: Span) -> list[QuotedRange]:
        return [self._overlay.quotes[place] for place in self._quotes.meeting(span)]

    def names(self, span: Span) -> list[NamedRange]:
        return [self._overlay.names[place] for place in self._names.meeting(span)]

    def signs(self, offset: int) -> list[str]:
        return self._signs.get(offset, [])

    def edges(self) -> Iterator[Span]:
        """Ranges at whose ends the text is cut."""
        yield from (quote.span for quote in self._overlay.quotes)
        yield from (name.span for name in self._overlay.names)
        yield from (Span(sign.offset, sign.offset) for sign in self._overlay.signs)


def _segment(run: Run, over: _Over, placed: set[str]) -> SegmentView:
    """`placed` are the anchors that stand already; each stands once."""
    span, shown = run.span, run.part
    if span is None or shown is None:
        return SegmentView(run.text)
    quotes = over.quotes(span)
    names = (name for name in over.names(span) if name.span.holds(span) and shown.holds(name.span))
    name = next(names, None)
    starting = (quote.anchor for quote in quotes if max(quote.span.start, shown.start) == span.start)
    anchors = tuple(dict.fromkeys(anchor for anchor in starting if anchor and anchor not in placed))
    placed.update(anchors)
    ending = (tag for quote in quotes if quote.span.end == span.end for tag in quote.tags)
    return SegmentView(
        text=run.text,
        evidence=any(quote.evidence for quote in quotes),
        anchors=anchors,
        href=name.href if name else None,
        title=name.title if name else None,
        sign=", ".join(dict.fromkeys(over.signs(span.end))) or None,
        tags=tuple(dict.fromkeys(ending)),
    )
