"""Corrections: what the editors changed after publication, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import StringConstraints

from builder.model.base import Name, Prose, Record
from builder.model.edtf import EdtfDate

RecordAddress = Annotated[str, StringConstraints(pattern=r"^[a-z]+:[a-z0-9]+(-[a-z0-9]+)*$")]
"""A record by kind and id: `claim:first-personal-threat`."""


class CorrectionKind(StrEnum):
    """What sort of change it is."""

    CORRECTION = "correction"
    """Something was wrong."""
    CLARIFICATION = "clarification"
    """Something could be misread."""
    UPDATE = "update"
    """Something new is known."""
    WITHDRAWAL = "withdrawal"
    """Something no longer stands."""


class Correction(Record):
    """A change to what the dossier had published."""

    KIND: ClassVar[str] = "correction"
    date: EdtfDate
    """When the change was made."""
    kind: CorrectionKind
    """What sort of change it is."""
    about: RecordAddress
    """The record that was changed: `claim:first-personal-threat`."""
    was: Prose | None = None
    """What stood there."""
    now: Prose | None = None
    """What stands there now."""
    reason: Prose
    """Why it was changed."""
    by: Name
    """Who changed it."""
