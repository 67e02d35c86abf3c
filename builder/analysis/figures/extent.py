"""How far into a text its figures are read: a table of the largest size may hold a quarter of a million of them.

Each figure is read with its sentence, held against those of other texts and told in the data, some hundred microseconds
in all.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from builder.regexes import regex

MOST_FIGURES: Final = 12_000
"""Numbers and days of one text that are read. Prose has one in twenty words at most: 18,000 in 2 MiB."""

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundreds thousands millions billions"
    " trillions dozens scores tens monday tuesday wednesday thursday friday saturday sunday yesterday today tonight"
    " tomorrow"
).split()
_EVERY = frozenset(_WORDS)
_HEADS = "".join(sorted({word[0] for word in _WORDS}))
_PERHAPS = regex(rf"\b[\d{_HEADS}]\w*")
_FIGURE = regex(rf"\b(?=[\d{_HEADS}])(?:\d++|(?:{'|'.join(_WORDS)})\b)", re.IGNORECASE)


def figures_end(text: str) -> int | None:
    """Return where the first number or day stands that is read no more; None where all are read."""
    if len(text) <= MOST_FIGURES:
        return None
    # Counting what may be one takes half as long as finding each, and hardly any text has so many.
    perhaps = (word for word in _PERHAPS.findall(text.casefold()) if word in _EVERY or word[0].isdigit())
    if sum(1 for _ in perhaps) <= MOST_FIGURES:
        return None
    return next((match.start() for match in islice(_FIGURE.finditer(text), MOST_FIGURES, None)), None)
