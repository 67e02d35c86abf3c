"""One date of an EDTF text: which days it may mean, as it is stated and when its doubts are taken seriously.

Of the Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2) levels 0 to 2 are read as far as news needs
them: year, month and day, seasons and parts of a year, unspecified digits (`201X`, `2004-06-XX`), and the qualifiers
`?` (uncertain), `~` (approximate) and `%` (both) of the whole date or of one part.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import product

from msgspec import Struct

from builder.model.monthdays import day_of, days_away, last_day_of, month_ends_away, months_away
from builder.model.otherdates import OtherDate
from builder.regexes import regex

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


_PART = r"(?P<{0}_before>[?~%]?)(?P<{0}>{1})(?P<{0}_after>[?~%]?)"
_POINT = regex(
    _PART.format("year", "[0-9X]{4}")
    + f"(?:-{_PART.format('month', '[0-9X]{2}')}(?:-{_PART.format('day', '[0-9X]{2}')})?)?",
    re.ASCII,
)
DOUBT_DAYS = 3
"""A day in doubt may lie so many days away; a month, season, year or decade one of its own length."""


class EdtfError(ValueError):
    """Says in words why a text is not a date that this product reads, and in `other` what it seems to mean."""

    def __init__(self, reason: str, other: OtherDate | None = None) -> None:
        super().__init__(reason)
        self.other = other


class Precision(StrEnum):
    """How exact a date is: its last part."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


PARTS = (Precision.YEAR, Precision.MONTH, Precision.DAY)
"""The parts of a date in the order in which they are written."""


class DatePoint(Struct, frozen=True):
    """One date. Its days are as stated; `earliest` and `latest` take every doubt seriously, and proofs use these."""

    text: str
    first_day: date
    last_day: date
    earliest: date
    latest: date
    digits: tuple[str, ...]
    """Year, month and day as they are written, without qualifiers: `("201X",)`, `("2015", "21")`."""
    listed_at: date
    """The day in whose place it is listed among others; no proof of anything."""
    uncertain_parts: tuple[Precision, ...] = ()
    approximate_parts: tuple[Precision, ...] = ()

    @property
    def precision(self) -> Precision:
        """Its last part; a season stands in the place of a month."""
        return PARTS[len(self.digits) - 1]

    @property
    def season(self) -> int | None:
        """The code of a season or part of the year, where it is one."""
        month = self.digits[1] if len(self.digits) == 2 else ""
        return int(month) if month.isdigit() and int(month) in SEASONS else None

    @property
    def year(self) -> int | None:
        """The year that is written; None where some digit of it is not specified."""
        return int(self.digits[0]) if self.digits[0].isdigit() else None

    @property
    def uncertain(self) -> bool:
        """Whether some part of it is uncertain."""
        return bool(self.uncertain_parts)

    @property
    def approximate(self) -> bool:
        """Whether some part of it is approximate."""
        return bool(self.approximate_parts)

    @property
    def is_plain(self) -> bool:
        """Whether it is year, month and day, or the first of these, without any doubt: a date of ISO 8601."""
        doubted = self.uncertain or self.approximate
        return not doubted and self.season is None and all(digits.isdigit() for digits in self.digits)

    @property
    def is_exact(self) -> bool:
        """Whether it is one day without any doubt."""
        return self.is_plain and self.precision is Precision.DAY


class _Doubt(Struct, frozen=True):
    """A qualifier and the parts of the date it is about; the last of them tells how far it reaches."""

    sign: str
    parts: tuple[Precision, ...]


