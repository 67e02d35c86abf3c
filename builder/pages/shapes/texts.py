"""Quotations and the text of an article."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.small import (
    Html,
    Link,
    NumberedLink,
    Phrase,
    ReadingView,
    SourceView,
    StanceView,
    TranslationView,
)


class QuoteRun(Struct, frozen=True):
    """A stretch of a quotation. `meets`: the words in which two texts meet or collide."""

    text: str
    meets: bool = False


class QuoteView(Struct, frozen=True):
    """A quotation in its sentence: `before` and `after` are the rest of it. `href` leads to it in its article."""

    stance: StanceView | None
    before: str
    exact: tuple[QuoteRun, ...]
    after: str
    lang: str | None
    source: SourceView | None
    href: str | None
    locator: str
    note: Html | str | None = None
    checked: str | None = None
    translation: TranslationView | None = None


class FacingSide(Struct, frozen=True):
    """One of two texts that face each other."""

    label: str
    date: str
    source: SourceView
    quotes: tuple[QuoteView, ...]


class FacingView(Struct, frozen=True):
    """Two texts by date and the time between them."""

    sides: tuple[FacingSide, FacingSide]
    gap: str
    gap_words: str
    reading: ReadingView


class TagView(Struct, frozen=True):
    """The number of a claim behind the words that serve it as evidence."""

    label: str
    href: str
    title: str


class SegmentView(Struct, frozen=True):
    """A flat stretch of a paragraph; quotes that overlap are cut so that nothing nests."""

    text: str
    evidence: bool = False
    anchors: tuple[str, ...] = ()
    href: str | None = None
    title: str | None = None
    sign: str | None = None
    tags: tuple[TagView, ...] = ()


class MarginNoteView(Struct, frozen=True):
    """A claim that a paragraph speaks to."""

    claim: NumberedLink
    stances: tuple[StanceView, ...]
    reading: ReadingView | None
    elsewhere: str | None


class RemarkView(Struct, frozen=True):
    """What an editor says about a word of the text."""

    word: str
    quote: Phrase | None
    text: Html | str
    by: str | None


class FoldView(Struct, frozen=True):
    """Words that the clean view leaves out, as received. `anchors`: further addresses that lie inside."""

    words: str
    size: str
    reason: Html | str | None
    by: str | None
    offsets: str
    text: str
    lang: str | None
    anchors: tuple[str, ...] = ()


class BlockView(Struct, frozen=True):
    """A paragraph of the text, or a fold. `kind`: paragraph, lede, caption, quoted-block, heading, fold."""

    kind: str
    anchor: str
    number: str | None = None
    label: str | None = None
    lang: str | None = None
    segments: tuple[SegmentView, ...] = ()
    fold: FoldView | None = None
    notes: tuple[MarginNoteView, ...] = ()
    remarks: tuple[RemarkView, ...] = ()
    notes_label: str = ""


class SharedRun(Struct, frozen=True):
    """A stretch of a shared passage: the same in both texts, or what differs between two such stretches."""

    text: str
    same: bool


class PassageLine(Struct, frozen=True):
    """Shared words in one of the texts that share them. `withheld` stands where none of them may be published."""

    source: SourceView
    place: str
    before: str
    runs: tuple[SharedRun, ...]
    after: str
    lang: str | None
    href: str
    withheld: str | None = None


class PassageView(Struct, frozen=True):
    """Words that two texts share, in each of them. `link` leads to the page of the two."""

    label: str | None
    lines: tuple[PassageLine, ...]
    anchor: str | None = None
    link: Link | None = None
