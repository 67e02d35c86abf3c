"""What whoever makes a site may ask of the place where it goes: a generation on disk, or one in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol


class NextFile(Protocol):
    """A file of the next site that comes in chunks."""

    def add(self, chunk: bytes) -> None:
        """Write at its end."""

    def end(self) -> None:
        """Say that it is whole."""


class NextSite(Protocol):
    """The next site; every file of it is named once, in any order, by a path relative to it with `/`.

    The methods raise `OutputRefused` for a path that is taken or unsafe, and where what holds the files refuses.
    """

    def write(self, path: str, content: bytes) -> None:
        """Give the site a file."""

    def take_over(self, path: str, digest: str) -> bool:
        """Give the site a file that the last one has with just this content; False if it has not."""

    def digest_of(self, path: str) -> str:
        """Return the SHA-256 of a file named so far."""

    def listing(self) -> tuple[tuple[str, int, str], ...]:
        """Return path, size in bytes and SHA-256 of every file named so far, by path."""

    def begin(self, path: str) -> NextFile:
        """Give the site a file that comes in chunks."""

    def read(self, path: str) -> bytes:
        """Return what a file named so far holds."""

    def read_part(self, path: str, start: int, size: int) -> bytes:
        """Return so many bytes of a file of the last site, or as many as there are."""

    def paths(self, prefix: str) -> tuple[str, ...]:
        """Return the files named so far that lie under a folder, sorted."""

    def keep(
        self,
        prefix: str,
        made_from: str,
        is_whole: Callable[[Mapping[str, bytes]], bool] = lambda _files: True,
    ) -> bool:
        """Take over all files under a folder if they were made from the same and are `is_whole` by their content."""

    def mark_made(self, prefix: str, made_from: str) -> None:
        """Say what the files under a folder follow from, so that `keep` finds them next time."""
