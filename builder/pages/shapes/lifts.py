"""What stands at the head of an article: facts of the record, words lifted out of the text, links that lead outside."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.texts import SegmentView


class LiftView(Struct, frozen=True):
    """Words of the text that the head shows instead of the text."""

    label: str
    """What they are: `Dateline`, `About the author`."""
    anchors: tuple[str, ...]
    """Ids of paragraphs that lie wholly in them, so that links to those still lead here; mostly empty."""
    segments: tuple[SegmentView, ...]
    """The words that may be published; empty where none may."""
    lang: str | None
    """Language tag of the words; None where none is known."""
    note: str | None = None
    """The editors' remark on them; None where there is none."""
    by: str | None = None
    """Who signs the remark; None where nobody does."""


class HeadFact(Struct, frozen=True):
    """A fact of the record, and the words of the text that say it; one of the two is always there."""

    label: str
    """Left column: `Author`, `Language`."""
    words: str | None
    """What the record says; None where the text's own words are all there is."""
    lifts: tuple[LiftView, ...] = ()
    """The text's own words for it; empty where it has none."""


class OutgoingLink(Struct, frozen=True):
    """A link that leads out of the site."""

    href: str
    """Absolute address, `http:` or `https:`."""
    label: str
    """What is there: `Its own site`."""
    host: str
    """Domain that it leads to, for readers to judge before they follow."""
