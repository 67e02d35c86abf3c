"""Figures, dates and quotations of an article in its stored text, with the entities that they name or stand near."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from builder.analysis.comparedtext import ComparedText, Named
from builder.analysis.comparisonfindings import DateMention, Figure, Quotation
from builder.analysis.figures.extract import FoundFigure, FoundFigures
from builder.analysis.quotations.extract import FoundQuotation
from builder.model.base import EntityId
from builder.text import Span


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


def placed_quotations(
    text: ComparedText, found: Sequence[FoundQuotation], mentions: Sequence[Named]
) -> tuple[Quotation, ...]:
    """Return the quotations by raw ranges; `mentions` are those of the article."""
    return tuple(_quotation(text, quotation, mentions) for quotation in found)


def _quotation(text: ComparedText, found: FoundQuotation, mentions: Sequence[Named]) -> Quotation:
    spoken = found.attribution
    speaker = text.raw(spoken.speaker) if spoken else None
    return Quotation(
        article=text.article,
        span=text.raw(found.span),
        words_span=text.raw(found.words_span),
        words=found.words_span.of(text.clean),
        is_term=found.is_term,
        is_closed=found.is_closed,
        speaker=speaker,
        cue=text.raw(spoken.cue) if spoken else None,
        entity=_entity(speaker, mentions) if speaker else None,
        is_named=spoken.is_named if spoken else False,
    )


def _entity(speaker: Span, mentions: Sequence[Named]) -> EntityId | None:
    """The only entity that the speaker's words name, else the one named last: "the president's spokesman X"."""
    named = [mention for mention in mentions if speaker.meets(mention.span) and not mention.nested]
    if len({mention.entity for mention in named}) == 1:
        return named[0].entity
    return next((mention.entity for mention in named if mention.span.end == speaker.end), None)
