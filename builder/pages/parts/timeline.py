"""Events and texts in the order of their dates: a picture for the eye, and the list that says the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from builder.analysis.order import TimelineRank, timeline_rank
from builder.analysis.timeaxis import TickUnit
from builder.analysis.timeline import Lane, TimelineMark, TimelineWords, draw_timeline
from builder.model.base import ArticleId, EventId
from builder.model.dates import DateStatement
from builder.model.edtf import Edtf
from builder.pages.kinds import At, Context
from builder.pages.parts.dates import date_view
from builder.pages.parts.datewords import calendar_words
from builder.pages.parts.links import numbered_link, siglum_of, siglum_view
from builder.pages.parts.pictures import shape_views
from builder.pages.parts.rows import title_link
from builder.pages.parts.timecounts import Period, counts_picture, period_entries, periods_of
from builder.pages.parts.words import listed
from builder.pages.shapes.pictures import PictureView, TimelineEntry
from builder.pages.shapes.small import Link
from builder.wording import say, say_many

MOST_DRAWN = 120
"""A picture of more than this many dates is a wall; it counts them by year or month then."""
MOST_LISTED = 60
"""A page that has much else lists so many dates; of more it has the numbers, and leads to the page of the timeline."""


class TimelineParts(Struct, frozen=True):
    """A timeline: the picture where there is one to draw, the list, and the years it spans (`2014 to 2016`).

    Where the list has numbers instead of records, `all` leads to the dossier's timeline.
    """

    picture: PictureView | None
    """Events above the axis, texts below; None where there are too few dates to draw."""
    entries: tuple[TimelineEntry, ...]
    """The list that says the same: records by date or, where they are too many, numbers by year or month."""
    period: str | None
    """Years that it spans, `2014 to 2016`; None where no year is known."""
    all: Link | None = None
    """The dossier's timeline, where the list has numbers instead of records; else None."""


def timeline_parts(
    at: At,
    events: Iterable[EventId],
    articles: Iterable[ArticleId],
    anchor: str = "timeline",
    last_text: date | None = None,
    most: int | None = MOST_LISTED,
) -> TimelineParts:
    """Return the timeline of some events and articles; `anchor` must be unique on the page.

    Events after `last_text`, the last day of the articles where absent, became known later. Fewer than two dates make
    no picture; nothing at all makes an empty list. More than `most` dates are counted instead of listed.
    """
    moments = _moments(at.context, events, tuple(articles), last_text)
    if most is not None and len(moments) > most:
        periods = _periods(moments)
        href = at.href("timeline")
        every = Link(href, say("The timeline of the whole dossier, date by date")) if href else None
        return TimelineParts(
            counts_picture(periods, anchor), period_entries(periods), _period(moments), every
        )
    return TimelineParts(
        picture=_picture(at.context, moments, anchor),
        entries=tuple(_entry(at, moment) for moment in moments),
        period=_period(moments),
    )


class _Moment(Struct, frozen=True):
    """A dated record. `late`: it lies after the last of the texts beside it."""

    lane: Lane
    record_id: str
    statement: DateStatement
    late: bool

    @property
    def edtf(self) -> Edtf:
        return self.statement.edtf

    @property
    def is_unsure(self) -> bool:
        """Whether it may mean several days, or a day that is in doubt."""
        return self.edtf.is_qualified or self.edtf.lower != self.edtf.upper


def _moments(
    context: Context, events: Iterable[EventId], articles: tuple[ArticleId, ...], last_text: date | None
) -> tuple[_Moment, ...]:
    library = context.library
    published = (context.findings.article_until[article] for article in articles)
    until = last_text or max(published, default=date.max)
    dated = [(event, library.events[event].date) for event in events]
    found = [
        _Moment(Lane.EVENTS, event, date_of, date_of.edtf.widened_lower > until) for event, date_of in dated
    ]
    found += [
        _Moment(Lane.TEXTS, article, library.articles[article].published, False) for article in articles
    ]
    return tuple(sorted(found, key=_rank))


def _rank(moment: _Moment) -> TimelineRank:
    return timeline_rank(moment.statement, moment.record_id, is_text=moment.lane is Lane.TEXTS)


def _entry(at: At, moment: _Moment) -> TimelineEntry:
    when = date_view(moment.edtf)
    if moment.lane is Lane.EVENTS:
        named = numbered_link(at, "event", moment.record_id)
        return TimelineEntry(_kind(moment), when, named.number, None, named.link)
    article = ArticleId(moment.record_id)
    outlet = at.library.outlets[at.library.articles[article].outlet].name
    return TimelineEntry(
        _kind(moment),
        when,
        None,
        siglum_view(at, article),
        title_link(at, article),
        outlet,
    )


