"""Seasons and parts of a year by their EDTF codes (21 to 41): which days each may mean, and where it is listed."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from builder.model.monthdays import day_of

_Day = tuple[int, int, int]
"""Years after the one that is written, month, day."""


class Season(Struct, frozen=True):
    """A part of a year: its first and last possible day, and the month in whose place it is listed."""

    first: _Day
    last: _Day
    month: int
    months: int = 3
    """How many months it lasts."""

    def days(self, first_year: int, last_year: int) -> tuple[date, date]:
        """Return the first and the last day that it may mean in some year of a range."""
        (before, *first), (after, *last) = self.first, self.last
        return day_of(first_year + before, *first), day_of(last_year + after, *last)


def _whole_months(first: int, last: int, last_day: int) -> Season:
    return Season((0, first, 1), (0, last, last_day), first, last - first + 1)


# A season begins on the first of a month for some and about the 21st for others; one that spans New Year is counted
# to either year. Codes 21 to 24 do not say which hemisphere is meant, so that spring is in March or in September.
_MARCH = Season((0, 3, 1), (0, 6, 21), 3)
_JUNE = Season((0, 6, 1), (0, 9, 23), 6)
_SEPTEMBER = Season((0, 9, 1), (0, 12, 22), 9)
_DECEMBER = Season((-1, 12, 1), (1, 3, 21), 12)

SEASONS: dict[int, Season] = {
    21: Season(_MARCH.first, _SEPTEMBER.last, 3),
    22: Season(_DECEMBER.first, _DECEMBER.last, 6),
    23: Season(_MARCH.first, _SEPTEMBER.last, 9),
    24: Season(_DECEMBER.first, _DECEMBER.last, 12),
    **dict(enumerate((_MARCH, _JUNE, _SEPTEMBER, _DECEMBER), start=25)),
    **dict(enumerate((_SEPTEMBER, _DECEMBER, _MARCH, _JUNE), start=29)),
    33: _whole_months(1, 3, 31),
    34: _whole_months(4, 6, 30),
    35: _whole_months(7, 9, 30),
    36: _whole_months(10, 12, 31),
    37: _whole_months(1, 4, 30),
    38: _whole_months(5, 8, 31),
    39: _whole_months(9, 12, 31),
    40: _whole_months(1, 6, 30),
    41: _whole_months(7, 12, 31),
}
"""Spring, summer, autumn and winter: 21 to 24 anywhere, 25 to 28 in the north, 29 to 32 in the south; quarters 33 to
36, thirds 37 to 39, halves 40 and 41."""
