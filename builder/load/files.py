"""Reads the dossier's own files and refuses every way out of its folder.

Nothing is followed: no link, no `..`, no device. A folder is listed once; a folder that cannot be listed is a problem
of its own, since a page that silently lacks its records is worse than no page.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct

from builder.diagnostics import Problems, SourceSpan, did_you_mean
from builder.memory import Memory
from builder.regexes import regex
from builder.stamps import Stamp, is_settled, stamp_of

MAX_FILES = 50_000
MAX_YAML_BYTES = 1 << 20
MAX_SEED_BYTES = 2 << 20

_IGNORED = regex(
    r"\..*|.*~|~\$.*|#.*#|.*\.(?:swp|swo|swx|tmp|orig|rej|bak|old|save|lock|part|crdownload)|4913"
    r"|(?:eh)?thumbs\.db|desktop\.ini|Icon\r",
    re.IGNORECASE,
)
_MORE_BYTES = 1 << 16
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_WAYS_OUT = {
    errno.EMFILE: "too many files are open in this process; raise the limit with `ulimit -n 1024`",
    errno.ENFILE: "too many files are open on this machine; close some programs and run again",
    errno.ENOMEM: "not enough memory; close some programs and run again",
    errno.EIO: "the disk reported a fault; check it before running again",
}
"""What helps where the system's reason is no matter of the file's own."""

_UNREADABLE_BYTES = sys.getfilesystemencodeerrors()

Where = Callable[[], SourceSpan]
"""Gives the place that names a file; asked only where something is wrong with it."""


Instead = Mapping[str, bytes | None]
"""Files, by path, that are read as if they held other bytes, or as if they were gone."""


class EntryKind(StrEnum):
    """What stands in a folder under a name."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "symbolic link"
    OTHER = "device or pipe"


class InputFile(Struct, frozen=True):
    """A file that was read: its path from the root with `/`, and the SHA-256 of its bytes in hexadecimal."""

    path: str
    sha256: str


class ReadFile(Struct, frozen=True, array_like=True):
    """A file that held these bytes when it was read with this stamp, which any later change of it would change."""

    stamp: Stamp
    sha256: str


