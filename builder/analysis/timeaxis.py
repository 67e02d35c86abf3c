"""A time axis that is broken where nothing happens: which days each panel shows, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

MAX_PANELS = 6
_EMPTY_SHARE = 5
"""The axis is broken at a gap longer than this part of what is left of it."""


class TickUnit(StrEnum):
    """What a tick of the axis marks the beginning of."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Panel(Struct, frozen=True):
    """One unbroken stretch of the axis: its days, both included, and its place in px."""

    first: date
    last: date
    left: float
    right: float
    margin: float

    def x(self, day: date) -> float:
        """Return where a day stands; days outside the panel stand at its edge."""
        days = self.last.toordinal() - self.first.toordinal()
        inner = self.right - self.left - 2 * self.margin
        if not days:
            return round(self.left + self.margin + inner / 2, 1)
        part = (day.toordinal() - self.first.toordinal()) / days
        return round(self.left + self.margin + inner * min(max(part, 0.0), 1.0), 1)

    def holds(self, day: date) -> bool:
        """Whether the panel shows a day."""
        return self.first <= day <= self.last


def stretches(days: list[tuple[date, date]]) -> tuple[tuple[date, date], ...]:
    """Return the stretches of time to show, in order, for ranges of days that must not be broken."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted((first.toordinal(), last.toordinal()) for first, last in days):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    if not joined:
        return ()
    breaks = sorted(_breaks(joined))
    starts = [joined[0][0], *(joined[place + 1][0] for place in breaks)]
    ends = [*(joined[place][1] for place in breaks), joined[-1][1]]
    return tuple(
        (date.fromordinal(first), date.fromordinal(last)) for first, last in zip(starts, ends, strict=True)
    )


def _breaks(joined: list[tuple[int, int]]) -> Iterator[int]:
    """Yield the places after which the axis is broken, longest gap first; some stretch of time is kept whole."""
    left = joined[-1][1] - joined[0][0]
    gaps = sorted((joined[place][1] - joined[place + 1][0], place) for place in range(len(joined) - 1))
    for minus_gap, place in gaps[: MAX_PANELS - 1]:
        if -minus_gap * _EMPTY_SHARE <= left or left + minus_gap == 0:
            return
        left += minus_gap
        yield place


def panels(
    shown: tuple[tuple[date, date], ...], weights: tuple[float, ...], left: float, right: float, gap: float
) -> tuple[Panel, ...]:
    """Return the panels between two edges, each at least a fair minimum wide and wider by its weight."""
    room = right - left - gap * (len(shown) - 1)
    least = min(100.0, room / len(shown))
    spare = room - least * len(shown)
    total = sum(weights)
    found: list[Panel] = []
    for (first, last), weight in zip(shown, weights, strict=True):
        width = least + spare * weight / total
        found.append(Panel(first, last, round(left, 1), round(left + width, 1), min(22.0, width / 4)))
        left += width + gap
    return tuple(found)


def ticks(panel: Panel, least_px: float) -> tuple[TickUnit, tuple[date, ...]]:
    """Return the days to mark in a panel, at least so many px apart, and what they begin."""
    if panel.first == panel.last:
        return TickUnit.DAY, (panel.first,)
    for unit, step in _STEPS:
        marked = tuple(_beginnings(panel, unit, step))
        places = [panel.x(day) for day in marked]
        if marked and all(after - before >= least_px for before, after in pairwise(places)):
            return unit, marked
    return TickUnit.DAY, (panel.first,)


_STEPS = (
    (TickUnit.DAY, 1),
    (TickUnit.DAY, 7),
    (TickUnit.MONTH, 1),
    (TickUnit.MONTH, 3),
    (TickUnit.YEAR, 1),
    (TickUnit.YEAR, 5),
    (TickUnit.YEAR, 10),
    (TickUnit.YEAR, 50),
    (TickUnit.YEAR, 100),
    (TickUnit.YEAR, 500),
    (TickUnit.YEAR, 1000),
    (TickUnit.YEAR, 5000),
)


def _beginnings(panel: Panel, unit: TickUnit, step: int) -> Iterator[date]:
    if unit is TickUnit.DAY:
        if panel.last.toordinal() - panel.first.toordinal() > 400:
            return
        days = range(panel.first.toordinal(), panel.last.toordinal() + 1, step)
        yield from (date.fromordinal(day) for day in days)
        return
    months = 12 if unit is TickUnit.YEAR else 1
    every = months * step
    if (panel.last.year - panel.first.year) * 12 // every > 400:
        return
    month = (panel.first.year * 12 + panel.first.month - 1) // every * every
    while month <= panel.last.year * 12 + panel.last.month - 1:
        if month >= 12:
            day = date(month // 12, month % 12 + 1, 1)
            if panel.holds(day):
                yield day
        month += every
