"""A date as a record states it: the EDTF result beside the words it was resolved from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from builder.model.base import Line, Model
from builder.model.edtf import EdtfDate
from builder.model.quotes import CueQuote
from builder.model.sources import Source

TimeOfDay = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]


class DateBasis(StrEnum):
    """What a date or an origin rests on."""

    STATED = "stated"
    """The text says so."""
    INFERRED = "inferred"
    """It follows from the text; `note` says how."""
    EXTERNAL = "external"
    """It comes from outside; `source` says from where."""


class DateStatement(Model):
    """A date, the verbatim words it was resolved from, and how."""

    SHORT_FORM = "edtf"
    edtf: EdtfDate
    """The date, never more exact than its source: `2015-11-12`, `2015-11`, `2015-11-13?`, `2014-08-31/2014-09-02`."""
    time: TimeOfDay | None = None
    """The time of day as the source gives it, `16:17`."""
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
