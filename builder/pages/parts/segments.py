"""Cuts a stretch of text into flat segments, so that quotes, names and signs may overlap and nothing nests.

All ranges are code points of one string, half-open; which view of a text that string is, the caller knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from builder.pages.shapes.texts import SegmentView, TagView
from builder.text import Span

OMISSION = "[…]"
"""Stands where words of a text are not published."""


@dataclass(frozen=True, slots=True)
class QuotedRange:
    """Words that some record quotes. `anchor` is None where the quote began in an earlier paragraph."""

    span: Span
    anchor: str | None
    evidence: bool = False
    tags: tuple[TagView, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedRange:
    """A name that leads to the page of what it names."""

    span: Span
    href: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Sign:
    """A word of the editors that stands behind a place in the text: `sic`."""

    offset: int
    word: str


@dataclass(frozen=True, slots=True)
class Overlay:
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
    position = whole.start
    placed: set[str] = set()
    for span in shown:
        if text[position : span.start].strip():
            segments.append(_omission(before=bool(segments)))
        elif segments and position < span.start:
            segments.append(SegmentView(text[position : span.start]))
        segments.extend(_segments_of(text, span, overlay, placed))
        position = span.end
    if segments and text[position : whole.end].strip():
        segments.append(SegmentView(f" {OMISSION}"))
    return tuple(segments)


def _omission(*, before: bool) -> SegmentView:
    return SegmentView(f" {OMISSION} " if before else f"{OMISSION} ")


def _segments_of(text: str, shown: Span, overlay: Overlay, placed: set[str]) -> Iterable[SegmentView]:
    cuts = _cuts(shown, overlay)
    for start, end in pairwise(cuts):
        segment = _segment(text, Span(start, end), shown, overlay)
        fresh = tuple(anchor for anchor in segment.anchors if anchor not in placed)
        placed.update(fresh)
        yield segment if fresh == segment.anchors else replace(segment, anchors=fresh)


def _cuts(shown: Span, overlay: Overlay) -> list[int]:
    spans = [*(quote.span for quote in overlay.quotes), *(name.span for name in overlay.names)]
    inner = {edge for span in spans for edge in (span.start, span.end)}
    inner |= {sign.offset for sign in overlay.signs}
    return sorted({shown.start, shown.end, *(edge for edge in inner if shown.start < edge < shown.end)})


def _segment(text: str, span: Span, shown: Span, overlay: Overlay) -> SegmentView:
    over = [quote for quote in overlay.quotes if quote.span.meets(span)]
    name = next((name for name in overlay.names if name.span.holds(span) and shown.holds(name.span)), None)
    starting = (quote.anchor for quote in over if max(quote.span.start, shown.start) == span.start)
    ending = (tag for quote in over if quote.span.end == span.end for tag in quote.tags)
    signs = [sign.word for sign in overlay.signs if sign.offset == span.end]
    return SegmentView(
        text=span.of(text),
        evidence=any(quote.evidence for quote in over),
        anchors=tuple(dict.fromkeys(anchor for anchor in starting if anchor)),
        href=name.href if name else None,
        title=name.title if name else None,
        sign=", ".join(dict.fromkeys(signs)) or None,
        tags=tuple(dict.fromkeys(ending)),
    )
