"""What the build before found out, and this one leaves for the next: what files hold, and what their texts share.

Whatever is wrong with a record of it, nothing is known; whatever is known saves time alone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from builder.analysis.comparison import ComparisonKnown
from builder.analysis.comparisonrecord import known_from, record_of
from builder.analysis.findings import Known
from builder.load.loadrecord import remembered_from, told
from builder.load.remembered import LoadMemory
from builder.output.destination import Destination
from builder.output.maker import maker
from builder.output.refusal import OutputRefused
from builder.output.state import Json, read_bytes, write_bytes, write_record


class LastBuild:
    """What the last build by this very builder kept beside its site; nothing for one that is to be `clean`."""

    def __init__(self, place: Destination, *, clean: bool) -> None:
        self._comparison = Path(place.state, "comparison.json")
        self._load = Path(place.state, "load.json")
        made_by = None if clean else maker()
        self.known = Known(comparison=self._compared(made_by))
        """What the texts were found to share."""
        kept = read_bytes(self._load, made_by) if made_by is not None else None
        self.memory = LoadMemory(remembered_from(kept) if kept is not None else None)
        """What the files were found to hold; it gathers what they hold now."""

    def _compared(self, made_by: str | None) -> ComparisonKnown:
        kept = read_bytes(self._comparison, made_by) if made_by is not None else None
        return known_from(kept) if kept is not None else ComparisonKnown()

    def keep(self, now: Known) -> tuple[str, ...]:
        """Keep what was found for the next build; a fault is told in words, since the site is published without it."""
        made_by = maker()
        if made_by is None:
            return ()
        notes = _noted("read all files again", lambda: write_bytes(self._load, made_by, told(self.memory)))
        if not now.comparison.covers_the_same(self.known.comparison):
            record = cast("Json", record_of(now.comparison))
            notes += _noted(
                "compare all texts again", lambda: write_record(self._comparison, made_by, record)
            )
        return notes


def _noted(price: str, write: Callable[[], None]) -> tuple[str, ...]:
    try:
        write()
    except OutputRefused as refused:
        return (f"{refused.message}; the next build will {price}",)
    return ()
