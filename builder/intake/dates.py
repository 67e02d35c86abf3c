"""Dates as pages print them, in any of the languages of news: what they mean, and the very words.

A date in digits that may mean two days (`03/11/2015`) is settled by the page's language where that has one order, else
by other dates of the page; else it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from builder.intake.months import month_of
from builder.regexes import regex

_FIRST_YEAR: Final = 1800
_LAST_YEAR: Final = 2199
_WORD: Final = r"[^\W\d_]{2,14}"
_DE: Final = r"(?:\s+|\s*[.,/-]\s*|\s+(?:de|del|of|d['’])\s*)"
_PATTERNS: Final = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})\s?[年년][度]?\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})[./](?P<month>\d{1,2})[./](?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})\.\s(?P<month>\d{1,2})\.\s(?P<day>\d{1,2})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|ª)?{_DE}(?P<name>{_WORD}(?:\s(?:/\s)?{_WORD})?)\.?{_DE}(?P<year>\d{{4}})(?!\d)",
        rf"(?P<name>\b{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<year>\d{{4}})\.?\s(?P<name>{_WORD})\.?\s(?P<day>\d{{1,2}})(?!\d)",
        r"(?<!\d)(?P<one>\d{1,2})(?P<sign>[./-])\s?(?P<two>\d{1,2})(?P=sign)\s?(?P<year>\d{4})(?!\d)",
        r"(?<!\d)(?P<one>\d{1,2})(?P<sign>[./])(?P<two>\d{1,2})(?P=sign)(?P<short>\d{2})(?!\d)",
    )
)
_ZONES: Final = {
    "utc": "Z", "gmt": "Z", "z": "Z", "bst": "+01:00", "cet": "+01:00", "mez": "+01:00", "cest": "+02:00",
    "mesz": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "мск": "+03:00", "trt": "+03:00",
    "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "jst": "+09:00", "kst": "+09:00", "hkt": "+08:00",
}  # fmt: skip
_ZONE: Final = rf"(?P<zone>{'|'.join(_ZONES)}|(?:(?:GMT|UTC)\s?)?[+-]\d{{1,2}}(?::?\d{{2}})?)(?![^\W_])"
_CLOCK: Final = (
    r"(?P<early>上午|下午|午前|午後|오전|오후)?\s?(?P<hour>\d{1,2})\s?(?:[:.h]|時|时|시)\s?(?P<minute>\d{2})?(?:\s?[分분])?"
    r"(?::\d{2})?(?:\s?(?P<half>[ap]\.?m\b\.?))?"
)
_CLOCK_BEHIND: Final = regex(
    rf"[,.\s|–—-]{{0,4}}(?:(?:at|um|à|a las|alle|в|u|saat|kl\.?|-|–|\|)\s)?{_CLOCK}"
    rf"(?:\s(?:uhr|hrs?)\b\.?)?(?:\s?\(?{_ZONE}\)?)?",
    re.IGNORECASE,
)
_CLOCK_BEFORE: Final = regex(rf"{_CLOCK}(?:\s?\(?{_ZONE}\)?)?[,.\s|–—-]{{1,4}}(?:on\s)?$", re.IGNORECASE)
_FAR: Final = 40
"""So far from a date its time of day is looked for, in characters."""
_AFTERNOON: Final = frozenset("下午 午後 오후".split())
_MONTH_FIRST: Final = frozenset({"en-US", "en-PH"})
_NO_ORDER: Final = frozenset({"", "en", "en-CA"})
"""Languages whose pages print the day first here and the month first there."""


class PrintedDate(Struct, frozen=True):
    """A date in a line: the day, the time of day where it is told, and where its words stand in the line.

    `other` is the second day that it may mean.
    """

    day: date
    start: int
    end: int
    time: str = ""
    other: date | None = None


def printed_dates(line: str, language: str) -> Iterator[PrintedDate]:
    """Yield the dates in a line of a page, in order; `language` is the page's tag, empty where it is not known."""
    taken: list[tuple[int, int]] = []
    found: list[PrintedDate] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(line):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            read = _read(match, language)
            if read is not None:
                taken.append((read.start, read.end))
                found.append(_with_clock(line, read))
    yield from sorted(found, key=lambda one: one.start)


def _read(match: re.Match[str], language: str) -> PrintedDate | None:
    parts = match.groupdict()
    year = int(parts.get("year") or 0) or _century(int(parts["short"]))
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if "one" in parts:
        return _in_digits(match, year, language)
    name = parts.get("name")
    month = int(parts["month"]) if name is None else _month(name, language)
    day = _day(year, month or 0, int(parts["day"]))
    return PrintedDate(day, *match.span()) if day else None


def _month(name: str, language: str) -> int | None:
    """The month of one word, or of two; `de marzo` ends with it, `نيسان / أبريل` names it twice."""
    words = name.split()
    return next(filter(None, (month_of(each, language) for each in (name, words[-1], words[0]))), None)


def _century(short: int) -> int:
    return (1900 if short > 69 else 2000) + short


def _in_digits(match: re.Match[str], year: int, language: str) -> PrintedDate | None:
    one, two = int(match["one"]), int(match["two"])
    day_first, month_first = _day(year, two, one), _day(year, one, two)
    if day_first is None or month_first is None or day_first == month_first:
        day = day_first or month_first
        return PrintedDate(day, *match.span()) if day else None
    if language in _MONTH_FIRST:
        return PrintedDate(month_first, *match.span())
    if language in _NO_ORDER and match["sign"] != ".":
        return PrintedDate(day_first, *match.span(), other=month_first)
    return PrintedDate(day_first, *match.span())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _with_clock(line: str, read: PrintedDate) -> PrintedDate:
    behind = _CLOCK_BEHIND.match(line, read.end, read.end + _FAR)
    if behind is not None and (time := _time(behind)):
        return replace(read, time=time, end=read.end + len(behind[0].rstrip()))
    start = max(read.start - _FAR, 0)
    before = _CLOCK_BEFORE.search(line[start : read.start])
    if before is not None and (time := _time(before)):
        return replace(read, time=time, start=start + before.start())
    return read


def _time(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if match["minute"] is None and not half and not re.search(r"[h時时시]", match[0]):
        return ""
    if half or match["early"]:
        hour = hour % 12 + 12 * (half.startswith("p") or match["early"] in _AFTERNOON)
    if hour > 23 or minute > 59:
        return ""
    return f"{hour:02}:{minute:02}{offset_of(match['zone'] or '')}"


def offset_of(zone: str) -> str:
    """Return the offset from UTC that a zone in letters or digits means, as EDTF's times have it; else nothing."""
    known = _ZONES.get(zone.casefold())
    if known is not None or not zone:
        return known or ""
    plain = re.sub(r"(?i)gmt|utc|[\s:]", "", zone)
    hours, minutes = plain[1:3].zfill(2), plain[3:].ljust(2, "0")
    if int(hours) > 14 or int(minutes) > 59:
        return ""
    return "Z" if int(hours) == int(minutes) == 0 else f"{plain[0]}{hours}:{minutes}"
