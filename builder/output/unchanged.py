"""Tells in a moment that nothing has changed since a build: neither what it read, nor the program, nor what it wrote.

It knows no more than Python's own library and reads no file but its own record. Files are told by their stamps, and a
stamp is believed only where its file was left alone for a while before it was read, since a file system counts time in
steps. Whatever cannot be told so is no record, and everything is looked at.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from builder import __version__
from builder.output import tree
from builder.output.destination import Destination
from builder.output.lock import lock_if_free
from builder.output.refusal import OutputRefused
from builder.output.state import STATE_FOLDER, Json, read_record, write_record
from builder.stamps import is_settled

READ = ("content", "seeds", "static", "templates")
"""The folders of a dossier that a build may read. One that reads elsewhere is not remembered."""

_PACKAGE = Path(__file__).resolve().parents[1]
_SKIPPED = frozenset({"__pycache__", STATE_FOLDER, ".git"})
_VERSION = f"1 {__version__} {sys.version}"


@dataclass(frozen=True, slots=True)
class Sight:
    """What a look at the files of a dossier and of the program saw, folded into one SHA-256; None where one could not
    be told by its stamp.
    """

    digest: str | None
    options: str
    day: str

    def told(self) -> str:
        """Return all of it as one text."""
        return f"{self.digest} {self.day} {self.options}"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the last build of an unchanged dossier said: its problems as they were printed, and its summary."""

    problems: str
    summary: str


def look(place: Destination, options: Iterable[str]) -> Sight:
    """Look at everything a build reads; `options` are those that change what it makes or says."""
    day = time.strftime("%Y-%m-%d")
    try:
        lines = list(_inputs(place))
    except (OSError, _Untold):
        return Sight(None, "\0".join(options), day)
    return Sight(_digest(lines), "\0".join(options), day)


def recall(place: Destination, sight: Sight) -> Remembered | None:
    """Return what the last build said, where it read and wrote exactly what is there now; else None."""
    record = read_record(_record(place), _VERSION) if sight.digest is not None else None
    if not isinstance(record, dict) or record.get("read") != sight.told():
        return None
    problems, summary = record.get("problems"), record.get("summary")
    if not isinstance(problems, str) or not isinstance(summary, str):
        return None
    written = _written(place)
    return Remembered(problems, summary) if written is not None and written == record.get("written") else None


def remember(
    place: Destination,
    sight: Sight,
    said: Remembered,
    *,
    read: Iterable[str],
    site: tree.Tree | None = None,
) -> str | None:
    """Keep what a build said for the next time, where nothing changed since `sight` was taken, before it began.

    `read` are the paths of the files that it read; `site` is what it published, looked at where not given. A fault is
    returned in words: the site is published all the same.
    """
    record, handle = _record(place), None
    try:
        handle = lock_if_free(place.state)
        if handle is None:
            return None  # a build that runs by now leaves another site
        tree.forget_file(str(record))
        again = look(place, sight.options.split("\0"))
        written = _written(place, [record.name], site)
        is_elsewhere = any(path.partition("/")[0] not in READ for path in read)
        if again != sight or sight.digest is None or written is None or is_elsewhere:
            return None
        kept: dict[str, Json] = {
            "read": sight.told(),
            "written": written,
            "problems": said.problems,
            "summary": said.summary,
        }
        write_record(record, _VERSION, kept)
    except OSError as fault:
        return f"cannot write {record}: {fault.strerror}; the next build will look at everything again"
    except OutputRefused as refused:
        return f"{refused.message}; the next build will look at everything again"
    finally:
        if handle is not None:
            os.close(handle)
    return None


class _Untold(Exception):
    """A file's stamp does not tell whether it changed."""


def _record(place: Destination) -> Path:
    return Path(place.state, f"{place.key}.seen.json")


def _inputs(place: Destination) -> Iterator[str]:
    """Yield a line for each file that a build reads; raises `_Untold`."""
    now = time.time_ns()
    for name in READ:
        yield from _lines(os.path.join(place.root, name), now)
    yield from _lines(str(_PACKAGE), now)
    if not (_PACKAGE / "_templates").is_dir():  # as in the source tree; in the wheel they are in the package
        yield from _lines(str(_PACKAGE.parent / "templates"), now)
    for path in sorted({path for path in sys.path if path.endswith("-packages") and os.path.isdir(path)}):
        yield from (
            f"{one.path} {one.stat().st_mtime_ns}" for one in _entries(path) if one.name not in _SKIPPED
        )


def _lines(top: str, now: int) -> Iterator[str]:
    """Yield a line for everything under a folder, by its path; nothing where there is no folder.

    Raises `_Untold` for what is no plain file, or was changed just now.
    """
    try:
        pending = [("", _entries(top))]
    except FileNotFoundError:
        yield f"{top}: none"
        return
    yield top
    while pending:
        prefix, entries = pending.pop()
        for entry in entries:
            if entry.name in _SKIPPED:
                continue
            found = entry.stat(follow_symlinks=False)
            path, mode = f"{prefix}{entry.name}", found.st_mode
            if stat.S_ISDIR(mode):
                yield f"{path}/"
                pending.append((f"{path}/", _entries(entry.path)))
            elif stat.S_ISREG(mode) and is_settled(found, now):
                yield f"{path} {mode} {found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
            else:
                raise _Untold


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return sorted(found, key=attrgetter("name"))


def _written(place: Destination, more: Iterable[str] = (), site: tree.Tree | None = None) -> str | None:
    """Return one SHA-256 over the site and the names of what the builder keeps.

    `more` are names that will be kept. None where the site holds what no build writes.
    """
    try:
        site = site or tree.scan(place.out)
        kept = sorted({*os.listdir(place.state), *more})
        workshop = os.path.join(place.state, place.key)
        kept += sorted(os.listdir(workshop)) if os.path.isdir(workshop) else []
    except OSError:
        return None
    if site.strays:
        return None
    stamps = ((path, *site.files[path]) for path in sorted(site.files))
    files = (f"{path} {inode} {size} {mtime} {ctime}" for path, inode, size, mtime, ctime in stamps)
    return _digest([*files, *sorted(site.folders), *kept])


def _digest(lines: Iterable[str]) -> str:
    return sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()
