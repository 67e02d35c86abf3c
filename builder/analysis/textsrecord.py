"""What is known of single texts as rows of numbers, which a record can hold: their words, and what only they have.

One by one these would be ten times as large, and slower to read than to find again. Equal facts make equal rows.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from builder.analysis.keyness import WordCounts
from builder.analysis.passages.shares import OwnPart
from builder.text import SpanRow

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.unsignedinteger]

_TYPES: Final = {2: "H", 4: "I"}
"""The types of numbers that a row has, by their bytes; a row has the smaller one where its numbers fit."""


class CountsRow(Struct, frozen=True, array_like=True):
    """The counts of a text by their key: how many words it has, and how many different ones that can tell something."""

    key: str
    words: int
    length: int


class KeptCounts(Struct, frozen=True):
    """The words of texts: for each in turn the places of its words in the vocabulary, and how often it has each."""

    vocabulary: tuple[str, ...]
    """In alphabetical order."""
    texts: tuple[CountsRow, ...]
    told: bytes
    times: bytes


class OwnRow(Struct, frozen=True, array_like=True):
    """What only one text has: its key, how many words it has, how many others have, and how many ranges follow."""

    key: str
    words: int
    shared: int
    ranges: int


class KeptOwn(Struct, frozen=True):
    """What only single texts have, with the ranges of each in turn."""

    texts: tuple[OwnRow, ...]
    ends: bytes


def kept_counts(counts: Mapping[str, WordCounts]) -> KeptCounts:
    """Return counts as rows."""
    import numpy as np

    ordered = [counts[key] for key in sorted(counts)]
    every = max((each.vocabulary for each in ordered), key=len, default=())
    told = _row(each.told for each in ordered)
    is_used = np.zeros(len(every), np.bool_)
    is_used[told] = True
    used = sorted(np.flatnonzero(is_used).tolist(), key=every.__getitem__)
    place = np.zeros(len(every), np.min_scalar_type(len(every)))
    place[used] = np.arange(len(used))
    return KeptCounts(
        tuple(every[number] for number in used),
        tuple(CountsRow(key, counts[key].words, len(counts[key].told)) for key in sorted(counts)),
        _packed(place[told]),
        _packed(_row(each.times for each in ordered)),
    )


def counts_from(kept: KeptCounts) -> Mapping[str, WordCounts]:
    """Return counts from rows; raises `ValueError` where these do not fit together."""
    lengths = [text.length for text in kept.texts]
    return {
        text.key: WordCounts(text.words, kept.vocabulary, told, times, text.key)
        for text, told, times in zip(
            kept.texts,
            _parts(kept.told, lengths, below=len(kept.vocabulary)),
            _parts(kept.times, lengths),
            strict=True,
        )
    }


def kept_own(own: Mapping[str, OwnPart]) -> KeptOwn:
    """Return what only single texts have as rows."""
    ordered = [(key, own[key]) for key in sorted(own)]
    return KeptOwn(
        tuple(OwnRow(key, each.words, each.shared, len(each.alone)) for key, each in ordered),
        _packed(_row(array("I", each.alone.told_for_digest()) for _, each in ordered)),
    )


def own_from(kept: KeptOwn) -> Mapping[str, OwnPart]:
    """Return what only single texts have from rows; raises `ValueError` where these do not fit together."""
    parts = _parts(kept.ends, [2 * text.ranges for text in kept.texts])
    return {
        text.key: OwnPart(text.words, text.shared, SpanRow.from_ends(array("I", ends)))
        for text, ends in zip(kept.texts, parts, strict=True)
    }


def _row(parts: Iterable[array[int]]) -> Numbers:
    """The numbers of arrays, which may be of different types, one after the other."""
    import numpy as np

    none = np.zeros(0, np.uint8)
    return np.concatenate([none, *(np.frombuffer(part, part.typecode) for part in parts if part)])


def _packed(row: Numbers) -> bytes:
    import numpy as np

    fits = not len(row) or int(row.max()) <= np.iinfo(np.uint16).max
    return row.astype(np.uint16 if fits else np.uint32, copy=False).tobytes()


def _parts(row: bytes, lengths: Sequence[int], below: int | None = None) -> Iterator[array[int]]:
    """Yield arrays of so many numbers each; all numbers are `below` a bound where one is given."""
    width = len(row) // max(sum(lengths), 1) if row else min(_TYPES)
    if width not in _TYPES or len(row) != width * sum(lengths):
        raise ValueError("there are not as many numbers as are told of")
    every = array(_TYPES[width], row)
    if below is not None and every and max(every) >= below:
        raise ValueError("a number stands for no word")
    yield from (every[first:last] for first, last in pairwise(accumulate(lengths, initial=0)))
