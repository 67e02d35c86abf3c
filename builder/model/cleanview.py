"""The clean view of a text: what readers read, and where in the raw view each part of it comes from.

Folded and lifted words are out, repairs are made, and a line end that only wraps a paragraph is a space, or nothing
where words are written without: so in a clean view every line is a paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import Final

from msgspec import Struct

from builder.lines import separator
from builder.model.marks import LengthClass, Mark, MarkEffect
from builder.text import Span

_NEAR = 16
"""So many code points on either side of a line end decide how the two lines join."""


_WHOLE: Final = (0,)
"""Where the only piece of a text starts."""


class PlacedMark(Struct, frozen=True):
    """A mark and the range of the raw view that it covers. `index` is its place in the article's list.

    `length` tells of redacted words how long they are; None where nobody knows, since the file itself has the sign.
    """

    index: int
    mark: Mark
    span: Span
    length: LengthClass | None = None


class _Piece(Struct, frozen=True, gc=False):
    """A stretch that both views share letter for letter: `length` code points from either start."""

    clean_start: int
    raw_start: int
    length: int


class CleanView:
    """The text as readers read it."""

    __slots__ = ("_clean_starts", "_is_raw", "_pieces", "_raw_starts", "text")

    def __init__(self, raw: str, marks: Sequence[PlacedMark], gaps: Sequence[Span] = ()) -> None:
        """`marks` and `gaps` are disjoint each, in order; a gap is the white space around a line end that joins."""
        writing = _Writing(raw)
        for start, end, mark in _changes(marks, gaps):
            writing.keep_to(start)
            if mark is None:
                writing.join(start, end)
            elif mark.effect is MarkEffect.REPAIR:
                writing.repair(start, end, mark.read or "")
            else:
                writing.leave_out(end)
        writing.keep_to(len(raw))
        self.text = "".join(writing.parts)
        """The clean view as one string."""
        self._pieces = tuple(writing.pieces)
        self._clean_starts = _starts(piece.clean_start for piece in self._pieces)
        self._raw_starts = _starts(piece.raw_start for piece in self._pieces)
        self._is_raw = self._pieces == (_Piece(0, 0, len(raw)),)

    def to_raw(self, clean: Span) -> Span:
        """Return the range of the raw view from the first to the last code point of a clean range."""
        if self._is_raw and clean.end <= len(self.text):
            return clean  # the very value: a site has hundreds of thousands
        if not len(clean):
            start = self._raw_offset(clean.start)
            return Span(start, start)
        start = self._raw_offset(clean.start)
        return Span(start, max(start, self._raw_offset(clean.end - 1, after=1)))

    def _raw_offset(self, clean: int, after: int = 0) -> int:
        """Where the code point comes from, or the place `after` it; a space that a repair adds comes from nowhere."""
        if not self._pieces:
            return 0
        piece = self._pieces[max(bisect_right(self._clean_starts, clean) - 1, 0)]
        return piece.raw_start + min(clean - piece.clean_start + after, piece.length)

    def to_clean(self, raw: Span) -> Span:
        """Return the range of the clean view that shows a raw range; empty where all of it is folded or lifted."""
        start = self._clean_offset(raw.start)
        return Span(start, max(start, self._clean_offset(raw.end)))

    def _clean_offset(self, raw: int) -> int:
        """The first clean offset whose raw origin is at or after `raw`."""
        position = bisect_right(self._raw_starts, raw) - 1
        if position < 0:
            return 0
        piece = self._pieces[position]
        if raw <= piece.raw_start + piece.length:
            return piece.clean_start + raw - piece.raw_start
        following = position + 1
        return self._clean_starts[following] if following < len(self._pieces) else len(self.text)


def _starts(starts: Iterable[int]) -> tuple[int, ...]:
    """Return where pieces start; one value for the many texts that are one piece."""
    found = tuple(starts)
    return _WHOLE if found == _WHOLE else found


def _changes(marks: Sequence[PlacedMark], gaps: Sequence[Span]) -> Iterator[tuple[int, int, Mark | None]]:
    """Yield what the clean view shows otherwise, by raw start and end: a mark's words, or, without a mark, a gap."""
    shown_otherwise = (
        (placed.span.start, placed.span.end, placed.mark)
        for placed in marks
        if placed.mark.effect in (MarkEffect.FOLD, MarkEffect.LIFT, MarkEffect.REPAIR)
    )
    joined = ((gap.start, gap.end, None) for gap in gaps)
    return merge(shown_otherwise, joined, key=lambda change: change[:2])


class _Writing:
    """A clean view as far as it is written."""

    def __init__(self, raw: str) -> None:
        self.parts: list[str] = []
        self.pieces: list[_Piece] = []
        self._raw = raw
        self._reached = self._repaired = self._length = 0
        """Raw offsets up to which everything is told, and to which the last repair went; the length of the view."""
        self._near = ""
        """The last words that were written."""
        self._gap: int | None = None
        """The raw offset of a line end that joins, to be told before the next words."""

    def keep_to(self, end: int) -> None:
        """Take over the raw view as far as `end`."""
        start = self._reached
        if start >= end:
            return
        self._tell_gap(self._raw[start : min(end, start + _NEAR)])
        self.pieces.append(_Piece(self._length, start, end - start))
        self._add(self._raw[start:end])
        self._reached = end

    def leave_out(self, end: int) -> None:
        """Pass over the raw view as far as `end`."""
        self._reached = max(self._reached, end)

    def join(self, start: int, end: int) -> None:
        """Pass over the white space between two lines; what joins them is told once the next words are known."""
        if start < self._repaired:
            return
        if self._gap is None:
            self._gap = max(start, self._reached)
        self.leave_out(end)

    def repair(self, start: int, end: int, shown: str) -> None:
        """Put `shown` in the place of raw words that have the same letters."""
        self._tell_gap(shown[:_NEAR])
        self.pieces.extend(_pieces_of_repair(self._raw[start:end], shown, self._length, start))
        self._add(shown)
        self.leave_out(end)
        self._repaired = end

    def _tell_gap(self, following: str) -> None:
        if self._gap is None:
            return
        near = self._near
        joint = separator(near + following, len(near), len(near))
        if joint and not near[-1].isspace() and not following[0].isspace():
            self.pieces.append(_Piece(self._length, self._gap, int(self._gap < self._reached)))
            self._add(joint)
        self._gap = None

    def _add(self, words: str) -> None:
        self.parts.append(words)
        self._length += len(words)
        self._near = (self._near + words[-_NEAR:])[-_NEAR:]


def _pieces_of_repair(raw: str, shown: str, clean_start: int, raw_start: int) -> Iterator[_Piece]:
    """Pair the letters of a repair one by one; a letter that the raw words write otherwise comes from nowhere."""
    at = 0
    for index, letter in enumerate(shown):
        found = -1 if letter.isspace() else raw.find(letter, at)
        if found >= 0:
            yield _Piece(clean_start + index, raw_start + found, 1)
            at = found + 1
