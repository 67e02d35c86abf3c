"""Regular expressions that are compiled when they are first asked for something.

The program has some three hundred, and a run asks a third of them: compiling all took a sixth of its start.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    regex = re.compile
else:

    class regex:  # noqa: N801 - it stands for a function
        """What `re.compile` returns, later; a fault in one is raised where it is first used, so tests compile all."""

        def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
            self.pattern = pattern
            self._flags = flags

        def __getattr__(self, name: str) -> object:
            """Compile it, and keep each method so that only the first call of it comes here."""
            found = getattr(re.compile(self.pattern, self._flags), name)
            setattr(self, name, found)
            return found
