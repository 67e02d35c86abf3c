"""`python -m tests.serve 200`: so many random saves under a preview; ends with 1 where one shows another site."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.serve.following import differences

EACH = 20
"""Saves in one sequence, each of a preview of its own."""


def main(count: int) -> int:
    """Return how many sequences differed, each told in a line."""
    differing = 0
    for seed in range(-(-count // EACH)):
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="dossier-serve-") as folder:
            found = differences(Path(folder), seed, min(EACH, count - seed * EACH))
        differing += bool(found)
        told = f"differs after {'; '.join(found)}" if found else "as clean builds"
        sys.stdout.write(f"sequence {seed}: {told} ({time.monotonic() - began:.0f} s)\n")
        sys.stdout.flush()
    return differing


if __name__ == "__main__":
    raise SystemExit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)))
