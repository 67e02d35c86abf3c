"""Which days a date may mean, read from its EDTF text alone: what pages say of dates is held against this.

Written apart from the program's own reader, and simpler: a day in doubt may be three days off, a month, season, year or
decade one of its own length.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_POINT = re.compile(r"[?~%]?([0-9X]{4})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?)?)?")
_SEASONS = {21: (2, 12), 23: (2, 12)}
"""Spring and autumn of either hemisphere lie from March to December of their year; other seasons may reach over its ends."""
_DOUBT_DAYS = (366, 31, 3)
_DECADE_DAYS = 3653


@dataclass(frozen=True)
class Days:
    """The first and the last possible day, every doubt taken seriously, and the moment where it is known."""

    first: date
    last: date
    moment: datetime | None = None

    @property
    def is_one_day(self) -> bool:
        return self.first == self.last

    def proves_before(self, other: Days) -> bool:
        """Whether whatever the two dates mean, this one comes first."""
        if self.moment and other.moment:
            return self.moment < other.moment
        return self.last < other.first


def days_of(written: dict[str, object] | str) -> Days:
    """Return the days of a date as the documents in `data/` give it: EDTF text, or a mapping with `edtf` or `unknown`."""
    if isinstance(written, str):
        return _span(written)
    if written.get("unknown"):
        after, before = (str(written.get(key, "")) for key in ("after", "before"))
        return Days(_span(after).first if after else date.min, _span(before).last if before else date.max)
    span = _span(str(written["edtf"]))
    return Days(span.first, span.last, _moment(span, str(written.get("time", ""))))


def _moment(span: Days, time: str) -> datetime | None:
    if not span.is_one_day or not re.search(r"Z|[+-]\d\d:\d\d$", time):
        return None
    return datetime.fromisoformat(f"{span.first.isoformat()}T{time.replace('Z', '+00:00')}")


def _span(text: str) -> Days:
    first, slash, last = text.partition("/")
    start = _point(first)
    end = _point(last) if slash else start
    return Days(start.first if start else date.min, end.last if end else date.max)


def _point(text: str) -> Days | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    parts = [part for part in match.groups() if part]
    first, last = _bounds(parts)
    if set(text) & set("?~%"):
        is_decade = len(parts) == 1 and parts[0].endswith("X")
        doubt = timedelta(days=_DECADE_DAYS if is_decade else _DOUBT_DAYS[len(parts) - 1])
        return Days(first - doubt, last + doubt)
    return Days(first, last)


def _bounds(parts: list[str]) -> tuple[date, date]:
    years = int(parts[0].replace("X", "0")), int(parts[0].replace("X", "9"))
    month = parts[1] if len(parts) > 1 else "XX"
    if month.isdigit() and int(month) > 12:
        begins, ends = _season(int(month))
        return _month_start(years[0], begins), _month_start(years[1], ends) - timedelta(days=1)
    months = (1, 12) if "X" in month else (int(month), int(month))
    day = parts[2] if len(parts) > 2 else "XX"
    if "X" in day:
        return date(years[0], months[0], 1), date(years[1], months[1], monthrange(years[1], months[1])[1])
    return date(years[0], months[0], int(day)), date(years[1], months[1], int(day))


def _season(code: int) -> tuple[int, int]:
    """The first month, 0 for January and -1 for the December before, and the one after the last; rather too wide."""
    return _SEASONS.get(code, (-1, 15))


def _month_start(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)
