"""When a page was published: what it shows beside what it tells programs, never without the words it was read from.

A date that readers see wins where it means the day that the page's own data mean, or a neighbouring one (zones); its
words can be stored and checked. Where the two disagree the data win, and that is told. What only says when a text was
changed is kept apart: it is a bound, not a date of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from builder.intake.blocks import Block
from builder.intake.datelines import LABELLED, PLAIN, Line, date_lines, line_of_day, near
from builder.intake.dates import PrintedDate, offset_of, printed_dates
from builder.intake.found import FoundDate
from builder.intake.metadata import Metadata, Told
from builder.regexes import regex

_ISO: Final = regex(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ]+(\d{2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?)?",
    re.IGNORECASE,
)
_BASIC: Final = regex(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2})?(Z|[+-]\d{4})?)?")
_JAVA: Final = regex(r"[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{1,2}) (\d\d:\d\d):\d\d ([A-Z]{3,4}) (\d{4})")
"""`Tue Jan 28 15:28:56 CET 2020`: how Java and C print a moment, and with them some newspapers."""
_SECONDS: Final = regex(r"1\d{9}(?:\d{3})?")
_IN_ADDRESS: Final = regex(
    r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/_-]|$)|[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?:[/_.-]|$)"
    r"|/((?:19|20)(?P<short>\d{2}))/(?P<month>\d{2})/(?P=short)(?P=month)(\d{2})(?=[/_.-])"
)


class Publication(Struct, frozen=True):
    """The date, the block that shows it (None where no line does), and what an editor should look at."""

    date: FoundDate | None
    line: int | None = None
    remarks: tuple[str, ...] = ()


def publication_of(
    blocks: list[Block],
    title: int | None,
    body: tuple[int, int],
    told: Metadata,
    url: str,
    language: str,
    saved: date | None,
) -> Publication:
    """Return when a page was published. `title` and `body` are places among the blocks, `saved` the day of saving."""
    lines = date_lines(blocks, title, body, language, saved)
    shown = [line for line in lines if not line.is_update]
    meta = next(iter(_read_fields(told.published)), None)
    changed = next(iter(_read_fields(told.updated)), None)
    in_address = _in_address(url)
    known = [
        day
        for day in (meta and _day_of(meta), in_address and _day_of(in_address), changed and _day_of(changed))
        if day
    ]
    shown = [line for line in shown if not _is_the_update(line, meta, changed)]
    best = _agreeing(shown, meta, known) if meta else None
    if best is None and meta is None:
        best = next((line for line in shown if line.printed.other is None or known), None)
    if best is not None:
        return Publication(_of_line(best, known, meta), best.index)
    if meta is not None:
        seen = next((line for line in shown if line.weight > PLAIN), None)
        odd = f"the page shows another date than its data: {_cue(seen)}" if seen else ""
        return Publication(meta, None, (odd,) if odd else ())
    if in_address is not None:
        return Publication(in_address)
    return _only_bounds(lines, shown, changed, known)


def hinted(blocks: list[Block], hint: str, language: str) -> Publication | None:
    """Return a date that somebody else's rules see in a page, where a line shows that very day; else None."""
    line = line_of_day(blocks, date.fromisoformat(hint), language)
    if line is None:
        return None
    remark = f"the date stands apart from the article, look whether it is its own: {_cue(line)}"
    return Publication(_of_line(line, [], None), line.index, (remark,))


def _agreeing(shown: list[Line], meta: FoundDate, known: list[date]) -> Line | None:
    """Return the line that shows the day of the page's data; one of a neighbouring day where zones may part them."""
    days = [(line, _settled(line.printed, known).day) for line in shown]
    exact = (line for line, day in days if day == _day_of(meta))
    beside = (line for line, day in days if line.is_at_head and near(day, _day_of(meta)))
    return next(exact, None) or next(beside, None)


def _only_bounds(
    lines: list[Line], shown: list[Line], changed: FoundDate | None, known: list[date]
) -> Publication:
    unclear = [line for line in shown if line.printed.other is not None]
    remarks = (f"this may mean two days, settle it: {_cue(unclear[0])}",) if unclear else ()
    update = next((line for line in lines if line.is_update), None)
    if update is not None and (update.printed.other is None or known):
        found = _of_line(update, known, None)
        return Publication(
            FoundDate(found.edtf, found.cue, found.where, found.time, True, is_update=True),
            update.index,
            remarks,
        )
    if changed is not None:
        return Publication(FoundDate(changed.edtf, changed.cue, changed.where, is_update=True), None, remarks)
    return Publication(None, None, remarks)


def _is_the_update(line: Line, meta: FoundDate | None, changed: FoundDate | None) -> bool:
    """Whether a line without a word shows the day of the last change, which is not the one of publication."""
    if meta is None or changed is None or line.weight >= LABELLED:
        return False
    return not near(line.printed.day, _day_of(meta)) and near(line.printed.day, _day_of(changed))


def _of_line(line: Line, known: list[date], meta: FoundDate | None) -> FoundDate:
    printed = _settled(line.printed, known)
    time = printed.time
    if (
        meta is not None
        and meta.time
        and meta.edtf == printed.day.isoformat()
        and time
        and meta.time[:5] == time[:5]
    ):
        time = meta.time
    return FoundDate(printed.day.isoformat(), _cue(line), "the text", time, in_text=True)


def _cue(line: Line) -> str:
    return line.block.text[min(line.label, line.printed.start) : line.printed.end].strip(" |·•-–—:,")


def _settled(printed: PrintedDate, known: Iterable[date]) -> PrintedDate:
    """A date that may mean two days means the one that something else on the page says."""
    other, days = printed.other, list(known)
    if other is not None and any(near(other, day) for day in days):
        is_first = any(near(printed.day, day) for day in days)
        return printed if is_first else PrintedDate(other, printed.start, printed.end, printed.time)
    return printed


def _day_of(found: FoundDate) -> date:
    return date.fromisoformat(found.edtf)


def _read_fields(told: Iterable[Told]) -> Iterator[FoundDate]:
    for each in told:
        read = read_field(each.value)
        if read is not None:
            yield FoundDate(read[0], each.value, each.field, read[1])


def read_field(value: str) -> tuple[str, str] | None:
    """Return day and time of day that a field for programs states, or None where it states none."""
    value = _JAVA.sub(r"\1, \4 \2 \3", value.strip())
    match = _ISO.match(value) or _BASIC.fullmatch(value)
    if match is None and _SECONDS.fullmatch(value):
        return (date(1970, 1, 1) + timedelta(seconds=int(value[:10]))).isoformat(), ""
    if match is not None:
        year, month, day, hour, minute, zone = match.groups()
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:
            return None
        return found.isoformat(), _field_time(hour, minute, zone)
    read = next((one for one in printed_dates(value[:100], "en-US") if one.other is None), None)
    return (read.day.isoformat(), read.time) if read else None


def _field_time(hour: str | None, minute: str | None, zone: str | None) -> str:
    """The time of day; midnight sharp is what programs write who know the day alone."""
    if hour is None or minute is None or (hour, minute) == ("00", "00") or int(hour) > 23 or int(minute) > 59:
        return ""
    return f"{hour}:{minute}{offset_of(zone or '')}"


def _in_address(url: str) -> FoundDate | None:
    for match in _IN_ADDRESS.finditer(url):
        year, *_, month, day = (part for part in match.groups() if part)
        try:
            return FoundDate(
                date(int(year), int(month), int(day)).isoformat(), match[0].strip("/_-."), "the address"
            )
        except ValueError:
            continue
    return None
