"""Says what was at hand when memory ran out: the file of content that was read, or the page that was made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_hand(what: str) -> Iterator[None]:
    """Note on a `MemoryError` of the block what it was about; the innermost note stands first."""
    try:
        yield
    except MemoryError as fault:
        fault.add_note(what)
        raise


def was_at_hand(fault: BaseException) -> tuple[str, ...]:
    """Return what was noted, the innermost first."""
    return tuple(getattr(fault, "__notes__", ()))
