"""Words about a page itself: its title, who did what when, and the shapes that it draws."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.claim import Reading, Stance
from builder.model.edtf import Edtf
from builder.pages.parts.dates import date_words
from builder.pages.shapes.small import Link


def signed(by: str, date: Edtf) -> str:
    """Return who signs, and when."""
    return f"{by}, {date_words(date)}"


ENOUGH_FOR_CONTENTS = 4
"""A page with fewer sections needs no list of them."""


def contents_of(sections: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return the links to a page's sections where there are enough of them to need a list."""
    return sections if len(sections) >= ENOUGH_FOR_CONTENTS else ()


def shapes(*groups: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the shapes that a page draws, each once, in order of name."""
    return tuple(sorted({name for group in groups for name in group}))


STANCE_SHAPES = shapes((stance.value for stance in Stance), ("silent", "not-applicable", "not-read"))
READING_SHAPES = shapes((reading.value for reading in Reading), ("mentions",))
TIME_SHAPES = ("event", "late", "span", "text", "text-unsure")
CLAIM_SHAPES = shapes(STANCE_SHAPES, READING_SHAPES)
"""What a page needs that shows claims with their readings and stances."""
