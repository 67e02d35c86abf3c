"""A timeline of more dates than a reader can take in: how many events and texts each year or month has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from builder.pages.parts.datewords import calendar_words
from builder.pages.parts.paging import UNDATED
from builder.pages.parts.words import listed
from builder.pages.shapes.pictures import Label, Path, PictureView, Rect, Shape, TimelineEntry
from builder.pages.shapes.small import DateView, Link
from builder.wording import marked_many, say, say_many

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
    return tuple(Period(*_words(key), counts[key, True], counts[key, False]) for key in keys)


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _key(day: date | None, by_month: bool) -> tuple[int, ...] | None:
    if day is None:
        return None
    return (day.year, day.month) if by_month else (day.year,)


def _words(key: tuple[int, ...] | None) -> tuple[str, str | None]:
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
                yield Label(middle, round(axis - above - 5, 1), f"{period.events:,}", "label-soft", "middle")
            if period.texts:
                yield Label(middle, round(axis + below + 13, 1), f"{period.texts:,}", "label-soft", "middle")
            yield Label(middle, axis + HIGHEST + 2 * LINE - 4, _short(period), "label-fact", "middle")


def _short(period: Period) -> str:
    key = tuple(map(int, (period.machine or "").split("-")))
    return calendar_words(*_year_and_month(key))
