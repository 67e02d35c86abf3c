"""Verbatim words of a text, as editors write them down.

The shape is the W3C Web Annotation Data Model's TextQuoteSelector: `exact` (here `quote`), `prefix`, `suffix`.
Whether the words stand in the text is checked by `load.evidence`; nothing here sees a text.
"""

from __future__ import annotations

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from builder.model.base import ArticleRef, LanguageTag, Model, Name, OutsideLine, Verbatim
from builder.model.edtf import EdtfDate


class Checked(Model):
    """Who compared a quote by hand with a text that may not be kept, and when."""

    by: Name
    """Who compared it."""
    date: EdtfDate
    """When."""


class Translation(Model):
    """A quote in the dossier's language, in words of the editors; never evidence."""

    text: OutsideLine
    """The words."""
    by: Name
    """Who translated them."""


class Quoted(Model):
    """A quote and what tells it from an equal one elsewhere in the text."""

    quote: Verbatim
    """The words, letter for letter; they begin and end with whole words."""
    prefix: Verbatim | None = None
    """Words right before the quote, where the quote alone stands twice."""
    suffix: Verbatim | None = None
    """Words right after the quote, where the quote alone stands twice."""
    lang: LanguageTag | None = None
    """Its language, where that is not the one of its article."""
    translation: Translation | None = None
    """For a reader who does not read its language: shown beneath the quote, and signed."""
    checked: Checked | None = None
    """For an article whose text is not kept: who compared the quote with the original, and when."""


class CueQuote(Quoted):
    """The words a date or a relation was read from. Its short form is the words themselves."""

    SHORT_FORM = "quote"
    article: ArticleRef | None = None
    """The article they stand in; left out inside an article, where it is that article."""


class ArticleQuote(Quoted):
    """Words of a named article."""

    article: ArticleRef
    """The article they stand in."""


class Passage(Model):
    """A stretch of a text: `quote`, or for a long one its first and last words as `start` and `end`."""

    quote: Verbatim | None = None
    """The words, letter for letter."""
    prefix: Verbatim | None = None
    """Words right before, where `quote` alone stands twice."""
    suffix: Verbatim | None = None
    """Words right after, where `quote` alone stands twice."""
    start: Verbatim | None = None
    """The first words of a long stretch."""
    end: Verbatim | None = None
    """The last words of a long stretch; the first place after `start` counts."""

    @model_validator(mode="after")
    def _is_one_of_two(self) -> Passage:
        if (self.quote is None) == (self.start is None) or (self.start is None) != (self.end is None):
            raise PydanticCustomError("bad_passage", "a stretch is either `quote`, or `start` and `end`")
        if self.start is not None and (self.prefix or self.suffix):
            raise PydanticCustomError(
                "bad_passage", "`prefix` and `suffix` belong to `quote`; lengthen `start` or `end` instead"
            )
        return self
