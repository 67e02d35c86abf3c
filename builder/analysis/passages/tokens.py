"""The words of texts as arrays: where each begins and ends, and a number that stands for it.

Two words get the same number when they are spelled the same but for capitals, accents and the shape of the
apostrophe. The number follows from code points alone: no locale, no seed of the interpreter. Scripts that write no
spaces give one word for each character.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from builder.signs import is_unspaced

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Offsets = NDArray[np.int32] | NDArray[np.uint16]
    Hashes = NDArray[np.uint64]
    Flags = NDArray[np.bool_]

BASE = 0x9E3779B97F4A7C15
"""The base of the polynomials over code points and over words, modulo 2**64; odd."""

_OTHER, _LETTER, _MARK, _DIGIT, _APOSTROPHE, _POINT, _ALONE = range(7)
_APOSTROPHES = frozenset("'\u2019\u02bc")

_LONG_WORD = 64
"""Letters of a word that is hashed by itself: one of a million letters would take as many rounds over all words."""

_BATCH_CHARACTERS = 500_000
"""Texts are read in batches of about this size, so that memory stays flat."""

_SHORT_TEXT = 1 << 16
"""Places in a shorter text take two bytes."""

_LETTERS_FOR_A_WORD = 7
"""So many code points of news make a word, with the space behind it: the row of all words is begun at that length."""


class Tokens(Struct, frozen=True, eq=False):
    """The words of one text: `start` and `end` in code points, and the number of each."""

    start: Offsets
    end: Offsets
    word: Hashes

    def __len__(self) -> int:
        return len(self.word)


def tokenise(texts: Sequence[str]) -> tuple[Tokens, ...]:
    """Return the words of each text, as slices of one row; a text's words depend on no other text."""
    import numpy as np

    # One row that grows in place: batches joined at the end would be held twice, and leave the memory full of holes.
    row = np.empty(sum(map(len, texts)) // _LETTERS_FOR_A_WORD, np.uint64)
    held = 0
    places: list[tuple[Offsets, Offsets]] = []
    for batch in _batches(texts):
        words, its_places = _tokenise_batch(batch)
        if held + len(words) > len(row):
            row.resize(held + len(words) + len(row) // 8, refcheck=False)
        row[held : held + len(words)] = words
        held += len(words)
        places.extend(its_places)
    row.resize(held, refcheck=False)
    found: list[Tokens] = []
    first = 0
    for start, end in places:
        found.append(Tokens(start, end, row[first : first + len(start)]))
        first += len(start)
    return tuple(found)


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def mixed(values: Hashes) -> Hashes:
    """Return the values with their bits spread (the finaliser of splitmix64)."""
    import numpy as np

    spread = values ^ (values >> np.uint64(30))
    spread *= np.uint64(0xBF58476D1CE4E5B9)
    spread ^= spread >> np.uint64(27)
    spread *= np.uint64(0x94D049BB133111EB)
    spread ^= spread >> np.uint64(31)
    return spread


def _tokenise_batch(texts: Sequence[str]) -> tuple[Hashes, list[tuple[Offsets, Offsets]]]:
    """Return the words of the texts in one row, and where those of each text begin and end in it."""
    import numpy as np

    points = np.frombuffer("\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds, folds = _kinds_and_folds(points)
    starts, ends = _word_edges(kinds)
    words = _numbers(kinds, folds, starts, ends)
    first_of_text = np.concatenate(([0], np.cumsum([len(text) + 1 for text in texts])))
    cuts = np.searchsorted(starts, first_of_text)
    before = np.repeat(first_of_text[:-1], np.diff(cuts))
    is_short = max(map(len, texts)) < _SHORT_TEXT
    start, end = ((edges - before).astype(np.uint16 if is_short else np.int32) for edges in (starts, ends))
    # Slices of whole batches: arrays of their own for each text would scatter over the memory that a batch frees.
    return words, [(start[low:high], end[low:high]) for low, high in pairwise(cuts.tolist())]


def _kinds_and_folds(points: NDArray[np.uint32]) -> tuple[NDArray[np.uint8], Hashes]:
    """Look up every code point once, however often it stands there."""
    import numpy as np

    seen = np.zeros(0x110000, np.bool_)
    seen[points] = True
    used = np.flatnonzero(seen)
    place = np.zeros(0x110000, np.uint32)
    place[used] = np.arange(len(used), dtype=np.uint32)
    looked_up = [_kind_and_fold(chr(point)) for point in used.tolist()]
    kinds = np.array([kind for kind, _ in looked_up], np.uint8)
    folds = np.array([fold for _, fold in looked_up], np.uint64)
    at = place[points]
    return kinds[at], folds[at]


def _kind_and_fold(character: str) -> tuple[int, int]:
    if character in _APOSTROPHES:
        return _APOSTROPHE, ord("'")
    if character in ".,":
        return _POINT, ord(character)
    category = unicodedata.category(character)[0]
    if category == "M":
        return _MARK, 0
    if category not in "LN":
        return _OTHER, 0
    if is_unspaced(character):
        return _ALONE, ord(character)
    parts = unicodedata.normalize("NFKD", character)
    letter = next((part for part in parts if unicodedata.category(part)[0] in "LN"), character)
    return (_DIGIT if category == "N" else _LETTER), ord(letter.lower()[0])


def _word_edges(kinds: NDArray[np.uint8]) -> tuple[Integers, Integers]:
    """Letters and digits make words; so do an apostrophe between letters and a point between digits."""
    import numpy as np

    left = np.concatenate((kinds[:1] * 0, kinds[:-1]))
    right = np.concatenate((kinds[1:], kinds[:1] * 0))
    alone = kinds == _ALONE
    spelled = (left == _LETTER) | (left == _MARK)
    inside = (kinds == _LETTER) | (kinds == _DIGIT)
    inside |= (kinds == _APOSTROPHE) & spelled & (right == _LETTER)
    inside |= (kinds == _POINT) & (left == _DIGIT) & (right == _DIGIT)
    inside = _with_marks(kinds, inside)
    begins = inside & ~np.concatenate(([False], inside[:-1]))
    ends = inside & ~np.concatenate((inside[1:], [False]))
    starts = np.flatnonzero(begins | alone)
    return starts, np.flatnonzero(ends | alone) + 1


def _with_marks(kinds: NDArray[np.uint8], inside: Flags) -> Flags:
    """A combining mark belongs to the letter before it."""
    import numpy as np

    marks = kinds == _MARK
    if not marks.any():
        return inside
    return inside[np.maximum.accumulate(np.where(marks, 0, np.arange(len(kinds))))]


def _numbers(kinds: NDArray[np.uint8], folds: Hashes, starts: Integers, ends: Integers) -> Hashes:
    """Hash each word as a polynomial, a letter of all short words at a time; combining marks add nothing."""
    import numpy as np

    counted = kinds != _MARK
    if not counted.all():
        place = np.concatenate(([0], np.cumsum(counted)))
        folds, starts, ends = folds[counted], place[starts], place[ends]
    lengths = ends - starts
    words = np.zeros(len(starts), np.uint64)
    long = np.flatnonzero(lengths > _LONG_WORD)
    if len(long):
        powers = np.full(int(lengths.max()), BASE, np.uint64)
        powers[0] = 1
        np.multiply.accumulate(powers, out=powers)
        for word in long.tolist():
            letters = folds[starts[word] : ends[word]] + np.uint64(1)
            words[word] = np.dot(letters, powers[len(letters) - 1 :: -1])
    live = np.flatnonzero((lengths > 0) & (lengths <= _LONG_WORD))
    letter = 0
    while len(live):
        words[live] = words[live] * np.uint64(BASE) + folds[starts[live] + letter] + np.uint64(1)
        letter += 1
        live = live[lengths[live] > letter]
    return mixed(words)
