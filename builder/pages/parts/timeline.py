"""Events and texts in the order of their dates: a picture for the eye, and the list that says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from builder.analysis.order import TimelineRank, timeline_rank
from builder.analysis.timeaxis import TickUnit
from builder.analysis.timeline import Lane, TimelineMark, TimelineWords, draw_timeline
from builder.model.base import ArticleId, EventId
from builder.model.dates import DateStatement
from builder.model.datewords import calendar_words
from builder.model.edtf import Edtf
from builder.pages.kinds import At, Context, foreign_language
from builder.pages.parts.dates import date_view
from builder.pages.parts.links import numbered_link, siglum_view
from builder.pages.parts.names import outlet_name, sigled_name
from builder.pages.parts.paging import UNDATED
from builder.pages.parts.rows import title_link
from builder.pages.shapes.pictures import Label, Path, PictureView, Rect, Shape, TimelineEntry, shape_views
from builder.pages.shapes.small import DateView, Link, Phrase
from builder.wording import listed, marked_many, numbered, say, say_many

MOST_DRAWN = 120
"""A picture of more than this many dates is a wall; it counts all of them by year or month then."""
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
    outlet = outlet_name(at.library, at.library.articles[article].outlet)
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
        " gaps in the axis for time in which nothing is dated. The list, which can be chosen before this picture,"
        " says the same in words.",
        records=told,
    )


def _mark(context: Context, moment: _Moment) -> TimelineMark:
    label = _label(context, moment)
    return TimelineMark(
        lane=moment.lane,
        first=moment.edtf.start.first_day if moment.edtf.start else None,
        last=moment.edtf.end.last_day if moment.edtf.end else None,
        label=label.text,
        lang=label.lang,
        unsure=moment.edtf.is_qualified,
        late=moment.late,
        strong=moment.lane is Lane.TEXTS,
    )


def _label(context: Context, moment: _Moment) -> Phrase:
    if moment.lane is Lane.TEXTS:
        return sigled_name(context.library, ArticleId(moment.record_id))
    event = context.library.events[EventId(moment.record_id)]
    words = " ".join(filter(None, ((event.number or "").upper(), event.title)))
    return Phrase(words, foreign_language(context.library))


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


EVENTS = marked_many("{count} event", "{count} events")
TEXTS = marked_many("{count} text", "{count} texts")
MOST_BY_MONTH = 24
"""With more months than this a timeline is counted by year."""
WIDTH, HIGHEST, MARGIN, LINE = 960, 90, 24, 18
"""Of the picture, of its tallest column, of its sides, and of a line of words, in px."""
WIDEST = 60
"""A column, in px."""


class Period(Struct, frozen=True):
    """A year or a month, None where the date is not known, and what happened and what was written then."""

    words: str
    machine: str | None
    events: int
    texts: int


def periods_of(days: Iterable[tuple[date | None, bool]]) -> tuple[Period, ...]:
    """Count dates by month, or by year where there are many months; each comes with whether it is an event's."""
    told = tuple(days)
    known = sorted(day for day, _ in told if day is not None)
    by_month = bool(known) and _months(known[0], known[-1]) <= MOST_BY_MONTH
    counts = Counter((_key(day, by_month), is_event) for day, is_event in told)
    keys = sorted({key for key, _ in counts}, key=lambda key: (key is None, key or ()))
    return tuple(Period(*_period_words(key), counts[key, True], counts[key, False]) for key in keys)


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _key(day: date | None, by_month: bool) -> tuple[int, ...] | None:
    if day is None:
        return None
    return (day.year, day.month) if by_month else (day.year,)


def _period_words(key: tuple[int, ...] | None) -> tuple[str, str | None]:
    if key is None:
        return say(UNDATED), None
    words = calendar_words(*_year_and_month(key), long=True)
    return words, "-".join(f"{number:0{width}}" for number, width in zip(key, (4, 2), strict=False))


def _year_and_month(key: tuple[int, ...]) -> tuple[int, int | None]:
    return key[0], key[1] if len(key) > 1 else None


def period_entries(periods: Iterable[Period]) -> tuple[TimelineEntry, ...]:
    """Return a line for each period: how many events and texts it has."""
    return tuple(
        TimelineEntry(
            "text" if period.texts else "event",
            DateView(period.words, period.machine),
            None,
            None,
            Link(None, _count_words(period.events, period.texts)),
        )
        for period in periods
    )


def _count_words(events: int, texts: int) -> str:
    counts = ((events, *EVENTS), (texts, *TEXTS))
    return listed([say_many(one, many, number) for number, one, many in counts if number])


def counts_picture(periods: tuple[Period, ...], anchor: str) -> PictureView | None:
    """Return columns of events above an axis and of texts below it; None where fewer than two periods are known."""
    shown = tuple(period for period in periods if period.machine)
    if len(shown) < 2:
        return None
    events, texts = sum(period.events for period in shown), sum(period.texts for period in shown)
    return PictureView(
        id=anchor,
        label=say("Timeline in numbers, scrolls sideways"),
        title=say("How many events and texts, {first} to {last}", first=shown[0].words, last=shown[-1].words),
        description=say(
            "{events} above the axis and {texts} below it, counted by period.",
            events=say_many(*EVENTS, events),
            texts=say_many(*TEXTS, texts),
        ),
        width=WIDTH,
        height=_axis(shown) + HIGHEST + 2 * LINE,
        shapes=tuple(_columns(shown)),
    )


def _axis(periods: tuple[Period, ...]) -> int:
    """Where the axis stands: as far below the top as the tallest column of events needs."""
    most = max(max(period.events, period.texts) for period in periods)
    return round(HIGHEST * max(period.events for period in periods) / most) + 2 * LINE


def _columns(periods: tuple[Period, ...]) -> Iterator[Shape]:
    step = round((WIDTH - 2 * MARGIN) / len(periods), 1)
    width = round(min(step * 0.7, WIDEST), 1)
    axis = _axis(periods)
    most = max(max(period.events, period.texts) for period in periods)
    every = -(-len(periods) * LINE * 3 // (WIDTH - 2 * MARGIN))
    yield Path(f"M{MARGIN} {axis}H{WIDTH - MARGIN}", "axis")
    for place, period in enumerate(periods):
        middle = round(MARGIN + (place + 0.5) * step, 1)
        above, below = (round(HIGHEST * number / most, 1) for number in (period.events, period.texts))
        left = round(middle - width / 2, 1)
        if period.events:
            yield Rect(left, round(axis - above, 1), width, above, "event")
        if period.texts:
            yield Rect(left, axis, width, below, "text")
        if place % every == 0:
            if period.events:
                yield Label(
                    middle, round(axis - above - 5, 1), numbered(period.events), "label-soft", "middle"
                )
            if period.texts:
                yield Label(
                    middle, round(axis + below + 13, 1), numbered(period.texts), "label-soft", "middle"
                )
            yield Label(middle, axis + HIGHEST + 2 * LINE - 4, _short(period), "label-fact", "middle")


def _short(period: Period) -> str:
    key = tuple(map(int, (period.machine or "").split("-")))
    return calendar_words(*_year_and_month(key))
