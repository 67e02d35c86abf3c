"""A date as a record states it: the EDTF result beside the words it was resolved from, or that it is not known."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from builder.model.base import Boolean, Line, Model
from builder.model.datepoint import EdtfError
from builder.model.edtf import (
    Edtf,
    EdtfDate,
    ReadDate,
    as_unknown,
    bad_date,
    parse_edtf,
    unknown_date,
    written_date,
)
from builder.model.otherdates import TIME_OF_DAY, OtherDate, means_unknown
from builder.model.quotes import CueQuote
from builder.model.sources import Source

UNKNOWN = "unknown"
"""The short form of a date that is not known."""

TimeOfDay = Annotated[str, StringConstraints(pattern=TIME_OF_DAY.pattern)]


class DateBasis(StrEnum):
    """What a date or an origin rests on."""

    STATED = "stated"
    """The text says so."""
    INFERRED = "inferred"
    """It follows from the text; `note` says how."""
    EXTERNAL = "external"
    """It comes from outside; `source` says from where."""


def _complaint(text: str, fault: EdtfError, *, short: bool) -> PydanticCustomError:
    """Say what is wrong with a date, and what to write instead: for the short form, or for the value of `edtf`."""
    if means_unknown(text) or text.startswith(("XXXX", "????")):
        known = "unknown: true, before: 2026-05-20"
        instead = (
            f"`unknown`, or with what is known `{{{known}}}`" if short else f"`{known}` instead of `edtf`"
        )
        return bad_date(text, "it names no year", fix=f"where the date is not known write {instead}")
    return bad_date(text, str(fault), **(_meant(fault.other, short=short) if fault.other else {}))


def _meant(other: OtherDate, *, short: bool) -> dict[str, str]:
    if other.time:
        time = f'time: "{other.time}"'
        if short:
            return {"mended": f"{{edtf: {other.edtf}, {time}}}"}
        return {"mended": other.edtf, "beside": time}
    if other.bound:
        limit = f"unknown: true, {other.bound}: {other.edtf}"
        return {"mended": f"{{{limit}}}"} if short else {"instead": limit}
    return {"mended": other.edtf}


def _stated(text: str, *, short: bool) -> Edtf:
    try:
        return parse_edtf(text)
    except EdtfError as fault:
        raise _complaint(text, fault, short=short) from None


def _to_stated(value: object) -> object:
    written = written_date(value)
    return _stated(written, short=False) if isinstance(written, str) else written


StatedDate = Annotated[ReadDate, BeforeValidator(_to_stated)]
"""A date beside which there may be more: what is refused here can be written with the other keys of a statement."""


class DateStatement(Model):
    """A date, the verbatim words it was resolved from, and how. Short forms: the date, or `unknown`."""

    SHORT_FORM = "edtf"
    written: StatedDate | None = Field(default=None, alias="edtf")
    """The date, never more exact than its source: `2015-11-12`, `2015-11`, `2015?`, `201X`, `2014-08-31/2014-09-02`."""
    unknown: Boolean = False
    """`true` instead of `edtf` where the date is not known."""
    after: EdtfDate | None = None
    """An unknown date is not before this one."""
    before: EdtfDate | None = None
    """An unknown date is not after this one: the day on which somebody saw the text, `2026-05-20`."""
    time: TimeOfDay | None = None
    """The time of day as the source gives it, `16:17`, with its offset from UTC where that is known, `16:17+02:00`."""
    cue: CueQuote | None = None
    """The words of a text that the date was resolved from."""
    anchor: EdtfDate | None = None
    """The date that a relative cue ("two weeks ago") was counted from."""
    basis: DateBasis = DateBasis.STATED
    """What the date rests on."""
    note: Line | None = None
    """Why this date; readers see it."""
    source: Source | None = None
    """Where an external date comes from."""

    @classmethod
    def _from_text(cls, text: str) -> dict[str, object]:
        if text == UNKNOWN:
            return {"unknown": "true"}
        return {"edtf": _stated(text, short=True)}

    @model_validator(mode="before")
    @classmethod
    def _refuse_lists(cls, value: object) -> object:
        return written_date(value) if isinstance(value, list) else value

    @model_validator(mode="after")
    def _says_when(self) -> DateStatement:
        if self.unknown:
            self._refuse_what_unknown_excludes()
        elif self.after or self.before:
            raise _misfit(
                "`after` and `before` are bounds of a date that is not known", "add `unknown: true`"
            )
        elif self.written is None:
            raise PydanticCustomError(
                "missing_field", "the field `edtf` is missing", {"fix": "add `edtf: …`, or `unknown: true`"}
            )
        return self

    def _refuse_what_unknown_excludes(self) -> None:
        if self.written is not None:
            raise _misfit("a date stands beside `unknown: true`", "remove one of the two")
        if self.time is not None:
            raise _misfit("a time of day stands beside `unknown: true`", "move it into `note`")
        for name, bound in (("after", self.after), ("before", self.before)):
            if bound is not None and bound.is_interval:
                raise _misfit(
                    f"`{name}` is one date, not an interval", f"write {name}: {_one_end(name, bound)}"
                )
        if self.after and self.before and self.after.lower > self.before.upper:
            raise _misfit(
                "the date would lie after the one and before the other", "exchange `after` and `before`"
            )

    @property
    def edtf(self) -> Edtf:
        """The date; where it is not known, what bounds it."""
        return self.written or unknown_date(self.after, self.before)

    @property
    def instant(self) -> datetime | None:
        """The moment itself, where day, time and offset are known beyond doubt; else None."""
        day, time = self.edtf.exact_day, self.time
        moment = datetime.fromisoformat(f"{day.isoformat()}T{time}") if day and time else None
        return moment if moment and moment.tzinfo else None

    @property
    def local_time(self) -> str | None:
        """The time of day of a clock that is not known; None where there is none or its offset is known."""
        return self.time if self.time and self.time.replace(":", "").isdigit() else None


class PublicationDate(DateStatement):
    """When a text was published: one moment. An interval with an open or unknown end is a bound and no date."""

    @property
    def edtf(self) -> Edtf:
        """The date; where it is not known, what bounds it."""
        return as_unknown(super().edtf)


def _misfit(message: str, fix: str) -> PydanticCustomError:
    return PydanticCustomError("bad_date", message, {"fix": fix})


def _one_end(name: str, bound: Edtf) -> str:
    point = bound.start or bound.end if name == "after" else bound.end or bound.start
    return point.text if point else "…"
