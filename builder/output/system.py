"""Calls of the operating system that Python does not offer in one portable form.

Nothing here knows of sites. Callers name this module (`system.exchange`) so that a fault test can stand in
between.
"""

from __future__ import annotations

import errno
import os
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctypes import CDLL

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux
_RENAME_SWAP = 2  # macOS
_CANNOT_EXCHANGE = frozenset(
    [errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EPERM]
)
_MMAP_THRESHOLD, _LARGE_BYTES = -3, 1 << 22  # glibc
_FOLDER_FLAGS = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_HANDLE_FLAGS = _FOLDER_FLAGS | getattr(os, "O_PATH", 0)


def exchange(first: str, second: str) -> bool:
    """Let two existing folders change places in one step, for every reader at the same instant.

    False where kernel or file system cannot (renameat2(2) on Linux, not on every overlay; renamex_np(2) on
    macOS); nothing has happened then. Other faults are raised as `OSError`.
    """
    if sys.platform == "win32":
        return False
    libc, one, other = _libc(), os.fsencode(first), os.fsencode(second)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(one, other, _RENAME_SWAP)
    else:
        return False
    if not failed:
        return True
    code = _errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), second)


def sync_filesystem(folder: str) -> None:
    """Bring all that was written on the file system of `folder` to the disk, in one call."""
    if sys.platform == "win32":
        return
    libc = _libc()
    if not hasattr(libc, "syncfs"):
        os.sync()
        return
    handle = os.open(folder, _FOLDER_FLAGS)
    try:
        if libc.syncfs(handle) != 0:
            code = _errno()
            raise OSError(code, os.strerror(code), folder)
    finally:
        os.close(handle)


def sync_folder(folder: str) -> None:
    """Bring the list of names in `folder` to the disk, so that a rename in it survives a loss of power."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, _FOLDER_FLAGS)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def give_back_large_blocks() -> None:
    """Let large blocks of memory go back to the system as soon as they are free, where the C library is glibc.

    By itself it keeps them once it has seen some: 160 MiB in a comparison of 10,000 texts, a third of all it takes.
    """
    if sys.platform != "win32" and hasattr(_libc(), "mallopt"):
        _libc().mallopt(_MMAP_THRESHOLD, _LARGE_BYTES)


def try_lock(handle: int) -> bool:
    """Take the exclusive lock of an open file, until it is closed; False when another process has it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        if fault.errno in (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK):
            return False
        raise
    return True


def mount_of(folder: str) -> int:
    """Return a number that two folders share when one can be renamed into the other.

    The mount's id where the kernel tells it, since a bind mount has the device of its source; else the
    device.
    """
    if sys.platform == "win32":
        return os.stat(folder).st_dev
    handle = os.open(folder, _HANDLE_FLAGS)
    try:
        return _mount_id(handle) or os.fstat(handle).st_dev
    finally:
        os.close(handle)


def lacks_inodes(path: str) -> bool:
    """Tell whether the disk that holds `path`, or is to hold it, takes no more files whatever space is left on it."""
    if sys.platform == "win32":
        return False
    while not os.path.lexists(path) and path != os.path.dirname(path):
        path = os.path.dirname(path)
    try:
        found = os.statvfs(path)
    except OSError:
        return False
    return found.f_files > 0 and found.f_favail == 0  # some have no inodes to count


def _mount_id(handle: int) -> int | None:
    try:
        with open(f"/proc/self/fdinfo/{handle}", encoding="ascii") as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith("mnt_id:")), None)
    except OSError:
        return None


@lru_cache(maxsize=1)
def _libc() -> CDLL:
    """Load the C library where it is first needed: a build that changes nothing never pays for `ctypes`."""
    import ctypes

    return ctypes.CDLL(None, use_errno=True)


def _errno() -> int:
    import ctypes

    return ctypes.get_errno()
