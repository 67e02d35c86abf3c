"""Dates in words: each as readers say it.

Each way to tell a date is one pattern of the catalogue; only dates of which some digit is not known are told by
patterns within patterns.
"""

from __future__ import annotations

from builder.model.datepoint import DatePoint, Precision
from builder.model.edtf import Edtf
from builder.wording import listed, marked, marked_as, say, say_as

SHORT_MONTHS = (
    marked_as("short month", "Jan"),
    marked_as("short month", "Feb"),
    marked_as("short month", "Mar"),
    marked_as("short month", "Apr"),
    marked_as("short month", "May"),
    marked_as("short month", "Jun"),
    marked_as("short month", "Jul"),
    marked_as("short month", "Aug"),
    marked_as("short month", "Sep"),
    marked_as("short month", "Oct"),
    marked_as("short month", "Nov"),
    marked_as("short month", "Dec"),
)
MONTHS = (
    marked_as("month", "January"),
    marked_as("month", "February"),
    marked_as("month", "March"),
    marked_as("month", "April"),
    marked_as("month", "May"),
    marked_as("month", "June"),
    marked_as("month", "July"),
    marked_as("month", "August"),
    marked_as("month", "September"),
    marked_as("month", "October"),
    marked_as("month", "November"),
    marked_as("month", "December"),
)
MONTHS_OF_A_DAY = (
    marked_as("month of a day", "January"),
    marked_as("month of a day", "February"),
    marked_as("month of a day", "March"),
    marked_as("month of a day", "April"),
    marked_as("month of a day", "May"),
    marked_as("month of a day", "June"),
    marked_as("month of a day", "July"),
    marked_as("month of a day", "August"),
    marked_as("month of a day", "September"),
    marked_as("month of a day", "October"),
    marked_as("month of a day", "November"),
    marked_as("month of a day", "December"),
)
"""Many languages decline the month after a day."""
_SEASONS = (
    marked("spring {year}"),
    marked("summer {year}"),
    marked("autumn {year}"),
    marked("winter {year}"),
    marked("northern spring {year}"),
    marked("northern summer {year}"),
    marked("northern autumn {year}"),
    marked("northern winter {year}"),
    marked("southern spring {year}"),
    marked("southern summer {year}"),
    marked("southern autumn {year}"),
    marked("southern winter {year}"),
    marked("first quarter of {year}"),
    marked("second quarter of {year}"),
    marked("third quarter of {year}"),
    marked("fourth quarter of {year}"),
    marked("first four months of {year}"),
    marked("middle four months of {year}"),
    marked("last four months of {year}"),
    marked("first half of {year}"),
    marked("second half of {year}"),
)
"""The parts of a year by their codes, from 21."""
_PARTS: dict[Precision, str] = {
    Precision.YEAR: marked("year"),
    Precision.MONTH: marked("month"),
    Precision.DAY: marked("day"),
}

# How what is told of a month or day goes on, where the year is known, is a decade, or one of more years.
_IN_YEAR = (marked("{month} {year}"), marked("{month} in {year}"), marked("{month} of {year}"))
_SOME_DAY = (
    marked("some day in {year}"),
    marked("some day in {year}"),
    marked("some day of {year}"),
)
_SOME_MONTH = (
    marked("some month in {year}"),
    marked("some month in {year}"),
    marked("some month of {year}"),
)
_SOME_OF_MONTHS = (
    marked("some month from {first} to {last} {year}"),
    marked("some month from {first} to {last} in {year}"),
    marked("some month from {first} to {last} of {year}"),
)

# The same of a day, where the month is told by its name, and where it is not.
_DAY_OF = (marked("{day} {month}"), marked("day {day} of {month}"))
_SOME_OF_DAYS = (
    marked("some day from {first} to {last} {month}"),
    marked("some day from {first} to {last} of {month}"),
)


def calendar_words(year: int | None, month: int | None, day: int | None = None, *, long: bool = False) -> str:
    """Return what is known of a day in words: `12 Nov 2015`, `12 Nov`, `Nov 2015`, `Nov`, `2015`."""
    if month is None:
        return " ".join(str(number) for number in (day, year) if number is not None)
    if day is None:
        words = _month(month, long=long)
        return words if year is None else say("{month} {year}", month=words, year=year)
    words = _month_of_a_day(month, long=long)
    if year is None:
        return say("{day} {month}", day=day, month=words)
    return say("{day} {month} {year}", day=day, month=words, year=year)


def month_forms() -> tuple[tuple[str, ...], ...]:
    """Return the names of each month as dates have them: after a day, alone, short."""
    forms = zip(MONTHS_OF_A_DAY, MONTHS, SHORT_MONTHS, strict=True)
    return tuple(tuple(say_as(*form) for form in month) for month in forms)


def _month(number: int, *, long: bool) -> str:
    return say_as(*(MONTHS if long else SHORT_MONTHS)[number - 1])


def _month_of_a_day(number: int, *, long: bool) -> str:
    return say_as(*(MONTHS_OF_A_DAY if long else SHORT_MONTHS)[number - 1])


