"""When a file's stamp tells that it has not changed: only where it was left alone for a while before it was read.

A file system counts time in steps; what is written twice within one of them has the same stamp both times.
"""

from __future__ import annotations

import os
import stat
import sys

_FINE_STEP_NS = 50_000_000
"""How long a file was left alone where its time has a part below a millisecond: these count in ticks of 10 ms."""
_COARSE_STEP_NS = 2_000_000_000
"""How long elsewhere: the step of FAT."""
_MILLISECOND_NS = 1_000_000

Stamp = tuple[int, ...]


def stamp_of(status: os.stat_result) -> Stamp:
    """Return what tells a file from another, and from itself before it was changed; of a folder, which one it is."""
    if stat.S_ISDIR(status.st_mode):
        return (status.st_mode, status.st_dev, status.st_ino)
    return (status.st_mode, status.st_size, status.st_mtime_ns, _changed(status), status.st_ino)


def is_settled(status: os.stat_result, now_ns: int) -> bool:
    """Whether whatever changes the file from `now_ns` on gives it another stamp."""
    changed = _changed(status)
    step = _FINE_STEP_NS if changed % _MILLISECOND_NS else _COARSE_STEP_NS
    return changed + step <= now_ns


def _changed(status: os.stat_result) -> int:
    """When a file was last changed; on Windows the other time is that of its birth."""
    return status.st_mtime_ns if sys.platform == "win32" else status.st_ctime_ns
