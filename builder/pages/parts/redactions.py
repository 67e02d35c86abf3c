"""What readers are told of words that are withheld: how long they are as a class, why, by whom and since when."""

from __future__ import annotations

from builder.model.marks import LengthClass
from builder.model.seedtext import PlacedMark, SeedText
from builder.pages.parts.dates import date_words
from builder.pages.parts.words import MARK_WORDS, counted
from builder.pages.shapes.texts import RemarkView

LENGTH_WORDS: dict[LengthClass | None, str] = {
    LengthClass.SHORT: "a short stretch",
    LengthClass.MEDIUM: "a stretch of medium length",
    LengthClass.LONG: "a long stretch",
    None: "a stretch of unknown length",
}
DIGEST_NOTE = (
    "of the text without the words that are withheld; the digest of the text as received is not published,"
    " since with it somebody could try out guesses"
)
"""Stands after a digest of a text that is not published as it was received."""


def redaction_remark(placed: PlacedMark) -> RemarkView:
    """Return what stands beside the paragraph in which words are withheld."""
    return RemarkView(
        word=MARK_WORDS[placed.mark.kind].capitalize(),
        quote=None,
        text=f"{LENGTH_WORDS[placed.length].capitalize()}: {placed.mark.reason}",
        by=signed(placed),
    )


def signed(placed: PlacedMark) -> str:
    """Return who withholds words, and since when."""
    date = date_words(placed.mark.date, long=True) if placed.mark.date else None
    return ", ".join(filter(None, (placed.mark.by, date)))


def withheld_words(text: SeedText | None) -> str | None:
    """Return for the head of an article what is withheld of it, or None."""
    if text is None or not text.redactions:
        return None
    reasons = dict.fromkeys(f"{placed.mark.reason} ({signed(placed)})" for placed in text.redactions)
    return f"{counted(len(text.redactions), 'stretch', 'stretches')} of the text: {'; '.join(reasons)}"
