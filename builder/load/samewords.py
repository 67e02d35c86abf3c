"""Finds the same words again, however they are written: capitals, accents, widths, hyphens and signs between words do
not matter. For words that must stand nowhere; a quote is never found this way.

Offsets are code points, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import unescape
from unicodedata import category, normalize
from urllib.parse import unquote

from builder.regexes import regex
from builder.signs import UNSPACED, is_ignorable
from builder.text import Span, joined

MOST_WORDS = 8
"""Of a longer stretch any so many words in a row are the same words."""
MOST_SIGNS = 12
"""The same for scripts that write no spaces, in characters."""
_MARKUP = regex(r"[*_`~\\]")
_LEAST_LETTERS = 3
_LEAST_DIGITS = 4

_UNSPACED = f"{UNSPACED}\uac00-\ud7a3"  # Hangul is looked for syllable by syllable
_TOKEN = regex(rf"[{_UNSPACED}]|[^ {_UNSPACED}]+")
_CLUSTER = regex("[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|.[\u3099\u309a]?", re.DOTALL)
_ACCENTS = regex(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


class SameWords:
    """Stretches of words, each with the name of whoever has them, and where a text holds any of them."""

    def __init__(self, wanted: Iterable[tuple[str, str]]) -> None:
        """`wanted` are pairs of words and their owner; words that tell too little to be looked for are left out."""
        self._owners: dict[str, str] = {}
        self._firsts: set[str] = set()
        lengths: set[int] = set()
        for words, owner in wanted:
            for part in _parts(tokens(words)):
                self._owners.setdefault(" ".join(part), owner)
                self._firsts.add(part[0])
                lengths.add(len(part))
        self._lengths = sorted(lengths, reverse=True)

    def __bool__(self) -> bool:
        return bool(self._owners)

    def owner(self, text: str) -> str | None:
        """Return whose words a text holds first, or None."""
        if not self._owners:
            return None
        found = next(self._found(tokens(text)), None)
        return self._owners[found[2]] if found else None

    def owner_in_any_form(self, value: str) -> str | None:
        """The same of a value as it is written, as a reader of Markdown sees it, or as a browser reads an address."""
        if not self._owners:
            return None
        forms = dict.fromkeys((value, unescape(value), unquote(value), _MARKUP.sub("", value)))
        return next((owner for form in forms if (owner := self.owner(form)) is not None), None)

    def places(self, text: str) -> tuple[Span, ...]:
        """Return the ranges of a text that hold any of the words, in order and apart."""
        if self.owner(text) is None:
            return ()
        folded, offsets = _with_offsets(text)
        matches = list(_TOKEN.finditer(folded))
        found = self._found([match[0] for match in matches])
        return joined(
            Span(offsets[matches[first].start()][0], offsets[matches[first + count - 1].end() - 1][1])
            for first, count, _ in found
        )

    def _found(self, text: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Yield (first token, number of tokens, words) of every place, the longest at each."""
        for first, token in enumerate(text):
            if token not in self._firsts:
                continue
            for count in self._lengths:
                words = " ".join(text[first : first + count])
                if words in self._owners and first + count <= len(text):
                    yield first, count, words
                    break


def tokens(text: str) -> list[str]:
    """Return the words of a text in one form for all ways to write them; a sign each of scripts without spaces."""
    return _TOKEN.findall(normalize("NFC", text.translate(_folding())))


def tells(words: Sequence[str]) -> bool:
    """Whether words can be looked for: one of two letters, or a number of three digits, stands everywhere."""
    length = sum(map(len, words))
    if all(word.isdigit() for word in words):
        return length >= _LEAST_DIGITS
    return len(words) > 1 or length >= _LEAST_LETTERS


def _parts(words: list[str]) -> Iterator[list[str]]:
    if not tells(words):
        return
    most = MOST_SIGNS if re.fullmatch(f"[{_UNSPACED}]", words[0]) else MOST_WORDS
    for start in range(max(len(words) - most, 0) + 1):
        part = words[start : start + most]
        if tells(part):
            yield part


class _Folding(dict[int, str]):
    """What each character is folded into; filled as characters are met."""

    def __missing__(self, point: int) -> str:
        folded = normalize("NFKD", normalize("NFKD", chr(point)).casefold()).translate(_LETTERS)
        kept = "".join(sign if _is_of_word(sign) else " " for sign in folded if not _is_dropped(sign))
        self[point] = normalize("NFC", kept)
        return self[point]


@cache
def _folding() -> _Folding:
    return _Folding()


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or category(sign)[0] == "M"


def _is_dropped(sign: str) -> bool:
    return is_ignorable(sign) or _ACCENTS.match(sign) is not None


def _with_offsets(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the folded text, and for each of its characters the range that it comes from."""
    parts: list[str] = []
    offsets: list[tuple[int, int]] = []
    for match in _CLUSTER.finditer(text):
        folded = normalize("NFC", match[0].translate(_folding()))
        parts.append(folded)
        offsets += [match.span()] * len(folded)
    return "".join(parts), offsets
