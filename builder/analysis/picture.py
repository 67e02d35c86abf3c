"""Shapes of a drawing, in px, and how much room words take.

Widths are estimated from a table of letter widths, on the wide side: fonts differ, overlaps must not happen.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from builder.signs import takes_no_room
from builder.text import Span

FONT_PX = 13
LINE_PX = 16
"""From one line of a label to the next."""

_WIDTHS_EM = {
    **dict.fromkeys("ijl|!.,:;'’‘·", 0.3),
    **dict.fromkeys('frtI()[]/\\-“”" \u00a0', 0.38),
    **dict.fromkeys("mwMW@%—…", 0.95),
}
_LOWER_EM, _UPPER_EM, _OTHER_EM, _WIDE_EM = 0.58, 0.74, 0.64, 1.05


class Anchor(StrEnum):
    """Which end of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class RectShape(Struct, frozen=True):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    kind: str


class CircleShape(Struct, frozen=True):
    """A circle."""

    cx: float
    cy: float
    r: float
    kind: str


class PathShape(Struct, frozen=True):
    """A line in SVG's path notation."""

    d: str
    kind: str


class TextShape(Struct, frozen=True):
    """One line of words; `y` is its base line."""

    x: float
    y: float
    text: str
    kind: str
    anchor: Anchor = Anchor.START
    lang: str | None = None

    @property
    def box(self) -> Box:
        """The room that the words take."""
        width = text_width(self.text)
        left = self.x - {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[self.anchor]
        return Box(left, self.y - 11, left + width, self.y + 4)


Shape = RectShape | CircleShape | PathShape | TextShape


class Picture(Struct, frozen=True):
    """A drawing of `width` by `height` px; later shapes lie over earlier ones."""

    width: int
    height: int
    shapes: tuple[Shape, ...]


class Box(Struct, frozen=True):
    """A rectangle by its corners."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share room."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def text_width(text: str) -> float:
    """Return about how many px a line of words takes, rather too many than too few."""
    return round(sum(map(_letter_em, text)) * FONT_PX, 1)


@lru_cache(maxsize=4096)
def _letter_em(letter: str) -> float:
    known = _WIDTHS_EM.get(letter)
    if known is not None:
        return known
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE_EM
    if takes_no_room(letter):
        return 0
    if letter.isupper():
        return _UPPER_EM
    return _LOWER_EM if letter.isascii() and (letter.islower() or letter.isdigit()) else _OTHER_EM


def wrapped(text: str, width: float, lines: int) -> tuple[str, ...]:
    """Return a text in at most so many lines of at most so many px; what does not fit ends in an ellipsis."""
    found: list[str] = []
    rest = " ".join(text.split())
    while rest and len(found) < lines:
        last = len(found) + 1 == lines
        taken = (
            rest
            if text_width(rest) <= width
            else (shortened(rest, width) if last else _first_line(rest, width))
        )
        found.append(taken)
        rest = "" if last else rest[len(taken) :].lstrip()
    return tuple(found)


def _first_line(text: str, width: float) -> str:
    fitting = _fitting(text, width)
    space = text.rfind(" ", 0, fitting + 1)
    return text[:space] if space > 0 else text[:fitting]


def _fitting(text: str, width: float) -> int:
    """How many letters fit, at least one."""
    taken = 0.0
    for count, letter in enumerate(text):
        taken += _letter_em(letter) * FONT_PX
        if taken > width:
            return max(count, 1)
    return len(text)


def shortened(text: str, width: float) -> str:
    """Return a text cut to so many px, at a word where one ends, with an ellipsis where something is missing."""
    if text_width(text) <= width:
        return text
    return _first_line(text, width - text_width("…")).rstrip(" ,;:") + "…"


class _Row(Struct, frozen=True):
    taken: list[Span]


class Rows:
    """Finds room for blocks of lines: the first rows, from the top, that are free over a stretch of px."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []

    def __len__(self) -> int:
        return len(self._rows)

    def place(self, left: float, right: float, lines: int) -> int:
        """Take `lines` rows from `left` to `right` and return the first of them."""
        stretch = Span(int(left) - 1, int(right) + 2)
        first = 0
        while any(self._is_taken(row, stretch) for row in range(first, first + lines)):
            first += 1
        for row in range(first, first + lines):
            while row >= len(self._rows):
                self._rows.append(_Row([]))
            self._rows[row].taken.append(stretch)
        return first

    def _is_taken(self, row: int, stretch: Span) -> bool:
        return row < len(self._rows) and any(taken.meets(stretch) for taken in self._rows[row].taken)
