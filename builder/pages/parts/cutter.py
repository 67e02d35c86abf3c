"""The words of a stored text that may be printed, cut at marks: whatever prints some of a text cuts it here.

What may be published of a text by its rights is told by `analysis/excerpts.py`. Folds and lifts are not in the clean
view, and redacted words in no view at all.

All ranges are code points of one string, half-open; which view of a text that string is, the caller knows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from builder.analysis.excerpts import cut, prints, shows
from builder.model.base import ArticleId
from builder.model.library import PlacedQuote
from builder.model.seedtext import SeedText
from builder.pages.kinds import Context
from builder.pages.shapes.texts import MarkedRun, SegmentView, TagView
from builder.text import Span, SpanIndex, joined

OMISSION = "[…]"
"""Stands where words of a text are not published."""
OMITTED = f" {OMISSION} "
"""Stands between words where others are left out."""


class Run(Struct, frozen=True):
    """A stretch that is printed in one go: where it stands in its view, and in which stretch that may be printed.

    Both ranges are None for what stands between such stretches: a sign of omission, or white space.
    """

    text: str
    span: Span | None = None
    part: Span | None = None

    def meets(self, marks: Iterable[Span]) -> bool:
        """Whether one of some ranges of the view lies over the words."""
        span = self.span
        return span is not None and any(mark.meets(span) for mark in marks)


def published_of(context: Context, article: ArticleId) -> tuple[Span, ...]:
    """Return what may be published of a text, in raw ranges."""
    return context.findings.published.get(article, ())


def may_print(context: Context, article: ArticleId, span: Span) -> bool:
    """Whether all of a raw range may be published."""
    return shows(published_of(context, article), span)


def printed_quote(context: Context, placed: PlacedQuote) -> str | None:
    """Return a quote as stored; where a fold inside it may not be published, as pages print it; None for no rights."""
    text, published = context.library.texts.get(placed.article), published_of(context, placed.article)
    if text is None or placed.span is None or shows(published, placed.span):
        return placed.exact
    return placed.words if prints(text, published, placed.span) else None


def clean_parts(text: SeedText, published: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """Return the parts of a raw range that may be printed, in clean ranges."""
    return tuple(text.clean.to_clean(part) for part in cut(published, span))


def printed_runs(
    text: SeedText, published: tuple[Span, ...], span: Span, marks: Iterable[Span] = (), *, ends: bool = False
) -> Iterator[Run]:
    """Yield the words of a raw range that may be printed; `marks`, as the ranges of the runs, are of the clean view."""
    whole, parts = text.clean.to_clean(span), clean_parts(text, published, span)
    return cut_runs(text.clean.text, whole, parts, marks, ends=ends)


def marked_words(
    text: SeedText, published: tuple[Span, ...], span: Span, marks: Iterable[Span], *, ends: bool = False
) -> tuple[MarkedRun, ...]:
    """Return the words of a raw range that may be printed, those marked that stand in one of the raw ranges `marks`."""
    clean = [text.clean.to_clean(mark) for mark in joined(marks)]
    runs = printed_runs(text, published, span, clean, ends=ends)
    return tuple(MarkedRun(run.text, run.meets(clean)) for run in runs)


def printed_words(text: SeedText, published: tuple[Span, ...], span: Span) -> str:
    """Return the words of a raw range as the clean view has them, those that may be published."""
    return "".join(run.text for run in printed_runs(text, published, span))


def cut_runs(
    view: str, whole: Span, parts: Sequence[Span], marks: Iterable[Span] = (), *, ends: bool
) -> Iterator[Run]:
    """Yield the `parts` of a range of a view, cut where a mark begins or ends.

    Between two parts stands a sign where words are left out, else the white space; with `ends` a sign stands also
    where the range has words before the first part, or behind the last.
    """
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    reached: int | None = None
    for part in parts:
        if not len(part):
            continue
        if reached is not None or ends:
            between = view[whole.start if reached is None else reached : part.start]
            yield from _between(between, is_first=reached is None)
        inner = edges[bisect_right(edges, part.start) : bisect_left(edges, part.end)]
        for start, end in pairwise((part.start, *inner, part.end)):
            yield Run(view[start:end], Span(start, end), part)
        reached = part.end
    if ends and reached is not None and view[reached : whole.end].strip():
        yield Run(f" {OMISSION}")


def _between(words: str, *, is_first: bool) -> Iterator[Run]:
    if words.strip():
        yield Run(f"{OMISSION} " if is_first else OMITTED)
    elif words and not is_first:
        yield Run(words)


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
