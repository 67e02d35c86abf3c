"""Figures and dates of an article in its stored text, with the entities named near them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from builder.analysis.comparedtext import ComparedText, Named
from builder.analysis.comparisonfindings import DateMention, Figure
from builder.analysis.figures.extract import FoundFigure, FoundFigures


def placed_figures(text: ComparedText, found: FoundFigures, mentions: Sequence[Named]) -> tuple[Figure, ...]:
    """Return the figures by raw ranges; `mentions` are those of the article."""
    ordered = sorted(mentions, key=lambda mention: mention.span)
    return tuple(_figure(text, figure, ordered) for figure in found.figures)


def _figure(text: ComparedText, figure: FoundFigure, mentions: Sequence[Named]) -> Figure:
    near = text.raw(figure.near)
    first = bisect_left(mentions, near.start, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, near.end, first, key=lambda mention: mention.span.start)
    named = [mention for mention in mentions[first:last] if near.holds(mention.span)]
    return Figure(
        article=text.article,
        span=text.raw(figure.span),
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        kind=figure.kind,
        counted=figure.counted,
        classes=figure.classes,
        currency=figure.currency,
        entities=tuple(sorted({mention.entity for mention in named})),
        anchors=tuple(
            sorted(
                {
                    word
                    for word, span in figure.anchors
                    if not any(mention.span.meets(text.raw(span)) for mention in named)
                }
            )
        ),
        sentence=text.raw(figure.sentence),
    )


def placed_dates(text: ComparedText, found: FoundFigures) -> tuple[DateMention, ...]:
    """Return the dates by raw ranges."""
    return tuple(
        DateMention(
            article=text.article,
            span=text.raw(date.span),
            year=date.year,
            month=date.month,
            day=date.day,
            is_relative=date.is_relative,
            sentence=text.raw(sentence),
        )
        for date, sentence in found.dates
    )
