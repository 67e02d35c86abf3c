"""Lists the words of pages that do not come out of the catalogue: `python -m tests.words`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.words.leftovers import leftovers
from tests.words.pseudo import LANGUAGE, build_pseudo, of_texts


def main() -> int:
    """Build the site and list each run of words with how many pages have it, and the first of them."""
    with TemporaryDirectory() as folder:
        found = leftovers(build_pseudo(Path(folder) / "dossier", "--no-search"), LANGUAGE, of_texts())
    for run, pages in sorted(found.items(), key=lambda each: -len(each[1])):
        sys.stdout.write(f"{len(pages):4} {run}  ({pages[0]})\n")
    sys.stdout.write(f"{len(found)} runs of words are left\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
