"""From a chain to pairs of equal words: gaps between runs are filled, edges grow while it pays."""

from __future__ import annotations

from collections.abc import Sequence

from builder.analysis.passages.chains import Chain
from builder.analysis.passages.rule import Rule

WordPair = tuple[int, int]
"""The place of a word in the first text and of the same word in the second."""

_LOOK_AHEAD = 3
"""So many words may be skipped on either side at one step over the edge."""
_SKIPPED = 1.0
"""What a skipped word costs; an equal one gains 1."""


def word_pairs(
    first: Sequence[int], second: Sequence[int], chain: Chain, rule: Rule, most: int
) -> tuple[list[WordPair], int]:
    """Return the equal words that a chain leads to, ascending in both texts, and how many its growth passed over.

    It grows over `most` equal words at most.
    """
    pairs: list[WordPair] = []
    x, y = chain[0].x, chain[0].y
    for run in chain:
        overlap = max(0, x - run.x, y - run.y)
        if overlap >= run.length:
            continue
        begin_x, begin_y = run.x + overlap, run.y + overlap
        filled = common_sequence(first[x:begin_x], second[y:begin_y])
        pairs.extend((x + step_x, y + step_y) for step_x, step_y in filled)
        pairs.extend(zip(range(begin_x, run.x_end), range(begin_y, run.y_end), strict=True))
        x, y = run.x_end, run.y_end
    ahead, passed = _grown(first, second, pairs[-1], 1, rule, most)
    back, passed_back = _grown(first, second, pairs[0], -1, rule, most - passed)
    return [*reversed(back), *pairs, *ahead], passed + passed_back


def common_sequence(first: Sequence[int], second: Sequence[int]) -> list[WordPair]:
    """Return a longest common subsequence as places, leftmost; empty for an empty side."""
    if not first or not second:
        return []
    rows, columns = len(first), len(second)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        here, below = best[row], best[row + 1]
        for column in range(columns - 1, -1, -1):
            if first[row] == second[column]:
                here[column] = below[column + 1] + 1
            else:
                here[column] = max(below[column], here[column + 1])
    return _traced(first, second, best)


def _traced(first: Sequence[int], second: Sequence[int], best: list[list[int]]) -> list[WordPair]:
    found: list[WordPair] = []
    row = column = 0
    while best[row][column]:
        if first[row] == second[column]:
            found.append((row, column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return found


def _grown(
    first: Sequence[int], second: Sequence[int], edge: WordPair, step: int, rule: Rule, most: int
) -> tuple[list[WordPair], int]:
    """Walk outwards from an edge; return the equal words up to the best score (X-drop), and how many were passed."""
    x, y = edge[0] + step, edge[1] + step
    found: list[WordPair] = []
    score = best = 0.0
    kept = 0
    while len(found) < most and 0 <= x < len(first) and 0 <= y < len(second):
        if first[x] == second[y]:
            found.append((x, y))
            score += 1
            if score > best:
                best, kept = score, len(found)
            x, y = x + step, y + step
            continue
        skipped = _next_match(first, second, x, y, step)
        if skipped is None:
            break
        score -= _SKIPPED * max(skipped)
        if best - score > rule.drop:
            break
        x, y = x + step * skipped[0], y + step * skipped[1]
    return found[:kept], len(found)


_SKIPS = tuple(
    sorted(
        (
            (in_first, in_second)
            for in_first in range(_LOOK_AHEAD + 1)
            for in_second in range(_LOOK_AHEAD + 1)
            if in_first + in_second
        ),
        key=lambda skip: (sum(skip), skip),
    )
)


def _next_match(
    first: Sequence[int], second: Sequence[int], x: int, y: int, step: int
) -> tuple[int, int] | None:
    """Return how many words to skip on each side to reach two equal words in a row; the fewest first."""
    for skip in _SKIPS:
        at_x, at_y = x + step * skip[0], y + step * skip[1]
        if not (0 <= at_x + step < len(first) and 0 <= at_y + step < len(second)):
            continue
        if min(at_x, at_y) >= 0 and first[at_x] == second[at_y] and first[at_x + step] == second[at_y + step]:
            return skip
    return None
