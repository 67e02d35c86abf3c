"""How to cite a page of the editors' own: a claim, a comparison, a topic."""

from __future__ import annotations

from builder.model.dossier import Dossier
from builder.pages.kinds import At
from builder.pages.parts.dates import date_words
from builder.pages.parts.words import in_row
from builder.pages.shapes.lists import CiteView
from builder.pages.shapes.small import Link
from builder.wording import marked, say

DATA: tuple[tuple[str, str], ...] = (
    (marked("Claim by article (CSV)"), "appearances.csv"),
    (marked("All data (JSON)"), "dossier.json"),
)
"""Data to take along: words, and the name of the document in `data/`; those that a build lacks are left out."""


def record_cite(at: At, kind: str, title: str, number: str | None = None) -> CiteView:
    """Return how to cite a record as this dossier holds it: kind, number and title, editors, dossier, date."""
    name = " ".join(filter(None, (kind, number)))
    dossier = dossier_words(at.library.dossier, with_editors=True)
    return CiteView(
        label=say("Citation"),
        text=say("{kind}: “{title}”. In: {dossier}.", kind=name, title=title, dossier=dossier),
        permalink=at.canonical,
        hash=None,
        hash_label="",
        downloads=_downloads(at),
    )


def _downloads(at: At) -> tuple[Link, ...]:
    hrefs = ((label, at.href("data", name)) for label, name in DATA)
    return tuple(Link(href, say(label)) for label, href in hrefs if href is not None)


def dossier_words(dossier: Dossier, *, with_editors: bool = False) -> str:
    """Return the dossier as a citation names it: `A flood (dossier), edited by A. N., as of 1 May 2024`."""
    editors = in_row(dossier.editors) if with_editors else ""
    as_of = date_words(dossier.as_of, long=True) if dossier.as_of else ""
    return in_row(
        (
            say("{dossier} (dossier)", dossier=dossier.title),
            say("edited by {editors}", editors=editors) if editors else None,
            say("as of {date}", date=as_of) if as_of else None,
        )
    )
