"""Which places of which two texts hold the same word group: a join on the groups' numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from builder.analysis.passages.shingles import Postings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from builder.analysis.passages.tokens import Flags, Hashes, Integers

_ROWS_AT_ONCE = 4_000_000
MOST_SEEDS: Final = 4_000_000
"""So many seeds are made, each of some eighty bytes: 400 texts with 50 words of one outlet's furniture have these."""


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """Places with the same word group: `first` and `second` are texts (first < second), `x` and `y` places."""

    first: NDArray[np.int32]
    x: NDArray[np.int32]
    second: NDArray[np.int32]
    y: NDArray[np.int32]
    is_cut: bool
    """Whether word groups that very many texts have were joined among neighbours only."""

    def __len__(self) -> int:
        return len(self.first)


def seeds_of(postings: Postings, star: int, most: int | None = None) -> Seeds:
    """Return the seeds of every two texts; `star` as in the rule. Texts come in order of publication.

    Of a group that stands in one text more than twice the first two places are taken, which nearly always lead to the
    pair. Where all would be more than `most`, or `MOST_SEEDS`, members of a group that stand far
    apart are not joined.
    """
    import numpy as np

    order = np.argsort(postings.group, kind="stable")
    group, text, place = postings.group[order], postings.text[order], postings.place[order]
    kept = _first_places(group, text)
    group, text, place = group[kept], text[kept], place[kept]
    starts = np.flatnonzero(np.concatenate((np.ones(min(len(group), 1), np.bool_), group[1:] != group[:-1])))
    sizes = np.diff(np.concatenate((starts, [len(group)])))
    found = [_no_rows()]
    of_size, counts = np.unique(sizes[sizes > 1], return_counts=True)
    reach = _reach(of_size, counts, MOST_SEEDS if most is None else most) if not star else 0
    for size in of_size.tolist():
        found.extend(_rows(starts[sizes == size], *_links(size, star, reach)))
    left, right = (np.concatenate(side) for side in zip(*found, strict=True))
    other = text[left] != text[right]
    left, right = left[other], right[other]
    is_cut = not star and len(of_size) > 0 and reach < int(of_size[-1]) - 1
    return Seeds(text[left], place[left], text[right], place[right], is_cut)


def _first_places(group: Hashes, text: NDArray[np.int32]) -> Flags:
    """Which postings are among the first two of their group and text."""
    import numpy as np

    again = np.zeros(len(group), np.bool_)
    again[1:] = (group[1:] == group[:-1]) & (text[1:] == text[:-1])
    again[1:] &= again[:-1].copy()
    return ~again


def _reach(sizes: Integers, counts: Integers, most: int) -> int:
    """Return how far apart in its group a member may stand from one it is joined with, for `counts` groups of `sizes`.

    It is as far as the largest group goes, or as far as `most` seeds let it; one place always.
    """
    import numpy as np

    low, high = 1, int(sizes[-1]) - 1 if len(sizes) else 1
    while low < high:
        middle = (low + high + 1) // 2
        near = np.minimum(sizes - 1, middle)
        total = int((counts * (near * sizes - near * (near + 1) // 2)).sum())
        low, high = (middle, high) if total <= most else (low, middle - 1)
    return low


def _links(size: int, star: int, reach: int) -> tuple[Integers, Integers]:
    """Return which members of a group of `size` are joined."""
    import numpy as np

    if not star or size <= star:
        first, second = np.triu_indices(size, 1)
        near = second - first <= reach if reach else np.ones(len(first), np.bool_)
        return first[near].astype(np.int64), second[near].astype(np.int64)
    members = np.arange(1, size)
    return (
        np.concatenate((np.zeros(len(members), np.int64), members[1:] - 1)),
        np.concatenate((members, members[1:])),
    )


def _rows(starts: Integers, first: Integers, second: Integers) -> list[tuple[Integers, Integers]]:
    step = max(1, _ROWS_AT_ONCE // len(first))
    return [
        ((starts[low : low + step, None] + first).ravel(), (starts[low : low + step, None] + second).ravel())
        for low in range(0, len(starts), step)
    ]


def _no_rows() -> tuple[Integers, Integers]:
    import numpy as np

    return np.zeros(0, np.int64), np.zeros(0, np.int64)
