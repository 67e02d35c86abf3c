"""What is shown now, and who looks at it: browsers' event streams wait here for the next state."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from msgspec import Struct

from builder.serve.shown import Shown

MAX_STREAMS = 32
"""Pages that are open at once; a page in the background lets go of its stream."""
_SEEN_SECONDS = 0.15
"""How long the next step waits for the pages that are being looked at to be fetched anew."""


class Now(Struct, frozen=True):
    """One state: the site, None until one could be made; and the problems that keep the next from being shown."""

    shown: Shown | None = None
    problems: str = ""
    """As `check` prints them; empty where there are none."""


class Live:
    """The state of the preview. One thread sets it, many read it and wait for it."""

    def __init__(self) -> None:
        self._change = Condition()
        self._now = Now()
        self._looked_at: list[str] = []
        self._awaited: set[str] = set()
        self._is_over = False

    @property
    def now(self) -> Now:
        """What is shown now."""
        return self._now

    def show(self, now: Now) -> None:
        """Show another state, and wake whoever waits for it.

        What is looked at is made first: a state of which a page cannot be made is not shown.
        """
        shown, last = now.shown, self._now.shown
        looked_at = self.looked_at if shown is not None and shown is not last else ()
        changed = {
            path for path in looked_at if shown and (not last or shown.state(path) != last.state(path))
        }
        with self._change:
            self._now = now
            self._awaited = changed
            self._change.notify_all()

    def end(self) -> None:
        """Let every stream end."""
        with self._change:
            self._is_over = True
            self._change.notify_all()

    def wait(self, known: Now | None, seconds: float) -> Now | None:
        """Return the first state that is not `known`; the same one after so many seconds, None when all is over."""
        with self._change:
            self._change.wait_for(lambda: self._now is not known or self._is_over, seconds)
            return None if self._is_over else self._now

    @contextmanager
    def looking_at(self, path: str) -> Iterator[bool]:
        """Count a page as looked at within the block; False where too many are."""
        with self._change:
            is_welcome = len(self._looked_at) < MAX_STREAMS
            if is_welcome:
                self._looked_at.append(path)
        try:
            yield is_welcome
        finally:
            if is_welcome:
                with self._change:
                    self._looked_at.remove(path)

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The pages that somebody looks at."""
        with self._change:
            return tuple(dict.fromkeys(self._looked_at))

    def fetched(self, path: str) -> None:
        """Say that a browser has got a page."""
        if path in self._awaited:
            with self._change:
                self._awaited.discard(path)
                self._change.notify_all()

    def wait_until_fetched(self) -> None:
        """Leave the processor to the browsers that fetch a page anew, for a moment at most."""
        with self._change:
            self._change.wait_for(lambda: not self._awaited or self._is_over, _SEEN_SECONDS)
