"""One utterance as several texts quote it: the same words, a part of them, or others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builder.analysis.comparisonfindings import Quotation, Rendering, RenderingRelation
from builder.analysis.quotations.renderings import MOST_TEXTS
from builder.model.base import ArticleId, ClaimId
from builder.pages.kinds import At, Context
from builder.pages.parts.cutter import may_print
from builder.pages.parts.links import source_view
from builder.pages.parts.printed import phrase_in, place_of, words_in
from builder.pages.parts.sides import marked_runs, telling_words
from builder.pages.parts.whole import First
from builder.pages.shapes.comparing import RenderingLine, RenderingView
from builder.pages.shapes.small import Link, Phrase
from builder.pages.shapes.texts import MarkedRun
from builder.text import Span, SpanIndex
from builder.wording import marked, say, say_many

MAX_RENDERINGS = 12
"""A page shows so many utterances; the data have all."""
RELATION_WORDS: dict[RenderingRelation, str] = {
    RenderingRelation.IDENTICAL: marked("In the same words"),
    RenderingRelation.EXCERPT: marked("One text quotes more of it"),
    RenderingRelation.VARIANT: marked("In other words"),
}
"""How the quotations of one utterance relate."""


def rendering_views(at: At, articles: Iterable[ArticleId], claims: Iterable[ClaimId]) -> First[RenderingView]:
    """Return the utterances that two or more of the texts quote, those in other words first; the data have all.

    What two of its texts have as evidence for the claims is left out: the page has those words already.
    """
    loosest_first = tuple(reversed(RenderingRelation))
    told = tuple(articles)
    if len(told) > MOST_TEXTS:
        words = say("Among more than {most} texts quotations are not compared: all, as data", most=MOST_TEXTS)
        return First((), Link(at.href("data", "quotations.csv"), words))
    found = sorted(
        _untold(_printed_renderings(at.context, told), _evidence(at.context, claims)),
        key=lambda each: loosest_first.index(each[0].relation),
    )
    words = say_many(
        "All {count} utterance that several texts quote, as data",
        "All {count} utterances that several texts quote, as data",
        len(found),
    )
    return First(
        tuple(_rendering(at, *each) for each in found[:MAX_RENDERINGS]),
        Link(at.href("data", "quotations.json"), words) if len(found) > MAX_RENDERINGS else None,
    )


def _printed_renderings(
    context: Context, articles: tuple[ArticleId, ...]
) -> Iterator[tuple[Rendering, list[Quotation]]]:
    """Those whose words may be printed from two texts or more, and the quotations that may."""
    for rendering in context.findings.comparison.renderings(articles):
        printed = [each for each in rendering.quotations if may_print(context, each.article, each.words_span)]
        if len({each.article for each in printed}) > 1:
            yield rendering, printed


def _evidence(context: Context, claims: Iterable[ClaimId]) -> Mapping[ArticleId, SpanIndex]:
    """Where the evidence for the claims stands in each text."""
    spans: dict[ArticleId, list[Span]] = {}
    for claim in claims:
        for saying in context.findings.claims[claim].sayings:
            if saying.quote and saying.quote.span:
                spans.setdefault(saying.article, []).append(saying.quote.span)
    return {article: SpanIndex(held) for article, held in spans.items()}


def _untold(
    found: Iterable[tuple[Rendering, list[Quotation]]], evidence: Mapping[ArticleId, SpanIndex]
) -> Iterator[tuple[Rendering, list[Quotation]]]:
    for rendering, printed in found:
        told = {
            each.article
            for each in printed
            if each.article in evidence and evidence[each.article].meeting(each.words_span)
        }
        if len(told) < 2:
            yield rendering, printed


def _rendering(at: At, rendering: Rendering, printed: list[Quotation]) -> RenderingView:
    differs = rendering.relation is not RenderingRelation.IDENTICAL
    lines = (_line(at, each, printed if differs else []) for each in printed)
    return RenderingView(say(RELATION_WORDS[rendering.relation]), tuple(lines))


def _line(at: At, quotation: Quotation, others: list[Quotation]) -> RenderingLine:
    href, place = place_of(at, quotation.article, quotation.span)
    words = words_in(at.context, quotation.article, quotation.words_span)
    common = telling_words(" ".join(each.words for each in others if each.article != quotation.article))
    return RenderingLine(
        source=source_view(at, quotation.article),
        runs=marked_runs(words, common) if common else (MarkedRun(words),),
        lang=at.library.language_of(quotation.article),
        speaker=speaker_name(at.context, quotation),
        cue=_said_by(at.context, quotation),
        href=href,
        locator=place,
    )


def speaker_name(context: Context, quotation: Quotation) -> str | None:
    """Return who speaks, where the text opens its clause with the name of an entity of the dossier.

    Elsewhere the name may only stand near the speaker's words, and the words alone are given.
    """
    named = quotation.entity if quotation.is_named else None
    return context.library.entities[named].name if named else None


def _said_by(context: Context, quotation: Quotation) -> Phrase | None:
    """The text's own words for who speaks and how, as far as they may be printed; the quotation itself is left out."""
    spans = sorted({span for span in (quotation.speaker, quotation.cue) if span is not None})
    if not spans or not all(may_print(context, quotation.article, span) for span in spans):
        return None
    whole = Span(spans[0].start, max(span.end for span in spans))
    if not whole.meets(quotation.span) and may_print(context, quotation.article, whole):
        return phrase_in(context, quotation.article, whole)
    parts = (phrase_in(context, quotation.article, span).text for span in spans)
    return Phrase(" … ".join(parts), context.library.language_of(quotation.article))
