"""Quotations that are one utterance: letter for letter, in part, or in other words.

Two quotations are compared word by word; what they have in common counts by how much a word carries, never by how
often other texts use it, so that a further article changes nothing about these two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from builder.analysis.comparisonfindings import Quotation, Rendering, RenderingPair, RenderingRelation
from builder.analysis.components import components
from builder.analysis.smallwords import FUNCTION_WORDS
from builder.model.base import ArticleId

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_SMALL_WORD = 0.2
"""What a function word weighs against 1 for any other."""
_CARRYING = 2
"""So many carrying words two quotations must share."""
_CARRYING_PART = 1 / 3
"""They must also be this part of those of the quotation that has fewer."""
_OVERLAP, _SEQUENCE = 0.34, 0.5
"""A variant shares so much by weight, or so long a sequence of the longer quotation."""
_LOOSE_EXCERPT = 6
"""A shorter excerpt stands in the longer quotation in one piece."""

MOST_COMPARED: Final = 200
"""Quotations of one article that are held against others: each may have to be held against each."""
_MOST_ALIKE: Final = 8
"""Quotations of one article in the same words that are held against others."""


@dataclass(frozen=True)
class _Words:
    """The words of a quotation in small letters."""

    words: tuple[str, ...]

    @cached_property
    def carrying(self) -> frozenset[str]:
        return frozenset(self.words) - FUNCTION_WORDS

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(self.words)


def renderings_of(quotations: Iterable[Quotation]) -> tuple[Rendering, ...]:
    """Return the utterances that quotations of two articles or more render, by the first one's place.

    `quotations` come in article order, then text order.
    """
    every = tuple(_compared(quotations))
    words = [_words_of(quotation.words) for quotation in every]
    pairs: dict[tuple[int, int], RenderingPair] = {}
    for first, second in _candidates(words):
        relation = _relation(words[first], words[second])
        if relation is not None:
            pairs[first, second] = RenderingPair(first, second, *relation)
    groups = components(len(every), pairs)
    found = (_rendering(every, group, pairs) for group in groups)
    return tuple(rendering for rendering in found if len(rendering.articles) > 1)


def _compared(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """Yield the first quotations of each article, of equal ones the first few."""
    taken: Counter[ArticleId] = Counter()
    alike: Counter[tuple[ArticleId, str]] = Counter()
    for each in quotations:
        taken[each.article] += 1
        alike[each.article, each.words] += 1
        if taken[each.article] <= MOST_COMPARED and alike[each.article, each.words] <= _MOST_ALIKE:
            yield each


def _words_of(text: str) -> _Words:
    return _Words(tuple(word.casefold().replace("\u2019", "'") for word in _WORD.findall(text)))


def _candidates(words: Sequence[_Words]) -> list[tuple[int, int]]:
    """Pairs that share enough carrying words, found by way of the words."""
    holders: dict[str, list[int]] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for index, one in enumerate(words):
        for word in sorted(one.carrying):
            for earlier in holders.setdefault(word, []):
                shared[earlier, index] += 1
            holders[word].append(index)
    return sorted(
        (first, second)
        for (first, second), count in shared.items()
        if count
        >= max(_CARRYING, _CARRYING_PART * min(len(words[first].carrying), len(words[second].carrying)))
    )


def _relation(first: _Words, second: _Words) -> tuple[RenderingRelation, float, float] | None:
    sequence = _common_sequence(first.words, second.words)
    shorter, longer = sorted((len(first.words), len(second.words)))
    overlap = _overlap(first.counts, second.counts)
    told = (round(overlap, 3), round(sequence / longer, 3))
    if first.words == second.words:
        return (RenderingRelation.IDENTICAL, *told)
    if sequence == shorter and (shorter >= _LOOSE_EXCERPT or _stands_in(first.words, second.words)):
        return (RenderingRelation.EXCERPT, *told)
    if overlap >= _OVERLAP or sequence / longer >= _SEQUENCE:
        return (RenderingRelation.VARIANT, *told)
    return None


def _overlap(first: Counter[str], second: Counter[str]) -> float:
    return _weight(first & second) / _weight(first | second)


def _weight(counts: Counter[str]) -> float:
    small = sum(count for word, count in counts.items() if word in FUNCTION_WORDS)
    return counts.total() - small * (1 - _SMALL_WORD)


def _stands_in(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    shorter, longer = sorted((first, second), key=len)
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _common_sequence(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """Return the length of the longest common subsequence, a row of the table at a time as the bits of a number.

    Allison, Dix: A bit-string longest-common-subsequence algorithm, 1986, in Hyyrö's form.
    """
    places: dict[str, int] = {}
    for place, word in enumerate(first):
        places[word] = places.get(word, 0) | 1 << place
    row = full = (1 << len(first)) - 1
    for word in second:
        met = row & places.get(word, 0)
        row = (row + met) | (row - met)
    return len(first) - (row & full).bit_count()


def _rendering(
    every: Sequence[Quotation], group: Sequence[int], pairs: Mapping[tuple[int, int], RenderingPair]
) -> Rendering:
    place = {index: number for number, index in enumerate(group)}
    inside = (pairs[pair] for pair in sorted(pairs) if pair[0] in place)
    return Rendering(
        tuple(every[index] for index in group),
        tuple(
            RenderingPair(place[pair.first], place[pair.second], pair.relation, pair.overlap, pair.sequence)
            for pair in inside
        ),
    )