class SourceTree:
    """The files below one root. Paths are relative to it and written with `/`.

    `known` are files as an earlier load read them: one whose stamp tells that it is the same need not be read again.
    What stands in `instead` is read in place of the disk.
    """

    def __init__(
        self,
        root: Path,
        problems: Problems,
        known: Memory[str, ReadFile] | None = None,
        instead: Instead | None = None,
    ) -> None:
        self._root = os.fspath(root)
        self._known = known
        self._instead = instead or {}
        self._problems = problems
        self._listings: dict[str, Mapping[str, EntryKind] | None] = {}
        self._digests: dict[str, str] = {}
        self._listed = 0
        self.told: set[str] = set()
        """Where files belong that are told to stand elsewhere: nothing more is said of their absence."""

    def listing(self, folder: str) -> Mapping[str, EntryKind] | None:
        """Return what stands in a folder by name, sorted; None (and a problem) where it cannot be listed."""
        if folder not in self._listings:
            self._listings[folder] = self._list(folder)
        return self._listings[folder]

    def is_unlisted(self, folder: str) -> bool:
        """Whether a folder is there and could not be listed, so that nobody knows what it holds."""
        return folder in self._listings and self._listings[folder] is None

    def _list(self, folder: str) -> Mapping[str, EntryKind] | None:
        try:
            with os.scandir(self._place(folder)) as entries:
                found = {_in_utf_8(entry.name): _kind_of(entry) for entry in entries}
        except OSError as fault:
            if isinstance(fault, FileNotFoundError) and (begun := self._standing_instead(folder)):
                return begun
            self._problems.error(
                "unreadable-folder",
                f"this folder cannot be listed: {fault.strerror}",
                SourceSpan(folder or "."),
                _way_out(fault, "make the folder readable and run again"),
            )
            return None
        for path, content in self._instead.items():
            if content is None and path.rpartition("/")[0] == folder:
                found.pop(path.rpartition("/")[2], None)
        found.update(self._standing_instead(folder))
        self._listed += len(found)
        if self._listed > MAX_FILES:
            self._problems.error(
                "too-many-files",
                f"more than {MAX_FILES} files and folders are in this dossier",
                SourceSpan(folder),
                "split the dossier, or move files that are no part of it elsewhere",
            )
            return None
        return dict(sorted(found.items()))

    def _standing_instead(self, folder: str) -> dict[str, EntryKind]:
        """Return what of the files that are read instead stands in a folder, and the folders on the way to them."""
        above = f"{folder}/" if folder else ""
        inside = (path for path, content in self._instead.items() if content is not None)
        names = (path.removeprefix(above) for path in inside if path.startswith(above))
        parts = sorted({(name, rest) for name, _, rest in (path.partition("/") for path in names)})
        return {name: EntryKind.FOLDER if rest else EntryKind.FILE for name, rest in parts}

    def _place(self, path: str) -> str:
        """Return a path as the system wants it, which in some locales reads the bytes of a name otherwise."""
        return os.path.join(self._root, os.fsdecode(path.encode("utf-8", _UNREADABLE_BYTES)))

    def standing(self, path: str) -> str | None:
        """Return the SHA-256 of a file whose stamp tells that it is as an earlier load read it, else None."""
        if self._known is None or path in self._instead:
            return None
        found = self._known.get(path)
        if found is None:
            return None
        try:
            is_same = stamp_of(os.stat(self._place(path), follow_symlinks=False)) == found.stamp
        except OSError:
            is_same = False  # reading it tells why
        if not is_same:
            self._known.forget(path)
            return None
        self._digests[path] = found.sha256
        return found.sha256

    def again(self, path: str) -> bytes:
        """Return the bytes of a file that `standing` spoke of; raises `OSError` where it has changed since."""
        content, _ = _read_plain_file(self._place(path), MAX_SEED_BYTES)
        if content is None or sha256(content).hexdigest() != self._digests[path]:
            raise OSError(None, "it was changed while it was read; run again", path)
        return content

    def read(self, path: str, max_bytes: int, where: Where | None = None) -> bytes | None:
        """Return the bytes of a plain file; None (and a problem at `where`, or at the file) where that fails."""
        place = self._place(path)
        instead = self._instead.get(path)
        stamp = _settled_stamp(place) if self._known is not None and instead is None else None
        try:
            content, size = (
                (instead, len(instead)) if instead is not None else _read_plain_file(place, max_bytes)
            )
        except OSError as fault:
            self._problems.error(
                "unreadable-file",
                f"`{path}` cannot be read: {fault.strerror}",
                where() if where else SourceSpan(path),
                _way_out(fault, "see that it is a plain file that you may read"),
            )
            return None
        if content is None:
            self._problems.error(
                "file-too-large",
                f"`{path}` has {size:,} bytes, at most {max_bytes:,} are allowed",
                where() if where else SourceSpan(path),
                "split it, or keep only what belongs to the dossier",
            )
            return None
        digest = self._digests[path] = sha256(content).hexdigest()
        if self._known is not None and stamp is not None:
            self._known.used[path] = ReadFile(stamp, digest)
        return content

    def resolve(self, path: str, where: Where, tell_missing: Callable[[str | None], None]) -> str | None:
        """Return the path of the plain file that `path` names, as this disk spells it; None (and why) if there is none.

        `tell_missing` tells that nothing stands there; it is given what in the folder is called nearly the same.

        Capitals count; forms of Unicode do not: some systems write every accent as a sign of its own.
        """
        folder = ""
        *folders, name = path.split("/")
        for part, wanted in [*((part, EntryKind.FOLDER) for part in folders), (name, EntryKind.FILE)]:
            listing = self.listing(folder)
            if listing is None:
                return None
            spelt = _as_spelt(part, listing)
            here = f"{folder}/{spelt or part}".lstrip("/")
            found = None if spelt is None else listing[spelt]
            if found is None:
                near = did_you_mean(part, listing)
                tell_missing(f"{here.removesuffix(part)}{near}" if near else None)
                return None
            if found is not wanted:
                self._problems.error(
                    "not-a-plain-file",
                    f"`{here}` is a {found.value}, not a {wanted.value}",
                    where(),
                    f"put the {wanted.value} itself there; links are not followed",
                )
                return None
            folder = here
        return folder

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file that was read, in hexadecimal."""
        return self._digests[path]

    def inputs(self) -> tuple[InputFile, ...]:
        """Return every file that was read, by path."""
        return tuple(InputFile(path, digest) for path, digest in sorted(self._digests.items()))


def _settled_stamp(place: str) -> Stamp | None:
    """Return the stamp of a file, where whatever changes it from now on gives it another one."""
    now = time.time_ns()
    try:
        status = os.stat(place, follow_symlinks=False)
    except OSError:
        return None  # reading it tells why
    return stamp_of(status) if is_settled(status, now) else None


def visible(listing: Mapping[str, EntryKind]) -> Iterator[tuple[str, EntryKind]]:
    """Yield the entries of a folder without hidden files and what editors' programs leave behind."""
    return ((name, kind) for name, kind in listing.items() if not _IGNORED.fullmatch(name))


