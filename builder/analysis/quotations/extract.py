"""The quotations of one text, with speaker and cue."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from msgspec import Struct

from builder.analysis.quotations.attribution import Attribution, attribution_after, attribution_before
from builder.analysis.quotations.glyphs import Enclosed, enclosed, has_marks, opens_with_mark
from builder.regexes import regex
from builder.text import Span, paragraphs

_WORD = regex(r"\w+")
_SPEECH_WORDS = 4
"""Fewer words are a term, unless a cue stands beside them."""
_CUED_WORDS = 2
_TITLE_WORDS = 8
"""So many words with capitals at most are a title."""
_SMALL = 3
"""A word of so many letters needs no capital in a title."""
_BETWEEN_HALVES = 60
"""So much text at most stands between the halves of a split quotation."""


class FoundQuotation(Struct, frozen=True, array_like=True):
    """A quotation by code points of the text it was looked for in."""

    span: Span
    words_span: Span
    is_term: bool
    is_closed: bool
    attribution: Attribution | None


def quotations_in(text: str) -> tuple[FoundQuotation, ...]:
    """Return the quotations of a text in text order; quotations inside quotations are not listed."""
    if not has_marks(text):
        return ()
    lines = paragraphs(text)
    found: list[FoundQuotation] = []
    carried: Attribution | None = None
    for index, line in enumerate(lines):
        words = line.of(text)
        if not has_marks(words):
            carried = None
            continue
        goes_on = index + 1 < len(lines) and opens_with_mark(lines[index + 1].of(text))
        here = _of_paragraph(text, line, enclosed(words, goes_on), carried)
        carried = here[-1].attribution if here and not here[-1].is_closed else None
        found.extend(here)
    return tuple(found)


def _of_paragraph(
    text: str, line: Span, parts: tuple[Enclosed, ...], carried: Attribution | None
) -> list[FoundQuotation]:
    """`carried` speaks the first quotation, where it goes on from the paragraph before."""
    found: list[FoundQuotation] = []
    capitals = _Capitals(line.of(text))
    for index, part in enumerate(parts):
        whole = _moved(part.whole, line.start)
        before = Span(found[-1].span.end if found else line.start, whole.start)
        after = Span(
            whole.end, line.start + parts[index + 1].whole.start if index + 1 < len(parts) else line.end
        )
        said = _moved(part.words, line.start)
        speaks = attribution_after(text, after, said.of(text)) or attribution_before(text, before)
        if speaks is None and found:
            speaks = _continued(text, before, found[-1].attribution)
        if speaks is None and not found and not len(before):
            speaks = carried
        is_term = not _is_speech(text, line, part, speaks, capitals)
        found.append(FoundQuotation(whole, said, is_term, part.is_closed, speaks))
    return found


def _continued(text: str, between: Span, last: Attribution | None) -> Attribution | None:
    """The second half of a split quotation: "…," he said, "…"."""
    if last is None or not last.stands_after:
        return None
    words = between.of(text)
    joined = len(words) < _BETWEEN_HALVES or not re.search(r"[.!?]", words.rstrip().rstrip(".,"))
    return last if joined else None


class _Capitals:
    """The words of a paragraph, gone through once: a paragraph may hold a hundred thousand quotation marks."""

    def __init__(self, words: str) -> None:
        self._words = words

    @cached_property
    def _starts(self) -> tuple[list[int], list[int]]:
        """Where its words begin, and those that would have a capital in a title and have none."""
        found = list(_WORD.finditer(self._words))
        return [word.start() for word in found], [
            word.start() for word in found if not _is_title_word(word[0])
        ]

    def are_outside(self, part: Span) -> bool:
        """Whether words stand outside a part of the paragraph, all as in a headline."""
        every, small = (len(starts) - _count_in(starts, part) for starts in self._starts)
        return every > 0 and not small


def _count_in(starts: list[int], part: Span) -> int:
    return bisect_left(starts, part.end) - bisect_left(starts, part.start)


def _is_speech(
    text: str, line: Span, part: Enclosed, speaks: Attribution | None, capitals: _Capitals
) -> bool:
    said = _moved(part.words, line.start).of(text)
    count = len(_WORD.findall(said))
    if speaks is not None:
        return count >= _CUED_WORDS
    if count < _SPEECH_WORDS:
        return False
    return count > _TITLE_WORDS or not _has_capitals(said) or capitals.are_outside(part.whole)


def _has_capitals(words: str) -> bool:
    """Whether all words but the small ones have capitals: a show, a book, a song, or a headline."""
    return all(_is_title_word(word) for word in _WORD.findall(words))


def _is_title_word(word: str) -> bool:
    return word[0].isupper() or len(word) <= _SMALL


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
