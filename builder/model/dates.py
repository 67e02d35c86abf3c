"""A date as a record states it: the EDTF result beside the words it was resolved from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from builder.model.base import Line, Model
from builder.model.edtf import EdtfDate
from builder.model.quotes import CueQuote
from builder.model.sources import Source


class DateBasis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    INFERRED = "inferred"
    EXTERNAL = "external"


class DateStatement(Model):
    """A date, the verbatim words it was resolved from, and how."""

    SHORT_FORM = "edtf"
    edtf: EdtfDate
    """The date in EDTF: `2015-11-12`, `2015-11`, `2015-11-13?`, `2014-08-31/2014-09-02`."""
    time: (
        Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")] | None
    ) = None
    """The time of day as the source gives it, `16:17`."""
    cue: CueQuote | None = None
    """The words of a text that the date was resolved from."""
    anchor: EdtfDate | None = None
    """The date that a relative cue ("two weeks ago") was counted from."""
    basis: DateBasis = DateBasis.STATED
    """`stated` in the text, `inferred` from it, or `external`."""
    note: Line | None = None
    """Why this date; published."""
    source: Source | None = None
    """Where an external date comes from."""