def date_words(edtf: Edtf, *, long: bool = False) -> str:
    """Return a date in words: `about 3 Sep 2014`, `spring 2015`, `in the 2010s`, `since 2014`, `date unknown`."""
    if not edtf.is_interval and not edtf.is_unknown:
        return _alone(edtf.start, long=long) if edtf.start else ""
    start = _qualified(edtf.start, long=long) if edtf.start else ""
    end = _qualified(edtf.end, long=long) if edtf.end else ""
    if edtf.is_unknown:
        return _bounds(start, end)
    if edtf.start and edtf.end:
        return _span_words(edtf.start, edtf.end, long=long) or say("{start} to {end}", start=start, end=end)
    if start:
        return say("since {date}", date=start) if edtf.open_end else say("from {date}", date=start)
    if end:
        return say("until {date}", date=end) if edtf.open_start else say("by {date}", date=end)
    return ""


def _bounds(start: str, end: str) -> str:
    """What is known of a date that is not known; both bounds are included."""
    if start and end:
        return say("date unknown, not before {start}, not after {end}", start=start, end=end)
    if start:
        return say("date unknown, not before {start}", start=start)
    return say("date unknown, not after {end}", end=end) if end else say("date unknown")


def _span_words(start: DatePoint, end: DatePoint, *, long: bool) -> str | None:
    """Two days of one year, which is told once; None for others."""
    first, last = start.first_day, end.first_day
    if not (start.is_exact and end.is_exact and first.year == last.year):
        return None
    month = _month_of_a_day(last.month, long=long)
    if first.month == last.month:
        return say(
            "{first}–{last} {month} {year}", first=first.day, last=last.day, month=month, year=last.year
        )
    return say(
        "{first} {first_month} to {last} {month} {year}",
        first=first.day,
        first_month=_month_of_a_day(first.month, long=long),
        last=last.day,
        month=month,
        year=last.year,
    )


def _alone(point: DatePoint, *, long: bool) -> str:
    """A decade that stands alone is a time in which something was; it needs its preposition."""
    if len(point.digits) > 1 or point.approximate or _sort_of_year(point.digits[0]) != 1:
        return _qualified(point, long=long)
    return _doubted(point, say("in the {decade}s", decade=_decade(point.digits[0])))


def _qualified(point: DatePoint, *, long: bool) -> str:
    return _doubted(point, _plain(point, long=long))


def _doubted(point: DatePoint, date: str) -> str:
    """A date with which parts of it are approximate or uncertain, where not all are."""
    if point.approximate:
        parts = _parts(point, point.approximate_parts)
        known = say("{date}, {parts} approximate", date=date, parts=parts) if parts else ""
        date = known or say("about {date}", date=date)
    if not point.uncertain:
        return date
    parts = _parts(point, point.uncertain_parts)
    if parts:
        return say("{date}, {parts} uncertain", date=date, parts=parts)
    return say("{date}, uncertain", date=date)


def _parts(point: DatePoint, parts: tuple[Precision, ...]) -> str:
    """Which parts are in doubt, `year and month`; nothing where all are."""
    return "" if len(parts) == len(point.digits) else listed([say(_PARTS[part]) for part in parts])


def _plain(point: DatePoint, *, long: bool) -> str:
    digits, *rest = point.digits
    if point.season is not None:
        return say(_SEASONS[point.season - 21], year=_year(digits))
    if all(part.isdigit() for part in point.digits):
        year, month, day = (*map(int, point.digits), None, None)[:3]
        return calendar_words(year, month, day, long=long)
    if not rest:
        return _year(digits)
    if rest == ["XX", "XX"]:
        return say(_SOME_DAY[_sort_of_year(digits)], year=_year(digits))
    month_words = _month_of_year(rest[0], digits, long=long)
    return _day_of_month(rest[1], month_words, loose="X" in rest[0]) if len(rest) > 1 else month_words


def _sort_of_year(digits: str) -> int:
    """0 for a year that is known, 1 for a decade, 2 for one of other years."""
    if digits.isdigit():
        return 0
    return 1 if digits.count("X") == 1 and digits.endswith("X") else 2


def _year(digits: str) -> str:
    first, last = _ends(digits)
    sort = _sort_of_year(digits)
    if sort == 2:
        return say("some year from {first} to {last}", first=first, last=last)
    return say("the {decade}s", decade=_decade(digits)) if sort else str(first)


def _decade(digits: str) -> str:
    return f"{digits[:-1]}0"


def _month_of_year(digits: str, year: str, *, long: bool) -> str:
    """`June 2004`; `June in the 2010s`; `some month in 2004`."""
    sort = _sort_of_year(year)
    if digits.isdigit():
        return say(_IN_YEAR[sort], month=_month(int(digits), long=long), year=_year(year))
    if digits == "XX":
        return say(_SOME_MONTH[sort], year=_year(year))
    first, last = (_month(min(max(number, 1), 12), long=long) for number in _ends(digits))
    return say(_SOME_OF_MONTHS[sort], first=first, last=last, year=_year(year))


def _day_of_month(digits: str, month: str, *, loose: bool) -> str:
    """A day of a month; `loose`, where the month is told by more words than its name."""
    if digits == "XX":
        return say("some day in {month}", month=month)
    first, last = (min(max(number, 1), 31) for number in _ends(digits))
    if digits.isdigit():
        return say(_DAY_OF[loose], day=first, month=month)
    return say(_SOME_OF_DAYS[loose], first=first, last=last, month=month)


def _ends(digits: str) -> tuple[int, int]:
    """The least and the greatest number that is written so."""
    return int(digits.replace("X", "0")), int(digits.replace("X", "9"))
