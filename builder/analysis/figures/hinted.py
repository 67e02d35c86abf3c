"""Finds what a slow pattern would find, by trying it only where a match can begin.

A pattern that begins with a look-behind, an optional part or words of any capitals is tried at every letter of a text.
Every match holds one of a few words, or a digit, and those a string finds for itself fifty times as fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from builder.regexes import regex

_DIGITS = regex(r"\d+")
_LIKE_OTHERS = {"\u017f": "s", "\u212a": "k", "\u0130": "i", "\u0131": "i"}
"""Letters that a pattern without regard to capitals takes for others, each by the one it stands for."""


def in_small_letters(text: str) -> str:
    """Return a text in small letters, as a pattern without regard to capitals sees it, each in its place."""
    small = text
    for letter, other in () if text.isascii() else _LIKE_OTHERS.items():
        small = small.replace(letter, other)
    lowered = small.lower()
    if len(lowered) == len(small):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in small)


def places_of(words: Iterable[str], text: str) -> list[int]:
    """Return where words stand in a text, also inside others, in no order."""
    found: list[int] = []
    for word in words:
        place = text.find(word)
        while place >= 0:
            found.append(place)
            place = text.find(word, place + 1)
    return found


def beginnings(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words without those that begin with another: they are found where that one is."""
    every = frozenset(words)
    return tuple(
        sorted(word for word in every if not any(word[:size] in every for size in range(1, len(word))))
    )


def digits_of(text: str) -> list[int]:
    """Return where rows of digits begin."""
    return [match.start() for match in _DIGITS.finditer(text)]


def word_starts(text: str, place: int, count: int) -> list[int]:
    """Return a place and where so many words before it begin. A long word costs its length once for each."""
    starts = [place]
    for _ in range(count):
        while place > 0 and not _is_of_word(text[place - 1]):
            place -= 1
        if place == 0:
            break
        while place > 0 and _is_of_word(text[place - 1]):
            place -= 1
        starts.append(place)
    return starts


def matches_at(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer(text)` does, given all places at which a match may begin, in any order."""
    reached = 0
    for start in sorted(set(starts)):
        match = pattern.match(text, start) if start >= reached else None
        if match:
            yield match
            reached = match.end()


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
