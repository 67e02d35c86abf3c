"""Which places of which two texts hold the same word group: a join on the groups' numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.analysis.passages.shingles import Postings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from builder.analysis.passages.tokens import Flags, Hashes, Integers

_ROWS_AT_ONCE = 4_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """Places with the same word group: `first` and `second` are texts (first < second), `x` and `y` places."""

    first: NDArray[np.int32]
    x: NDArray[np.int32]
    second: NDArray[np.int32]
    y: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.first)


def seeds_of(postings: Postings, star: int) -> Seeds:
    """Return the seeds of every two texts; `star` as in the rule. Texts come in order of publication.

    Of a group that stands in one text more than twice the first two places are taken, with a star the first one:
    enough to lead to the pair.
    """
    import numpy as np

    order = np.argsort(postings.group, kind="stable")
    group, text, place = postings.group[order], postings.text[order], postings.place[order]
    kept = _first_places(group, text, 1 if star else 2)
    group, text, place = group[kept], text[kept], place[kept]
    starts = np.flatnonzero(np.concatenate((np.ones(min(len(group), 1), np.bool_), group[1:] != group[:-1])))
    sizes = np.diff(np.concatenate((starts, [len(group)])))
    found = [_no_rows()]
    for size in np.unique(sizes[sizes > 1]).tolist():
        found.extend(_rows(starts[sizes == size], *_links(size, star)))
    left, right = (np.concatenate(side) for side in zip(*found, strict=True))
    other = text[left] != text[right]
    left, right = left[other], right[other]
    return Seeds(text[left], place[left], text[right], place[right])


def _first_places(group: Hashes, text: NDArray[np.int32], most: int) -> Flags:
    """Which postings are among the first `most` (one or two) of their group and text."""
    import numpy as np

    again = np.zeros(len(group), np.bool_)
    again[1:] = (group[1:] == group[:-1]) & (text[1:] == text[:-1])
    if most > 1:
        again[1:] &= again[:-1].copy()
    return ~again


def _links(size: int, star: int) -> tuple[Integers, Integers]:
    """Return which members of a group of `size` are joined."""
    import numpy as np

    if not star or size <= star:
        first, second = np.triu_indices(size, 1)
        return first.astype(np.int64), second.astype(np.int64)
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
