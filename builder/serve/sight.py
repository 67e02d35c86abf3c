"""Tells whether any file that a dossier is read from has changed, however that came about.

Events only say when to look: one that was lost, a folder that was replaced and a system without events cost time and no
more. A file is told by its stamp; one that was changed just now by its content as well.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from builder.output.unchanged import READ
from builder.stamps import Stamp, is_settled, stamp_of

_LONGEST_READ = 16 << 20
"""Bytes of one file that are looked at: more than any that a dossier is read from may have."""


class _Seen(Struct, frozen=True):
    """A file as it was seen; `digest` of its content where its stamp alone does not tell."""

    stamp: Stamp
    digest: bytes | None


class Sight:
    """What was seen of the folders of a dossier that are read."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._seen: dict[str, _Seen] | None = None
        self.folders: dict[str, Stamp] = {}
        """Which folder stands at each path that holds one."""
        self.took_seconds = 0.0
        """How long the last look took."""

    @property
    def is_settled(self) -> bool:
        """Whether each file was told by its stamp alone, so that the next change of it will be seen."""
        return self._seen is not None and all(one.digest is None for one in self._seen.values())

    def look(self) -> bool:
        """Look at all of them, and return whether anything differs from the last look; True at the first."""
        before, now, began = self._seen, time.time_ns(), time.perf_counter()
        self.folders = {}
        seen: dict[str, _Seen] = {}
        differs = before is None
        for path, status in self._entries():
            last = before.get(path) if before is not None else None
            seen[path] = _seen(path, status, last, now)
            differs = differs or last is None or _differ(last, seen[path])
        self._seen = seen
        self.took_seconds = time.perf_counter() - began
        return differs or before is None or before.keys() != seen.keys()

    def _entries(self) -> Iterator[tuple[str, os.stat_result]]:
        pending = [os.path.join(self._root, name) for name in READ]
        while pending:
            folder = pending.pop()
            try:
                status = os.stat(folder, follow_symlinks=False)
                with os.scandir(folder) as entries:
                    found = [(entry.path, entry.stat(follow_symlinks=False)) for entry in entries]
            except OSError:
                continue  # what is gone is no longer seen, and what cannot be read is told when it is loaded
            self.folders[folder] = stamp_of(status)
            yield folder, status
            for path, status in found:
                if stat.S_ISDIR(status.st_mode):
                    pending.append(path)
                else:
                    yield path, status


def _seen(path: str, status: os.stat_result, last: _Seen | None, now: int) -> _Seen:
    """Return a file as it is seen now. The first time that its stamp will do, its content is looked at once more."""
    stamp = stamp_of(status)
    if last is not None and last == _Seen(stamp, None):
        return last
    if last is not None and last.stamp == stamp:
        digest = _digest(path)
        return _Seen(stamp, None if digest == last.digest and is_settled(status, now) else digest)
    settled = not stat.S_ISREG(status.st_mode) or is_settled(status, now)
    return _Seen(stamp, None if settled else _digest(path))


def _differ(last: _Seen, now: _Seen) -> bool:
    return last.stamp != now.stamp or (now.digest is not None and now.digest != last.digest)


def _digest(path: str) -> bytes:
    """Return a digest of what a file holds; of nothing where it is gone or cannot be read."""
    try:
        with open(path, "rb") as file:
            return sha256(file.read(_LONGEST_READ)).digest()
    except OSError:
        return b""
