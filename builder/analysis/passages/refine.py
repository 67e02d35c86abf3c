"""The shared passages of two texts: a pure function of their words and the rule, the same whichever comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from builder.analysis.passages.chains import chains_of
from builder.analysis.passages.growth import WordPair, word_pairs
from builder.analysis.passages.rule import Rule
from builder.analysis.passages.runs import WordRun, common_runs
from builder.analysis.passages.tokens import Tokens
from builder.text import Span


@dataclass(frozen=True, slots=True, order=True)
class FoundRun:
    """The same words in two texts, as code points of each."""

    first: Span
    second: Span
    words: int

    @property
    def swapped(self) -> FoundRun:
        """The same with the texts in the other order."""
        return FoundRun(self.second, self.first, self.words)


@dataclass(frozen=True, slots=True, order=True)
class FoundPassage:
    """A shared passage: its verbatim runs in text order, the words in them, and the length of the longer side."""

    runs: tuple[FoundRun, ...]
    words: int
    length: int

    @property
    def first(self) -> Span:
        """Its range in the first text."""
        return Span(self.runs[0].first.start, self.runs[-1].first.end)

    @property
    def second(self) -> Span:
        """Its range in the second text."""
        return Span(self.runs[0].second.start, self.runs[-1].second.end)

    @property
    def swapped(self) -> FoundPassage:
        """The same with the texts in the other order."""
        return FoundPassage(tuple(run.swapped for run in self.runs), self.words, self.length)


PairResult = tuple[FoundPassage, ...]
"""The passages of two texts, by their place in the first."""

PairKey = tuple[str, str]
"""The digests of two texts, the lesser first."""

PairResults = Mapping[PairKey, PairResult]


def swapped(result: PairResult) -> PairResult:
    """Return the passages as seen from the second text."""
    return tuple(sorted(passage.swapped for passage in result))


def passages_of(first: Tokens, second: Tokens, rule: Rule) -> PairResult:
    """Return the passages that two texts share. No two of them overlap in either text.

    Where several ways to pair words are equally good the leftmost of `first` is taken: callers put the text with
    the lesser digest first, so that the outcome does not depend on which article is named first.
    """
    runs = common_runs(first.word, second.word, rule)
    if not any(run.length >= rule.group for run in runs):
        return ()
    x_words: list[int] = first.word.tolist()
    y_words: list[int] = second.word.tolist()
    grown = [word_pairs(x_words, y_words, chain, rule) for chain in chains_of(runs, rule)]
    cut = [dense(pairs, rule) for pairs in grown]
    return tuple(sorted(_found(first, second, pairs) for pairs in _apart(cut, rule)))


def dense(pairs: list[WordPair], rule: Rule) -> list[WordPair]:
    """Return word pairs with sparse ends cut off until they are dense enough; empty where too few are left."""
    low, high = 0, len(pairs)
    while high - low >= rule.least:
        if high - low >= rule.density * _length(pairs[low], pairs[high - 1]):
            return pairs[low:high]
        if _hole(pairs[low], pairs[low + 1]) >= _hole(pairs[high - 2], pairs[high - 1]):
            low += 1
        else:
            high -= 1
    return []


def _length(first: WordPair, last: WordPair) -> int:
    return _hole(first, last) + 1


def _hole(one: WordPair, other: WordPair) -> int:
    return max(other[0] - one[0], other[1] - one[1])


def _apart(passages: list[list[WordPair]], rule: Rule) -> Iterator[list[WordPair]]:
    """Give every word to one passage only, the one with most words first; a passage cut in two stays if dense."""
    taken_x: list[Span] = []
    taken_y: list[Span] = []
    for pairs in sorted((pairs for pairs in passages if pairs), key=lambda pairs: (-len(pairs), pairs[0])):
        for piece in _untaken(pairs, taken_x, taken_y):
            kept = dense(piece, rule)
            if kept:
                taken_x.append(Span(kept[0][0], kept[-1][0] + 1))
                taken_y.append(Span(kept[0][1], kept[-1][1] + 1))
                yield kept


def _untaken(pairs: list[WordPair], taken_x: list[Span], taken_y: list[Span]) -> list[list[WordPair]]:
    """Split word pairs where words in between, or they themselves, belong to another passage already."""
    pieces: list[list[WordPair]] = [[]]
    for pair in pairs:
        if pieces[-1]:
            start, end = pieces[-1][-1], pair
        else:
            start = end = pair
        if _meets(taken_x, start[0], end[0]) or _meets(taken_y, start[1], end[1]):
            pieces.append([])
        if not (_meets(taken_x, pair[0], pair[0]) or _meets(taken_y, pair[1], pair[1])):
            pieces[-1].append(pair)
    return [piece for piece in pieces if piece]


def _meets(taken: list[Span], first: int, last: int) -> bool:
    return any(span.start <= last and first < span.end for span in taken)


def _found(first: Tokens, second: Tokens, pairs: list[WordPair]) -> FoundPassage:
    runs = tuple(
        FoundRun(
            Span(int(first.start[run.x]), int(first.end[run.x_end - 1])),
            Span(int(second.start[run.y]), int(second.end[run.y_end - 1])),
            run.length,
        )
        for run in _verbatim(pairs)
    )
    return FoundPassage(runs, len(pairs), _length(pairs[0], pairs[-1]))


def _verbatim(pairs: list[WordPair]) -> Iterator[WordRun]:
    begin = 0
    for index, (one, following) in enumerate(pairwise(pairs), start=1):
        if following != (one[0] + 1, one[1] + 1):
            yield WordRun(*pairs[begin], index - begin)
            begin = index
    yield WordRun(*pairs[begin], len(pairs) - begin)
