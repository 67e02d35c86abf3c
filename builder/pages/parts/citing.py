"""How to cite a page of the editors' own: a claim, a comparison, a topic."""

from __future__ import annotations

from builder.pages.kinds import At
from builder.pages.parts.dates import date_words
from builder.pages.shapes.lists import CiteView
from builder.pages.shapes.small import Link

DATA: tuple[tuple[str, str], ...] = (
    ("Claim by article (CSV)", "appearances.csv"),
    ("All data (JSON)", "dossier.json"),
)
"""Data to take along: words, and the name of the document in `data/`; those that a build lacks are left out."""


def record_cite(at: At, kind: str, title: str, number: str | None = None) -> CiteView:
    """Return how to cite a record as this dossier holds it: kind, number and title, editors, dossier, date."""
    dossier = at.library.dossier
    name = " ".join(filter(None, (kind, number)))
    editors = f", edited by {', '.join(dossier.editors)}" if dossier.editors else ""
    as_of = f", as of {date_words(dossier.as_of, long=True)}" if dossier.as_of else ""
    return CiteView(
        label="Citation",
        text=f"{name}: “{title}”. In: {dossier.title} (dossier){editors}{as_of}.",
        permalink=at.canonical,
        hash=None,
        hash_label="",
        downloads=_downloads(at),
    )


def _downloads(at: At) -> tuple[Link, ...]:
    hrefs = ((label, at.href("data", name)) for label, name in DATA)
    return tuple(Link(href, label) for label, href in hrefs if href is not None)
