"""The dates that texts give, in order of time, each with the words that give it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from builder.analysis.comparisonfindings import DateMention
from builder.analysis.excerpts import shows
from builder.analysis.findings import Findings
from builder.model.base import ArticleId
from builder.model.datewords import calendar_words
from builder.pages.kinds import At
from builder.pages.parts.links import siglum_of, source_view
from builder.pages.parts.printed import phrase_in, place_of
from builder.pages.shapes.comparing import CueView, ToldDateRow, ToldDatesView
from builder.wording import marked, say

MAX_COLUMNS = 8
"""With more texts than this a table of dates is a wall, and all are a list."""
MOST_TOGETHER = 60
"""Words under one date: a date that very many texts give is shown in parts."""
RELATIVE_WORDS = marked("Counted from another date")
Resolved = tuple[int, int, int]


class ToldDate(Struct, frozen=True):
    """A date and places that give it, by text. Year, month and day are in the order of time.

    What is not told counts as none; dates without a year stand behind all others, and relative ones last.
    """

    date: Resolved
    mentions: tuple[DateMention, ...]

    @property
    def is_relative(self) -> bool:
        """Whether another date must be known to know it."""
        return self.date[0] == 9999

    @property
    def period(self) -> str:
        """The year, or in what way it is not known."""
        if self.is_relative:
            return say(RELATIVE_WORDS)
        return str(self.date[0]) if self.date[0] < 9998 else say("Without a year")


def dates_among(findings: Findings, articles: Iterable[ArticleId]) -> tuple[ToldDate, ...]:
    """Return the dates of some texts whose words may be published, in order of time; none of a single text."""
    told: dict[Resolved, list[DateMention]] = {}
    for article in articles:
        published = findings.published.get(article, ())
        for mention in findings.comparison.dates.get(article, ()):
            if shows(published, mention.span):
                told.setdefault(_resolved(mention), []).append(mention)
    if len({mention.article for mentions in told.values() for mention in mentions}) < 2:
        return ()
    return tuple(
        ToldDate(date, tuple(told[date][start : start + MOST_TOGETHER]))
        for date in sorted(told)
        for start in range(0, len(told[date]), MOST_TOGETHER)
    )


def dates_table(at: At, told: Sequence[ToldDate], articles: Iterable[ArticleId]) -> ToldDatesView | None:
    """Return dates with a column for each text that gives any; None where these are too many."""
    givers = {mention.article for each in told for mention in each.mentions}
    columns = tuple(article for article in articles if article in givers)
    if len(columns) > MAX_COLUMNS:
        return None
    by_date: dict[Resolved, list[DateMention]] = {}
    for each in told:
        by_date.setdefault(each.date, []).extend(each.mentions)
    return ToldDatesView(
        tuple(source_view(at, article) for article in columns),
        tuple(_row(at, date, mentions, columns) for date, mentions in by_date.items()),
    )


def dates_list(at: At, told: Iterable[ToldDate]) -> ToldDatesView:
    """Return dates with the texts that give each."""
    return ToldDatesView(
        (),
        tuple(
            _row(at, each.date, each.mentions, dict.fromkeys(mention.article for mention in each.mentions))
            for each in told
        ),
    )


def _row(
    at: At, date: Resolved, mentions: Sequence[DateMention], articles: Iterable[ArticleId]
) -> ToldDateRow:
    return ToldDateRow(
        _date_words(date),
        tuple(
            (
                siglum_of(at.context, article),
                tuple(_cue(at, mention) for mention in mentions if mention.article == article),
            )
            for article in articles
        ),
    )


def _resolved(mention: DateMention) -> Resolved:
    if mention.is_relative:
        return (9999, 0, 0)
    return (mention.year or 9998, mention.month or 0, mention.day or 0)


def _date_words(date: Resolved) -> str:
    year, month, day = date
    if year == 9999:
        return say(RELATIVE_WORDS)
    return calendar_words(year if year < 9998 else None, month or None, day or None, long=True)


def _cue(at: At, mention: DateMention) -> CueView:
    words = phrase_in(at.context, mention.article, mention.span)
    return CueView(words, *place_of(at, mention.article, mention.span))
