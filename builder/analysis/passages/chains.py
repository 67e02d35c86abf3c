"""Common runs linked to chains: both texts go forward, and what differs between two runs is short.

A chain is the best-scoring way to its last run: words of the runs, less half a word for each word by which the two
gaps differ. Passages that the two texts have in another order end up in chains of their own.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from msgspec import Struct

from builder.analysis.passages.rule import Rule
from builder.analysis.passages.runs import WordRun

_LOOK_BACK = 60
"""So many earlier runs are tried as a run's predecessor; it bounds the work on very repetitive texts."""

Chain = tuple[WordRun, ...]


class _Link(Struct):
    score: float
    before: int | None


def chains_of(runs: list[WordRun], rule: Rule) -> list[Chain]:
    """Return the chains, the best first; every run is in one chain at most. `runs` come by place."""
    links: list[_Link] = []
    reached = list(accumulate((run.x_end for run in runs), max))
    for index, run in enumerate(runs):
        first = bisect_left(reached, run.x - rule.gap, max(index - _LOOK_BACK, 0), index)
        links.append(_best_link(run, runs, links, range(index - 1, first - 1, -1), rule))
    used = [False] * len(runs)
    found: list[Chain] = []
    for index in sorted(range(len(runs)), key=lambda index: (-links[index].score, runs[index])):
        chain: list[WordRun] = []
        at: int | None = index
        while at is not None and not used[at]:
            used[at] = True
            chain.append(runs[at])
            at = links[at].before
        if chain:
            found.append(tuple(reversed(chain)))
    return found


def _best_link(run: WordRun, runs: list[WordRun], links: list[_Link], tried: range, rule: Rule) -> _Link:
    best = _Link(run.length, None)
    for earlier in tried:
        gained = _gain(runs[earlier], run, rule)
        if gained is not None and links[earlier].score + gained > best.score:
            best = _Link(links[earlier].score + gained, earlier)
    return best


def _gain(before: WordRun, run: WordRun, rule: Rule) -> float | None:
    """Return what a run adds to a chain that ends with `before`; None where it cannot follow."""
    x_gap, y_gap = run.x - before.x_end, run.y - before.y_end
    if (
        run.x <= before.x
        or run.y <= before.y
        or max(x_gap, y_gap) > rule.gap
        or min(x_gap, y_gap) <= -rule.group
    ):
        return None
    overlap = max(0, -x_gap, -y_gap)
    return run.length - overlap - 0.5 * abs(x_gap - y_gap) if overlap < run.length else None
