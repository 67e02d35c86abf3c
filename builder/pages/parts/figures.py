"""The numbers that texts give for the same sort of thing, side by side; that they differ is for an editor to look at."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.comparisonfindings import Figure, FigureGroup, FigureStatus
from builder.model.base import ArticleId
from builder.pages.kinds import Context
from builder.pages.parts.links import source_view
from builder.pages.parts.printed import around, may_print, phrase_in, place_of, words_in
from builder.pages.shapes.comparing import FigureGroupView, FigureLine
from builder.pages.shapes.small import Phrase
from builder.pages.shapes.texts import QuoteRun
from builder.paths import SitePath

MAX_GROUPS = 12
"""A page shows so many groups of figures; the data have all."""
STATUS_WORDS: dict[FigureStatus, str] = {
    FigureStatus.CANDIDATE: "figures differ: to be looked at",
    FigureStatus.AGREE: "the same figure",
}


def figure_views(
    context: Context, page: SitePath, articles: Iterable[ArticleId]
) -> tuple[FigureGroupView, ...]:
    """Return groups of figures that two or more texts give, those that differ first."""
    groups = context.findings.comparison.figure_groups(tuple(articles))
    ordered = sorted(groups, key=lambda group: group.status is not FigureStatus.CANDIDATE)
    views = (_group(context, page, group) for group in ordered)
    return tuple(view for view in views if view is not None)[:MAX_GROUPS]


def _group(context: Context, page: SitePath, group: FigureGroup) -> FigureGroupView | None:
    """A group whose figures may be printed from two texts or more."""
    figures = [figure for figure in group.figures if may_print(context, figure.article, figure.span)]
    if len({figure.article for figure in figures}) < 2:
        return None
    return FigureGroupView(
        matter=group.matter,
        differ=group.status is FigureStatus.CANDIDATE,
        status=STATUS_WORDS[group.status],
        lines=tuple(_line(context, page, figure) for figure in figures),
    )


def _line(context: Context, page: SitePath, figure: Figure) -> FigureLine:
    language = context.library.articles[figure.article].language
    before, after = around(context, figure.article, figure.span)
    href, place = place_of(context, page, figure.article, figure.span)
    printed = figure.counted and may_print(context, figure.article, figure.sentence)
    return FigureLine(
        source=source_view(context, page, figure.article),
        figure=phrase_in(context, figure.article, figure.span),
        counted=Phrase(figure.counted, language) if printed else None,
        sentence=tuple(
            run
            for run in (
                QuoteRun(before),
                QuoteRun(words_in(context, figure.article, figure.span), meets=True),
                QuoteRun(after),
            )
            if run.text
        ),
        lang=language,
        href=href,
        locator=place,
    )
