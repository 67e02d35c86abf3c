"""What readers are told of words that are withheld: how long they are as a class, why, by whom and since when."""

from __future__ import annotations

from builder.model.marks import LengthClass
from builder.model.seedtext import PlacedMark, SeedText
from builder.pages.parts.dates import date_words
from builder.pages.parts.words import MARK_WORDS
from builder.pages.shapes.texts import RemarkView
from builder.wording import marked, say, say_many

LENGTH_WORDS: dict[LengthClass | None, str] = {
    LengthClass.SHORT: marked("A short stretch: {reason}"),
    LengthClass.MEDIUM: marked("A stretch of medium length: {reason}"),
    LengthClass.LONG: marked("A long stretch: {reason}"),
    None: marked("A stretch of unknown length: {reason}"),
}
DIGEST_NOTE = marked(
    "of the text without the words that are withheld; the digest of the text as received is not published,"
    " since with it somebody could try out guesses"
)
"""Stands after a digest of a text that is not published as it was received."""


def redaction_remark(placed: PlacedMark) -> RemarkView:
    """Return what stands beside the paragraph in which words are withheld."""
    return RemarkView(
        word=say(MARK_WORDS[placed.mark.kind]).capitalize(),
        quote=None,
        text=say(LENGTH_WORDS[placed.length], reason=placed.mark.reason),
        by=signed(placed),
    )


def signed(placed: PlacedMark) -> str:
    """Return who withholds words, and since when."""
    date = date_words(placed.mark.date, long=True) if placed.mark.date else None
    return say(", ").join(filter(None, (placed.mark.by, date)))


def withheld_words(text: SeedText | None) -> str | None:
    """Return for the head of an article what is withheld of it, or None."""
    if text is None or not text.redactions:
        return None
    reasons = dict.fromkeys(f"{placed.mark.reason} ({signed(placed)})" for placed in text.redactions)
    return say_many(
        "{count} stretch of the text: {reasons}",
        "{count} stretches of the text: {reasons}",
        len(text.redactions),
        reasons=say("; ").join(reasons),
    )
