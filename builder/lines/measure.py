"""Whether lines fill a common width.

Of every line end that only wraps a text at W columns two things are true: the line takes at most W, and with the next
word it would take more. So each line end says between which two widths W lies, and a text is wrapped where most agree.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from builder.lines.shapes import Start

LEAST_WIDTH = 36
"""Narrower lines are verse, lists and tables. A text of 44 columns whose words are long may stay below 40."""
_MOST_WIDTH = 100
"""Longer lines are paragraphs, not wrapped ones."""
_SLACK = 8
"""By hand nobody fills a line to the last column: one part in so many may stay empty."""
_PROOF = 3
"""So many line ends in mid-sentence, before a small letter and at one width, show that a text is wrapped."""
SHARP = 4
"""Where every sign may end a line, lines differ by so many columns at most, and two that agree are no chance."""
_EXCEPTIONS = 3
"""At most one in so many may contradict."""
_STANZA = 6
"""In so many lines one pause in three is no chance any more; in fewer lines it takes more than one in two."""


class LineEnd(Struct, frozen=True):
    """A line end between two lines of prose. `line` is the place of the first one among all lines of the text.

    `width` is what the first line takes, `reach` what it would take with the first word of the next, in columns.
    """

    line: int
    width: int
    reach: int
    closes: bool
    """Whether the first line closes a sentence."""
    start: Start
    """How the next line begins."""
    is_names: bool
    """Whether the first line holds names, or a heading, and nothing else."""
    pauses: bool
    """Whether the first line ends with a comma or the like, as most lines of verse do and few others."""

    def is_tight(self, columns: int) -> bool:
        """Whether the next word would not have fitted."""
        return self.width <= columns < self.reach

    def is_full(self, columns: int) -> bool:
        """Whether the next word would hardly have fitted."""
        return self.width <= columns < self.reach + columns // _SLACK

    @property
    def is_small(self) -> bool:
        """Whether the sentence plainly goes on in the next line."""
        return not self.closes and self.start is Start.SMALL

    def may_join(self, columns: int) -> bool:
        """Whether it only wraps a text of so many columns, seen alone."""
        is_telling = self.start is Start.SMALL or not self.is_names
        return self.is_full(columns) if is_telling else self.is_tight(columns)


def is_near(one: int, other: int) -> bool:
    """Whether two widths may be one, filled by hand."""
    return abs(one - other) <= other // _SLACK


def common_width(ends: Sequence[LineEnd]) -> int | None:
    """Return the columns that most line ends agree upon, the fewest of them; None where no text is wrapped so."""
    steps = [0] * (_MOST_WIDTH + 2)
    for end in ends:
        low, high = max(end.width, LEAST_WIDTH), min(end.reach, _MOST_WIDTH + 1)
        if low < high:
            steps[low] += 1
            steps[high] -= 1
    best = agreed = count = 0
    for columns in range(LEAST_WIDTH, _MOST_WIDTH + 1):
        count += steps[columns]
        if count > agreed:
            best, agreed = columns, count
    return best if _is_proven(ends, best) else None


def _is_proven(ends: Sequence[LineEnd], columns: int) -> bool:
    open_ends = [end for end in ends if not end.closes and end.start in (Start.SMALL, Start.NO_CASE)]
    for_it = sum(end.is_tight(columns) for end in open_ends)
    is_sharp = all(end.reach - end.width <= SHARP for end in open_ends)
    if for_it < (_PROOF - 1 if is_sharp else _PROOF) or (len(open_ends) - for_it) * _EXCEPTIONS > for_it:
        return False
    return not is_verse(ends)


def is_verse(ends: Sequence[LineEnd]) -> bool:
    """Whether so many lines end with a pause that their ends are meant."""
    open_ends = [end for end in ends if not end.closes]
    pauses = sum(end.pauses for end in open_ends)
    part = 3 if len(open_ends) >= _STANZA else 2
    return pauses > 1 and pauses * part > len(open_ends)


def joins_at(ends: Sequence[LineEnd], columns: int, *, closes: bool, is_proven: bool) -> tuple[int, ...]:
    """Return the lines of one block whose end only wraps it, where the block fills so many columns; else nothing.

    `closes` tells that the block's last line closes a sentence; `is_proven` that the whole text is wrapped so.
    """
    open_ends = [end for end in ends if not end.closes]
    joining = [end for end in open_ends if end.may_join(columns)]
    against = [end for end in open_ends if not end.is_full(columns)]
    if against and against[0] is ends[0] and against[0].start is not Start.SMALL:
        del against[0]  # a heading, or a byline
    if columns > _MOST_WIDTH or not joining or len(against) * _EXCEPTIONS > len(joining):
        return ()
    if not is_proven and is_verse(ends):
        return ()
    if not _runs_on(ends, joining, columns, closes=closes, is_proven=is_proven):
        return ()
    is_long = len(joining) >= _PROOF
    return tuple(
        end.line
        for end in ends
        if (is_long and end.is_tight(columns) if end.closes else end.may_join(columns))
    )


def _runs_on(
    ends: Sequence[LineEnd], joining: Sequence[LineEnd], columns: int, *, closes: bool, is_proven: bool
) -> bool:
    """Whether the words themselves show that sentences run over the line ends."""
    if is_proven:
        return not all(end.is_names for end in ends)
    small = sum(end.is_small for end in joining)
    if small:
        return (closes or len(joining) >= _PROOF) and small * _EXCEPTIONS >= len(joining)
    no_case = [end for end in joining if end.start is Start.NO_CASE]
    return closes and len(no_case) > 1 and all(end.is_tight(columns) for end in joining)
