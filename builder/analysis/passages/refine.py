"""The shared passages of two texts: a pure function of their words and the rule, the same whichever comes first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain as joined
from itertools import pairwise

from msgspec import Struct

from builder.analysis.passages.chains import Chain, chains_of
from builder.analysis.passages.growth import WordPair, word_pairs
from builder.analysis.passages.rule import Rule
from builder.analysis.passages.runs import WordRun, common_runs
from builder.analysis.passages.tokens import Tokens
from builder.text import Span


class FoundRun(Struct, frozen=True, order=True, array_like=True, gc=False):
    """The same words in two texts, as code points of each."""

    first: Span
    second: Span
    words: int

    @property
    def swapped(self) -> FoundRun:
        """The same with the texts in the other order."""
        return FoundRun(self.second, self.first, self.words)


class FoundPassage(Struct, frozen=True, order=True, array_like=True):
    """A shared passage: its verbatim runs in text order, the words in them, and the length of the longer side."""

    runs: tuple[FoundRun, ...]
    words: int
    length: int

    @property
    def first(self) -> Span:
        """Its range in the first text."""
        return _from_to(self.runs[0].first, self.runs[-1].first)

    @property
    def second(self) -> Span:
        """Its range in the second text."""
        return _from_to(self.runs[0].second, self.runs[-1].second)

    @property
    def swapped(self) -> FoundPassage:
        """The same with the texts in the other order."""
        return FoundPassage(tuple(run.swapped for run in self.runs), self.words, self.length)


def _from_to(first: Span, last: Span) -> Span:
    """Return the range of both; one range alone is it, and needs no other value."""
    return first if first is last else Span(first.start, last.end)


PairResult = tuple[FoundPassage, ...]
"""The passages of two texts, by their place in the first."""

PairKey = tuple[str, str]
"""The digests of two texts, the lesser first."""


def swapped(result: PairResult) -> PairResult:
    """Return the passages as seen from the second text."""
    return tuple(sorted(passage.swapped for passage in result))


def passages_of(first: Tokens, second: Tokens, rule: Rule) -> PairResult:
    """Return the passages that two texts share. No two of them overlap in either text.

    Where several ways to pair words are equally good the leftmost of `first` is taken: callers put the text with
    the lesser digest first, so that the outcome does not depend on which article is named first.

    A chain whose words an earlier one leads to leads nowhere else. All chains together, the best first, grow over as
    many words as the texts have: those of texts of one line repeated would each grow over all of them.
    """
    runs = common_runs(first.word, second.word, rule)
    if not any(run.length >= rule.group for run in runs):
        return ()
    x_words: list[int] = first.word.tolist()
    y_words: list[int] = second.word.tolist()
    cut: list[list[WordPair]] = []
    led_to: set[WordPair] = set()
    growth = len(x_words) + len(y_words)
    for chain in chains_of(runs, rule):
        if not led_to.issuperset(_pairs_of(chain)):
            pairs, passed = word_pairs(x_words, y_words, chain, rule, growth)
            growth -= passed
            cut.append(dense(pairs, rule))
            led_to.update(cut[-1])
    apart = _apart(cut, bytearray(len(x_words)), bytearray(len(y_words)), rule)
    return tuple(sorted(_found(first, second, pairs) for pairs in apart))


def _pairs_of(chain: Chain) -> Iterator[WordPair]:
    return joined.from_iterable(
        zip(range(run.x, run.x_end), range(run.y, run.y_end), strict=True) for run in chain
    )


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


def _apart(
    passages: list[list[WordPair]], taken_x: bytearray, taken_y: bytearray, rule: Rule
) -> Iterator[list[WordPair]]:
    """Give every word to one passage only, the one with most words first; a passage cut in two stays if dense.

    `taken_x` and `taken_y` have a byte for each word of a text, which is set where it stands in a passage.
    """
    for pairs in sorted((pairs for pairs in passages if pairs), key=lambda pairs: (-len(pairs), pairs[0])):
        for piece in _untaken(pairs, taken_x, taken_y):
            kept = dense(piece, rule)
            if kept:
                for taken, side in ((taken_x, 0), (taken_y, 1)):
                    start, end = kept[0][side], kept[-1][side] + 1
                    taken[start:end] = b"\1" * (end - start)
                yield kept


def _untaken(pairs: list[WordPair], taken_x: bytearray, taken_y: bytearray) -> list[list[WordPair]]:
    """Split word pairs where words in between, or they themselves, belong to another passage already."""
    if not _meets(taken_x, taken_y, pairs[0], pairs[-1]):
        return [pairs]
    pieces: list[list[WordPair]] = [[]]
    for pair in pairs:
        if _meets(taken_x, taken_y, pieces[-1][-1] if pieces[-1] else pair, pair):
            pieces.append([])
            if _meets(taken_x, taken_y, pair, pair):
                continue
        pieces[-1].append(pair)
    return [piece for piece in pieces if piece]


def _meets(taken_x: bytearray, taken_y: bytearray, first: WordPair, last: WordPair) -> bool:
    return 1 in taken_x[first[0] : last[0] + 1] or 1 in taken_y[first[1] : last[1] + 1]


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
