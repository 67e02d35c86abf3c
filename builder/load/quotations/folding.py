"""A text as quotations are compared with it: as it is matched, with shapes of marks, dashes and spaces made equal too.

Offsets are code points; what is found in the folded text is led back to the text itself.
"""

from __future__ import annotations

import re

from builder.matching import FoldedText, folded_words
from builder.text import Span

_TABLE: dict[int, str | None] = {
    **dict.fromkeys(
        map(ord, "\"'`´\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2032\u2033"),
        "'",
    ),
    **dict.fromkeys(
        map(ord, "\u300c\u300d\u300e\u300f\u301d\u301e\u301f\uff02\uff07\uff62\uff63\u02bc\u2e42"), "'"
    ),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), None),
}
_RUN = re.compile(r"(?P<space>\s+)|''+|--+")


def fold(text: str) -> str:
    """Return the text with one sign for each family of marks, dashes and spaces, forms of Unicode made equal."""
    return _RUN.sub(_once, folded_words(text).translate(_TABLE))


class FoldedPlaces:
    """The way back from `fold(text)` to the text."""

    def __init__(self, text: str) -> None:
        self._folded = FoldedText(text)
        self._places = _kept(self._folded.text)

    def raw(self, found: Span) -> Span:
        """Return the range of the text for a range of the folded one that is not empty."""
        return self._folded.around(Span(self._places[found.start], self._places[found.end - 1] + 1))


def _kept(text: str) -> list[int]:
    """The offsets of the signs that are kept of a text."""
    plain: list[str] = []
    places: list[int] = []
    for offset, sign in enumerate(text):
        shown = _TABLE.get(ord(sign), sign)
        if shown is not None:
            plain.append(shown)
            places.append(offset)
    kept: list[int] = []
    at = 0
    for run in _RUN.finditer("".join(plain)):
        kept.extend(places[at : run.start() + 1])
        at = run.end()
    return [*kept, *places[at:]]


def _once(run: re.Match[str]) -> str:
    return " " if run["space"] else run[0][0]
