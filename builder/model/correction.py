"""Corrections: what the editors changed after publication, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from builder.model.base import Boolean, Line, Name, Prose, Record, Remark
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
    """The record that was changed: `claim:first-personal-threat`; for a withdrawal the one whose file was removed."""
    title: Line | None = None
    """For a withdrawal: what the withdrawn record was called; its page and links to it use these words."""
    was: Prose | None = None
    """What stood there."""
    withhold: Boolean = False
    """For a withdrawal: `true` keeps `title` and `was` out of every file, so that nothing says what stood there."""
    now: Prose | None = None
    """What stands there now."""
    reason: Prose
    """Why it was changed."""
    by: Name
    """Who changed it."""
    former_ids: tuple[Remark, ...] = ()
    """Of a withdrawal: ids that the withdrawn record had before; their addresses lead to the page that tells of it."""

    @property
    def withdrawn(self) -> tuple[str, str] | None:
        """The kind and id of the record that is withdrawn, or None where the record goes on."""
        if (
            self.kind is not CorrectionKind.WITHDRAWAL or not self.about
        ):  # what is left of a broken record may lack it
            return None
        kind, _, record_id = self.about.partition(":")
        return kind, record_id

    @model_validator(mode="after")
    def _only_a_withdrawal_withholds(self) -> Correction:
        written = [name for name in ("title", "withhold") if getattr(self, name)]
        if written and self.kind is not CorrectionKind.WITHDRAWAL:
            raise PydanticCustomError(
                "bad_withdrawal", "only a withdrawal has `{field}`", {"field": written[0]}
            )
        return self
