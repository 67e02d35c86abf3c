"""A stored text and its two views: raw, as received, and clean, with the editors' marks applied.

Offsets into the raw view are code points from the start of the decoded file and never change; the clean view knows
for each of its code points where in the raw view it comes from.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from builder.matching import FoldedText
from builder.model.marks import LengthClass, Mark, MarkEffect
from builder.text import Span, is_word_boundary, paragraphs, sentence_around


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark and the range of the raw view that it covers. `index` is its place in the article's list.

    `length` tells of redacted words how long they are; None where nobody knows, since the file itself has the sign.
    """

    index: int
    mark: Mark
    span: Span
    length: LengthClass | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch that both views share letter for letter: `length` code points from either start."""

    clean_start: int
    raw_start: int
    length: int


class CleanView:
    """The text as readers read it: folded and lifted words are out, repairs are made, all else is as received."""

    def __init__(self, raw: str, marks: tuple[PlacedMark, ...]) -> None:
        pieces: list[_Piece] = []
        parts: list[str] = []
        clean_start = raw_start = 0
        for placed in marks:
            if placed.mark.effect in (MarkEffect.NOTE, MarkEffect.LABEL):
                continue
            kept = raw[raw_start : placed.span.start]
            pieces.append(_Piece(clean_start, raw_start, len(kept)))
            parts.append(kept)
            clean_start += len(kept)
            raw_start = placed.span.end
            if placed.mark.effect is MarkEffect.REPAIR:
                shown = placed.mark.read or ""
                pieces.extend(_pieces_of_repair(placed.span.of(raw), shown, clean_start, placed.span.start))
                parts.append(shown)
                clean_start += len(shown)
        pieces.append(_Piece(clean_start, raw_start, len(raw) - raw_start))
        parts.append(raw[raw_start:])
        self.text = "".join(parts)
        """The clean view as one string."""
        self._pieces = [piece for piece in pieces if piece.length]
        self._clean_starts = [piece.clean_start for piece in self._pieces]
        self._raw_starts = [piece.raw_start for piece in self._pieces]

    def to_raw(self, clean: Span) -> Span:
        """Return the range of the raw view from the first to the last code point of a clean range."""
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


def _pieces_of_repair(raw: str, shown: str, clean_start: int, raw_start: int) -> list[_Piece]:
    """Pair the letters of a repair one by one; they are equal but for white space."""
    raw_letters = [index for index, character in enumerate(raw) if not character.isspace()]
    shown_letters = [index for index, character in enumerate(shown) if not character.isspace()]
    return [
        _Piece(clean_start + shown_index, raw_start + raw_index, 1)
        for raw_index, shown_index in zip(raw_letters, shown_letters, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the raw view that holds words. `number` counts from 1 over the raw view, so marks never change it."""

    number: int
    span: Span


class SeedText:
    """The stored text of one article with its placed marks, in text order.

    Redacted words are in no part of it: the text is read as if the file held a sign in their place, and its digest,
    its size and all offsets are those of that text.
    """

    def __init__(
        self,
        path: str,
        raw: str,
        sha256: str,
        size_bytes: int,
        marks: tuple[PlacedMark, ...] = (),
        redactions: tuple[PlacedMark, ...] = (),
        *,
        is_redacted: bool = False,
    ) -> None:
        self.path = path
        """Where the file is, from the dossier's root."""
        self.raw = raw
        self.sha256 = sha256
        self.size_bytes = size_bytes
        self.marks = tuple(sorted(marks, key=lambda placed: placed.span))
        self.redactions = redactions
        """Where redacted words stood, in text order; other marks may lie over them."""
        self.is_redacted = is_redacted
        """Whether the file holds words that this text does not; its own digest is then told to nobody."""

    def with_marks(self, marks: tuple[PlacedMark, ...]) -> SeedText:
        """Return the same text with these marks."""
        return SeedText(
            self.path,
            self.raw,
            self.sha256,
            self.size_bytes,
            marks,
            self.redactions,
            is_redacted=self.is_redacted,
        )

    @cached_property
    def clean(self) -> CleanView:
        """The clean view."""
        return CleanView(self.raw, self.marks)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the raw view."""
        return tuple(Paragraph(number, span) for number, span in enumerate(paragraphs(self.raw), start=1))

    @cached_property
    def folded(self) -> FoldedText:
        """The raw view as it is matched across forms."""
        return FoldedText(self.raw, tuple(paragraph.span for paragraph in self.paragraphs))

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the paragraph that holds a raw offset, or the last one before it; None in a text without words."""
        starts = [paragraph.span.start for paragraph in self.paragraphs]
        position = bisect_right(starts, offset) - 1
        return self.paragraphs[position] if position >= 0 else None

    def marks_meeting(self, span: Span) -> tuple[PlacedMark, ...]:
        """Return the marks that share a code point with a raw range."""
        return tuple(placed for placed in self.marks if placed.span.meets(span))

    def redactions_meeting(self, span: Span) -> tuple[PlacedMark, ...]:
        """Return the redactions whose sign shares a code point with a raw range."""
        return tuple(placed for placed in self.redactions if placed.span.meets(span))

    def is_at_word_boundaries(self, span: Span) -> bool:
        """Whether a raw range begins and ends where words of the clean view (or of its own fold) begin and end."""
        hidden = [
            placed
            for placed in self.marks
            if placed.mark.effect in (MarkEffect.FOLD, MarkEffect.LIFT) and placed.span.holds(span)
        ]
        if hidden:
            return _has_boundaries(hidden[0].span.of(self.raw), span.start - hidden[0].span.start, len(span))
        shown = self.clean.to_clean(span)
        return _has_boundaries(self.clean.text, shown.start, len(shown))

    def sentence_around(self, span: Span) -> Span:
        """Return the raw range of the whole sentences that a raw range touches, found in the clean view."""
        shown = self.clean.to_clean(span)
        if not len(shown):
            return span
        found = self.clean.to_raw(sentence_around(self.clean.text, shown))
        return Span(min(found.start, span.start), max(found.end, span.end))


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A state of a text that is not the one shown. `index` is its place in the article's list of versions."""

    index: int
    text: SeedText


def _has_boundaries(text: str, start: int, length: int) -> bool:
    return is_word_boundary(text, start) and is_word_boundary(text, start + length)
