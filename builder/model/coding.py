"""Codings: what a second reader, who did not see the first reading, finds that each article does with each claim."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from builder.model.base import ArticleRef, ClaimRef, Model, Name, Prose, Record
from builder.model.edtf import EdtfDate


class SecondWord(StrEnum):
    """A second reader's word for what an article does with a claim: a stance, or why there is none."""

    ASSERTS = "asserts"
    ATTRIBUTES = "attributes"
    IMPLIES = "implies"
    DOUBTS = "doubts"
    DISPUTES = "disputes"
    CONTRADICTS = "contradicts"
    MENTIONS = "mentions"
    SILENT = "silent"
    """the article was read for the claim and says nothing of it"""
    OPEN = "open"
    """not judged yet; it counts for nothing"""


class SecondReading(Model):
    """What a second reader finds that one article does with one claim."""

    claim: ClaimRef
    """The claim."""
    article: ArticleRef
    """The article; one that the first reading has in `coded.articles`."""
    stance: SecondWord
    """The second reader's word: a stance, `silent`, or `open` until it is judged."""


class Coding(Record):
    """A second reading of claims by somebody who did not see the first: `dossier code --as NAME` begins one."""

    KIND: ClassVar[str] = "coding"
    by: Name
    """Who read."""
    date: EdtfDate
    """When."""
    description: Prose | None = None
    """How it was read, in the reader's words."""
    readings: tuple[SecondReading, ...] = ()
    """One word for each article and claim."""
