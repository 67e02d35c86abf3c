"""Texts folded for matching: what a reader takes for the same words is the same here, and nothing else is.

Equal are the canonical forms of Unicode (a letter with its accent as one sign or as two, marks in any order), texts
with and without soft hyphens and other signs of no width, a ligature and its letters, and runs of white space, a line
end inside a paragraph among them. Capitals, quotation marks, dashes, ellipses and every letter stay as they are: words
are matched across forms, never by likeness. A folded text knows where in the raw one each of its places is.

Offsets are code points, half-open.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from heapq import merge
from itertools import groupby
from typing import Final
from unicodedata import normalize

from builder.regexes import regex
from builder.signs import (
    ASTRAL,
    IGNORABLE,
    is_ignorable,
    is_mark,
    mark_class,
    shape_class,
    shapes,
    variant_class,
    without_ignorable,
)
from builder.text import Span, is_word_boundary

PARAGRAPH_BREAK: Final = "\n"
"""What stands in a folded text where one paragraph ends and the next begins; all other white space is one space."""

_LINE_END = regex(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
_MAX_CLUSTER: Final = 32
"""Signs that are put in order together: sorting marks takes the square of their number (Unicode's stream-safe text)."""

Change = tuple[int, int, str]
"""A stretch of a raw text, start and end, and what it is folded into."""


class FoldedText:
    """A text as it is matched, and the way back to the raw one."""

    def __init__(self, raw: str, paragraphs: Sequence[Span] = ()) -> None:
        """`paragraphs` are ranges in order; a line end inside one of them is a space, any other parts paragraphs."""
        self._starts, self._ends = array("q"), array("q")
        self._raw_starts, self._raw_ends = array("q"), array("q")
        parts: list[str] = []
        length = reached = 0
        for start, end, folded in _changes(raw, paragraphs):
            parts += raw[reached:start], folded
            length += start - reached
            self._starts.append(length)
            length += len(folded)
            self._ends.append(length)
            self._raw_starts.append(start)
            self._raw_ends.append(end)
            reached = end
        parts.append(raw[reached:])
        self.text = "".join(parts)
        """The folded text."""

    def find(self, words: str, before: str = "", after: str = "") -> Iterator[Span]:
        """Yield the raw range of every place where words stand, overlapping ones too, in order.

        `before` and `after` are words that have to stand right beside, whatever white space lies in them and between. A
        place never begins or ends between a letter and its mark, nor inside a ligature; signs of no width at its ends
        are left out. A line end in `words` stands for any white space.
        """
        folded = folded_words(words)
        if folded.strip():
            for start in self._starts_of(folded, spaced(before), spaced(after)):
                span = self.raw(start, start + len(folded))
                if span is not None:
                    yield span

    def _starts_of(self, folded: str, before: str, after: str) -> Iterator[int]:
        """Yield the folded offsets of folded words that stand between two others."""
        wanted = folded.replace(PARAGRAPH_BREAK, " ")
        if wanted == folded and not before and not after:
            yield from _starts_in(self.text, folded)
            return
        text = self.text.replace(PARAGRAPH_BREAK, " ")
        found = (
            (
                start + len(before + gap)
                for start in _starts_in(text, before + gap + wanted + next_gap + after)
            )
            for gap in (("", " ") if before else ("",))
            for next_gap in (("", " ") if after else ("",))
        )
        for start, _ in groupby(merge(*found)):
            if self._parts_alike(start, folded):
                yield start

    def _parts_alike(self, start: int, folded: str) -> bool:
        """Whether words whose letters stand at `start` have a line end wherever the text parts paragraphs there."""
        at = self.text.find(PARAGRAPH_BREAK, start, start + len(folded))
        while at >= 0 and folded[at - start] == PARAGRAPH_BREAK:
            at = self.text.find(PARAGRAPH_BREAK, at + 1, start + len(folded))
        return at < 0

    def raw(self, start: int, end: int) -> Span | None:
        """Return the raw range of a folded one that is not empty; None where it would cut a sign of the raw text."""
        first, last = bisect_right(self._starts, start) - 1, bisect_left(self._starts, end) - 1
        cuts_first = first >= 0 and self._starts[first] < start < self._ends[first]
        cuts_last = last >= 0 and end < self._ends[last]
        is_cut = (
            cuts_first
            or cuts_last
            or any(map(is_mark, self.text[start : start + 1] + self.text[end : end + 1]))
        )
        return None if is_cut else self.around(Span(start, end))

    def around(self, folded: Span) -> Span:
        """Return the raw range of a folded one that is not empty, with the signs at its ends taken in whole."""
        first, last = bisect_right(self._starts, folded.start) - 1, bisect_left(self._starts, folded.end) - 1
        start, end = folded.start, folded.end
        if first >= 0:
            within = start - self._ends[first]
            start = self._raw_starts[first] if within < 0 else self._raw_ends[first] + within
        if last >= 0:
            end = self._raw_ends[last] + max(end - self._ends[last], 0)
        return Span(start, end)


def whole_words_in(text: str, phrases: Iterable[str]) -> tuple[tuple[Span, ...], ...]:
    """Return for each phrase every place where it stands in a short text as whole words, overlapping places once.

    Sign for sign, or where it so stands nowhere, in another form.
    """
    folded: FoldedText | None = None
    found: list[tuple[Span, ...]] = []
    for phrase in phrases:
        places = _whole(text, (Span(at, at + len(phrase)) for at in _starts_in(text, phrase)))
        if not places:
            folded = folded or FoldedText(text, (Span(0, len(text)),))
            places = _whole(text, folded.find(phrase))
        found.append(places)
    return tuple(found)


def _whole(text: str, places: Iterable[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for place in places:
        is_whole = is_word_boundary(text, place.start) and is_word_boundary(text, place.end)
        if is_whole and not (kept and kept[-1].meets(place)):
            kept.append(place)
    return tuple(kept)


def folded_words(words: str) -> str:
    """Return words as they stand in a folded text; a run of white space with a line end in it is one line end."""
    return FoldedText(words).text if _special().search(words) else words


def respaced(raw: str, read: str) -> str:
    """Return the signs of `raw` with the white space of `read`, which holds the same letters in some form."""
    folded = FoldedText(raw)
    letters = [offset for offset, sign in enumerate(folded.text) if not sign.isspace()]
    parts: list[str] = []
    count = reached = 0
    for part in re.split(r"(\s+)", read):
        count += 0 if part.isspace() else len(folded_words(part))
        end = len(raw) if count == len(letters) else folded.around(Span(0, letters[count - 1] + 1)).end
        parts.append(part if part.isspace() else "".join(raw[reached:end].split()))
        reached = end
    return "".join(parts)


def spaced(words: str) -> str:
    """Return words folded, with one space for any white space and none at either end."""
    return " ".join(folded_words(words).split())


def _starts_in(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


@cache
def _special() -> re.Pattern[str]:
    """What a text is searched for: a gap that is more than one plain space, or a run of signs that may be folded."""
    gap = rf"(?:[{IGNORABLE}]+\s|[^\S ]| (?=[\s{IGNORABLE}]))[\s{IGNORABLE}]*"
    signs = f"{IGNORABLE}{mark_class()}{variant_class()}{shape_class()}{ASTRAL}"
    return re.compile(rf"(?=[\s{signs}])(?:(?P<gap>{gap})|[{signs}]+)")


def _changes(raw: str, paragraphs: Sequence[Span]) -> Iterator[Change]:
    """Yield every stretch of a text that is folded into something else, in order."""
    paragraph = reached = 0
    for match in _special().finditer(raw):
        start, end = match.span()
        if match["gap"] is None:
            yield from _clusters(raw, start, end, reached)
        elif not _LINE_END.search(raw, start, end):
            yield start, end, " "
        else:
            while paragraph < len(paragraphs) and paragraphs[paragraph].end < end:
                paragraph += 1
            is_inside = paragraph < len(paragraphs) and paragraphs[paragraph].start < start
            yield start, end, " " if is_inside else PARAGRAPH_BREAK
        reached = end


def _clusters(raw: str, start: int, end: int, reached: int) -> Iterator[Change]:
    """Fold a run of signs, each with the marks that follow it; marks at its head take the letter before them along."""
    first = next((sign for sign in raw[start : start + _MAX_CLUSTER] if not is_ignorable(sign)), "")
    begin = start - 1 if start > reached and first and is_mark(first) else start
    for at in range(start + 1, end + 1):
        if at < end and at - begin < _MAX_CLUSTER and (is_mark(raw[at]) or is_ignorable(raw[at])):
            continue
        yield from _folded_cluster(raw, begin, at)
        begin = at


def _folded_cluster(raw: str, begin: int, end: int) -> Iterator[Change]:
    """Fold one sign with its marks; signs of no width behind it stay apart, since no match needs to end with them."""
    read = end
    while read > begin and is_ignorable(raw[read - 1]):
        read -= 1
    folded = normalize("NFC", without_ignorable(raw[begin:read]).translate(shapes()))
    if folded != raw[begin:read]:
        yield begin, read, folded
    if read < end:
        yield read, end, ""
