"""Results of pure functions by a digest of what they were made from, so that the next analysis need not repeat them.

Nothing can be wrong in a memory, only missing: a key holds all that its result depends on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key")
Result = TypeVar("Result")
Source = TypeVar("Source")


class Memory(Generic[Key, Result]):
    """What was used in this analysis; results of the one before are taken over when they are asked for."""

    def __init__(self, earlier: Mapping[Key, Result] | None = None) -> None:
        self.earlier: Mapping[Key, Result] = earlier or {}
        """The results of the one before."""
        self.used: dict[Key, Result] = {}
        """The results of this analysis, for the next one."""

    def of_any(self, ask: Callable[[Result], Source]) -> Source | None:
        """Return what the results of the earlier analysis have in common; None where there are none."""
        return next(map(ask, self.earlier.values()), None)

    def get(self, key: Key) -> Result | None:
        """Return what is known, and keep it for the next analysis."""
        found = self.used.get(key)
        if found is None:
            found = self.earlier.get(key)
            if found is not None:
                self.used[key] = found
        return found

    def __contains__(self, key: object) -> bool:
        return key in self.used or key in self.earlier

    def forget(self, key: Key) -> None:
        """Keep no result under a key that has lost its meaning."""
        self.used.pop(key, None)

    def of(self, key: Key | None, source: Source, make: Callable[[Source], Result]) -> Result:
        """Return what is known, else make it from its source; under no key it is made, and not kept."""
        if key is None:
            return make(source)
        found = self.get(key)
        if found is None:
            found = self.used[key] = make(source)
        return found
