"""Which pairs of texts are worth a closer look: decided for all seeds at once, before any work per pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from builder.analysis.passages.join import Seeds
from builder.analysis.passages.rule import Rule
from builder.analysis.passages.shingles import Corpus

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from builder.analysis.passages.tokens import Flags, Integers

_SHIFT = 8
"""Two words that stand up to so many places off a run's diagonal may still belong to its passage."""


class _Runs(Struct, frozen=True, eq=False):
    """Common runs: the texts, where each begins and ends in the corpus, by pair and diagonal."""

    pair: NDArray[np.uint64]
    x: Integers
    y: Integers
    x_end: Integers

    def __len__(self) -> int:
        return len(self.pair)

    @property
    def length(self) -> Integers:
        return self.x_end - self.x

    def only(self, kept: Flags) -> _Runs:
        return _Runs(self.pair[kept], self.x[kept], self.y[kept], self.x_end[kept])


def promising_pairs(corpus: Corpus, seeds: Seeds, rule: Rule) -> tuple[tuple[int, int], ...]:
    """Return the pairs of texts, ascending, whose common runs and the words near them are enough for a passage.

    With `rule.run` only pairs with a common run of so many words stay, or with half as many again in all runs.
    Whether a pair stays follows from its two texts alone, unless the rule has a star.
    """
    import numpy as np

    if not len(seeds):
        return ()
    enough_words = max(rule.least, rule.run * 3 // 2)
    runs = _grown(corpus, _diagonal_runs(corpus, seeds, rule), enough_words)
    starts = _pair_starts(runs)
    if rule.run:
        enough = np.maximum.reduceat(runs.length, starts) >= rule.run
        enough |= np.add.reduceat(runs.length, starts) >= rule.run * 3 // 2
    else:
        enough = (
            np.maximum.reduceat(runs.length + 2 * _couples_near(corpus, runs, rule), starts) >= rule.least
        )
    pairs = runs.pair[starts][enough]
    return tuple(
        zip((pairs >> np.uint64(32)).tolist(), (pairs & np.uint64(0xFFFFFFFF)).tolist(), strict=True)
    )


def _diagonal_runs(corpus: Corpus, seeds: Seeds, rule: Rule) -> _Runs:
    """One run for each row of seeds on a diagonal of a pair; thinned seeds may have other words between them."""
    import numpy as np

    pair = (seeds.first.astype(np.uint64) << np.uint64(32)) | seeds.second.astype(np.uint64)
    x = corpus.first[seeds.first] + seeds.x
    y = corpus.first[seeds.second] + seeds.y
    diagonal = y - x
    order = np.lexsort((x, diagonal, pair))
    pair, diagonal, x, y = pair[order], diagonal[order], x[order], y[order]
    fresh = np.ones(len(pair), np.bool_)
    fresh[1:] = (pair[1:] != pair[:-1]) | (diagonal[1:] != diagonal[:-1]) | (x[1:] > x[:-1] + rule.window)
    starts = np.flatnonzero(fresh)
    ends = np.concatenate((starts[1:], [len(pair)])) - 1
    return _Runs(pair[starts], x[starts], y[starts], x[ends] + rule.group)


def _grown(corpus: Corpus, runs: _Runs, most: int) -> _Runs:
    """Lengthen every run over equal words both ways, `most` of them: a pair with so many stays, however many more.

    Of runs that meet by this one stays.
    """
    import numpy as np

    first, second = (
        (runs.pair >> np.uint64(32)).astype(np.int64),
        (runs.pair & np.uint64(0xFFFFFFFF)).astype(np.int64),
    )
    before = np.minimum(runs.x - corpus.first[first], runs.y - corpus.first[second])
    y_end = runs.y + runs.length
    after = np.minimum(corpus.first[first + 1] - runs.x_end, corpus.first[second + 1] - y_end)
    back = _equal_words(corpus, runs.x - 1, runs.y - 1, -1, np.minimum(before, most))
    on = _equal_words(corpus, runs.x_end, y_end, 1, np.minimum(after, most))
    x, y, x_end = runs.x - back, runs.y - back, runs.x_end + on
    fresh = np.ones(len(runs), np.bool_)
    fresh[1:] = (runs.pair[1:] != runs.pair[:-1]) | (x[1:] != x[:-1]) | (y[1:] != y[:-1])
    return _Runs(runs.pair, x, y, x_end).only(fresh)


def _equal_words(corpus: Corpus, x: Integers, y: Integers, step: int, most: Integers) -> Integers:
    """Return how many words in a row are equal from `x` and `y` on, at most `most` of them."""
    import numpy as np

    equal = np.zeros(len(x), np.int64)
    live = np.flatnonzero(most > 0)
    while len(live):
        at = step * equal[live]
        live = live[corpus.word[x[live] + at] == corpus.word[y[live] + at]]
        equal[live] += 1
        live = live[equal[live] < most[live]]
    return equal


def _couples_near(corpus: Corpus, runs: _Runs, rule: Rule) -> Integers:
    """Return for each run how many couples of words around it, within the gap, stand near it in the other text too.

    A passage grows in steps of two words at least, so each couple adds two words at most. What lies beyond a text's
    edge belongs to its neighbour in the corpus: that can only let a pair through which then has nothing.
    """
    import numpy as np

    couples = corpus.word[:-1] * np.uint64(3) + corpus.word[1:]
    last = len(couples) - 1
    near = np.zeros(len(runs), np.int64)
    y_end = runs.y + runs.length
    for x_edge, y_edge, step in ((runs.x - 2, runs.y - 2, -1), (runs.x_end, y_end, 1)):
        for far in range(rule.gap):
            couple = couples[np.clip(x_edge + step * far, 0, last)]
            hit = np.zeros(len(runs), np.bool_)
            for shift in range(-_SHIFT, _SHIFT + 1):
                hit |= couple == couples[np.clip(y_edge + step * far + shift, 0, last)]
            near += hit
    return near


def _pair_starts(runs: _Runs) -> Integers:
    import numpy as np

    return np.flatnonzero(np.concatenate(([True], runs.pair[1:] != runs.pair[:-1])))
