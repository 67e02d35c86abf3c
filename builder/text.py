"""Words and sentences of a text with their places.

Offsets are code points from the start of the string, half-open. Nothing is normalised: what is returned can be
found again in the text letter for letter.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, islice
from typing import Final, overload

from msgspec import Struct

from builder.regexes import regex
from builder.signs import IGNORABLE, IGNORABLE_SIGNS, JOINERS, SYLLABIC, is_mark, is_unspaced, mark_class


class Span(Struct, frozen=True, order=True, array_like=True, gc=False):
    """The half-open range `start..end` of a string, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def trimmed(self, text: str) -> Span:
        """Return the span without the white space at its ends."""
        left = self.of(text).lstrip()
        start = self.end - len(left)
        return Span(start, start + len(left.rstrip()))

    def __len__(self) -> int:
        return self.end - self.start


_LETTERS = rf"[^\W_]+(?:(?:[{mark_class()}]+|[{IGNORABLE}]+(?![{SYLLABIC}])(?=[^\W_]))[^\W_]*)*"


class SpanRow(Sequence[Span]):
    """Many ranges in a row, eight bytes each: a text has dozens, and as values they take 110 bytes each."""

    __slots__ = ("_ends",)

    def __init__(self, spans: Iterable[Span]) -> None:
        self._ends = array("I", [end for span in spans for end in (span.start, span.end)])

    def __len__(self) -> int:
        return len(self._ends) // 2

    @overload
    def __getitem__(self, place: int) -> Span: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Span, ...]: ...
    def __getitem__(self, place: int | slice) -> Span | tuple[Span, ...]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(len(self))[place])
        first = 2 * range(len(self))[place]
        return Span(self._ends[first], self._ends[first + 1])

    def __iter__(self) -> Iterator[Span]:
        ends = iter(self._ends)
        return map(Span, ends, ends)

    def __eq__(self, other: object) -> bool:
        return self._ends == other._ends if isinstance(other, SpanRow) else NotImplemented

    def __hash__(self) -> int:
        return len(self._ends)

    @classmethod
    def from_ends(cls, ends: array[int]) -> SpanRow:
        """Return the ranges of which the start and the end of each are given in turn; the array is held."""
        row = cls(())
        row._ends = ends
        return row

    def told_for_digest(self) -> tuple[int, ...]:
        """Return the start and the end of each in turn."""
        return tuple(self._ends)


class SpanIndex:
    """Ranges of one string that may overlap, found by what they meet. Built once; a lookup passes over no others."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = tuple(spans)
        self._order = sorted(range(len(self._spans)), key=self._spans.__getitem__)
        self._starts = [self._spans[place].start for place in self._order]
        self._reach = list(accumulate((self._spans[place].end for place in self._order), max))

    def meeting(self, span: Span) -> list[int]:
        """Return the places, in the given order, of the ranges that share a code point with another one."""
        first, last = bisect_right(self._reach, span.start), bisect_left(self._starts, span.end)
        return sorted(place for place in self._order[first:last] if self._spans[place].meets(span))


def meets_any(span: Span, others: Sequence[Span]) -> bool:
    """Whether a range shares a code point with any of disjoint ranges in order."""
    first = bisect_right(others, span.start, key=lambda other: other.end)
    return first < len(others) and others[first].meets(span)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return ranges in order, those that meet or touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return tuple(found)


_WORD = regex(rf"{_LETTERS}(?:[’'ʼ‑-]{_LETTERS})*")
BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
"""What ends a line."""
_LINE = regex(rf"\S(?:[^{BREAKS}]*\S)?")
_STOPS = ".!?…。！？｡؟۔।॥።"
_CLOSING = "\"'”’»)\\]」』）》"
_OPENING = "\"'“‘’«([„「『（《"
_SENTENCE_END = regex(
    rf"[{_STOPS}](?:(?<![{_STOPS}]{{2}})[{_STOPS}]*+[{_CLOSING}]*+(?=\s|$)"
    rf"|(?<=[。！？｡])(?<![。！？｡]{{2}})[。！？｡]*+[{_CLOSING}]*+(?![と、，]))"
)
"""A run of stops is tried at its first sign alone, so that a million dots take a million steps.

The pattern begins with the sign itself, not with what may not stand before it: so the letters between are passed over.
"""
_CLOSED = regex(rf"[{_STOPS}][{_CLOSING}]*$")
_LONGEST_ABBREVIATION = 24
"""So far back the end of a sentence is looked at."""
_LONGEST_SENTENCE = 2_000
"""Longer ones are tables, or without full stops; each is shown, and read, for every quote and name in it."""
_VISIBLE = regex(r"\S")
_NO_END = regex(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Maj|Adm|Jr|Sr|No|Nos|vs|etc|cf|al|approx|Inc|Ltd|Co"
    r"|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mt|Ft|fig|p|pp|ca|resp)|\b[A-Z](?:\.[A-Z])*|\b[ap]\.m"
    r"|\be\.g|\bi\.e)\.$"
)
_ALWAYS_END = regex(r"\b(?:[ap]\.m|etc|Inc|Ltd|Co|Corp|Jr|Sr|(?:[A-Z]\.)+[A-Z])\.$")


_MOST_IGNORED: Final = 64


def is_word_character(character: str) -> bool:
    """Whether the character can stand inside a word: a letter or digit of any script, a mark on one, or a joiner."""
    return character.isalnum() or character in JOINERS or is_mark(character)


def is_word_boundary(text: str, offset: int) -> bool:
    """Whether a word may begin or end at `offset`: not both neighbours are word characters.

    Signs of no width are looked through: a soft hyphen parts no word. Nothing parts a letter from its mark. Scripts
    that write no spaces (Han, kana, Thai, Khmer) have boundaries everywhere else.
    """
    before = text[max(offset - _MOST_IGNORED, 0) : max(offset, 0)].rstrip(IGNORABLE_SIGNS)[-1:]
    after = text[offset : offset + _MOST_IGNORED].lstrip(IGNORABLE_SIGNS)[:1]
    if not before or not after:
        return True
    if is_mark(after):
        return before.isspace()
    if is_unspaced(before) or is_unspaced(after):
        return True
    return not (is_word_character(before) and is_word_character(after))


def words(text: str) -> tuple[Span, ...]:
    """Return the words of the text in order; an apostrophe or hyphen inside a word belongs to it."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))


