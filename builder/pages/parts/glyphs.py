"""The shapes that pages draw, by what they stand for."""

from __future__ import annotations

from builder.model.claim import Reading, Stance

STANCE_GLYPHS: tuple[str, ...] = tuple(
    sorted([*(stance.value for stance in Stance), "silent", "not-applicable", "not-read"])
)
READING_GLYPHS: tuple[str, ...] = tuple(sorted(reading.value for reading in Reading))
CLAIM_GLYPHS: tuple[str, ...] = tuple(sorted({*STANCE_GLYPHS, *READING_GLYPHS}))
"""What a page needs that shows stances and readings."""
