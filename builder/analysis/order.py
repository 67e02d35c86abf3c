"""The order in which articles and events stand, by date; the same everywhere."""

from __future__ import annotations

from datetime import date

from builder.model.base import ArticleId, EventId
from builder.model.dates import DateStatement
from builder.model.library import Library

DateRank = tuple[date, date, bool, str, str]


def date_rank(statement: DateStatement, record_id: str) -> DateRank:
    """Return the sort key of a dated record: first day as stated, last day, time of day, id.

    A record without a time stands after those of the same day that have one.
    """
    time = statement.time or ""
    return (statement.edtf.lower, statement.edtf.upper, not time, time, record_id)


def article_order(library: Library) -> tuple[ArticleId, ...]:
    """Return the articles by date of publication."""
    articles = library.articles
    return tuple(sorted(articles, key=lambda article: date_rank(articles[article].published, article)))


def event_order(library: Library) -> tuple[EventId, ...]:
    """Return the events by date."""
    events = library.events
    return tuple(sorted(events, key=lambda event: date_rank(events[event].date, event)))
