"""One large file beside a site, such as the zip: made under another name and put in place when it is whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from builder.output import system, tree
from builder.output.destination import MARKER, MARKER_FILE, Destination
from builder.output.lock import take_lock
from builder.output.refusal import OutputRefused, refusing
from builder.output.state import open_state

WAIT_SECONDS = 60.0
_BEGINNING = 1024


@contextmanager
def held_site(place: Destination, on_wait: Callable[[], None] = lambda: None) -> Iterator[tuple[str, ...]]:
    """Keep builds away from a published site for as long as the block lasts, and give the sorted paths of its files.

    Raises `OutputRefused` where no site was published, or where it holds what is no plain file.
    """
    open_state(Path(place.state))
    lock = take_lock(place.state, WAIT_SECONDS, on_wait)
    try:
        with refusing("look through", place.out):
            if tree.read_file(f"{place.out}/{MARKER_FILE}") != MARKER:
                raise OutputRefused(f"{place.out} holds no site to pack", "build it first: dossier build")
            found = tree.scan(place.out)
        if found.strays:
            raise OutputRefused(f"{place.out}/{found.strays[0]} is not a plain file", "build the site again")
        yield tuple(sorted(found.files))
    finally:
        os.close(lock)


def read_held(place: Destination, path: str) -> bytes:
    """Return the bytes of a file of a held site."""
    with refusing("read", f"{place.out}/{path}"):
        content = tree.read_file(f"{place.out}/{path}")
    if content is None:
        raise OutputRefused(f"cannot read {place.out}/{path}", "build the site again")
    return content


def _require_own(path: Path, own: bytes) -> None:
    if path.is_dir():
        raise OutputRefused(f"{path} is a folder", "name a file")
    if not path.exists():
        return
    with open(path, "rb") as former:
        beginning = former.read(_BEGINNING)
    if beginning and own not in beginning:
        raise OutputRefused(
            f"{path} is there already, and no earlier one of its kind", "name another file, or move it away"
        )


@contextmanager
def replaced_file(path: Path, own: bytes) -> Iterator[BinaryIO]:
    """Give a stream to fill; at the end of the block what it holds takes the place of `path` in one step.

    A file that does not say that it is one of ours, by `own` words near its beginning, is refused. On any fault, a full
    disk among them, what stood there stays and nothing else is left behind.
    """
    temporary = f"{path}.new"
    with refusing("write", str(path)):
        _require_own(path, own)
        tree.remove_tree(temporary)  # of a process that died
        try:
            with open(temporary, "xb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            tree.set_mode(temporary, tree.FILE_MODE)
            os.replace(temporary, path)
            system.sync_folder(os.path.dirname(os.path.abspath(path)))
        except BaseException:
            with suppress(OSError):
                tree.remove_tree(temporary)
            raise


class Staged(Struct, frozen=True):
    """A folder for a program that makes one file of it, and where it is to put that file."""

    folder: str
    result: str

    def add(self, path: str, content: bytes) -> None:
        """Put a file into the folder."""
        place = f"{self.folder}/{path}"
        os.makedirs(os.path.dirname(place), exist_ok=True)
        tree.create_file(place, content)

    def put(self, content: bytes) -> None:
        """Put the file itself, where what makes it is no program of its own."""
        tree.create_file(self.result, content)


@contextmanager
def filled_by_program(path: Path, own: bytes) -> Iterator[Staged]:
    """Give a folder to fill, of which a program makes a file; at the end of the block that takes the place of `path`.

    What `replaced_file` says of a file that is not ours, and of faults, is so here.
    """
    temporary = f"{path}.new"
    staged = Staged(f"{temporary}/site", f"{temporary}/made")
    with refusing("write", str(path)):
        _require_own(path, own)
        tree.remove_tree(temporary)  # of a process that died
        try:
            os.makedirs(staged.folder)
            yield staged
            with open(staged.result, "rb+") as made:
                os.fsync(made.fileno())
            tree.set_mode(staged.result, tree.FILE_MODE)
            os.replace(staged.result, path)
            system.sync_folder(os.path.dirname(os.path.abspath(path)))
        finally:
            with suppress(OSError):
                tree.remove_tree(temporary)
