"""The words of a text that negate, found once a stretch however many quotes are held against them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from builder.regexes import regex
from builder.text import Span, words

_NEGATIONS = frozenset(
    "not no never nor neither none nobody nothing nowhere without hardly scarcely barely cannot unable".split()
)
_NEGATION = regex(
    r"[bchnsuw](?:(?<=n)(?:o|ot|ever|either|or|one|obody|othing|owhere|[’'ʼ]t)|(?<=w)ithout|(?<=h)ardly|(?<=s)carcely"
    r"|(?<=b)arely|(?<=c)annot|(?<=u)nable)\b",
    re.IGNORECASE,
)
"""Told by its first letter first: it is looked for in every text that a claim quotes."""
_LONGEST_NEGATION: Final = 40
"""So far around a negation the word is read that it belongs to."""


@lru_cache(maxsize=64)
def negations_of(raw: str, stretch: Span) -> tuple[Span, ...]:
    """Every word of a stretch of a text that negates, in order. The stretch cuts no word."""
    found: list[Span] = []
    for match in _NEGATION.finditer(raw, stretch.start, stretch.end):
        offset = max(match.start() - _LONGEST_NEGATION, 0)
        near = raw[offset : match.end() + _LONGEST_NEGATION]
        for word in words(near):
            span = Span(word.start + offset, word.end + offset)
            is_whole = (word.start > 0 or offset == 0) and (word.end < len(near) or span.end == len(raw))
            if is_whole and span.holds(Span(*match.span())) and _negates(span.of(raw)):
                found.append(span)
    return tuple(dict.fromkeys(found))


def within(spans: Sequence[Span], outer: Span) -> Iterator[Span]:
    """Yield those of disjoint ranges in order that lie in another one."""
    for number in range(bisect_left(spans, outer.start, key=lambda span: span.start), len(spans)):
        if spans[number].end > outer.end:
            return
        yield spans[number]


def _negates(word: str) -> bool:
    lower = word.casefold().replace("’", "'").replace("ʼ", "'")
    return lower in _NEGATIONS or lower.endswith("n't")
