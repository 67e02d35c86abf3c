"""A text as quotations are compared with it: as it is matched, with shapes of marks, dashes and spaces made equal too.

Offsets are code points; what is found in the folded text is led back to the text itself.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left

from builder.matching import FoldedText, folded_words
from builder.regexes import regex
from builder.text import Span

_TABLE: dict[int, str] = {
    **dict.fromkeys(
        map(ord, "\"'`´\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2032\u2033"),
        "'",
    ),
    **dict.fromkeys(
        map(ord, "\u300c\u300d\u300e\u300f\u301d\u301e\u301f\uff02\uff07\uff62\uff63\u02bc\u2e42"), "'"
    ),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
}
_RUN = regex(r"(?P<space> \s+|[^\S ]\s*)|''+|--+")


def fold(text: str) -> str:
    """Return the text with one sign for each family of marks, dashes and spaces, forms of Unicode made equal."""
    return _RUN.sub(_once, folded_words(text).translate(_TABLE))


class FoldedPlaces:
    """The way back from `fold(text)` to the text."""

    def __init__(self, text: str) -> None:
        self._folded = FoldedText(text)
        self._starts, self._lost = array("q"), array("q", [0])
        for run in _RUN.finditer(self._folded.text.translate(_TABLE)):
            self._starts.append(run.start() - self._lost[-1])
            self._lost.append(self._lost[-1] + len(run[0]) - 1)

    def raw(self, found: Span) -> Span:
        """Return the range of the text for a range of the folded one that is not empty."""
        return self._folded.around(Span(self._place(found.start), self._place(found.end - 1) + 1))

    def _place(self, offset: int) -> int:
        """The offset, before runs were made one sign, of a sign of the folded text."""
        return offset + self._lost[bisect_left(self._starts, offset)]


def _once(run: re.Match[str]) -> str:
    return " " if run["space"] else run[0][0]
