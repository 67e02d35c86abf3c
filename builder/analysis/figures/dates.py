"""Dates in a text with their cue; a relative date is shown with its words and never resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from builder.analysis.figures.hinted import digits_of, in_small_letters, matches_at, places_of, word_starts
from builder.regexes import regex
from builder.text import Span, meets_any

_MONTHS = """January February March April May June July August September October November December""".split()
_NUMBER_OF = {name[:3].casefold(): number for number, name in enumerate(_MONTHS, start=1)}
_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[89]|20)\d\d"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_COUNT = (
    r"an?(?:\s+few)?|several|many|some|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
)
_UNIT = r"(?:second|minute|hour|day|week|month|year|decade)s?"

_ABSOLUTE = regex(
    rf"\b(?:(?P<iso_year>{_YEAR})-(?P<iso_month>0[1-9]|1[0-2])-(?P<iso_day>0[1-9]|[12]\d|3[01])"
    rf"|(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?:st|nd|rd|th)?(?:,?\s+(?P<year>{_YEAR}))?"
    rf"|(?P<day_2>{_DAY})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month_2>{_MONTH})(?:,?\s+(?P<year_2>{_YEAR}))?"
    rf"|(?P<month_3>{_MONTH}),?\s+(?P<year_3>{_YEAR})"
    rf"|(?:[Ii]n|[Ss]ince|[Bb]y|[Dd]uring|[Uu]ntil|[Ff]rom|[Oo]f)\s+(?P<year_4>{_YEAR}))\b(?![\d%:]|-\w)"
)
_RELATIVE = regex(
    rf"\b(?:(?:{_COUNT})\s+{_UNIT}\s+(?:ago|earlier|later)"
    rf"|(?:last|this|next)\s+(?:{_WEEKDAY}|{_MONTH}|week(?:end)?|month|year|night)"
    rf"|(?:in\s+)?{_MONTH}\s+this\s+year|(?:on\s+)?{_WEEKDAY}|(?:yesterday|today|tonight|tomorrow)(?:[\u2019']?s)?)\b",
    re.IGNORECASE,
)
_MONTH_STARTS = tuple(name[:3] for name in _MONTHS)
_RELATIVE_WORDS = tuple(
    "ago earlier later last this next monday tuesday wednesday thursday friday saturday sunday"
    " yesterday today tonight tomorrow".split()
)
"""Every match of the pattern of relative dates has one of these."""
_WORDS_BEFORE = 3
"""So many words may stand before it: `a few days ago`, `in May this year`."""


class FoundDate(Struct, frozen=True, array_like=True):
    """A date: what of it the text gives; nothing where its words are relative."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    is_relative: bool = False


def dates_in(text: str) -> tuple[FoundDate, ...]:
    """Return the dates of a text in text order; they do not overlap."""
    found = [_read(match) for match in absolute_dates(text)]
    relative = (FoundDate(Span(*match.span()), is_relative=True) for match in relative_dates(text))
    absolute = [date.span for date in found]
    found.extend(date for date in relative if not meets_any(date.span, absolute))
    return tuple(sorted(found, key=lambda date: date.span))


def absolute_dates(text: str) -> Iterator[re.Match[str]]:
    """Yield every match of the pattern of dates that give a year, a month or a day of one."""
    digits = digits_of(text)
    years = (start for place in digits for start in word_starts(text, place, 1))  # "in 2015"
    return matches_at(_ABSOLUTE, text, [*years, *places_of(_MONTH_STARTS, text)])


def relative_dates(text: str) -> Iterator[re.Match[str]]:
    """Yield every match of the pattern of dates that tell from which day they are counted, or do not even that."""
    places = places_of(_RELATIVE_WORDS, in_small_letters(text))
    return matches_at(
        _RELATIVE, text, [start for place in places for start in word_starts(text, place, _WORDS_BEFORE)]
    )


def _read(match: re.Match[str]) -> FoundDate:
    def first(*names: str) -> str | None:
        return next((match[name] for name in names if match[name]), None)

    year = first("iso_year", "year", "year_2", "year_3", "year_4")
    name = first("month", "month_2", "month_3")
    month = _NUMBER_OF[name[:3].casefold()] if name else int(match["iso_month"] or 0) or None
    day = first("iso_day", "day", "day_2")
    start = match.start("year_4") if match["year_4"] else match.start()
    return FoundDate(Span(start, match.end()), int(year) if year else None, month, int(day) if day else None)
