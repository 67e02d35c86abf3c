"""The dates that texts give, in order of time, each with the words that give it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.analysis.comparisonfindings import DateMention
from builder.model.base import ArticleId
from builder.pages.kinds import At, Context
from builder.pages.parts.cutter import may_print
from builder.pages.parts.dates import calendar_words
from builder.pages.parts.links import siglum_of, source_view
from builder.pages.parts.printed import phrase_in, place_of
from builder.pages.shapes.comparing import CueView, ToldDateRow, ToldDatesView
from builder.wording import say

MAX_COLUMNS = 8
"""With more texts than this a table of dates is a wall; the data have all."""
Resolved = tuple[int, int, int]


def told_dates(at: At, articles: Iterable[ArticleId]) -> ToldDatesView | None:
    """Return the dates of the texts side by side, or None where fewer than two texts give any."""
    mentions = {article: _mentions(at.context, article) for article in articles}
    columns = tuple(article for article, found in mentions.items() if found)
    if not 2 <= len(columns) <= MAX_COLUMNS:
        return None
    told: dict[Resolved, dict[ArticleId, list[DateMention]]] = {}
    for article, found in mentions.items():
        for mention in found:
            told.setdefault(_resolved(mention), {}).setdefault(article, []).append(mention)
    return ToldDatesView(
        columns=tuple(source_view(at, article) for article in columns),
        rows=tuple(
            ToldDateRow(
                words=_date_words(date),
                cells=tuple(
                    (siglum_of(at.context, article), _cues(at, told[date].get(article, ())))
                    for article in columns
                ),
            )
            for date in sorted(told)
        ),
    )


def _mentions(context: Context, article: ArticleId) -> tuple[DateMention, ...]:
    found = context.findings.comparison.dates.get(article, ())
    return tuple(mention for mention in found if may_print(context, article, mention.span))


def _resolved(mention: DateMention) -> Resolved:
    """Year, month and day for the order of time; what is not told counts as none, and relative dates stand last."""
    if mention.is_relative:
        return (9999, 0, 0)
    return (mention.year or 9998, mention.month or 0, mention.day or 0)


def _date_words(date: Resolved) -> str:
    year, month, day = date
    if year == 9999:
        return say("Counted from another date")
    return calendar_words(year if year < 9998 else None, month or None, day or None, long=True)


def _cues(at: At, mentions: Sequence[DateMention]) -> tuple[CueView, ...]:
    return tuple(
        CueView(phrase_in(at.context, each.article, each.span), *place_of(at, each.article, each.span))
        for each in mentions
    )
