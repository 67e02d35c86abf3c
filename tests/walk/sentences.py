"""Lists every sentence of the machine that speaks of order, sameness or number, for people to read.

    .venv/bin/python -m tests.walk.sentences [SITE]

Names, titles, dates and numbers are left out of the sentences, so that each stands once, with how many pages have it and
one of them. It judges nothing: what reads wrong is mended where it is made.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.site.dossiers import build, copy_showcase
from tests.walk.rules import own_words
from tests.walk.site import Site

WATCHED = "first before after earlier later same all none only never always every both apart since most least".split()
_WATCHED = re.compile(rf"\b(?:{'|'.join(WATCHED)})\b", re.IGNORECASE)
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATE = re.compile(rf"\b(?:\d{{1,2}}(?:–\d{{1,2}})? )?{_MONTH}(?: \d{{4}})?\b|\b\d{{4}}(?:-[\dX]{{2}})*\b")
_NUMBER = re.compile(r"\d[\d,.]*")
_END = re.compile(r"(?<=[.;:?!])\s+|\n| · ")


def sentences(site: Site) -> dict[str, list[str]]:
    """Return each sentence with the pages that have it."""
    names = _names(site)
    found: dict[str, list[str]] = {}
    for path, page in site.pages.items():
        for sentence in _sentences(own_words(page, "\n"), names):
            found.setdefault(sentence, []).append(path)
    return dict(sorted(found.items()))


def _sentences(text: str, names: re.Pattern[str] | None) -> Iterator[str]:
    for sentence in dict.fromkeys(_END.split(text)):
        settled = names.sub("«»", sentence) if names else sentence
        settled = " ".join(_NUMBER.sub("#", _DATE.sub("«date»", settled)).split())
        if _WATCHED.search(settled):
            yield settled


def _names(site: Site) -> re.Pattern[str] | None:
    """The names of all records, longest first."""
    found = {
        str(record[key])
        for records in (site.articles, site.events, site.claims)
        for record in records.values()
        for key in ("title", "statement", "siglum", "name")
        if record.get(key)
    }
    listed = "|".join(re.escape(name) for name in sorted(found, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)") if listed else None


def main(arguments: list[str]) -> None:
    """Print the list for the site in a folder, else for the worked example."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(arguments[0]) if arguments else build(copy_showcase(Path(folder)), "--no-search")
        for sentence, pages in sentences(Site(root)).items():
            sys.stdout.write(f"{len(pages):4}  {sentence}\n      {pages[0]}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
