"""The order in which articles and events are listed, by date, and the order that their dates prove.

Listing needs a place for everything and proves nothing. What is proved rests on calendar days as each source prints
them; inside a day only times with an offset from UTC prove anything, because clocks differ from place to place.
"""

from __future__ import annotations

from datetime import date

from builder.analysis.claimfindings import RecordKey
from builder.model.base import ArticleId, EventId
from builder.model.dates import DateStatement
from builder.model.library import Library

DateRank = tuple[bool, date, date, bool, str, str]
TimelineRank = tuple[bool, date, date, bool, bool, str, str]


def date_rank(statement: DateStatement, record_id: str) -> DateRank:
    """Return the sort key of a dated record: first day as stated, last day, time of day, id; unknown ones last.

    A record without a time stands after those of the same day that have one.
    """
    edtf, time = statement.edtf, statement.time or ""
    listed = edtf.listed_at
    return (listed is None, listed or edtf.lower, edtf.upper, not time, time, record_id)


def timeline_rank(statement: DateStatement, record_id: str, *, is_text: bool) -> TimelineRank:
    """Return the sort key of an event or text on one axis: what happened before what was written of it that day."""
    undated, listed, upper, timeless, time, _ = date_rank(statement, record_id)
    return undated, listed, upper, is_text, timeless, time, record_id


def is_before(one: DateStatement, other: DateStatement, *, same_clock: bool = False) -> bool:
    """Whether the dates prove that one came before the other, every doubt (`? ~ %`) taken seriously.

    `same_clock`: one outlet printed both, so that times without an offset can be compared too.
    """
    if one.instant and other.instant:
        return one.instant < other.instant
    day = one.edtf.exact_day
    if same_clock and day and day == other.edtf.exact_day and one.local_time and other.local_time:
        return one.local_time < other.local_time
    return one.edtf.widened_upper < other.edtf.widened_lower


def article_order(library: Library) -> tuple[ArticleId, ...]:
    """Return the articles by date of publication."""
    articles = library.articles
    return tuple(sorted(articles, key=lambda article: date_rank(articles[article].published, article)))


def timeline_order(library: Library) -> tuple[RecordKey, ...]:
    """Return kind and id of all events and articles in the order of their common axis."""
    ranked = [
        (timeline_rank(event.date, event_id, is_text=False), ("event", str(event_id)))
        for event_id, event in library.events.items()
    ]
    ranked += [
        (timeline_rank(article.published, article_id, is_text=True), ("article", str(article_id)))
        for article_id, article in library.articles.items()
    ]
    return tuple(key for _, key in sorted(ranked))


def event_order(library: Library) -> tuple[EventId, ...]:
    """Return the events by date."""
    events = library.events
    return tuple(sorted(events, key=lambda event: date_rank(events[event].date, event)))
