"""Dated, signed judgements and their scales.

Ours use the Admiralty scale (STANAG 2511) with its two axes kept apart: the source A-F, the information 1-6.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from builder.model.base import Model, Name, OutsideLine, Prose, WebUrl
from builder.model.edtf import EdtfDate

ADMIRALTY = "admiralty"
ScaleName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


class SourceGrade(StrEnum):
    """How reliable a source is; F says that there is no basis to judge, not that it is bad."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """How credible one piece of information is; 6 says that there is no basis to judge."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    NOT_JUDGED = "6"


class AssessedSource(Model):
    """Under `source` an assessment of ours has a letter; an outside one names who published it."""

    SHORT_FORM = "grade"
    grade: SourceGrade | None = None
    """The letter on the Admiralty scale."""
    publisher: Name | None = None
    """Who published the outside judgement."""
    title: OutsideLine | None = None
    """What it is called."""
    url: WebUrl | None = None
    """Where it can be read."""
    archived: WebUrl | None = None
    """The address of a lasting copy of it."""
    date: EdtfDate | None = None
    """When it was published."""

    @model_validator(mode="after")
    def _names_something(self) -> AssessedSource:
        if self.grade is None and self.publisher is None:
            raise PydanticCustomError(
                "bad_source", "`source` is a letter A to F, or names the `publisher` of an outside judgement"
            )
        return self


class Assessment(Model):
    """A judgement with its basis, its author and its date; a grade is optional."""

    scale: ScaleName = ADMIRALTY
    """`admiralty` for ours; another name for an outside scale, `wikipedia-rsp`."""
    source: AssessedSource | None = None
    """Ours: the letter A to F, about an outlet or an article. An outside judgement: who published it."""
    credibility: Credibility | None = None
    """Ours: the number 1 to 6; only claims have one."""
    rating: OutsideLine | None = None
    """What an outside scale says, in its own words."""
    position: Name | None = None
    """The position of the claim that is judged, where it has several."""
    by: Name
    """Who judges."""
    date: EdtfDate
    """When it was judged."""
    review: EdtfDate | None = None
    """When it is to be looked at again; `check` warns once that day has passed."""
    basis: Prose
    """What the judgement rests on."""

    @model_validator(mode="after")
    def _keeps_scales_apart(self) -> Assessment:
        if self.scale == ADMIRALTY and self.rating is not None:
            raise PydanticCustomError("bad_scale", "`rating` belongs to an outside scale; name it in `scale`")
        graded = self.credibility is not None or (self.source is not None and self.source.grade is not None)
        if self.scale != ADMIRALTY and graded:
            raise PydanticCustomError(
                "bad_scale", "letters A-F and numbers 1-6 belong to the scale `admiralty`"
            )
        return self
