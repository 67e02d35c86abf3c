"""Dates as people write them, and how they are written here. What may mean two days is told and not decided.

Words are known in English, names of months in many languages; digits mean the same in every one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from builder.model.monthnames import hyphened, in_english
from builder.regexes import regex

_AROUND = " ,;.\"'“”„«»‘’`"
MOST_CHARS = 80
"""A longer text is no date."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:[a-z]{2,9},? )??"
_ZONE = r"[+-]\d{4}|[a-z]{1,5}"
_BASIC_CLOCK = r"(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<zone>z|[+-]\d{4})?"
_CLOCK = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?"
)


TIME_OF_DAY = regex(r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?$")
"""Hours and minutes, seconds where they are known, and the offset from UTC where it is known."""


class OtherDate(Struct, frozen=True):
    """What a text seems to mean. `bound` is `before` or `after` where it is no more than a limit."""

    reason: str
    edtf: str
    time: str | None = None
    bound: str | None = None


def read_otherwise(text: str) -> OtherDate | None:
    """Return the date that a text means which is no EDTF, or None where that is not clear."""
    written = " ".join(text.split()).casefold()
    if len(written) > MOST_CHARS:
        return None
    if text != text.strip():
        return OtherDate("white space stands before or after it", text.strip())
    bare = text.strip(_AROUND)
    if bare != text and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", bare):
        return OtherDate("other signs stand around it", bare)
    dashed = hyphened(text)
    if dashed != text and re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", dashed):
        return OtherDate("hyphens part year, month and day, not other dashes", dashed)
    other = in_english(written)
    found = _read(written)
    return found if (found is not None and found.edtf) or other == written else _read(other) or found


def _read(written: str) -> OtherDate | None:
    matches = ((re.fullmatch(pattern, written, re.ASCII), read) for pattern, read in _FORMS)
    found = (read(match) for match, read in matches if match is not None)
    return next((other for other in found if other is not None), None)


def means_unknown(text: str) -> bool:
    """Whether a text says, in whatever language, that there is no date: it has no digit (`n.d.`, `XXXX`, `?`)."""
    return not any(sign.isdigit() for sign in text)


def _instant(match: re.Match[str]) -> OtherDate | None:
    parts = {"half": None, "second": None, "zone": None, **match.groupdict()}
    hour = int(match["hour"])
    if parts["half"]:
        hour = hour % 12 + 12 * parts["half"].startswith("p")
    return _timed(
        _hyphened(match), (hour, int(match["minute"]), int(parts["second"] or 0)), _offset(parts["zone"])
    )


def _timed(day: str, clock: tuple[int, int, int], offset: str | None) -> OtherDate | None:
    hour, minute, second = clock
    time = f"{hour:02}:{minute:02}{f':{second:02}' if second else ''}{offset}"
    if offset is None or not TIME_OF_DAY.fullmatch(time):
        return None
    return OtherDate("a time of day stands in a field of its own", day, time)


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _hyphened(match: re.Match[str]) -> str:
    return f"{match['year']}-{_month(match['month']):02}-{int(match['day']):02}"


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTHS.index(written) + 1


def _mail_date(match: re.Match[str]) -> OtherDate | None:
    """`Wed, 13 May 2026 20:57:00 +0200`, as mail and feeds write it (RFC 2822); -0000 says that no zone is known."""
    from email.utils import parsedate_tz  # it loads what sends mail, and such dates are rare

    read = parsedate_tz(match[0])
    if read is None:
        return None
    year, month, day, hour, minute, second, *_, east = read
    zone = match.groupdict().get("zone")
    hours, minutes = divmod(abs(east or 0) // 60, 60)
    offset = "Z" if not east else f"{'-' if east < 0 else '+'}{hours:02}:{minutes:02}"
    known = zone is not None and zone != "-0000" and east is not None
    return _timed(f"{year:04}-{month:02}-{day:02}", (hour, minute, second), offset if known else "")


def _in_digits(match: re.Match[str]) -> OtherDate:
    has_day = "day" in match.groupdict()
    text = _hyphened(match) if has_day else f"{match['year']}-{_month(match['month']):02}"
    return OtherDate("write it in digits, the year first", text)


def _two_digits(match: re.Match[str]) -> OtherDate:
    day = f"-{int(match['day']):02}" if match["day"] else ""
    return OtherDate("write month and day with two digits", f"{match['year']}-{int(match['month']):02}{day}")


def _slashes(match: re.Match[str]) -> OtherDate:
    reason = "write hyphens between year, month and day; a `/` parts the two dates of an interval"
    return OtherDate(reason, _hyphened(match))


def _year_last(match: re.Match[str]) -> OtherDate:
    """Points part day, month and year in this order; where they are slashes only a number above 12 tells."""
    one, other, year = int(match["one"]), int(match["other"]), match["year"]
    day, month = (other, one) if other > 12 else (one, other)
    if "." not in match[0] and one <= 12 and other <= 12 and one != other:
        reason = f"write the year first: {year}-{other:02}-{one:02} or {year}-{one:02}-{other:02}"
        return OtherDate(reason, "")
    return OtherDate("write the year first, then month and day", f"{year}-{month:02}-{day:02}")


def _season(match: re.Match[str]) -> OtherDate:
    parts = match.groupdict()
    code = 32 + int(match["quarter"]) if "quarter" in parts else _SEASONS[match["season"]]
    return OtherDate("a part of the year has a number in EDTF", f"{match['year']}-{code}")


def _digits_open(match: re.Match[str]) -> OtherDate:
    return OtherDate("a digit that is not known is written X", match["known"].ljust(4, "X"))


def _days_open(match: re.Match[str]) -> OtherDate:
    parts = match[0].split("-")
    shown = [part if part.isdigit() else "X" * len(part) for part in parts]
    return OtherDate("a digit that is not known is written X", "-".join(shown))


def _about(match: re.Match[str]) -> OtherDate:
    return OtherDate("`~` after a date says that it is approximate", f"{_inner(match['rest'])}~")


def _limit(bound: str) -> Callable[[re.Match[str]], OtherDate]:
    def read(match: re.Match[str]) -> OtherDate:
        return OtherDate("only a limit of the date is known", _inner(match["rest"]), bound=bound)

    return read


def _range(match: re.Match[str]) -> OtherDate:
    reason = "the two dates of an interval are parted by `/`"
    return OtherDate(reason, f"{_inner(match['first'])}/{_inner(match['last'])}")


def _years(match: re.Match[str]) -> OtherDate | None:
    """`2015-16`, `2015/16`: the second year without its century."""
    if match["last"] <= match["first"]:
        return None
    reason = "the two years of an interval are written in full and parted by `/`"
    return OtherDate(reason, f"{match['century']}{match['first']}/{match['century']}{match['last']}")


def _one_of(match: re.Match[str]) -> OtherDate:
    parts = re.split(r",|\.\.", match["inner"].replace(" ", "").upper())
    reason = "a set of dates is not read; an interval from the first to the last says nearly the same"
    return OtherDate(reason, f"{parts[0] or '..'}/{parts[-1] or '..'}")


def _in_words(_match: re.Match[str]) -> OtherDate:
    return OtherDate("write it in digits, the year first", "")


def _far_year(match: re.Match[str]) -> OtherDate:
    return OtherDate("a year has four digits and lies between 0001 and 9999", "")


def _inner(text: str) -> str:
    """Return a date inside a longer text as it is written here, as far as that is clear."""
    other = read_otherwise(text)
    return other.edtf if other and not other.time and not other.bound else text.strip().upper()


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], OtherDate | None]], ...] = (
    (r"(?:circa|ca|c|about|around|approx|approximately|~)\.? ?(?P<rest>.*\d.*)", _about),
    (
        r"(?:not later than|not after|no later than|before|until|till|by) (?P<rest>.*\d.*)",
        _limit("before"),
    ),
    (r"(?:not earlier than|not before|after|since|from) (?P<rest>.*\d.*)", _limit("after")),
    (rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?:t|,? |, at | at ) ?{_CLOCK}", _instant),
    (rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)t{_BASIC_CLOCK}", _instant),
    (
        rf"(?:[a-z]{{3}},? ?)?\d{{1,2}} {_MONTH} {_YEAR} \d\d?:\d\d(?::\d\d)?(?: (?P<zone>{_ZONE}))?",
        _mail_date,
    ),
    (rf"[a-z]{{3}} {_MONTH} \d{{1,2}} \d\d?:\d\d:\d\d {_YEAR}", _mail_date),
    (rf"{_WEEKDAY}{_DAY} {_MONTH},? {_YEAR},? (?:at )?{_CLOCK}", _instant),
    (rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR},? (?:at )?{_CLOCK}", _instant),
    (rf"{_WEEKDAY}{_DAY}(?: of)? {_MONTH},? {_YEAR}", _in_digits),
    (rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}", _in_digits),
    (rf"{_YEAR},? {_MONTH} {_DAY}", _in_digits),
    (rf"{_DAY}-{_MONTH}-{_YEAR}", _in_digits),
    (rf"{_MONTH},? {_YEAR}", _in_digits),
    (rf"{_YEAR}-(?=(?:\d\d-)?\d(?:-|$))(?P<month>\d{{1,2}})(?:-(?P<day>\d{{1,2}}))?", _two_digits),
    (rf"(?P<month>0?[1-9]|1[0-2])[/.-]{_YEAR}", _in_digits),
    (rf"{_YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})", _slashes),
    (rf"{_YEAR}\. ?(?P<month>\d{{1,2}})\. ?(?P<day>\d{{1,2}})\.?", _slashes),
    (rf"{_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)", _slashes),
    (rf"(?P<one>\d{{1,2}})[./-] ?(?P<other>\d{{1,2}})[./-] ?{_YEAR}", _year_last),
    (rf"(?P<season>spring|summer|autumn|fall|winter),?(?: of)? {_YEAR}", _season),
    (rf"q(?P<quarter>[1-4])[ -/]?{_YEAR}", _season),
    (rf"{_YEAR}[ -/]?q(?P<quarter>[1-4])", _season),
    (r"(?:the )?(?P<known>[12]\d\d)0'?s", _digits_open),
    (r"(?P<known>[12]\d{1,2})[xu?*_-]{1,2}", _digits_open),
    (r"[12]\d{3}-(?:\d\d-)?(?:xx|\?\?|uu)(?:-(?:xx|\?\?|uu))?", _days_open),
    (r"(?P<century>\d\d)(?P<first>\d\d)[-/\u2013](?P<last>\d\d)", _years),
    (r"(?P<first>\d{4})[-\u2013\u2014](?P<last>\d{4})", _range),
    (r"(?P<first>\d{4}[-\d]*)(?: ?\u2013 ?| - | to |\.\.)(?P<last>\d{4}[-\d]*)", _range),
    (r"[\[{](?P<inner>[-\dx?~%., ]+)[\]}]", _one_of),
    (r"y?-?\d{5,}(?:e\d+)?|-\d+|y-?\d+(?:e\d+)?", _far_year),
    (r"\d{1,2}\.? .+ \d{4}|\D+ \d{1,2},? \d{4}", _in_words),
)
"""Forms and how they are read, the first that fits counts."""
