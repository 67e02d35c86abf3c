"""Which places of which two texts hold the same word group: a join on the groups' numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from builder.analysis.passages.shingles import Postings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from builder.analysis.passages.tokens import Flags, Hashes, Integers

    Places = NDArray[np.int32]
    """Places in an array of postings."""

_ROWS_AT_ONCE = 4_000_000
MOST_SEEDS: Final = 4_000_000
"""So many seeds are made, each of some eighty bytes: 400 texts with 50 words of one outlet's furniture have these."""

_PLACES_OF_A_TEXT: Final = 8
"""So many places of a word group in one text are joined with those of another; few groups of news stand there twice."""


class Seeds(Struct, frozen=True, eq=False):
    """Places with the same word group: `first` and `second` are texts (first < second), `x` and `y` places."""

    first: NDArray[np.int32]
    x: NDArray[np.int32]
    second: NDArray[np.int32]
    y: NDArray[np.int32]
    is_cut: bool
    """Whether word groups that very many texts have were joined among neighbours only."""

    def __len__(self) -> int:
        return len(self.first)

    def only(self, kept: Flags) -> Seeds:
        """Return those that a flag says."""
        return Seeds(self.first[kept], self.x[kept], self.second[kept], self.y[kept], self.is_cut)


def seeds_of(postings: Postings, star: int, most: int | None = None) -> Seeds:
    """Return the seeds of every two texts; `star` as in the rule. Texts come in order of publication.

    Without a star the first two places of a group in a text are taken, enough to lead to the pair; where all would be
    more than `most`, or `MOST_SEEDS`, members of a group that stand far apart are not joined. With one, texts are
    joined by what they have, however often they have it, and several places are taken: a run of which some words stand
    in the text before would not be found by its first places.
    """
    import numpy as np

    order = np.argsort(postings.group, kind="stable")
    group, text, place = postings.group[order], postings.text[order], postings.place[order]
    if star:
        left, right = _starred(group, text, star)
        return Seeds(text[left], place[left], text[right], place[right], is_cut=False)
    kept = _first_places(group, text)
    group, text, place = group[kept], text[kept], place[kept]
    starts, sizes = _rows_of_equals(group[1:] != group[:-1], len(group))
    of_size, counts = np.unique(sizes[sizes > 1].astype(np.int64), return_counts=True)
    reach = _reach(of_size, counts, MOST_SEEDS if most is None else most)
    left, right = _joined(starts, sizes, 0, reach)
    other = text[left] != text[right]
    left, right = left[other], right[other]
    is_cut = len(of_size) > 0 and reach < int(of_size[-1]) - 1
    return Seeds(text[left], place[left], text[right], place[right], is_cut)


def _starred(group: Hashes, text: NDArray[np.int32], star: int) -> tuple[Places, Places]:
    """Return which postings are joined by a star: each of the first places of one text with each of another's."""
    import numpy as np

    new_group = group[1:] != group[:-1]
    first, places = _rows_of_equals(new_group | (text[1:] != text[:-1]), len(group))
    places = np.minimum(places, _PLACES_OF_A_TEXT)
    of_texts, texts = _rows_of_equals(group[first][1:] != group[first][:-1], len(first))
    one, other = _joined(of_texts, texts, star, 0)
    couples = places[one] * places[other]
    at = (np.arange(couples.sum()) - np.repeat(np.cumsum(couples) - couples, couples)).astype(np.int32)
    width = np.repeat(places[other], couples)
    return np.repeat(first[one], couples) + at // width, np.repeat(first[other], couples) + at % width


def _rows_of_equals(changes: Flags, count: int) -> tuple[Places, Places]:
    """Return where each row of equal values begins and how long it is; `changes` tells where a value is another."""
    import numpy as np

    starts = np.flatnonzero(np.concatenate((np.ones(min(count, 1), np.bool_), changes))).astype(np.int32)
    return starts, np.diff(starts, append=np.int32(count))


def _joined(starts: Places, sizes: Places, star: int, reach: int) -> tuple[Places, Places]:
    """Return which members of rows are joined, by their places."""
    import numpy as np

    found = [_no_rows()]
    for size in np.unique(sizes[sizes > 1]).tolist():
        found.extend(_rows(starts[sizes == size], *_links(size, star, reach)))
    left, right = (np.concatenate(side) for side in zip(*found, strict=True))
    return left, right


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


def _links(size: int, star: int, reach: int) -> tuple[Places, Places]:
    """Return which members of a group of `size` are joined."""
    import numpy as np

    if not star or size <= star:
        first, second = np.triu_indices(size, 1)
        near = second - first <= reach if reach else np.ones(len(first), np.bool_)
        return first[near].astype(np.int32), second[near].astype(np.int32)
    members = np.arange(1, size, dtype=np.int32)
    return (
        np.concatenate((np.zeros(len(members), np.int32), members[1:] - 1)),
        np.concatenate((members, members[1:])),
    )


def _rows(starts: Places, first: Places, second: Places) -> list[tuple[Places, Places]]:
    step = max(1, _ROWS_AT_ONCE // len(first))
    return [
        ((starts[low : low + step, None] + first).ravel(), (starts[low : low + step, None] + second).ravel())
        for low in range(0, len(starts), step)
    ]


def _no_rows() -> tuple[Places, Places]:
    import numpy as np

    return np.zeros(0, np.int32), np.zeros(0, np.int32)
