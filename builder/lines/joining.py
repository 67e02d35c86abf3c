"""Finds the line ends of a raw text that part no paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import cached_property
from typing import Final

from builder.lines.blocks import RawLines
from builder.lines.measure import LEAST_WIDTH, LineEnd, common_width, is_near, is_verse, joins_at
from builder.lines.shapes import Shape, Start
from builder.text import Span, SpanRow, ends_closed

NO_LINES: Final[frozenset[int]] = frozenset()
"""One value for the many texts without such lines: an empty set takes 200 bytes."""


class LineEnds(StrEnum):
    """What the single line ends of a text are, where an editor says so."""

    WRAPPED = "wrapped"
    """They only wrap paragraphs. All join, except beside bullets, quoted mail, tables, addresses, bylines, captions."""
    PARAGRAPHS = "paragraphs"
    """Each ends a paragraph."""


class TextLines:
    """The lines of a raw text, and which of their ends join. A line is told by its place, from 0.

    What single lines look like is known only while they are measured: it takes as much memory as a text of news.
    """

    def __init__(self, text: str, way: LineEnds | None = None) -> None:
        self._text = text
        self._measured: RawLines | None = None
        self.way = way
        """What an editor says of single line ends; None where they are measured."""

    def over(self, text: str) -> TextLines:
        """Return the lines of a text that has the same lines with other words, such as signs for redacted ones.

        What joins, joins there too: shorter words say nothing of how a text was wrapped.
        """
        other = TextLines(text, self.way)
        if len(other.spans) == len(self.spans):
            other._in_blocks, other._columns = self._in_blocks, self._columns
        return other

    @property
    def _lines(self) -> RawLines:
        if self._measured is None:
            self._measured = RawLines(self._text)
        return self._measured

    @cached_property
    def spans(self) -> Sequence[Span]:
        """The lines that hold words, without white space at their ends."""
        return SpanRow(self._lines.spans)

    @cached_property
    def joined(self) -> frozenset[int]:
        """The lines whose end joins the next one."""
        return self.joined_over(NO_LINES)

    @cached_property
    def interruptions(self) -> tuple[Span, ...]:
        """The numbers of pages that stand in the midst of a paragraph."""
        lines, joined = self._lines, self.joined
        return tuple(
            lines.spans[line] for line in sorted(joined) if line - 1 in joined and lines.is_page_number(line)
        )

    def joined_over(self, furniture: AbstractSet[int]) -> frozenset[int]:
        """Return what `joined` holds, where these lines are as little part of the text as page numbers are."""
        if self.way is LineEnds.PARAGRAPHS or len(self.spans) < 2:
            joined = NO_LINES
        else:
            joined = self._in_blocks.union(*self._over_pages(furniture)) or NO_LINES
        self._measured = None
        self.__dict__.pop("_ends", None)
        return joined

    @cached_property
    def _in_blocks(self) -> frozenset[int]:
        lines = self._lines
        cut = (
            line for line, parted in enumerate(lines.is_parted) if not parted and lines.is_cut(line, line + 1)
        )
        if self.way is LineEnds.WRAPPED:
            ends = (lines.prose_ends(block, indents=False) for block in lines.blocks)
            return NO_LINES.union(cut, *ends) or NO_LINES
        return NO_LINES.union(cut, *(self._wrapped(block, ends) for block, ends in self._ends)) or NO_LINES

    @cached_property
    def _ends(self) -> tuple[tuple[range, tuple[LineEnd, ...]], ...]:
        """Each block that may be wrapped, with its line ends that may wrap it."""
        lines = self._lines
        return tuple(
            (block, tuple(lines.end(line, line + 1) for line in lines.prose_ends(block, indents=True)))
            for block in lines.blocks
            if any(2 * len(lines.spans[line]) >= LEAST_WIDTH for line in block)
        )

    @cached_property
    def _columns(self) -> int | None:
        """The columns at which the text as a whole is wrapped; None where it is not."""
        return common_width([end for _, ends in self._ends for end in ends])

    @cached_property
    def _is_verse(self) -> bool:
        return is_verse([end for _, ends in self._ends for end in ends if end.start is Start.SMALL])

    def _wrapped(self, block: range, ends: Sequence[LineEnd]) -> tuple[int, ...]:
        """The lines of a block whose end only wraps it: at the width of the text, else at the block's own."""
        lines = self._lines
        own = max(lines.width(line) for line in block)
        last = block[-1]
        closes = ends_closed(lines.words(last)) or lines.ends_at_page(last)
        common = self._columns
        if common is not None and own <= common:
            found = joins_at(ends, common, closes=closes, is_proven=True)
            if found:
                return found
        if common is None and self._is_verse:
            return ()
        is_proven = common is not None and own > common and is_near(own, common)
        return joins_at(ends, own, closes=closes, is_proven=is_proven)

    def _over_pages(self, furniture: AbstractSet[int]) -> Iterator[range]:
        """For each sentence that a page break interrupts, the lines from its last one before to the next one's eve."""
        lines = self._lines
        before: int | None = None
        breaks = False
        for line in range(len(self.spans)):
            if line in furniture or lines.is_page_number(line):
                breaks = True
                continue
            if before is not None and breaks and self._goes_on(before, line):
                yield range(before, line)
            before, breaks = line, lines.ends_page(line)

    def _goes_on(self, line: int, following: int) -> bool:
        """Whether the sentence of a line goes on in another one, with a page's end between."""
        lines = self._lines
        if lines.is_cut(line, following):
            return True
        if {lines.shape(line), lines.shape(following)} & {Shape.APART, Shape.ENTRY}:
            return False
        end = lines.end(line, following)
        if end.closes or lines.shape(following) is Shape.MAYBE_ENTRY:
            return False
        if self.way is LineEnds.WRAPPED:
            return True
        if end.start is Start.SMALL:
            return end.width >= LEAST_WIDTH
        return self._columns is not None and end.is_tight(self._columns) and not end.is_names
