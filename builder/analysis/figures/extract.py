"""The figures of one text: its numbers, less those that count nothing, with what they count."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct

from builder.analysis.comparisonfindings import Bound, FigureKind
from builder.analysis.figures.counted import anchors_of, around, counted_after
from builder.analysis.figures.dates import FoundDate, dates_in
from builder.analysis.figures.extent import figures_end
from builder.analysis.figures.numbers import FoundNumber, numbers_in
from builder.regexes import regex
from builder.text import Span, meets_any, sentences

_REACH = 200
_BOUNDS: tuple[tuple[Bound, str], ...] = (
    (Bound.AT_LEAST, "more than|over|at least|no fewer than|upwards of"),
    (Bound.AT_MOST, "up to|fewer than|less than|under|at most|as many as"),
    (Bound.ABOUT, "nearly|almost|about|around|some|approximately|roughly|an estimated|close to"),
)
_BOUND = regex(
    "|".join(rf"(?P<b{index}>\b(?:{words})\s+(?:the\s+)?)$" for index, (_, words) in enumerate(_BOUNDS)),
    re.IGNORECASE,
)
_CURRENCIES = {
    "dollar": "$",
    "euro": "\u20ac",
    "pound": "\u00a3",
    "rouble": "\u20bd",
    "ruble": "\u20bd",
    "yen": "\u00a5",
}
_CURRENCY = regex(rf"\s+(?:US\s+)?({'|'.join(_CURRENCIES)})s?\b", re.IGNORECASE)
_TIME = regex(r"[\s-]+(?:second|minute|hour|day|week|month|year|decade)s?\b", re.IGNORECASE)
_LABEL = regex(
    r"(?:\b(?:flight|no|nos|section|route|chapter|article|page|room|highway|channel|boeing|airbus|grade|level|phase"
    r"|figure|resolution|group|version|part|step)\.?|#)\s*$",
    re.IGNORECASE,
)
_CLOCK_AFTER = regex(r":\d\d|\s?(?:[ap]\.?m\b|o[\u2019']clock)", re.IGNORECASE)
_AGE_AFTER = regex(r"[\s-]+years?[\s-]+old\b|(?<=\d),?\s+years of age", re.IGNORECASE)
_AGE_BEFORE = regex(r"\b(?:aged?|turned|turns)\s+$|[A-Z][\w\u2019'-]+,\s+$")
_RELATIVE_AFTER = regex(r"\s+\w+\s+(?:ago|earlier|later)\b", re.IGNORECASE)


class FoundFigure(Struct, frozen=True, array_like=True):
    """A figure by code points of the text it was looked for in; `near` tells where to look for names."""

    span: Span
    low: int | float
    high: int | float
    bound: Bound
    kind: FigureKind
    counted: str
    classes: tuple[str, ...]
    currency: str
    anchors: tuple[tuple[str, Span], ...]
    near: Span
    sentence: Span


class FoundFigures(Struct, frozen=True, array_like=True):
    """Figures and dates of a text with the sentences they stand in, in text order; no figure meets a date."""

    figures: tuple[FoundFigure, ...]
    dates: tuple[tuple[FoundDate, Span], ...]
    is_cut: bool = False
    """Whether the text has so many that those after the first are not read."""


def figures_in(text: str) -> FoundFigures:
    """Return the figures and dates of a text, as far as they are read."""
    end = figures_end(text)
    text = text[:end]
    every = sentences(text)
    starts = [sentence.start for sentence in every]

    def sentence_of(span: Span) -> Span:
        place = bisect_right(starts, span.start) - 1
        return every[place] if place >= 0 and every[place].holds(span) else span

    dates = dates_in(text)
    dated = [date.span for date in dates]
    figures = (
        _figure(text, number, sentence_of(number.span))
        for number in numbers_in(text)
        if not meets_any(number.span, dated)
    )
    return FoundFigures(
        tuple(figure for figure in figures if figure is not None),
        tuple((date, sentence_of(date.span)) for date in dates),
        is_cut=end is not None,
    )


def _figure(text: str, number: FoundNumber, sentence: Span) -> FoundFigure | None:
    before, after = (
        text[max(number.span.start - 30, 0) : number.span.start],
        text[number.span.end : number.span.end + 40],
    )
    clause = _clause(number.span, sentence)
    classes, near = around(text, number.span, clause)
    kind = _kind(number, after)
    if kind is FigureKind.COUNT and _counts_nothing(text, number, before, after, classes):
        return None
    if kind is FigureKind.DURATION and (_AGE_AFTER.match(after) or _RELATIVE_AFTER.match(after)):
        return None
    bound = _BOUND.search(before)
    money = _CURRENCY.match(after)
    return FoundFigure(
        span=number.span,
        low=number.low,
        high=number.high,
        bound=_BOUNDS[int((bound.lastgroup or "b0")[1:])][0] if bound else Bound.EXACT,
        kind=kind,
        counted=counted_after(text, number.span, clause),
        classes=classes if kind in (FigureKind.COUNT, FigureKind.INDEFINITE) else (),
        currency=number.sign or (_CURRENCIES[money[1].casefold()] if money else ""),
        anchors=anchors_of(text, number.span, near),
        near=near,
        sentence=sentence,
    )


def _clause(number: Span, sentence: Span) -> Span:
    """The part of a sentence that can say what a number counts; a table without full stops is one long sentence."""
    return Span(max(sentence.start, number.start - _REACH), min(sentence.end, number.end + _REACH))


def _kind(number: FoundNumber, after: str) -> FigureKind:
    if number.is_percent:
        return FigureKind.PERCENT
    if number.sign or _CURRENCY.match(after):
        return FigureKind.MONEY
    if number.is_indefinite:
        return FigureKind.INDEFINITE
    return FigureKind.DURATION if _TIME.match(after) else FigureKind.COUNT


def _counts_nothing(
    text: str, number: FoundNumber, before: str, after: str, classes: tuple[str, ...]
) -> bool:
    """Ages, clock times, labels, years."""
    if _LABEL.search(before) or _CLOCK_AFTER.match(after) or before.endswith(":"):
        return True
    written = number.span.of(text)
    if (
        not number.is_spelled
        and number.high < 130
        and _AGE_BEFORE.search(before)
        and after[:1] in (",", ".", ")")
    ):
        return True
    return bool(re.fullmatch(r"(?:1[89]|20)\d\d", written)) and not classes
