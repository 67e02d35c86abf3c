"""Sentences of several texts that have most of their words in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from msgspec import Struct

from builder.analysis.smallwords import FUNCTION_WORDS
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.text import Span, sentences, words

_MOST_SENTENCES: Final = 200
"""Sentences of one text that are compared with others: a long report has 100."""
_LEAST_IN_COMMON: Final = 5
_LEAST_LIKENESS: Final = 0.5
"""Two sentences that have half of their words in common, and five of them, often say the same."""
_LEAST_LETTERS: Final = 3


class Sentence(Struct, frozen=True):
    """A sentence of a text with the words that carry it, shortened and in small letters."""

    article: ArticleId
    span: Span
    stems: frozenset[str]


def sentences_alike(said: Mapping[ArticleId, Sequence[Sentence]]) -> list[list[Sentence]]:
    """Return groups of sentences that say the same in two texts or more, one of each text, the likest first."""
    every = [sentence for each in said.values() for sentence in each]
    carriers: dict[str, list[int]] = {}
    for number, sentence in enumerate(every):
        for stem in sentence.stems:
            carriers.setdefault(stem, []).append(number)
    likeness: dict[tuple[int, int], int] = {}
    for numbers in carriers.values():
        if len(numbers) <= 2 * len(said):  # a word of every second sentence tells nothing
            for pair in combinations(numbers, 2):
                likeness[pair] = likeness.get(pair, 0) + 1
    pairs = [
        (len(shared) / len(every[one].stems | every[other].stems), one, other)
        for (one, other), count in likeness.items()
        if every[one].article != every[other].article
        and count >= 2
        and len(shared := every[one].stems & every[other].stems) >= _LEAST_IN_COMMON
    ]
    groups: list[list[int]] = []
    for like, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if like >= _LEAST_LIKENESS:
            _join(groups, one, other, every)
    return [[every[number] for number in sorted(group)] for group in groups]


def _join(groups: list[list[int]], one: int, other: int, every: Sequence[Sentence]) -> None:
    """Put two sentences, with those that they stand with, into one group that has one sentence of each text."""
    first, second = (next((each for each in groups if number in each), [number]) for number in (one, other))
    articles = {every[number].article for number in first}
    if first is not second and not any(every[number].article in articles for number in second):
        groups[:] = [each for each in groups if each is not first and each is not second]
        groups.append([*first, *second])


def sentences_of(library: Library, article: ArticleId) -> Iterator[Sentence]:
    """Yield the sentences of a text's body that carry enough words to be compared."""
    text = library.texts[article]
    for place, span in enumerate(sentences(text.raw)):
        if place >= _MOST_SENTENCES:
            return
        stems = frozenset(
            word.casefold()[:6]
            for each in words(span.of(text.raw))
            if len(word := each.of(text.raw[span.start : span.end])) > _LEAST_LETTERS
            and word.casefold() not in FUNCTION_WORDS
        )
        if not text.marks_meeting(span):
            yield Sentence(article, span, stems)
