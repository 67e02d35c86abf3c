"""Counts the work of a function in steps, which no clock and no busy machine can change."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def steps(function: Callable[[], object]) -> int:
    """Return how many calls a function makes, of Python and of C, all it calls included."""
    made = 0

    def count(_frame: FrameType, event: str, _about: object) -> None:
        nonlocal made
        if event in ("call", "c_call"):
            made += 1

    sys.setprofile(count)
    try:
        function()
    finally:
        sys.setprofile(None)
    return made
