"""The runs of words that two texts have in common: as long as they go, from `fill` words on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from builder.analysis.passages.rule import Rule
from builder.analysis.passages.shingles import groups_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from builder.analysis.passages.tokens import Hashes, Integers

_PLACES = 16
"""A word group with more pairs of places than this is paired first with first, second with second …"""


_COUPLE = 2
_COUPLE_REACH, _COUPLE_SHIFT = 8, 4
"""Two words alone are common: they stand so near a seed, and so near its diagonal, or belong to no passage."""

_PART = 32
_MOST_PARTS = 200
"""So many parts of seeds around a short run are looked at; it bounds the work on very repetitive texts."""


class WordRun(Struct, frozen=True, order=True):
    """The same words in two texts: from word `x` of the one and `y` of the other, `length` words."""

    x: int
    y: int
    length: int

    @property
    def x_end(self) -> int:
        """The word after the last one, in the first text."""
        return self.x + self.length

    @property
    def y_end(self) -> int:
        """The word after the last one, in the second text."""
        return self.y + self.length


def common_runs(first: Hashes, second: Hashes, rule: Rule) -> list[WordRun]:
    """Return the runs that may belong to a passage, by place: those of a seed's length, and shorter ones near them."""
    runs = _all_runs(first, second, rule.fill)
    parts = sorted(part for run in runs if run.length >= rule.group for part in _parts(run))
    starts = [part.x for part in parts]
    return [run for run in runs if run.length >= rule.group or _is_near(run, parts, starts, rule)]


def _parts(seed: WordRun) -> Iterator[WordRun]:
    """Cut a long seed into parts: what stands near it stands near one of them."""
    for start in range(0, seed.length, _PART):
        yield WordRun(seed.x + start, seed.y + start, min(_PART, seed.length - start))


def _is_near(run: WordRun, parts: list[WordRun], starts: list[int], rule: Rule) -> bool:
    """Whether a short run stands near a seed, whose parts come with the first word of each."""
    couple = run.length <= _COUPLE
    reach = _COUPLE_REACH if couple else 2 * rule.gap
    end = bisect_left(starts, run.x_end + reach)
    first = bisect_left(starts, run.x - reach - _PART, max(end - _MOST_PARTS, 0), end)
    for seed in reversed(parts[first:end]):
        if (
            run.x - reach < seed.x_end
            and seed.y - reach < run.y_end
            and run.y - reach < seed.y_end
            and (not couple or abs((run.y - run.x) - (seed.y - seed.x)) <= _COUPLE_SHIFT)
        ):
            return True
    return False


def _all_runs(first: Hashes, second: Hashes, length: int) -> list[WordRun]:
    import numpy as np

    x, y = _common_places(groups_of(first, length), groups_of(second, length))
    if not len(x):
        return []
    diagonal = y - x
    order = np.lexsort((x, diagonal))
    x, y, diagonal = x[order], y[order], diagonal[order]
    fresh = np.ones(len(x), np.bool_)
    fresh[1:] = (diagonal[1:] != diagonal[:-1]) | (x[1:] > x[:-1] + 1)
    starts = np.flatnonzero(fresh)
    ends = np.concatenate((starts[1:], [len(x)])) - 1
    lengths = x[ends] - x[starts] + length
    x, y = x[starts], y[starts]
    order = np.lexsort((y, x))
    return [*map(WordRun, x[order].tolist(), y[order].tolist(), lengths[order].tolist())]


def _common_places(first: Hashes, second: Hashes) -> tuple[Integers, Integers]:
    """Return every place of the one text with every place of the other that has the same word group."""
    import numpy as np

    order, ranks = np.argsort(second, kind="stable"), np.argsort(first, kind="stable")
    sorted_second, sorted_first = second[order], first[ranks]
    low = np.searchsorted(sorted_second, sorted_first, "left")
    count = np.searchsorted(sorted_second, sorted_first, "right") - low
    hits = np.flatnonzero(count)
    ranks, low, count, sorted_first = ranks[hits], low[hits], count[hits], sorted_first[hits]
    nth = _nth_of_its_kind(sorted_first)
    many = count * _size_of_its_kind(sorted_first) > _PLACES
    take = np.where(many, (nth < count).astype(np.int64), count)
    begin = np.where(many, low + nth, low)
    rows = np.repeat(np.arange(len(ranks)), take)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(take) - take, take)
    return ranks[rows], order[begin[rows] + within]


def _starts_of_kinds(ordered: Hashes) -> NDArray[np.intp]:
    import numpy as np

    return np.flatnonzero(
        np.concatenate((np.ones(min(len(ordered), 1), np.bool_), ordered[1:] != ordered[:-1]))
    )


def _size_of_its_kind(ordered: Hashes) -> Integers:
    import numpy as np

    sizes = np.diff(np.concatenate((_starts_of_kinds(ordered), [len(ordered)])))
    return np.repeat(sizes, sizes)


def _nth_of_its_kind(ordered: Hashes) -> Integers:
    import numpy as np

    starts = _starts_of_kinds(ordered)
    sizes = np.diff(np.concatenate((starts, [len(ordered)])))
    return np.arange(len(ordered)) - np.repeat(starts, sizes)
