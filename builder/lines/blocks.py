"""The lines of a raw text, the blocks that blank lines make of them, and what stands at each line's end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from builder.lines.measure import SHARP, LineEnd
from builder.lines.separator import columns, is_cut_word
from builder.lines.shapes import (
    Shape,
    Start,
    ends_caption,
    is_header,
    is_names,
    is_page_number,
    marker_of,
    opens_signature,
    shape_of,
    start_of,
)
from builder.regexes import regex
from builder.signs import is_syllabic, is_unspaced
from builder.text import BREAKS, Span, closes_sentence, paragraphs

_LINE_END = regex(r"\r\n|[\n\r\x0b\x85\u2028]")
_FIRST_WORD = regex(r"\S{1,60}")
_SYLLABLES = 8
"""So many columns a word may take in scripts that do not show where words end, such as Thai."""
_ANY = 1000
"""A word that breaks off shows that no more of it had fitted, however wide the line is."""
_PAUSES = ",;:—–،؛、，；："
_LEAST_INDENT = 2
"""So many columns further in, a line begins a paragraph."""


class RawLines:
    """The lines that hold words. A line is told by its place among them, from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._shapes: dict[int, Shape] = {}

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The lines, without white space at their ends."""
        return paragraphs(self.text)

    @cached_property
    def is_parted(self) -> list[bool]:
        """For each line but the last whether a blank line stands behind it."""
        return [_is_blank(self.text[first.end : second.start]) for first, second in pairwise(self.spans)]

    def ends_page(self, line: int) -> bool:
        """Return whether a form feed stands behind a line."""
        following = line + 1
        return (
            following < len(self.spans)
            and "\x0c" in self.text[self.spans[line].end : self.spans[following].start]
        )

    def words(self, line: int) -> str:
        """Return a line without white space at its ends."""
        return self.spans[line].of(self.text)

    def shape(self, line: int) -> Shape:
        """Return what a line looks like."""
        if line not in self._shapes:
            self._shapes[line] = shape_of(self.words(line))
        return self._shapes[line]

    def is_page_number(self, line: int) -> bool:
        """Return whether a line is nothing but the number of a page."""
        return is_page_number(self.words(line))

    def is_cut(self, line: int, following: int) -> bool:
        """Whether a word breaks off at the end of a line and goes on in another."""
        return is_cut_word(self.text, self.spans[line].end, self.spans[following].start)

    def end(self, line: int, following: int) -> LineEnd:
        """Return how a line ends, with `following` as the next one."""
        words, width = self.words(following), self.width(line)
        left = self.words(line)[-1]
        return LineEnd(
            line,
            width,
            width + (_ANY if self.is_cut(line, following) else _columns_to_next(left, words)),
            closes_sentence(self.text, self.spans[line], self.spans[following]),
            start_of(words),
            is_names(self.words(line)),
            left in _PAUSES,
        )

    def width(self, line: int) -> int:
        """Return the columns from the left edge to the end of a line's last word."""
        return self._indent(line) + columns(self.words(line))

    def _indent(self, line: int) -> int:
        start = edge = self.spans[line].start
        while edge and self.text[edge - 1] not in BREAKS:
            edge -= 1
        return columns(self.text[edge:start].expandtabs())

    def ends_at_page(self, line: int) -> bool:
        """Return whether a page ends behind a line: a form feed or the number of a page comes next."""
        if line + 1 >= len(self.spans):
            return False
        return self.ends_page(line) or self.is_page_number(line + 1)

    @cached_property
    def blocks(self) -> tuple[range, ...]:
        """Two lines or more that no blank line parts; lines that stand apart are left out, and part others."""
        found: list[range] = []
        start = 0
        for line in range(len(self.spans)):
            if line == len(self.is_parted) or self.is_parted[line]:
                found.extend(self._without_apart(range(start, line + 1)))
                start = line + 1
        return tuple(found)

    def _without_apart(self, block: range) -> Iterator[range]:
        if len(block) < 2 or self._is_head_of_mail(block):
            return
        start = block.start
        for line in block:
            if self.shape(line) is not Shape.APART:
                continue
            if line - start > 1:
                yield range(start, line)
            start = line + 1
            if opens_signature(self.words(line)):
                return
        if block.stop - start > 1:
            yield range(start, block.stop)

    def _is_head_of_mail(self, block: range) -> bool:
        if not is_header(self.words(block.start)):
            return False
        return 2 * sum(is_header(self.words(line)) for line in block) > len(block)

    def prose_ends(self, block: range, *, indents: bool) -> list[int]:
        """Return the lines of a block that may go on in the next one: it begins no entry of a list, and is no number.

        With `indents` a line further in begins a paragraph too.
        """
        entries = self._entries(block)
        return [
            line
            for line in block[:-1]
            if line + 1 not in entries
            and not self.is_page_number(line)
            and not self.is_page_number(line + 1)
            and not (indents and line not in entries and self._goes_in(line, block.stop))
            and not self._ends_caption(line)
        ]

    def _ends_caption(self, line: int) -> bool:
        return ends_caption(self.words(line)) and start_of(self.words(line + 1)) is Start.CAPITAL

    def _goes_in(self, line: int, stop: int) -> bool:
        """Whether the next line is the first of a paragraph by its indent, rather than one that hangs."""
        following = line + 1
        indent = self._indent(following)
        if indent < self._indent(line) + _LEAST_INDENT or start_of(self.words(following)) is Start.SMALL:
            return False
        returns = following + 1 < stop and self._indent(following + 1) < indent
        return returns or closes_sentence(self.text, self.spans[line], self.spans[following])

    def _entries(self, block: range) -> set[int]:
        """The lines that begin an entry of a list. One dash, or one number, may stand at a line's head by chance."""
        found = {line for line in block if self.shape(line) is Shape.ENTRY}
        markers = {
            line: marker_of(self.words(line)) for line in block if self.shape(line) is Shape.MAYBE_ENTRY
        }
        every = list(markers.values())
        known = set(every)
        for line, (kind, number) in markers.items():
            is_counted = bool({(kind, number - 1), (kind, number + 1)} & known)
            if (is_counted if number else every.count((kind, 0)) > 1) or self._opens_list(block, line):
                found.add(line)
        return found

    def _opens_list(self, block: range, line: int) -> bool:
        if line == block.start or self.words(line - 1).endswith((":", "：")):
            return True
        return closes_sentence(self.text, self.spans[line - 1], self.spans[line])


def _is_blank(gap: str) -> bool:
    if gap in ("\n", "\r\n"):
        return False
    return "\u2029" in gap or len(_LINE_END.findall(gap)) > 1


def _columns_to_next(last: str, following: str) -> int:
    """The columns that the first word of `following` takes behind `last`, with the space before it.

    Where words are not parted by spaces a line may also end early to keep a stop or a bracket with its word.
    """
    if is_unspaced(following[0]):
        return _SYLLABLES if is_syllabic(following[0]) else SHARP
    word = _FIRST_WORD.match(following)
    return (not is_unspaced(last)) + (columns(word[0]) if word else 0)
