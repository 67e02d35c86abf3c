"""Dates as editors know them: EDTF, never more exact than the source.

Read are Level 0 and the part of Level 1 of the Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2)
that news needs: year, month, day, intervals with open or unknown ends, and the qualifiers `?` (uncertain),
`~` (approximate) and `%` (both).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<qualifier>[?~%]?)", re.ASCII
)


class Precision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One date of an EDTF text: the first and last day it may mean, how exact and how sure it is."""

    text: str
    first_day: date
    last_day: date
    precision: Precision
    uncertain: bool
    approximate: bool


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or interval. `start` or `end` is None where that end is open (`..`) or unknown (empty)."""

    text: str
    start: DatePoint | None
    end: DatePoint | None
    is_interval: bool
    open_start: bool = False
    open_end: bool = False

    def __str__(self) -> str:
        return self.text

    @property
    def lower(self) -> date:
        """The first day it may mean as stated; the first day of all where the start is open or unknown."""
        return self.start.first_day if self.start else date.min

    @property
    def upper(self) -> date:
        """The last day it may mean as stated; the last day of all where the end is open or unknown."""
        return self.end.last_day if self.end else date.max

    @property
    def widened_upper(self) -> date:
        """The last day it may mean when `? ~ %` is taken seriously: 3 days, 1 month or 1 year later by precision."""
        return _widened(self.end) if self.end else date.max

    @property
    def is_qualified(self) -> bool:
        """Whether either end is uncertain or approximate."""
        return any(point and (point.uncertain or point.approximate) for point in (self.start, self.end))


def _widened(point: DatePoint) -> date:
    if not (point.uncertain or point.approximate):
        return point.last_day
    last = point.last_day
    if point.precision is Precision.DAY:
        return last + timedelta(days=3) if last <= date.max - timedelta(days=3) else date.max
    months = 1 if point.precision is Precision.MONTH else 12
    year, month = divmod(last.year * 12 + last.month - 1 + months, 12)
    return _last_day_of(year, month + 1) if year <= date.max.year else date.max


def _last_day_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


class EdtfError(ValueError):
    """Says in words why a text is not a date that this product reads."""


@lru_cache(maxsize=8192)
def parse_edtf(text: str) -> Edtf:
    """Read an EDTF text; raises `EdtfError` with the reason in words."""
    if re.fullmatch(r"\d+/\d+/\d+", text, re.ASCII):
        raise EdtfError("write hyphens between year, month and day; a `/` parts the two dates of an interval")
    if "/" not in text:
        point = _parse_point(text)
        return Edtf(text, point, point, is_interval=False)
    start_text, _, end_text = text.partition("/")
    start = None if start_text in ("", "..") else _parse_point(start_text)
    end = None if end_text in ("", "..") else _parse_point(end_text)
    if start is None and end is None:
        raise EdtfError("an interval needs at least one date")
    if start and end and end.last_day < start.first_day:
        raise EdtfError("the interval ends before it begins")
    return Edtf(text, start, end, True, open_start=start_text == "..", open_end=end_text == "..")


def _parse_point(text: str) -> DatePoint:
    match = _POINT.fullmatch(text)
    if match is None:
        raise EdtfError(_point_fault(text))
    year, month, day = (int(match[part]) if match[part] else None for part in ("year", "month", "day"))
    if not year:
        raise EdtfError("years begin with 0001")
    if month is not None and not 1 <= month <= 12:
        raise EdtfError(f"there is no month {month:02d}")
    if month is not None and day is not None and not 1 <= day <= monthrange(year, month)[1]:
        raise EdtfError(f"{year:04d}-{month:02d} has no day {day:02d}")
    first = date(year, month or 1, day or 1)
    last = first if day else _last_day_of(year, month or 12)
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    sign = match["qualifier"]
    return DatePoint(text, first, last, precision, sign in ("?", "%"), sign in ("~", "%"))


def _point_fault(text: str) -> str:
    if re.fullmatch(r"\d{1,2} .+ \d{4}|\D+ \d{1,2},? \d{4}", text):
        return "write it in digits, the year first"
    if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}", text, re.ASCII):
        return "write the year first, then month and day"
    if re.fullmatch(r"\d{4}-\d{1,2}(-\d{1,2})?", text, re.ASCII):
        return "write month and day with two digits"
    return "write year, year-month or year-month-day"


def _to_edtf(value: object) -> object:
    if isinstance(value, Edtf):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("bad_date", "a date is expected")
    try:
        return parse_edtf(value)
    except EdtfError as fault:
        raise PydanticCustomError(
            "bad_date",
            "'{text}' is not a date: {fault}",
            {"text": value if len(value) <= 60 else f"{value[:59]}…", "fault": str(fault)},
        ) from None


EdtfDate = Annotated[
    Edtf,
    BeforeValidator(_to_edtf),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^([0-9]{4}(-[0-9]{2}){0,2}[?~%]?|\.\.)?(/([0-9]{4}(-[0-9]{2}){0,2}[?~%]?|\.\.)?)?$",
            "examples": ["2015-11-12", "2015-11", "2015", "2015-11-13?", "2014-08-31/2014-09-02"],
        }
    ),
]
