"""Word groups of texts: every `group` words in a row as one number, thinned where the rule says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from builder.analysis.passages.tokens import BASE, Tokens, mixed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from builder.analysis.passages.tokens import Flags, Hashes, Integers

    Numbers = TypeVar("Numbers", NDArray[np.uint32], NDArray[np.uint64])


_WORDS_AT_ONCE = 400_000
_HALF = 32
"""Word groups are first told apart by so many of their bits: all of them, as whole numbers, take twice the memory."""
_FIRST_BITS = 22
"""Most numbers are known by so many of their bits to be none of some others."""


class Corpus(Struct, frozen=True, eq=False):
    """The words of many texts in one row. Text `k` has the words `first[k]` to `first[k + 1]`."""

    word: Hashes
    first: Integers

    @property
    def texts(self) -> int:
        """How many texts there are."""
        return len(self.first) - 1


class Postings(Struct, frozen=True, eq=False):
    """Word groups with the text they stand in and the place of their first word, by text and place."""

    group: Hashes
    text: NDArray[np.int32]
    place: NDArray[np.int32]

    def only(self, kept: Flags) -> Postings:
        """Return those that a flag says."""
        return Postings(self.group[kept], self.text[kept], self.place[kept])

    def sizes(self, texts: int) -> list[int]:
        """Return how many there are of each of so many texts."""
        import numpy as np

        sizes: list[int] = np.bincount(self.text, minlength=texts).tolist()
        return sizes

    def apart(self, sets: Sequence[Sequence[int]]) -> Postings:
        """Return those of sets of texts, once for each set, so that only texts of one set have a group in common."""
        import numpy as np

        texts = np.array([text for each in sets for text in each], np.int64)
        of_set = mixed(np.arange(1, len(sets) + 1, dtype=np.uint64))
        first = np.searchsorted(self.text, texts)
        sizes = np.searchsorted(self.text, texts, "right") - first
        at = np.repeat(first - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        salt = np.repeat(np.repeat(of_set, [len(each) for each in sets]), sizes)
        return Postings(mixed(self.group[at] ^ salt), self.text[at], self.place[at])


def corpus_of(texts: Sequence[Tokens]) -> Corpus:
    """Return the words of the texts in one row."""
    import numpy as np

    words = [tokens.word for tokens in texts]
    first = np.concatenate(([0], np.cumsum([len(word) for word in words], dtype=np.int64)))
    row = words[0].base if words else np.zeros(0, np.uint64)
    if row is None or not _are_slices(words, row, first):
        row = np.concatenate(words)
    return Corpus(row, first)


def _are_slices(words: Sequence[Hashes], row: Hashes, first: Integers) -> bool:
    """Whether the words of texts are the whole of a row, one after the other, as those that were read together are."""
    begins = row.__array_interface__["data"][0]
    return len(row) == int(first[-1]) and all(
        word.base is row
        and (not len(word) or word.__array_interface__["data"][0] == begins + at * row.itemsize)
        for word, at in zip(words, first.tolist(), strict=False)
    )


def groups_of(word: Hashes, length: int) -> Hashes:
    """Return a number for every `length` words in a row; fewer words have none."""
    import numpy as np

    count = len(word) - length + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    total = word[:count].copy()
    for step in range(1, length):
        total *= np.uint64(BASE)
        total += word[step : step + count]
    return mixed(total)


def halves_of(corpus: Corpus, length: int, window: int) -> tuple[NDArray[np.uint32], Integers]:
    """Return the higher half of each word group that texts keep, one text after the other, and how many each keeps.

    Which ones a text keeps depends on that text alone.
    """
    import numpy as np

    halves = np.empty(len(corpus.word), np.uint32)
    lengths = np.zeros(corpus.texts, np.int64)
    held = 0
    for texts in _shares(corpus):
        postings = _postings(corpus, texts, length, window)
        halves[held : held + len(postings.group)] = postings.group >> np.uint64(_HALF)
        held += len(postings.group)
        lengths[texts.start : texts.stop] = np.bincount(postings.text, minlength=texts.stop)[texts.start :]
    return halves[:held], lengths


def shared_postings(
    corpus: Corpus, length: int, window: int, halves: NDArray[np.uint32] | None = None
) -> Postings:
    """Return the word groups that texts keep and that stand in another place too; most stand nowhere else.

    `halves` are those of `halves_of`, where somebody has them; they come back sorted.
    """
    import numpy as np

    if halves is None:
        halves, _ = halves_of(corpus, length, window)
    again = _repeated(halves)
    del halves
    shares = (_postings(corpus, texts, length, window) for texts in _shares(corpus))
    found = _together(
        [share.only(stand_in((share.group >> np.uint64(_HALF)).astype(np.uint32), again)) for share in shares]
    )
    return found.only(stand_in(found.group, _repeated(found.group.copy())))


def _repeated(values: Numbers) -> Numbers:
    """Return the values that stand there twice or more, each once, ascending. What is given is sorted in its place."""
    import numpy as np

    values.sort()
    again = values[1:][values[1:] == values[:-1]]
    fresh = np.ones(len(again), np.bool_)
    fresh[1:] = again[1:] != again[:-1]
    found: Numbers = again[fresh]
    return found


def stand_in(values: Numbers, ordered: Numbers) -> Flags:
    """Tell of each value whether it is one of some others, which come ascending."""
    import numpy as np

    beyond = values.dtype.type(values.itemsize * 8 - _FIRST_BITS)
    begun = np.zeros(1 << _FIRST_BITS, np.bool_)
    begun[ordered >> beyond] = True
    found: Flags = begun[values >> beyond]
    near = np.flatnonzero(found)
    at = np.searchsorted(ordered, values[near])
    found[near] = ordered[np.minimum(at, len(ordered) - 1)] == values[near]
    return found


def _together(parts: Sequence[Postings]) -> Postings:
    import numpy as np

    return Postings(
        np.concatenate([np.zeros(0, np.uint64), *(part.group for part in parts)]),
        np.concatenate([np.zeros(0, np.int32), *(part.text for part in parts)]),
        np.concatenate([np.zeros(0, np.int32), *(part.place for part in parts)]),
    )


def _shares(corpus: Corpus) -> Iterator[range]:
    """The texts in shares of about so many words, so that memory stays flat."""
    import numpy as np

    edges = np.arange(_WORDS_AT_ONCE, int(corpus.first[-1]), _WORDS_AT_ONCE)
    cuts = np.unique(np.concatenate(([0], np.searchsorted(corpus.first, edges), [corpus.texts])))
    return (range(first, last) for first, last in pairwise(cuts.tolist()))


def _postings(corpus: Corpus, texts: range, length: int, window: int) -> Postings:
    import numpy as np

    first = corpus.first[texts.start : texts.stop + 1]
    groups = groups_of(corpus.word[first[0] : first[-1]], length)
    text = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(first))[: len(groups)]
    at = np.arange(int(first[0]), int(first[0]) + len(groups))
    whole = at + length <= first[text + 1]
    groups, text, at = groups[whole], text[whole], at[whole]
    if window > 1:
        kept = _winnowed(groups, text, window)
        groups, text, at = groups[kept], text[kept], at[kept]
    return Postings(groups, text + np.int32(texts.start), (at - first[text]).astype(np.int32))


def _winnowed(groups: Hashes, text: NDArray[np.int32], window: int) -> Flags:
    """Keep of every `window` groups in a row of one text the least; of a text shorter than that, all."""
    import numpy as np

    kept = np.zeros(len(groups), np.bool_)
    count = len(groups) - window + 1
    if count > 0:
        least = groups[:count].copy()
        for step in range(1, window):
            np.minimum(least, groups[step : step + count], out=least)
        whole = text[:count] == text[window - 1 :]
        for step in range(window):
            kept[step : step + count] |= whole & (groups[step : step + count] == least)
    kept |= np.bincount(text)[text] < window if len(text) else False
    return kept
