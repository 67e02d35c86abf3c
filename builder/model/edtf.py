"""Dates as editors know them: EDTF, never more exact than the source. One date, an interval, or bounds alone."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BeforeValidator, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from builder.model.datepoint import DatePoint, EdtfError, Precision, parse_point
from builder.model.otherdates import OtherDate, read_otherwise

__all__ = [
    "DatePoint",
    "Edtf",
    "EdtfDate",
    "EdtfError",
    "Precision",
    "ReadDate",
    "as_unknown",
    "parse_edtf",
    "unknown_date",
]

MOST_YEARS = 60
"""A span of more years than this is told by its first and last."""


class Edtf(Struct, frozen=True):
    """A date or interval. `start` or `end` is None where that end is open (`..`) or unknown (empty).

    `is_unknown` says that it is one date of which nothing is known but that it lies between the two, where they are
    known: what it is listed by, and which year it belongs to, cannot be told.
    """

    text: str
    start: DatePoint | None
    end: DatePoint | None
    is_interval: bool
    open_start: bool = False
    open_end: bool = False
    is_unknown: bool = False

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take a date in a model as `parse_edtf` made it; its parts are not validated once more."""
        return core_schema.is_instance_schema(Edtf)

    @property
    def lower(self) -> date:
        """The first day it may mean as stated; the first day of all where the start is open or unknown."""
        return self.start.first_day if self.start else date.min

    @property
    def upper(self) -> date:
        """The last day it may mean as stated; the last day of all where the end is open or unknown."""
        return self.end.last_day if self.end else date.max

    @property
    def widened_lower(self) -> date:
        """The first day it may mean when its doubts are taken seriously: proofs of order and distance use it."""
        return self.start.earliest if self.start else date.min

    @property
    def widened_upper(self) -> date:
        """The last day it may mean when `? ~ %` is taken seriously: 3 days, 1 month or 1 year later by precision."""
        return self.end.latest if self.end else date.max

    @property
    def is_qualified(self) -> bool:
        """Whether either end is uncertain or approximate."""
        return any(point and (point.uncertain or point.approximate) for point in (self.start, self.end))

    @property
    def plain_point(self) -> DatePoint | None:
        """The one date it is, where that is a plain year, month or day of ISO 8601; else None."""
        point = None if self.is_interval else self.start
        return point if point and point.is_plain else None

    @property
    def exact_day(self) -> date | None:
        """The one day it is, where that is beyond doubt; else None."""
        point = self.plain_point
        return point.first_day if point and point.is_exact else None

    @property
    def listed_at(self) -> date | None:
        """The day in whose place it is listed; None where its beginning is not known."""
        return self.start.listed_at if self.start and not self.is_unknown else None

    @property
    def years(self) -> tuple[int, ...]:
        """The years that it names or spans; none where no year is known, as in `201X`."""
        first, last = (point.year if point else None for point in (self.start, self.end))
        if self.is_unknown or first is None:
            return ()
        if last is None:
            return (first,) if self.end is None else ()
        return tuple(range(first, last + 1)) if last - first < MOST_YEARS else (first, last)


@lru_cache(maxsize=8192)
def parse_edtf(text: str) -> Edtf:
    """Read an EDTF text; raises `EdtfError` with the reason in words, and with what was meant where that is clear."""
    try:
        return _parse(text)
    except EdtfError as fault:
        other = read_otherwise(text)
        if other is None:
            raise
        raise (_well_written(other) if other.edtf else EdtfError(other.reason)) from fault


def _well_written(other: OtherDate) -> EdtfError:
    """The complaint with what was meant, or about what was meant where that is no date either."""
    reason = _reason(other.edtf)
    return EdtfError(reason) if reason else EdtfError(other.reason, other)


def _reason(text: str) -> str:
    """Why a text is no EDTF; nothing where it is."""
    try:
        _parse(text)
    except EdtfError as fault:
        return str(fault)
    return ""


def _parse(text: str) -> Edtf:
    if "/" not in text:
        point = parse_point(text)
        return Edtf(text, point, point, is_interval=False)
    start_text, _, end_text = text.partition("/")
    start = None if start_text in ("", "..") else parse_point(start_text)
    end = None if end_text in ("", "..") else parse_point(end_text)
    if start is None and end is None:
        raise EdtfError("an interval needs at least one date")
    if start and end and end.last_day < start.first_day:
        raise EdtfError("the interval ends before it begins")
    return Edtf(text, start, end, True, open_start=start_text == "..", open_end=end_text == "..")


def unknown_date(after: Edtf | None = None, before: Edtf | None = None) -> Edtf:
    """Return a date that is not known, only that it is not before `after` and not after `before`, both included."""
    start, end = after.start if after else None, before.end if before else None
    ends = [point.text if point else ".." for point in (start, end)]
    text = "/".join(ends) if start or end else ""
    return Edtf(text, start, end, True, not start, not end, is_unknown=True)


def as_unknown(edtf: Edtf) -> Edtf:
    """Return what is left of an interval with an open or unknown end where it stands for one date."""
    return edtf if edtf.start and edtf.end else replace(edtf, is_unknown=True)


def bad_date(text: str, reason: str, **meant: str) -> PydanticCustomError:
    """Return the complaint about a date. `meant` says what to do: `fix` in words, or `mended`, what is to stand there.

    `beside` is what is to stand beside `mended`; `instead` is to stand in place of the date and its key.
    """
    shown = text if len(text) <= 60 else f"{text[:59]}…"
    return PydanticCustomError(
        "bad_date", "'{text}' is not a date: {fault}", {"text": shown, "fault": reason, **meant}
    )


def written_date(value: object) -> str | Edtf:
    """Return a date as it is written or already read; raises the complaint about anything else."""
    if isinstance(value, str | Edtf):
        return value
    ends = [str(each) for each in value] if isinstance(value, list) and value else []
    interval = f"{ends[0]}/{ends[-1]}" if ends else ""
    meant = {"mended": interval} if ends and not _reason(interval) else {}
    raise PydanticCustomError("bad_date", "one date is expected, or an interval from one to another", meant)


def _to_edtf(value: object) -> object:
    written = written_date(value)
    if isinstance(written, Edtf):
        return written
    try:
        return parse_edtf(written)
    except EdtfError as fault:
        meant = {"mended": fault.other.edtf} if fault.other else {}
        raise bad_date(written, str(fault), **meant) from None


_PART = "[?~%]?[0-9X]{2}[?~%]?"
_DATE = rf"[?~%]?[0-9X]{{4}}[?~%]?(-{_PART}){{0,2}}|\.\."

DATE_SCHEMA: dict[str, object] = {
    "type": "string",
    "pattern": rf"^({_DATE})?(/({_DATE})?)?$",
    "examples": ["2015-11-12", "2015-11", "2015", "2015-11-13?", "201X", "2014-08-31/2014-09-02"],
}
"""What an editor's program is told of a date."""


ReadDate = Annotated[Edtf, WithJsonSchema(DATE_SCHEMA)]
"""A date that was read already; what is written is to be read by a validator before it."""

EdtfDate = Annotated[ReadDate, BeforeValidator(_to_edtf)]
