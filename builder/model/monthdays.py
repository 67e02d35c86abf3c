"""Days that are counted in months: ends of months, and days so many months away, within the years 1 to 9999."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def day_of(year: int, month: int, day: int) -> date:
    """Return a day, or the first or last day of all where the year lies outside the calendar."""
    if year < date.min.year:
        return date.min
    return date(year, month, day) if year <= date.max.year else date.max


def last_day_of(year: int, month: int) -> date:
    """Return the last day of a month."""
    return day_of(year, month, monthrange(min(max(year, 1), 9999), month)[1])


def months_away(day: date, months: int) -> date:
    """Return the day so many months later or earlier, the last of the month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = last_day_of(year, month + 1)
    return last if last in (date.min, date.max) else last.replace(day=min(day.day, last.day))


def month_ends_away(day: date, months: int) -> date:
    """Return the day so many months later; the last day of a month becomes the last day of the other."""
    away = months_away(day, months)
    return last_day_of(away.year, away.month) if day == last_day_of(day.year, day.month) else away


def days_away(day: date, days: int) -> date:
    """Return the day so many days later, or earlier where negative."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
