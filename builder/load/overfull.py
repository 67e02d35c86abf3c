"""How much of one thing a stored text may hold: more than an honest one of the largest size does.

What is looked for in a text (its paragraphs, its quotations) is compared, placed and printed one by one, which
takes up to a few tenths of a millisecond each. A text of the largest size that were nothing else would take minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from msgspec import Struct

from builder.regexes import regex
from builder.text import BREAKS

MOST_LINES: Final = 80_000
"""Lines with words. 2 MiB of prose in lines of 40 letters are 52,000."""
MOST_MARKS: Final = 30_000
"""Signs that only quotations have. A novel of 2 MiB, half of it spoken, has 20,000."""
MOST_SINGLE_MARKS: Final = 200_000
"""Signs that may be apostrophes. Prose of 2 MiB has 15,000."""

_BOUNDS: Final = (
    ("lines with words", MOST_LINES, regex(rf"[^\s{BREAKS}][^{BREAKS}]*+")),
    ("quotation marks", MOST_MARKS, regex('["“”„‟«»″「」『』《》〈〉]')),
    ("apostrophes and single quotation marks", MOST_SINGLE_MARKS, regex("['’‘‛‚‹›`]")),
)


class Overfull(Struct, frozen=True):
    """What a text holds too much of: in words, how many, how many are allowed, where the first one too many stands."""

    what: str
    count: int
    most: int
    start: int


def overfull(raw: str) -> Overfull | None:
    """Return what a text holds too much of, or None."""
    for what, most, pattern in _BOUNDS:
        if len(raw) > most:
            starts = (match.start() for match in pattern.finditer(raw))
            first = _after(starts, most)
            if first is not None:
                return Overfull(what, most + 1 + sum(1 for _ in starts), most, first)
    return None


def _after(starts: Iterator[int], count: int) -> int | None:
    """Pass over so many and return the next, or None."""
    return next(islice(starts, count, None), None)
