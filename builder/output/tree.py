"""Plain files in folders: listing, creating, reading and removing them without following a link.

The only module that creates or deletes files of a site; which ones is decided by its callers.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest
from typing import NamedTuple

FILE_MODE = 0o644
FOLDER_MODE = 0o755
_PLAIN = stat.S_IFREG | 0o444
"""A plain file that all may read."""
_PLAIN_BITS = stat.S_IFMT(0o177777) | 0o444
_LISTED_BY_ALL = 0o555
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_CREATE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | _NO_FOLLOW
# O_NONBLOCK: a pipe put in a file's place must not hold up the build
_READ = os.O_RDONLY | _NO_FOLLOW | getattr(os, "O_NONBLOCK", 0)

_NO_PLAIN_FILE = frozenset([errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.EISDIR, errno.ENXIO])


class Stamp(NamedTuple):
    """What the file system says of a file; any change of its bytes changes at least `ctime_ns`."""

    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


@dataclass(frozen=True, slots=True)
class Tree:
    """Everything in a folder: plain files that all may read, folders, and the rest.

    The rest, `strays`, are links, pipes, and files and folders that are not open to all.

    Paths are relative to the folder, with `/`; the folder itself is not among `folders`.
    """

    files: Mapping[str, Stamp]
    folders: frozenset[str]
    strays: tuple[str, ...]


EMPTY_TREE = Tree({}, frozenset(), ())


def scan(top: str) -> Tree:
    """List the tree under `top`; an error of any listing is raised, never a file left out."""
    files: dict[str, Stamp] = {}
    folders: set[str] = set()
    strays: list[str] = []
    pending = [""]
    while pending:
        prefix = pending.pop()
        with os.scandir(f"{top}/{prefix}" if prefix else top) as entries:
            for entry in entries:
                path = f"{prefix}{entry.name}"
                found = entry.stat(follow_symlinks=False)
                mode = found.st_mode
                if mode & _PLAIN_BITS == _PLAIN:  # nearly all are, and there are tens of thousands
                    files[path] = Stamp(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
                elif stat.S_ISDIR(mode):
                    folders.add(path)
                    if mode & _LISTED_BY_ALL != _LISTED_BY_ALL:
                        strays.append(path)
                    pending.append(f"{path}/")
                else:
                    strays.append(path)
    return Tree(files, frozenset(folders), tuple(sorted(strays)))


def create_file(path: str, content: bytes) -> None:
    """Write a file that must not exist yet; never opens an existing one."""
    _create_file(path, (content,))


def _create_file(path: str, content: Iterable[bytes], mode: int = FILE_MODE) -> None:
    file = NewFile(path, mode)
    try:
        for part in content:
            file.add(part)
    finally:
        file.close()


class NewFile:
    """A file that did not exist before and grows; never opens an existing one. Methods raise `OSError`."""

    def __init__(self, path: str, mode: int = FILE_MODE) -> None:
        self._handle: int | None = os.open(path, _CREATE, FILE_MODE)
        set_mode(self._handle if os.chmod in os.supports_fd else path, mode)

    def add(self, content: bytes) -> None:
        """Write at its end."""
        assert self._handle is not None
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(self._handle, rest) :]

    def close(self) -> None:
        """Say that it is whole; once more does nothing."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)


def replace_file(path: str, content: Iterable[bytes], mode: int = FILE_MODE) -> None:
    """Put parts of a content in the place of a file, or make it, in one step; on a fault the former file stays."""
    temporary = f"{path}.new"
    remove_tree(temporary)  # of a process that died
    try:
        _create_file(temporary, content, mode)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            remove_tree(temporary)
        raise


def forget_file(path: str) -> None:
    """Remove a file, and what a process left that died while it was to put one in its place."""
    remove_tree(path)
    remove_tree(f"{path}.new")


def set_mode(target: str | int, mode: int) -> None:
    """Make the mode of a path or open file independent of the caller's umask.

    FAT refuses: it has one mode for all files, given when it is mounted.
    """
    with suppress(PermissionError):
        os.chmod(target, mode)


def make_folder(path: str) -> None:
    """Make one new folder that everybody may list."""
    os.mkdir(path, FOLDER_MODE)
    set_mode(path, FOLDER_MODE)


def read_file(path: str) -> bytes | None:
    """Return the bytes of a plain file; None when it is missing, a link or a pipe.

    Raises `OSError` where the system refuses: what it does not give up must not pass for what is not there.
    """
    handle = _opened(path)
    if handle is None:
        return None
    try:
        return _read_all(handle, os.fstat(handle).st_size)
    finally:
        os.close(handle)


def read_part(path: str, start: int, size: int) -> bytes:
    """Return so many bytes of a plain file, or as many as there are; none where it is missing or cannot be read."""
    try:
        handle = _opened(path) if size else None
        if handle is None:
            return b""
        with os.fdopen(handle, "rb", buffering=0) as stream:
            stream.seek(start)
            return stream.read(size) or b""
    except OSError:
        return b""


def digest_of(path: str) -> str | None:
    """Return the SHA-256 of a plain file, which is never held whole; None and `OSError` as `read_file`."""
    handle = _opened(path)
    if handle is None:
        return None
    with os.fdopen(handle, "rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _opened(path: str) -> int | None:
    try:
        handle = os.open(path, _READ)
    except OSError as fault:
        if fault.errno in _NO_PLAIN_FILE:
            return None
        raise
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    return None


def exists(path: str) -> bool:
    """Tell whether anything stands at `path`, a broken link included; raises `OSError` where the disk does not tell."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def remove_tree(path: str) -> None:
    """Delete what stands at `path`, if anything does; links inside are deleted, never followed."""
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISDIR(mode):
        os.unlink(path)
        return
    # not shutil.rmtree: interrupted at the wrong moment it closes a handle twice and hides the interruption
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                remove_tree(entry.path)
            else:
                os.unlink(entry.path)
    os.rmdir(path)


def _read_all(handle: int, expected: int) -> bytes:
    parts: list[bytes] = []
    while part := os.read(handle, expected + 1):
        parts.append(part)
        expected = max(expected - len(part), 4096)
    return b"".join(parts)
