"""How long the indexer may say nothing: by what the last run needed, so a slow machine gets its time and a hang ends.

Knows no program: it waits for whatever it is given, and remembers the longest wait in the state folder.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, Full
from time import monotonic
from typing import TypeVar

from builder.output.refusal import OutputRefused
from builder.output.state import Json, read_record, write_record

FIRST_SECONDS = 300.0
"""Where no run is known: the longest silence is that over the whole index, under a minute for 30,000 pages."""
LEAST_SECONDS = 120.0
"""However quick the last run was: another program may have the machine for a while."""
MOST_SECONDS = 1200.0
"""However slow it was: somebody waits."""
FACTOR = 4
"""How many times the last run's longest silence; a run that was given up counts with all that it was waited for."""

_VERSION = 1
Got = TypeVar("Got")


class FellSilent(Exception):
    """Nothing came for as long as there was patience."""


class Patience:
    """`seconds` is the longest silence that is borne, `longest` the longest that was met so far."""

    def __init__(self, record: Path | None = None, *, anew: bool = False) -> None:
        """Read what the last run needed from `record`, unless all is to be made `anew`."""
        self._record = record
        self.seconds = _seconds(None if record is None or anew else read_record(record, _VERSION))
        self.longest = 0.0

    def wait(self, step: Callable[[float], Got]) -> Got:
        """Return what a step of a queue gives within the seconds that it is told; raises `FellSilent`."""
        began = monotonic()
        try:
            return step(self.seconds)
        except (Empty, Full):
            raise FellSilent(f"{self.seconds:g} seconds") from None
        finally:
            self.longest = max(self.longest, monotonic() - began)

    def remember(self) -> None:
        """Note the longest silence for the next run; where the disk refuses, that one starts as the first did."""
        if self._record is not None:
            with suppress(OutputRefused):
                write_record(self._record, _VERSION, round(self.longest, 3))


def _seconds(last: Json) -> float:
    if not isinstance(last, int | float) or not last >= 0:  # NaN is no number either
        return FIRST_SECONDS
    return min(max(LEAST_SECONDS, FACTOR * last), MOST_SECONDS)
