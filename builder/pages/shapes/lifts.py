"""What stands at the head of an article: facts of the record, words lifted out of the text, links that lead outside."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.texts import SegmentView


class LiftView(Struct, frozen=True):
    """Words of the text that the head shows under `label`. `anchors` are addresses that lie in them."""

    label: str
    anchors: tuple[str, ...]
    segments: tuple[SegmentView, ...]
    lang: str | None
    note: str | None = None
    by: str | None = None


class HeadFact(Struct, frozen=True):
    """A fact of the record in words, and the words of the text that say it; either may be absent."""

    label: str
    words: str | None
    lifts: tuple[LiftView, ...] = ()


class OutgoingLink(Struct, frozen=True):
    """A link that leads out of the site, with the host it leads to."""

    href: str
    label: str
    host: str