def path_fault(path: str) -> str | None:
    """Say in words why a path that a record writes cannot name a stored text, or return None.

    Stored texts live in `seeds/`: whatever else lies in the project (settings, keys) must not reach a page.
    """
    if "\\" in path:
        return "write `/` between folders, not `\\`"
    if any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in path):
        return "it holds a control character"
    if path.startswith("/") or re.match(r"[A-Za-z]:", path):
        return "it must be relative to the dossier's folder"
    parts = path.split("/")
    if ".." in parts:
        return "`..` may not lead out of the dossier"
    if "" in parts or "." in parts:
        return "write each folder once, with a single `/` between"
    if parts[0] != "seeds" or len(parts) < 2:
        return "stored texts are kept in the folder `seeds`"
    if any(part.startswith(".") for part in parts):
        return "hidden files are not read"
    return None


def _as_spelt(name: str, listing: Mapping[str, EntryKind]) -> str | None:
    """Return the name of a folder that a written one means: in its very signs, else in another form of them."""
    if name in listing or name.isascii():
        return name if name in listing else None
    wanted = normalize("NFC", name)
    return next((each for each in listing if normalize("NFC", each) == wanted), None)


def _way_out(fault: OSError, usual: str) -> str:
    return _WAYS_OUT.get(fault.errno or 0, usual)


def _in_utf_8(name: str) -> str:
    """Return a file's name as its bytes read in UTF-8, whatever the locale takes them for."""
    return os.fsencode(name).decode("utf-8", _UNREADABLE_BYTES)


def _kind_of(entry: os.DirEntry[str]) -> EntryKind:
    if entry.is_symlink():
        return EntryKind.LINK
    if entry.is_dir(follow_symlinks=False):
        return EntryKind.FOLDER
    return EntryKind.FILE if entry.is_file(follow_symlinks=False) else EntryKind.OTHER


def _read_plain_file(path: str, max_bytes: int) -> tuple[bytes | None, int]:
    """Return (bytes, size); bytes are None where there are too many. Raises `OSError`."""
    descriptor = os.open(path, _OPEN_FLAGS)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(None, "it is not a plain file")
        if status.st_size > max_bytes:
            return None, status.st_size
        parts: list[bytes] = []
        size, wanted = (
            0,
            status.st_size + 1,
        )  # asking for as much as is allowed costs making room for it each time
        while part := os.read(
            descriptor, min(wanted, max_bytes + 1 - size)
        ):  # a file may grow while it is read
            parts.append(part)
            size += len(part)
            wanted = _MORE_BYTES
        return (b"".join(parts), size) if size <= max_bytes else (None, size)
    finally:
        os.close(descriptor)
