"""Which stretches of two texts to lay side by side, from links between their paragraphs.

Links may cross: a text may tell things in another order. The heaviest chain of links that goes forward in both texts
is kept (a weighted longest increasing subsequence with a Fenwick tree; Fredman 1975, Fenwick 1994); the others are
for the caller to name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Paragraph `first` of one text and paragraph `second` of another, by their places, and how much ties them."""

    first: int
    second: int
    weight: int


@dataclass(frozen=True, slots=True)
class AlignedStretch:
    """Paragraphs of two texts to stand side by side. Where it is not `tied` each side stands by itself."""

    first: range
    second: range
    tied: bool


def aligned_stretches(ties: Iterable[Tie], first: int, second: int) -> tuple[AlignedStretch, ...]:
    """Return all paragraphs of two texts, `first` and `second` of them, once each and in order, as stretches.

    Ties that share a paragraph make one stretch. Among equally heavy chains the one that comes earliest is taken.
    """
    stretches: list[AlignedStretch] = []
    at_first = at_second = 0
    for block in _joined(_heaviest_chain(_summed(ties))):
        stretches.extend(_apart(range(at_first, block.first.start), range(at_second, block.second.start)))
        stretches.append(block)
        at_first, at_second = block.first.stop, block.second.stop
    return (*stretches, *_apart(range(at_first, first), range(at_second, second)))


def _apart(first: range, second: range) -> tuple[AlignedStretch, ...]:
    return (AlignedStretch(first, second, tied=False),) if first or second else ()


def _summed(ties: Iterable[Tie]) -> list[Tie]:
    """One tie for each two paragraphs, in order."""
    weights: dict[tuple[int, int], int] = {}
    for tie in ties:
        weights[tie.first, tie.second] = weights.get((tie.first, tie.second), 0) + tie.weight
    return sorted(Tie(first, second, weight) for (first, second), weight in weights.items())


@dataclass(slots=True)
class _BestSoFar:
    """For each place of the second text the heaviest chain that ends there or before: weight and last tie."""

    size: int
    nodes: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.nodes = [(0, -1)] * (self.size + 1)

    def up_to(self, place: int) -> tuple[int, int]:
        best, at = (0, -1), place + 1
        while at > 0:
            best = max(best, self.nodes[at], key=lambda node: node[0])
            at -= at & -at
        return best

    def add(self, place: int, weight: int, tie: int) -> None:
        at = place + 1
        while at <= self.size:
            if weight > self.nodes[at][0]:
                self.nodes[at] = (weight, tie)
            at += at & -at


def _heaviest_chain(ties: list[Tie]) -> list[Tie]:
    best = _BestSoFar(max((tie.second for tie in ties), default=-1) + 1)
    before: list[int] = []
    for index, tie in enumerate(ties):
        weight, last = best.up_to(tie.second)
        before.append(last)
        best.add(tie.second, weight + tie.weight, index)
    chain: list[Tie] = []
    at = best.up_to(best.size - 1)[1]
    while at >= 0:
        chain.append(ties[at])
        at = before[at]
    return chain[::-1]


def _joined(chain: list[Tie]) -> list[AlignedStretch]:
    """Ties that share a paragraph as one stretch; the chain never goes back in either text."""
    stretches: list[AlignedStretch] = []
    for tie in chain:
        last = stretches[-1] if stretches else None
        if last is not None and (tie.first < last.first.stop or tie.second < last.second.stop):
            stretches[-1] = AlignedStretch(
                range(last.first.start, tie.first + 1), range(last.second.start, tie.second + 1), tied=True
            )
        else:
            stretches.append(
                AlignedStretch(
                    range(tie.first, tie.first + 1), range(tie.second, tie.second + 1), tied=True
                )
            )
    return stretches