def parse_point(text: str) -> DatePoint:
    """Read one date; raises `EdtfError` with the reason in words."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise EdtfError("write year, year-month or year-month-day")
    digits = tuple(match[part] for part in PARTS if match[part])
    first, last = _days(digits)
    doubts = tuple(_doubts(match))
    earliest, latest = _widened(first, last, digits, doubts)
    return DatePoint(
        text,
        first,
        last,
        earliest,
        latest,
        digits,
        _listed_at(digits, first),
        _doubted(doubts, "?%"),
        _doubted(doubts, "~%"),
    )


def _days(digits: tuple[str, ...]) -> tuple[date, date]:
    """The first and the last day that fit what is written."""
    if digits[0].startswith("X"):
        raise EdtfError("the century at least must be known")
    years = _values(digits[0], date.min.year, date.max.year)
    if not years:
        raise EdtfError("years begin with 0001")
    if len(digits) == 1:
        return date(years[0], 1, 1), date(years[-1], 12, 31)
    if digits[1].isdigit() and int(digits[1]) in SEASONS:
        if len(digits) == 3:
            raise EdtfError(f"{digits[1]} stands for a part of the year, which has no days")
        return SEASONS[int(digits[1])].days(years[0], years[-1])
    months = _values(digits[1], 1, 12)
    if not months:
        raise EdtfError(f"there is no month {digits[1]}")
    if len(digits) == 2:
        return date(years[0], months[0], 1), last_day_of(years[-1], months[-1])
    return _days_of(digits, years, months)


def _days_of(digits: tuple[str, ...], years: list[int], months: list[int]) -> tuple[date, date]:
    days = _values(digits[2], 1, 31)
    forward = product(years, months, days)
    backward = product(reversed(years), reversed(months), reversed(days))
    first, last = (next(filter(_is_day, possible), None) for possible in (forward, backward))
    if first is None or last is None:
        raise EdtfError(f"{digits[0]}-{digits[1]} has no day {digits[2]}")
    return date(*first), date(*last)


def _is_day(day: tuple[int, int, int]) -> bool:
    year, month, number = day
    return number <= monthrange(year, month)[1]


def _values(digits: str, low: int, high: int) -> list[int]:
    """All numbers from `low` to `high` that are written so; an X is any digit."""
    choices = ("0123456789" if digit == "X" else digit for digit in digits)
    return [value for chosen in product(*choices) if low <= (value := int("".join(chosen))) <= high]


def _doubts(match: re.Match[str]) -> Iterator[_Doubt]:
    """A sign after a part is about this part and all before it, a sign before a part is about this part alone."""
    for place, part in enumerate(PARTS):
        if match[f"{part}_before"]:
            yield _Doubt(match[f"{part}_before"], (part,))
        if match[f"{part}_after"]:
            yield _Doubt(match[f"{part}_after"], PARTS[: place + 1])


def _doubted(doubts: tuple[_Doubt, ...], signs: str) -> tuple[Precision, ...]:
    parts = {part for doubt in doubts if doubt.sign in signs for part in doubt.parts}
    return tuple(part for part in PARTS if part in parts)


def _widened(
    first: date, last: date, digits: tuple[str, ...], doubts: tuple[_Doubt, ...]
) -> tuple[date, date]:
    earliest, latest = first, last
    for doubt in doubts:
        if doubt.parts[-1] is Precision.DAY:
            reach = days_away(first, -DOUBT_DAYS), days_away(last, DOUBT_DAYS)
        else:
            months = _months_of(doubt.parts[-1], digits)
            reach = months_away(first, -months), month_ends_away(last, months)
        earliest, latest = min(earliest, reach[0]), max(latest, reach[1])
    return earliest, latest


def _months_of(part: Precision, digits: tuple[str, ...]) -> int:
    """How many months the year, or the month or season, of a date has."""
    if part is Precision.YEAR:
        return 12 * int("1" + "0" * digits[0].count("X"))
    code = int(digits[1]) if digits[1].isdigit() else 0
    return SEASONS[code].months if code in SEASONS else 1


def _listed_at(digits: tuple[str, ...], first: date) -> date:
    """A season is listed where it begins in the north; all else at its first day."""
    code = int(digits[1]) if len(digits) == 2 and digits[1].isdigit() else 0
    year = _values(digits[0], date.min.year, date.max.year)[0]
    return date(year, SEASONS[code].month, 1) if code in SEASONS else first
