"""Quotations of an article in its stored text, with the speaker as an entity where the words name one."""

from __future__ import annotations

from collections.abc import Sequence

from builder.analysis.comparedtext import ComparedText, Named
from builder.analysis.comparisonfindings import Quotation
from builder.analysis.quotations.extract import FoundQuotation
from builder.model.base import EntityId
from builder.text import Span


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
