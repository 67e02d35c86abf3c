"""Which stretches of two texts to lay side by side, from links between their paragraphs.

Links may cross: a text may tell things in another order. The heaviest chain of links that goes forward in both texts
is kept (a weighted longest increasing subsequence with a Fenwick tree; Fredman 1975, Fenwick 1994); the others are
for the caller to name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

AROUND = 2
"""How many paragraphs before and after a tied one say what it stands among."""
FEWEST = 6
"""Of how many paragraphs in a row a reader is spared the sight; fewer are read as fast as the line in their place."""


class Tie(Struct, frozen=True, order=True):
    """Paragraph `first` of one text and paragraph `second` of another, by their places, and how much ties them."""

    first: int
    second: int
    weight: int


class AlignedStretch(Struct, frozen=True):
    """Paragraphs of two texts to stand side by side. Where it is not `tied` each side stands by itself."""

    first: range
    second: range
    tied: bool


def aligned_stretches(ties: Iterable[Tie], first: int, second: int) -> tuple[AlignedStretch, ...]:
    """Return all paragraphs of two texts, `first` and `second` of them, once each and in order, as stretches.

    A stretch takes in the neighbours of its paragraphs that are tied to it. Among equally heavy chains the one that
    comes earliest is taken.
    """
    summed = _summed(ties)
    stretches: list[AlignedStretch] = []
    at_first = at_second = 0
    links = _Links(summed)
    for block in _stretches(_heaviest_chain(summed), links, Tie(first, second, 0)):
        stretches.extend(_apart(range(at_first, block.first.start), range(at_second, block.second.start)))
        stretches.append(block)
        at_first, at_second = block.first.stop, block.second.stop
    return (*stretches, *_apart(range(at_first, first), range(at_second, second)))


def far_stretches(tied: Sequence[bool]) -> tuple[range, ...]:
    """Return the long stretches of a text that stand far from all that is tied, from whether each paragraph is.

    Where nothing is tied nothing is near or far.
    """
    places = [place for place, is_tied in enumerate(tied) if is_tied]
    starts = (0, *(place + 1 + AROUND for place in places))
    stops = (*(place - AROUND for place in places), len(tied))
    far = (range(start, stop) for start, stop in zip(starts, stops, strict=True))
    return tuple(stretch for stretch in far if places and len(stretch) >= FEWEST)


def _apart(first: range, second: range) -> tuple[AlignedStretch, ...]:
    return (AlignedStretch(first, second, tied=False),) if first or second else ()


def _summed(ties: Iterable[Tie]) -> list[Tie]:
    """One tie for each two paragraphs, in order."""
    weights: dict[tuple[int, int], int] = {}
    for tie in ties:
        weights[tie.first, tie.second] = weights.get((tie.first, tie.second), 0) + tie.weight
    return sorted(Tie(first, second, weight) for (first, second), weight in weights.items())


class _BestSoFar(Struct):
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
    # Of one paragraph's ties the later ones come first, so that none of them follows another.
    ordered = sorted(ties, key=lambda tie: (tie.first, -tie.second))
    before: list[int] = []
    for index, tie in enumerate(ordered):
        weight, last = best.up_to(tie.second - 1)
        before.append(last)
        best.add(tie.second, weight + tie.weight, index)
    chain: list[Tie] = []
    at = best.up_to(best.size - 1)[1]
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return chain[::-1]


class _Links:
    """Which paragraphs are tied to which, from either side."""

    def __init__(self, ties: list[Tie]) -> None:
        self._of_first: dict[int, set[int]] = {}
        self._of_second: dict[int, set[int]] = {}
        for tie in ties:
            self._of_first.setdefault(tie.first, set()).add(tie.second)
            self._of_second.setdefault(tie.second, set()).add(tie.first)

    def of_first(self, places: range) -> set[int]:
        """Return what is tied to paragraphs of the first text."""
        return {other for place in places for other in self._of_first.get(place, ())}

    def of_second(self, places: range) -> set[int]:
        """Return what is tied to paragraphs of the second text."""
        return {other for place in places for other in self._of_second.get(place, ())}


def _stretches(chain: list[Tie], links: _Links, end: Tie) -> Iterator[AlignedStretch]:
    """Each tie of the chain with the neighbours that are tied to it and lie between those before and after."""
    low_first = low_second = 0
    for tie, following in zip(chain, [*chain[1:], end], strict=False):
        first, second = range(tie.first, tie.first + 1), range(tie.second, tie.second + 1)
        grown = (range(0), range(0))
        while grown != (first, second):
            grown = (first, second)
            first = _reach(first, low_first, following.first, links.of_second(second))
            second = _reach(second, low_second, following.second, links.of_first(first))
        yield AlignedStretch(first, second, tied=True)
        low_first, low_second = first.stop, second.stop


def _reach(own: range, low: int, high: int, tied: set[int]) -> range:
    """Take in neighbours that are tied, down to `low` and up to before `high`."""
    start, stop = own.start, own.stop
    while start > low and start - 1 in tied:
        start -= 1
    while stop < high and stop in tied:
        stop += 1
    return range(start, stop)