def _kind(moment: _Moment) -> str:
    if moment.lane is Lane.TEXTS:
        return "text-unsure" if moment.is_unsure else "text"
    if moment.late:
        return "late"
    return "span" if moment.is_unsure else "event"


def _periods(moments: tuple[_Moment, ...]) -> tuple[Period, ...]:
    return periods_of((moment.edtf.listed_at, moment.lane is Lane.EVENTS) for moment in moments)


def _picture(context: Context, moments: tuple[_Moment, ...], anchor: str) -> PictureView | None:
    if len(moments) > MOST_DRAWN:
        return counts_picture(_periods(moments), anchor)
    if len(moments) < 2:
        return None
    drawn = tuple(moment for moment in moments if not moment.edtf.is_unknown)
    picture = draw_timeline(tuple(_mark(context, moment) for moment in drawn), _words())
    if picture is None:
        return None
    events = sum(moment.lane is Lane.EVENTS for moment in drawn)
    return PictureView(
        id=anchor,
        label=say("Timeline, scrolls sideways"),
        title=say(
            "{records} on one axis, {period}", records=_what(drawn), period=_period(drawn) or say("by date")
        ),
        description=_description(events, len(drawn) - events, len(moments) - len(drawn)),
        width=picture.width,
        height=picture.height,
        shapes=shape_views(picture),
    )


def _what(moments: tuple[_Moment, ...]) -> str:
    lanes = {moment.lane for moment in moments}
    if len(lanes) == 2:
        return say("Events and texts")
    return say("Events") if Lane.EVENTS in lanes else say("Texts")


def _description(events: int, texts: int, undated: int) -> str:
    placed = []
    if events:
        placed.append(say_many("{count} event above the axis", "{count} events above the axis", events))
    if texts and events:
        placed.append(say_many("{count} text below it", "{count} texts below it", texts))
    elif texts:
        placed.append(say_many("{count} text below the axis", "{count} texts below the axis", texts))
    told = listed(placed)
    if undated:
        told = say_many(
            "{records}; {count} without a known date is in the list only",
            "{records}; {count} without a known date are in the list only",
            undated,
            records=told,
        )
    return say(
        "{records}. Bars and dashed outlines stand for dates that are not exact,"
        " gaps in the axis for time in which nothing is dated. The list after this picture says the same in words.",
        records=told,
    )


def _mark(context: Context, moment: _Moment) -> TimelineMark:
    return TimelineMark(
        lane=moment.lane,
        first=moment.edtf.start.first_day if moment.edtf.start else None,
        last=moment.edtf.end.last_day if moment.edtf.end else None,
        label=_label(context, moment),
        unsure=moment.edtf.is_qualified,
        late=moment.late,
        strong=moment.lane is Lane.TEXTS,
    )


def _label(context: Context, moment: _Moment) -> str:
    if moment.lane is Lane.EVENTS:
        event = context.library.events[EventId(moment.record_id)]
        return " ".join(filter(None, ((event.number or "").upper(), event.title)))
    article = context.library.articles[ArticleId(moment.record_id)]
    outlet = context.library.outlets[article.outlet].name
    return " ".join(dict.fromkeys((siglum_of(context, ArticleId(moment.record_id)), outlet)))


def _panel_words(first: date, last: date) -> str:
    """The days of a panel in months: `Sep 2015`, `Aug–Sep 2014`, `Dec 2015–Jan 2016`."""
    same_year = first.year == last.year
    start, end = (calendar_words(day.year, day.month) for day in (first, last))
    if start == end:
        return start
    return say("{start}–{end}", start=calendar_words(None, first.month) if same_year else start, end=end)


def _tick_words(day: date, unit: TickUnit) -> str:
    if unit is TickUnit.YEAR:
        return str(day.year)
    return calendar_words(None, day.month, day.day if unit is TickUnit.DAY else None)


def _words() -> TimelineWords:
    return TimelineWords(say("Events"), say("Texts"), _panel_words, _tick_words)


def _period(moments: tuple[_Moment, ...]) -> str | None:
    """The years that are known; a date without a known year or beginning stretches nothing."""
    years = [year for moment in moments for year in moment.edtf.years]
    if not years:
        return None
    first, last = min(years), max(years)
    return str(first) if first == last else say("{first} to {last}", first=first, last=last)
