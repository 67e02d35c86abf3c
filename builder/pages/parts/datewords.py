"""Dates in words: never more exact than EDTF says, and never by a sign alone."""

from __future__ import annotations

from builder.model.datepoint import DatePoint, Precision
from builder.model.edtf import Edtf

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASON_WORDS = (
    *("spring", "summer", "autumn", "winter"),
    *("northern spring", "northern summer", "northern autumn", "northern winter"),
    *("southern spring", "southern summer", "southern autumn", "southern winter"),
    *("first quarter of", "second quarter of", "third quarter of", "fourth quarter of"),
    *("first four months of", "middle four months of", "last four months of"),
    *("first half of", "second half of"),
)
"""The parts of a year by their codes, from 21; the year follows."""
UNKNOWN_WORDS = "date unknown"


def date_words(edtf: Edtf, *, long: bool = False) -> str:
    """Return a date in words: `about 3 Sep 2014`, `spring 2015`, `in the 2010s`, `since 2014`, `date unknown`."""
    months = LONG_MONTHS if long else MONTHS
    if edtf.is_unknown:
        return _bounds(edtf, months)
    if not edtf.is_interval:
        return _alone(edtf.start, months) if edtf.start else ""
    if edtf.start is None:
        return f"{'until' if edtf.open_start else 'by'} {_qualified(edtf.end, months)}" if edtf.end else ""
    if edtf.end is None:
        return f"{'since' if edtf.open_end else 'from'} {_qualified(edtf.start, months)}"
    return _span_words(edtf.start, edtf.end, months)


def _bounds(edtf: Edtf, months: tuple[str, ...]) -> str:
    """What is known of a date that is not known; both bounds are included."""
    after = f"not before {_qualified(edtf.start, months)}" if edtf.start else ""
    before = f"not after {_qualified(edtf.end, months)}" if edtf.end else ""
    return ", ".join(filter(None, (UNKNOWN_WORDS, after, before)))


def _span_words(start: DatePoint, end: DatePoint, months: tuple[str, ...]) -> str:
    if not (start.is_exact and end.is_exact):
        return f"{_qualified(start, months)} to {_qualified(end, months)}"
    first, last = start.first_day, end.first_day
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_plain(end, months)}"
    if first.year == last.year:
        return f"{first.day} {months[first.month - 1]} to {_plain(end, months)}"
    return f"{_plain(start, months)} to {_plain(end, months)}"


def _alone(point: DatePoint, months: tuple[str, ...]) -> str:
    """A decade that stands alone is a time in which something was; it needs its preposition."""
    words = _qualified(point, months)
    return f"in {words}" if words.startswith("the ") else words


def _qualified(point: DatePoint, months: tuple[str, ...]) -> str:
    words = _plain(point, months)
    approximate = _doubted(point, point.approximate_parts)
    if approximate:
        words = f"about {words}" if approximate == "all" else f"{words}, {approximate} approximate"
    uncertain = _doubted(point, point.uncertain_parts)
    return f"{words}, {'' if uncertain == 'all' else f'{uncertain} '}uncertain" if uncertain else words


def _doubted(point: DatePoint, parts: tuple[Precision, ...]) -> str:
    """Which parts are in doubt: `all`, or `year and month`; nothing where none is."""
    return "all" if parts and len(parts) == len(point.digits) else " and ".join(parts)


def _plain(point: DatePoint, months: tuple[str, ...]) -> str:
    year, *rest = point.digits
    if point.season is not None:
        return f"{SEASON_WORDS[point.season - 21]} {_year(year)}"
    if not rest:
        return _year(year)
    if rest == ["XX", "XX"]:
        return f"some day{_of_year(year, loose=True)}"
    month = _month_of_year(rest[0], year, months)
    return _day_of_month(rest[1], month) if len(rest) > 1 else month


def _year(digits: str) -> str:
    if digits.isdigit():
        return str(int(digits))
    if digits.count("X") == 1 and digits.endswith("X"):
        return f"the {digits[:-1]}0s"
    return "some year from {} to {}".format(*_ends(digits))


def _of_year(digits: str, *, loose: bool) -> str:
    """The year after a month: `June 2004`; `June in the 2010s`; after words (`loose`): `some month in 2004`."""
    year = _year(digits)
    joint = "of " if year.startswith("some ") else "in " if loose or year.startswith("the ") else ""
    return f" {joint}{year}"


def _month_of_year(digits: str, year: str, months: tuple[str, ...]) -> str:
    if digits.isdigit():
        return f"{months[int(digits) - 1]}{_of_year(year, loose=False)}"
    if digits == "XX":
        return f"some month{_of_year(year, loose=True)}"
    first, last = (months[min(max(number, 1), 12) - 1] for number in _ends(digits))
    return f"some month from {first} to {last}{_of_year(year, loose=False)}"


def _day_of_month(digits: str, month: str) -> str:
    loose = month.startswith("some ")
    if digits.isdigit():
        return f"day {int(digits)} of {month}" if loose else f"{int(digits)} {month}"
    if digits == "XX":
        return f"some day in {month}"
    first, last = (min(max(number, 1), 31) for number in _ends(digits))
    return f"some day from {first} to {last} {'of ' if loose else ''}{month}"


def _ends(digits: str) -> tuple[int, int]:
    """The least and the greatest number that is written so."""
    return int(digits.replace("X", "0")), int(digits.replace("X", "9"))
