"""One build at a time: an exclusive lock in the state folder that ends with the process, however it ends."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from builder.output import system
from builder.output.refusal import OutputRefused, refusing

LOCK_FILE = "lock"
_LOOK_AGAIN_SECONDS = 0.05
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


def take_lock(state: str, wait_seconds: float, on_wait: Callable[[], None]) -> int:
    """Return the handle that holds the lock until it is closed.

    Calls `on_wait` once if another build has it, and raises `OutputRefused` when it still has after
    `wait_seconds`.
    """
    path = f"{state}/{LOCK_FILE}"
    with refusing("lock", path):
        handle = os.open(path, _FLAGS, 0o644)
        try:
            _wait_for(handle, wait_seconds, on_wait)
        except BaseException:
            os.close(handle)
            raise
    return handle


def lock_if_free(state: str) -> int | None:
    """Return the handle that holds the lock until it is closed; None while another build has it. Raises `OSError`."""
    handle = os.open(f"{state}/{LOCK_FILE}", _FLAGS, 0o644)
    if system.try_lock(handle):
        return handle
    os.close(handle)
    return None


def _wait_for(handle: int, wait_seconds: float, on_wait: Callable[[], None]) -> None:
    if system.try_lock(handle):
        return
    on_wait()
    end = time.monotonic() + wait_seconds
    while not system.try_lock(handle):
        if time.monotonic() >= end:
            raise OutputRefused(
                f"another build of this dossier is still running after {wait_seconds:g} seconds",
                "wait for it to end, or end it; its lock goes with it",
            )
        time.sleep(_LOOK_AGAIN_SECONDS)
