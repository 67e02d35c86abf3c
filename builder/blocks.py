"""Lists of documents that are made a block of rows at a time: a block of which nothing has changed is not made again.

A block is told apart by the subjects of its rows. Where blocks end follows from single subjects, so that one more
changes no other block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Final, Generic, TypeVar, cast
from zlib import crc32

Subject = TypeVar("Subject")
Row = TypeVar("Row")
Other = TypeVar("Other")

_ONE_IN: Final = 32
"""One subject in so many begins a block. Of larger ones more would be made again for one change; each of smaller ones
is a line in the record of the build."""
_DIGEST_BYTES: Final = 12


class Rows(Generic[Row]):
    """Rows, none or some for each subject; whatever `make` knows beside its subject it asks where that is noted."""

    def __init__(self, subjects: Iterable[Subject], make: Callable[[Subject], Iterable[Row]]) -> None:
        """Subjects are told apart by `repr`, which is the same in every process."""
        self._subjects: Iterable[object] = subjects
        self._make = cast("Callable[[object], Iterable[Row]]", make)

    def __iter__(self) -> Iterator[Row]:
        for subject in self._subjects:
            yield from self._make(subject)

    def map(self, change: Callable[[Row], Other]) -> Rows[Other]:
        """Return the same list of what each row becomes."""
        return Rows(self._subjects, lambda subject: map(change, self._make(subject)))

    def spread(self, change: Callable[[Row], Iterable[Other]]) -> Rows[Other]:
        """Return the same list with some rows, or none, in place of each."""
        return Rows(
            self._subjects, lambda subject: (each for row in self._make(subject) for each in change(row))
        )

    def blocks(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """Yield the key of each block with its rows, which are made when they are asked for."""
        members: list[object] = []
        told: list[str] = []
        for subject in self._subjects:
            name = repr(subject)
            if members and not crc32(name.encode("utf-8", "surrogatepass")) % _ONE_IN:
                yield _key(told), iter(Rows(members, self._make))
                members, told = [], []
            members.append(subject)
            told.append(name)
        if members:
            yield _key(told), iter(Rows(members, self._make))


def _key(told: list[str]) -> str:
    words = "\n".join(told).encode("utf-8", "surrogatepass")
    return blake2b(words, digest_size=_DIGEST_BYTES).hexdigest()


class Blocks:
    """Makes blocks as they are asked for. Whoever has some from before hands them out, and learns where each stands."""

    def block(self, _key: str, make: Callable[[], bytes]) -> bytes:
        """Return a block by its key."""
        return make()

    def stands(self, key: str, start: int) -> None:
        """Take note that a block begins at this byte of its document; an empty one stands nowhere."""
