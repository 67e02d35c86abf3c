"""`python -m tests.edits 300`: so many sequences of edits, one after the other; ends with 1 where one differs."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.edits.sequences import differences


def main(count: int) -> int:
    """Return how many sequences differed, each told in a line."""
    differing = 0
    for seed in range(count):
        with tempfile.TemporaryDirectory(prefix="dossier-edits-") as folder:
            found = differences(Path(folder), seed)
        differing += bool(found)
        if found:
            sys.stdout.write(f"sequence {seed}: {'; '.join(found[:12])}\n")
    sys.stdout.write(f"{count - differing} of {count} sequences of edits give the site of a clean build\n")
    return differing


if __name__ == "__main__":
    raise SystemExit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)))
