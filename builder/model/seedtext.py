"""A stored text and its two views: raw, as received, and clean, with the editors' marks applied.

Offsets into the raw view are code points from the start of the decoded file and never change; the clean view knows
for each of its code points where in the raw view it comes from.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Final, overload

from msgspec import Struct
from msgspec.structs import replace

from builder.lines import LineEnds, TextLines
from builder.matching import FoldedText
from builder.model.base import MAX_LINE_CHARS
from builder.model.cleanview import CleanView, PlacedMark
from builder.model.marks import MarkEffect, MarkKind
from builder.regexes import regex
from builder.text import BREAKS, Span, SpanRow, is_word_boundary, sentence_around

__all__ = ["CleanView", "Paragraph", "Paragraphs", "PlacedMark", "SeedText"]

_OPENING: Final = "“„«「『"
_LONGEST_OPENING: Final = 2 * MAX_LINE_CHARS
"""A first paragraph that is longer repeats no title, however many signs in it nobody sees."""
_LINE_END = regex(rf"\s*[{BREAKS}]\s*")


class Paragraph(Struct, frozen=True, gc=False):
    """A stretch of the raw view that holds words. `number` counts from 1 over the raw view, so marks never change it.

    A mark may join two of them; they keep the number of the first.
    """

    number: int
    span: Span


class Paragraphs(Sequence[Paragraph]):
    """The paragraphs of a text in order, each made when it is asked for: as values they take as much as the text."""

    __slots__ = ("_numbers", "spans")

    def __init__(self, numbers: Sequence[int], spans: Sequence[Span]) -> None:
        self._numbers = numbers
        self.spans = spans
        """Where each of them stands."""

    def __len__(self) -> int:
        return len(self.spans)

    @overload
    def __getitem__(self, place: int) -> Paragraph: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Paragraph, ...]: ...
    def __getitem__(self, place: int | slice) -> Paragraph | tuple[Paragraph, ...]:
        if isinstance(place, slice):
            return tuple(map(Paragraph, self._numbers[place], self.spans[place]))
        return Paragraph(self._numbers[place], self.spans[place])

    def __iter__(self) -> Iterator[Paragraph]:
        return map(Paragraph, self._numbers, self.spans)


def _openings(text: str) -> int:
    return sum(map(text.count, _OPENING)) + text.count('"') // 2


class TextFacts(Struct, frozen=True, array_like=True):
    """What an unmarked text is asked for more often than for its words."""

    size_bytes: int
    characters: int
    digest_of_words: str
    """Of its words in their order, whatever the spaces between them."""
    opening: str | None
    """Its first paragraph, where that is short enough to repeat a title."""
    is_joined: bool
    """Whether the clean view joins some of its lines."""
    openings: int
    """About how many quotations it has, by their signs."""


class SeedText:
    """The stored text of one article with its placed marks, in text order.

    Redacted words are in no part of it: the text is read as if the file held a sign in their place, and its digest,
    its size and all offsets are those of that text.
    """

    def __init__(
        self,
        path: str,
        raw: str | Callable[[], str],
        sha256: str,
        size_bytes: int,
        marks: tuple[PlacedMark, ...] = (),
        redactions: tuple[PlacedMark, ...] = (),
        lines: TextLines | LineEnds | None = None,
        *,
        is_redacted: bool = False,
        facts: TextFacts | None = None,
    ) -> None:
        """`raw` may give the words when they are asked for, `facts` are then known without; so may `lines` follow."""
        self.path = path
        """Where the file is, from the dossier's root."""
        self._raw = raw
        self._facts = facts
        self._lines = lines if isinstance(lines, TextLines) else None
        self.way = lines.way if isinstance(lines, TextLines) else lines
        """What an editor says of single line ends; None where they are measured."""
        self.sha256 = sha256
        self.size_bytes = size_bytes
        self.marks = tuple(sorted(marks, key=lambda placed: placed.span))
        self.redactions = redactions
        """Where redacted words stood, in text order; other marks may lie over them."""
        self.is_redacted = is_redacted
        """Whether the file holds words that this text does not; its own digest is then told to nobody."""
        self.steps = 0
        """What quotes were looked up in it by now, in places looked at: the work of a run is bounded by it."""
        self.misplaced = 0
        """How many quotes had no place in it."""
        self._marked: SeedText | None = None
        """The same text with marks, as it was asked for last."""

    @property
    def raw(self) -> str:
        """Its words, as received."""
        if not isinstance(self._raw, str):
            self._raw = self._raw()
        return self._raw

    @property
    def lines(self) -> TextLines:
        """Its lines, and which of their ends only wrap a paragraph."""
        if self._lines is None:
            self._lines = TextLines(self.raw, self.way)
        return self._lines

    @property
    def characters(self) -> int:
        """How many code points the raw view has."""
        return len(self.raw) if self._facts is None else self._facts.characters

    @property
    def openings(self) -> int:
        """About how many quotations it has, by their signs."""
        return _openings(self.raw) if self._facts is None else self._facts.openings

    def to_raw(self, clean: Span) -> Span:
        """Return the raw range of a clean one."""
        facts = self._facts
        if facts is None or facts.is_joined or self.marks or clean.end > facts.characters:
            return self.clean.to_raw(clean)
        return clean  # nothing of it need be read

    def told_for_digest(self) -> tuple[object, ...]:
        """Return what all of it follows from: from their digest its words do, and how they stand in lines.

        Not so those of a redacted text, which stand in the lines that were there before.
        """
        told = (self.path, self.sha256, self.marks, self.redactions, self.is_redacted, self.way)
        return (*told, self.raw, self.gaps) if self.is_redacted else told

    @property
    def key(self) -> str | None:
        """What its two views follow from, in short; None for a redacted text, of which no digest says so."""
        if self.is_redacted:
            return None
        marks = [(placed.span, placed.mark.effect, placed.mark.read) for placed in self.marks]
        told = f"{self.sha256} {self.way or ''}"
        return sha256(f"{told} {marks!r}".encode("utf-8", "surrogatepass")).hexdigest() if marks else told

    def with_marks(self, marks: tuple[PlacedMark, ...]) -> SeedText:
        """Return the same text with these marks; the same value again for the same marks."""
        if self._marked is None or self._marked.marks != tuple(sorted(marks, key=lambda placed: placed.span)):
            self._marked = self._changed(marks, self._lines or self.way)
        return self._marked

    def begin_anew(self) -> None:
        """Forget which work was done on it: another run has its own bound."""
        self.steps = self.misplaced = 0
        if self._marked is not None:
            self._marked.begin_anew()

    def with_line_ends(self, way: LineEnds | None) -> SeedText:
        """Return the same text with its single line ends taken as an editor says; measured where nobody says."""
        return self._changed(self.marks, way)

    def _changed(self, marks: tuple[PlacedMark, ...], lines: TextLines | LineEnds | None) -> SeedText:
        way = lines.way if isinstance(lines, TextLines) else lines
        is_same = not marks and not self.marks and way is self.way
        return SeedText(
            self.path,
            self._raw if isinstance(self._raw, str) else lambda: self.raw,
            self.sha256,
            self.size_bytes,
            marks,
            self.redactions,
            lines,
            is_redacted=self.is_redacted,
            facts=self._facts if is_same else None,
        )

    @property
    def facts(self) -> TextFacts:
        """What may be known of it without its words."""
        if self._facts is None:
            words = sha256(" ".join(self.raw.split()).encode("utf-8", "surrogatepass")).hexdigest()
            first = next(iter(self.paragraphs), None)
            is_opening = first is not None and len(first.span) <= _LONGEST_OPENING
            opening = first.span.of(self.raw) if first is not None and is_opening else None
            self._facts = TextFacts(
                self.size_bytes, len(self.raw), words, opening, bool(self.gaps), _openings(self.raw)
            )
        return self._facts

    @cached_property
    def clean(self) -> CleanView:
        """The clean view."""
        return CleanView(self.raw, self.marks, self.gaps)

    def quoted(self, span: Span) -> str:
        """Return a quotation's words in one line, as pages print them."""
        return _LINE_END.sub(" ", self.typed(span))

    def typed(self, span: Span) -> str:
        """Return a quotation's words as editors may type them: as stored, but for folds in it and joined lines."""
        first = bisect_left(self.gaps, span)
        gaps = self.gaps[first : bisect_left(self.gaps, Span(span.end, span.end))]
        marks = [placed for placed in self.marks_meeting(span) if _changes_quotation(placed, span)]
        if not gaps and not marks:
            return span.of(self.raw)
        view = CleanView(
            span.of(self.raw),
            [replace(placed, span=_moved(placed.span, -span.start)) for placed in marks],
            [_moved(gap, -span.start) for gap in gaps],
        )
        return view.text

    @cached_property
    def _joined(self) -> frozenset[int]:
        """The lines whose end joins the next one: by the text, and where marks say so."""
        folded = [
            line
            for placed in self.marks
            if placed.mark.effect is MarkEffect.FOLD
            for line in self._lines_in(placed.span)
        ]
        joined = self.lines.joined_over(frozenset(folded)) if folded else self.lines.joined
        repaired = [
            line
            for placed in self.marks
            if placed.mark.effect is MarkEffect.REPAIR
            for line in self._line_ends_in(placed.span)
        ]
        return joined.union(repaired) if repaired else joined

    def _lines_in(self, span: Span) -> range:
        """The lines that lie wholly in a raw range."""
        return range(
            bisect_left(self._line_starts, span.start),
            bisect_right(self.lines.spans, span.end, key=lambda line: line.end),
        )

    def _line_ends_in(self, span: Span) -> range:
        """The lines that begin before a raw range ends, and go on in it with the next line."""
        last = bisect_left(self._line_starts, span.end) - 1
        return range(max(bisect_right(self._line_starts, span.start) - 1, 0), max(last, 0))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines.spans]

    @cached_property
    def gaps(self) -> tuple[Span, ...]:
        """The white space around every line end that joins, in order."""
        lines = self.lines.spans
        return tuple(Span(lines[line].end, lines[line + 1].start) for line in sorted(self._joined))

    @cached_property
    def paragraphs(self) -> Paragraphs:
        """The paragraphs of the raw view."""
        lines = self.lines.spans
        if not self._joined and not self.lines.joined:
            return Paragraphs(range(1, len(lines) + 1), lines)
        numbers: list[int] = []
        spans: list[Span] = []
        number = 0
        for line, span in enumerate(lines):
            number += line - 1 not in self.lines.joined
            if line - 1 in self._joined:
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                numbers.append(number)
                spans.append(span)
        return Paragraphs(array("I", numbers), SpanRow(spans))

    @cached_property
    def folded(self) -> FoldedText:
        """The raw view as it is matched across forms."""
        return FoldedText(self.raw, tuple(self.paragraphs.spans))

    @cached_property
    def shown(self) -> FoldedText:
        """The clean view as it is matched across forms; a line end parts paragraphs there."""
        return FoldedText(self.clean.text)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the paragraph that holds a raw offset, or the last one before it; None in a text without words."""
        position = bisect_right(self.paragraphs.spans, offset, key=lambda span: span.start) - 1
        return self.paragraphs[position] if position >= 0 else None

    def marks_meeting(self, span: Span) -> tuple[PlacedMark, ...]:
        """Return the marks that share a code point with a raw range."""
        first = bisect_right(self.marks, span.start, key=lambda placed: placed.span.end)
        last = bisect_left(self.marks, span.end, key=lambda placed: placed.span.start)
        return tuple(placed for placed in self.marks[first:last] if placed.span.meets(span))

    def around_hidden(self, span: Span) -> tuple[Span, ...]:
        """Return the parts of a raw range outside the folds and lifts that stand inside it, in order."""
        found: list[Span] = []
        start = span.start
        for placed in self.marks_meeting(span):
            if placed.mark.effect in (MarkEffect.FOLD, MarkEffect.LIFT) and _is_inside(placed, span):
                found.append(Span(start, placed.span.start))
                start = placed.span.end
        return (*found, Span(start, span.end))

    def fold_cut_by(self, span: Span) -> PlacedMark | None:
        """Return the first fold in which a raw range begins, ends or stands; a fold wholly inside it is not cut."""
        for placed in self.marks_meeting(span):
            if placed.mark.effect is MarkEffect.FOLD and not _is_inside(placed, span):
                return placed
        return None

    def redactions_meeting(self, span: Span) -> tuple[PlacedMark, ...]:
        """Return the redactions whose sign shares a code point with a raw range."""
        first = bisect_right(self.redactions, span.start, key=lambda placed: placed.span.end)
        last = bisect_left(self.redactions, span.end, key=lambda placed: placed.span.start)
        return tuple(placed for placed in self.redactions[first:last] if placed.span.meets(span))

    def is_at_word_boundaries(self, span: Span) -> bool:
        """Whether a raw range begins and ends where words of the clean view (or of its own fold) begin and end."""
        hidden = [
            placed
            for placed in self.marks_meeting(span)
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


class EarlierText(Struct, frozen=True):
    """A state of a text that is not the one shown. `index` is its place in the article's list of versions."""

    index: int
    text: SeedText


def _changes_quotation(placed: PlacedMark, span: Span) -> bool:
    """Whether a quotation shows a mark's words otherwise than stored; spaces it leaves as they are."""
    is_hidden = placed.mark.effect in (MarkEffect.FOLD, MarkEffect.LIFT) and _is_inside(placed, span)
    return is_hidden or (placed.mark.kind is MarkKind.JOINED and span.holds(placed.span))


def _is_inside(placed: PlacedMark, span: Span) -> bool:
    return span.start < placed.span.start and placed.span.end < span.end


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _has_boundaries(text: str, start: int, length: int) -> bool:
    return is_word_boundary(text, start) and is_word_boundary(text, start + length)
