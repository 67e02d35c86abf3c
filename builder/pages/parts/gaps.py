"""The time between two texts in words: said only as far as every day that their dates may mean bears it out."""

from __future__ import annotations

from datetime import date

from builder.model.edtf import Edtf
from builder.model.monthdays import months_away
from builder.pages.parts.words import listed
from builder.wording import marked_many, say, say_many

MONTHS_IN_DAYS = 2
"""Up to two months the time between two texts is told in days."""
MONTHS_IN_YEARS = 36
"""From three years on it is told in years."""

DAYS = marked_many("{count} day", "{count} days")
MONTHS = marked_many("{count} month", "{count} months")
YEARS = marked_many("{count} year", "{count} years")
Measure = tuple[int, tuple[str, str]]
"""A number and its unit: (22, MONTHS)."""


def time_between(first: Edtf, second: Edtf) -> tuple[str, str]:
    """Return the time between two dates in words: `22 months` or `between 1 and 17 days`, and `apart`.

    Where the dates do not prove which came first, nothing is said of the time between them.
    """
    if first.exact_day and second.exact_day:
        start, end = sorted((first.exact_day, second.exact_day))
        return (say("Same day"), say("two texts")) if start == end else (_exact(start, end), say("apart"))
    one, other = sorted((first, second), key=lambda each: (each.widened_lower, each.widened_upper))
    if one.widened_upper >= other.widened_lower:
        return say("Order unknown"), say("by their dates")
    least = _measure(one.widened_upper, other.widened_lower, up=False)
    if one.widened_lower == date.min or other.widened_upper == date.max:
        return say("at least {time}", time=_told(least)), say("apart")
    most = _measure(one.widened_lower, other.widened_upper, up=True)
    shown = f"{least[0]:,}" if least[1] == most[1] else _told(least)
    return say("between {least} and {most}", least=shown, most=_told(most)), say("apart")


def _told(measure: Measure) -> str:
    number, unit = measure
    return say_many(*unit, number)


def _exact(start: date, end: date) -> str:
    months = _whole_months(start, end)
    rest = (end - months_away(start, months)).days
    if months < MONTHS_IN_DAYS:
        return say_many(*DAYS, (end - start).days)
    if months < MONTHS_IN_YEARS:
        return listed([say_many(*MONTHS, months), *([say_many(*DAYS, rest)] if rest else [])])
    years = say_many(*YEARS, round(months / 12))
    return say("about {years}", years=years) if rest or months % 12 else years


def _measure(start: date, end: date, *, up: bool) -> Measure:
    """The time between two days in whole days, months or years, rounded up or down."""
    months = _whole_months(start, end)
    if months < MONTHS_IN_DAYS:
        return (end - start).days, DAYS
    months += up and months_away(start, months) != end
    if months < MONTHS_IN_YEARS:
        return months, MONTHS
    return -(-months // 12) if up else months // 12, YEARS


def _whole_months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)
