"""Who relied on what, seen from what was relied on."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.small import Link, Phrase, SourceView


class RelianceView(Struct, frozen=True):
    """An article that relied on the page's record, how, and the words or the reason that say so.

    `through`: the hands between the two, where the article relied on it at second hand.
    """

    source: SourceView
    title: Link
    relation: str
    what: str | None
    through: str | None
    basis: str
    cue: Phrase | None = None
    href: str | None = None
    locator: str | None = None
    note: str | None = None
    outside: Link | None = None
