"""Which texts hold all words of some stretches, in the neighbourhoods they have there.

Only words, and pairs of neighbours, that quotations ask for are kept, for each the texts as the bits of a number: the
cost grows with the texts and the quotations, and a lookup seldom leaves more than the texts that hold the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from builder.load.quotations.standing import Stretch, words_in

Key = str | tuple[str, str]
"""A word, or two neighbours."""
_TELLING_WORDS = 8
_MAX_COMMON_TEXTS = 400


def keys_of(stretches: Iterable[Stretch]) -> Iterator[Key]:
    """Yield what a text must hold for the stretches to stand in it: pairs of words, and words that stand alone.

    The first or last word is left out where a bracket stands in for a part of it.
    """
    for stretch in stretches:
        words = words_in(stretch.words)
        whole = words[1 if stretch.cuts_left else 0 : len(words) - 1 if stretch.cuts_right else None]
        yield from pairwise(whole) if len(whole) > 1 else whole


class WordIndex:
    """The texts, by number, that hold each wanted key. `every` gives the word lists of each text's views."""

    def __init__(
        self, every: Iterable[Iterable[Sequence[str]]], wanted: Iterable[Stretch], size: int
    ) -> None:
        stretches = tuple(wanted)
        keys: frozenset[Key] = frozenset(keys_of(stretches))
        words: frozenset[Key] = frozenset(word for each in stretches for word in words_in(each.words))
        found: dict[Key, bytearray] = {}
        for number, views in enumerate(every):
            for view in views:
                for key in (words & set(view)) | (keys & set(pairwise(view))):
                    found.setdefault(key, bytearray(size // 8 + 1))[number >> 3] |= 1 << (number & 7)
        self._holders = {key: int.from_bytes(bits, "little") for key, bits in found.items()}

    def holders(self, stretches: Iterable[Stretch], among: int | None = None) -> Iterator[int] | None:
        """Yield the numbers of the texts that hold all keys of stretches; None where the stretches have none.

        `among` are the texts to choose from, as bits.
        """
        left: int | None = None
        for key in keys_of(stretches):
            holders = self._holders.get(key, 0)
            left = holders if left is None else left & holders
        if left is None:
            return None
        return bits_of(left if among is None else left & among)

    def likeliest(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of the texts that share most of the rarer words, the likeliest first."""
        counts = {
            word: self._holders[word].bit_count() for word in dict.fromkeys(words) if word in self._holders
        }
        rare = sorted(counts, key=lambda word: (counts[word], word))
        scores: Counter[int] = Counter()
        for word in rare[:_TELLING_WORDS]:
            if counts[word] <= _MAX_COMMON_TEXTS or word == rare[0]:
                scores.update(bits_of(self._holders[word]))
        return sorted(scores, key=lambda number: (-scores[number], number))


def bits_of(mask: int) -> Iterator[int]:
    """Yield the places of the bits of a number, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
