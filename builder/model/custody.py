"""What happened to a stored text before it came here: who had it, when, and with which digest."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from builder.model.base import Line, Model, Name
from builder.model.edtf import EdtfDate

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class CustodyEvent(StrEnum):
    """A step in the custody of a text (after the premis:eventType vocabulary)."""

    COLLECTED = "collected"
    """It was taken from where it was published."""
    ACCESSED = "accessed"
    """Somebody opened it, or looked whether it is still what it was."""
    TRANSFERRED = "transferred"
    """It was handed on."""


class Custody(Model):
    """One step in the custody of a stored text."""

    event: CustodyEvent
    """What happened: `collected`, `accessed` or `transferred`."""
    by: Name
    """Who did it."""
    date: EdtfDate
    """When."""
    tool: Line | None = None
    """With which program: `wget 1.24`."""
    from_: Line | None = Field(None, alias="from")
    """Where the text came from: an address, an archive, a person."""
    sha256: Sha256 | None = None
    """The SHA-256 of the text's bytes at that time; a last one that is not the stored text's is told."""
