"""Quotations that are one utterance: letter for letter, in part, or in other words.

Two quotations are compared word by word; what they have in common counts by how much a word carries, never by how
often other texts use it, so that a further article changes nothing about these two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, product
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from builder.analysis.comparisonfindings import Quotation, Rendering, RenderingPair, RenderingRelation
from builder.analysis.components import components
from builder.analysis.smallwords import FUNCTION_WORDS
from builder.model.base import ArticleId
from builder.regexes import regex

if TYPE_CHECKING:
    from builder.analysis.passages.tokens import Integers

_WORD = regex(r"[^\W_]+(?:['\u2019][^\W_]+)*")
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
_MOST_ALIKE: Final = 2
"""Quotations of one article in the same words that are held against others."""
MOST_WORDS: Final = 1_000_000
"""So many words of pairs of quotations are compared for texts shown together, equal quotations not counted."""
_WORDS_FOR_TWO: Final = 4_000
"""Times the square of their number where texts are few: two texts may quote 300 utterances each in its own way."""
MOST_TEXTS: Final = 40
"""Among more texts than this every quotation meets another; nothing is to be seen then."""
_JOINS_FOR_A_WORD: Final = 4
"""So often, for each of these words, a word that two quotations have is looked at."""


class _Words(Struct, frozen=True, dict=True):
    """The words of quotations in small letters."""

    words: tuple[str, ...]

    @cached_property
    def carrying(self) -> frozenset[str]:
        return frozenset(self.words) - FUNCTION_WORDS

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(self.words)


_Related = tuple[RenderingRelation, float, float]


def renderings_of(quotations: Iterable[Quotation]) -> tuple[Rendering, ...]:
    """Return the utterances that quotations of two articles or more render, by the first one's place.

    `quotations` come in article order, then text order.
    """
    every = tuple(_compared(quotations))
    alike = _alike(every)
    words = tuple(alike)
    related: dict[tuple[int, int], _Related] = {}
    for first, second in _candidates(alike, _articles_of(every))[0]:
        relation = _relation(words[first], words[second])
        if relation is not None:
            related[first, second] = relation
    pairs = dict(_pairs(alike, related))
    groups = components(len(every), pairs)
    inside = _by_group(groups, pairs)
    found = (_rendering(every, group, each) for group, each in zip(groups, inside, strict=True))
    return tuple(rendering for rendering in found if len(rendering.articles) > 1)


def crowded_sets(
    quotations: Mapping[ArticleId, Sequence[Quotation]], sets: Iterable[Sequence[ArticleId]]
) -> list[bool]:
    """Return for each set of articles whether pairs of their quotations are left out, of which there are too many."""
    sizes = {article: _size(_compared(each)) for article, each in quotations.items()}
    return [
        _may_crowd([sizes[article] for article in articles if quotations.get(article)])
        and _is_crowded(each for article in articles for each in quotations.get(article, ()))
        for articles in sets
    ]


def _size(quotations: Iterable[Quotation]) -> tuple[int, int]:
    """How many quotations there are and how many words all have."""
    counts = [len(_WORD.findall(quotation.words)) for quotation in quotations]
    return len(counts), sum(counts)


def _may_crowd(sizes: Sequence[tuple[int, int]]) -> bool:
    """Whether all quotations against all would be too many words; each word meets no more quotations than there are."""
    every, words = (sum(size[side] for size in sizes) for side in (0, 1))
    return len(sizes) <= MOST_TEXTS and every * words > _most_words(len(sizes))


def _is_crowded(quotations: Iterable[Quotation]) -> bool:
    every = tuple(_compared(quotations))
    return _candidates(_alike(every), _articles_of(every))[1]


def _alike(quotations: Iterable[Quotation]) -> dict[_Words, list[int]]:
    """Return the places of the quotations that have the same words, in order."""
    found: dict[_Words, list[int]] = {}
    for index, quotation in enumerate(quotations):
        found.setdefault(_words_of(quotation.words), []).append(index)
    return found


def _pairs(
    alike: Mapping[_Words, Sequence[int]], related: Mapping[tuple[int, int], _Related]
) -> Iterator[tuple[tuple[int, int], RenderingPair]]:
    """Yield every two quotations in the same words, and those in words that are related."""
    for places in (places for words, places in alike.items() if len(words.carrying) >= _CARRYING):
        for first, second in combinations(places, 2):
            yield (first, second), RenderingPair(first, second, RenderingRelation.IDENTICAL, 1.0, 1.0)
    members = tuple(alike.values())
    for (one, other), relation in related.items():
        for pair in product(members[one], members[other]):
            first, second = sorted(pair)
            yield (first, second), RenderingPair(first, second, *relation)


def _most_words(articles: int) -> int:
    return min(_WORDS_FOR_TWO * articles**2, MOST_WORDS)


def _articles_of(quotations: Iterable[Quotation]) -> int:
    return len({quotation.article for quotation in quotations})


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


def _candidates(alike: Mapping[_Words, Sequence[int]], articles: int) -> tuple[list[tuple[int, int]], bool]:
    """Return which different words share enough carrying ones, ascending, and whether there are more such pairs.

    Words are gone through by how many quotations have them, the rarest first, as far as the bound lets it; of too
    many pairs those with most words in common are taken, then the earliest.
    """
    import numpy as np

    words, most = tuple(alike), _most_words(articles)
    codes, is_cut = _joined(words, most * _JOINS_FOR_A_WORD)
    pairs, shared = np.unique(codes, return_counts=True)
    first, second = np.divmod(pairs, max(len(words), 1))
    carrying = np.array([len(one.carrying) for one in words], np.int64)
    least = np.maximum(_CARRYING, _CARRYING_PART * np.minimum(carrying[first], carrying[second]))
    enough = np.flatnonzero(shared >= least)
    most_shared = enough[np.argsort(-shared[enough], kind="stable")]
    one, other = first[most_shared], second[most_shared]
    sizes = np.array([len(each.words) for each in words], np.int64)
    times = np.array([len(places) for places in alike.values()], np.int64)
    read = np.cumsum((sizes[one] + sizes[other]) * times[one] * times[other])
    taken = np.sort(most_shared[read <= most])
    return (
        list(zip(first[taken].tolist(), second[taken].tolist(), strict=True)),
        is_cut or len(taken) < len(enough),
    )


def _joined(words: Sequence[_Words], left: int) -> tuple[Integers, bool]:
    """Return `first * len(words) + second` for each two and each word that both have, and whether that is not all."""
    import numpy as np

    holders: dict[str, list[int]] = {}
    for index, one in enumerate(words):
        for word in one.carrying:
            holders.setdefault(word, []).append(index)
    of_size: dict[int, list[tuple[str, list[int]]]] = {}
    for word, held in holders.items():
        if len(held) > 1:
            of_size.setdefault(len(held), []).append((word, held))
    found = [np.zeros(0, np.int64)]
    for size in sorted(of_size):
        couples = size * (size - 1) // 2
        rows = np.array([held for _, held in sorted(of_size[size])[: left // couples]], np.int64)
        if len(rows):
            first, second = np.triu_indices(size, 1)
            found.append((rows[:, first] * len(words) + rows[:, second]).ravel())
        left -= len(of_size[size]) * couples
        if left < 0:
            break
    return np.concatenate(found), left < 0


def _relation(first: _Words, second: _Words) -> _Related | None:
    sequence = _common_sequence(first.words, second.words)
    shorter, longer = sorted((len(first.words), len(second.words)))
    overlap = _overlap(first.counts, second.counts)
    told = (round(overlap, 3), round(sequence / longer, 3))
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


def _by_group(
    groups: Sequence[Sequence[int]], pairs: Mapping[tuple[int, int], RenderingPair]
) -> list[list[RenderingPair]]:
    """Return the pairs of each group, in order."""
    group_of = {index: number for number, group in enumerate(groups) for index in group}
    found: list[list[RenderingPair]] = [[] for _ in groups]
    for first, second in sorted(pairs):
        found[group_of[first]].append(pairs[first, second])
    return found


def _rendering(every: Sequence[Quotation], group: Sequence[int], pairs: Iterable[RenderingPair]) -> Rendering:
    place = {index: number for number, index in enumerate(group)}
    return Rendering(
        tuple(every[index] for index in group),
        tuple(
            RenderingPair(place[pair.first], place[pair.second], pair.relation, pair.overlap, pair.sequence)
            for pair in pairs
        ),
    )
