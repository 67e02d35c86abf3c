"""Who relied on what, seen from what was relied on."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.small import Link, Phrase, SourceView


class RelianceView(Struct, frozen=True):
    """An article that relied on the page's record, and the words or the reason that say so."""

    source: SourceView
    """Siglum, outlet and date of that article."""
    title: Link
    """That article by its title."""
    relation: str
    """What it did with the record, as a verb before `it`: `translates`."""
    what: str | None
    """Which work or part of it; None where that is not said."""
    through: str | None
    """Hands between the two, `through Politika`; None where it relied on it at first hand."""
    basis: str
    """How that is known: `stated`, `inferred` or `from outside`."""
    cue: Phrase | None = None
    """The article's words that say so; None where there are none or they may not be published."""
    href: str | None = None
    """The sentence of the cue; None without one."""
    locator: str | None = None
    """Its place in words, `paragraph 4`; None without a cue."""
    note: str | None = None
    """The editors' explanation; None where there is none."""
    outside: Link | None = None
    """Publication outside the dossier that says so, dated; None where there is none."""
