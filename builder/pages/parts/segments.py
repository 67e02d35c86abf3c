"""Cuts a stretch of text into flat segments, so that quotes, names and signs may overlap and nothing nests.

All ranges are code points of one string, half-open; which view of a text that string is, the caller knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from builder.pages.shapes.texts import SegmentView, TagView
from builder.text import Span, SpanIndex

OMISSION = "[…]"
"""Stands where words of a text are not published."""


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
    segments: list[SegmentView] = []
    over = _Over(overlay)
    position = whole.start
    placed: set[str] = set()
    for span in shown:
        if text[position : span.start].strip():
            segments.append(_omission(before=bool(segments)))
        elif segments and position < span.start:
            segments.append(SegmentView(text[position : span.start]))
        segments.extend(_segments_of(text, span, over, placed))
        position = span.end
    if segments and text[position : whole.end].strip():
        segments.append(SegmentView(f" {OMISSION}"))
    return tuple(segments)


def _omission(*, before: bool) -> SegmentView:
    return SegmentView(f" {OMISSION} " if before else f"{OMISSION} ")


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

    def cuts(self, shown: Span) -> list[int]:
        quoted, named = self.quotes(shown), self.names(shown)
        spans = [*(quote.span for quote in quoted), *(name.span for name in named)]
        inner = {edge for span in spans for edge in (span.start, span.end)} | self._signs.keys()
        return sorted({shown.start, shown.end, *(edge for edge in inner if shown.start < edge < shown.end)})


def _segments_of(text: str, shown: Span, over: _Over, placed: set[str]) -> Iterable[SegmentView]:
    for start, end in pairwise(over.cuts(shown)):
        segment = _segment(text, Span(start, end), shown, over)
        fresh = tuple(anchor for anchor in segment.anchors if anchor not in placed)
        placed.update(fresh)
        yield segment if fresh == segment.anchors else replace(segment, anchors=fresh)


def _segment(text: str, span: Span, shown: Span, over: _Over) -> SegmentView:
    quotes = over.quotes(span)
    names = (name for name in over.names(span) if name.span.holds(span) and shown.holds(name.span))
    name = next(names, None)
    starting = (quote.anchor for quote in quotes if max(quote.span.start, shown.start) == span.start)
    ending = (tag for quote in quotes if quote.span.end == span.end for tag in quote.tags)
    signs = over.signs(span.end)
    return SegmentView(
        text=span.of(text),
        evidence=any(quote.evidence for quote in quotes),
        anchors=tuple(dict.fromkeys(anchor for anchor in starting if anchor)),
        href=name.href if name else None,
        title=name.title if name else None,
        sign=", ".join(dict.fromkeys(signs)) or None,
        tags=tuple(dict.fromkeys(ending)),
    )