def has_words(text: str, least: int) -> bool:
    """Return whether a text has so many words, or more; those behind them are not read."""
    return next(islice(_WORD.finditer(text), least - 1, None), None) is not None


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the lines of the text that hold anything but white space, trimmed of it.

    In a clean view, whose joined line ends are spaces already, these are the paragraphs.
    """
    return tuple(_paragraphs_between(text, 0, len(text)))


def _paragraphs_between(text: str, start: int, end: int) -> Iterator[Span]:
    return (Span(*match.span()) for match in _LINE.finditer(text, start, end))


def sentences(text: str) -> SpanRow:
    """Return the sentences of the text in order; one never crosses a line break, nor has over 2,000 code points.

    A rule-based splitter: full stops after common abbreviations, initials and before lower-case words do not end a
    sentence. Where the rules are unsure the longer sentence wins, since a reader loses less by more context.
    """
    return _sentences_between(text, 0, len(text))


@lru_cache(maxsize=4096)
def _sentences_between(text: str, start: int, end: int) -> SpanRow:
    """Return the sentences of whole lines."""
    return SpanRow(
        sentence
        for paragraph in _paragraphs_between(text, start, end)
        for sentence in _sentences_of_paragraph(text, paragraph)
    )


def _sentences_of_paragraph(text: str, paragraph: Span) -> list[Span]:
    found: list[Span] = []
    start = paragraph.start
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if not _ends_sentence(text, start, match.end(), paragraph.end):
            continue
        found.extend(_parted(text, Span(start, match.end()).trimmed(text)))
        start = match.end()
    if start < paragraph.end:
        found.extend(_parted(text, Span(start, paragraph.end).trimmed(text)))
    return found


def _parted(text: str, sentence: Span) -> Sequence[Span]:
    """Return a sentence, one that is too long in parts of whole words."""
    if len(sentence) <= _LONGEST_SENTENCE:
        return (sentence,)
    found: list[Span] = []
    start = sentence.start
    while sentence.end - start > _LONGEST_SENTENCE:
        end = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        end = start + _LONGEST_SENTENCE if end < 0 else end
        found.append(Span(start, end).trimmed(text))
        start = end
        while text[start].isspace():
            start += 1
    if start < sentence.end:
        found.append(Span(start, sentence.end).trimmed(text))
    return found


def _ends_sentence(text: str, start: int, stop: int, paragraph_end: int) -> bool:
    following = _VISIBLE.search(text, stop, paragraph_end)
    if following is None:
        return True
    at = following.start()
    while at < paragraph_end and text[at] in _OPENING:
        at += 1
    opening = text[at : min(at + 1, paragraph_end)]
    if opening.islower():
        return False
    words_before = text[max(start, stop - _LONGEST_ABBREVIATION) : stop].split()
    is_abbreviation, may_end = _abbreviation(words_before[-1] if words_before else "")
    return not is_abbreviation or (may_end and opening.isupper())


@lru_cache(maxsize=1024)
def _abbreviation(word: str) -> tuple[bool, bool]:
    """Return whether a word is one whose full stop ends no sentence, and whether it ends one all the same."""
    return _NO_END.search(word) is not None, _ALWAYS_END.search(word) is not None


def ends_closed(line: str) -> bool:
    """Whether a line ends with the sign that ends a sentence, closing marks aside."""
    return _CLOSED.search(line[-_LONGEST_ABBREVIATION:]) is not None


def closes_sentence(text: str, line: Span, following: Span) -> bool:
    """Whether a sentence ends where a line does; the words of the line that follows help to tell."""
    return ends_closed(line.of(text)) and _ends_sentence(text, line.start, line.end, following.end)


def sentence_around(text: str, span: Span) -> Span:
    """Return the range of the whole sentences that `span` touches; the span itself when it lies in none.

    A sentence never crosses a line break, so the lines that the span touches are enough to look at.
    """
    end = text.find("\n", span.end)
    every = _sentences_between(text, text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)
    first = bisect_right(every, span.start, key=lambda sentence: sentence.end)
    last = bisect_left(every, span.end, key=lambda sentence: sentence.start)
    if first >= last:
        return span
    return Span(min(every[first].start, span.start), max(every[last - 1].end, span.end))
