"""The words of an article: quotations, blocks of its text, what its head shows of it."""

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


class MarkedRun(Struct, frozen=True):
    """A stretch of words of a text."""

    text: str
    """Printed as it is; stretches follow each other with nothing between."""
    marked: bool = False
    """True for the words that the stretch is printed for: the name, the number, those that another text has too."""


class QuoteView(Struct, frozen=True):
    """A quotation in its sentence."""

    stance: StanceView | None
    """What it serves as evidence for, which also colours its edge; None where it serves no claim."""
    before: str
    """The sentence as far as the quotation; empty where it begins it or may not be published."""
    exact: tuple[MarkedRun, ...]
    """The quoted words, cut where those begin or end in which two texts meet; never empty."""
    after: str
    """The rest of the sentence; empty as before is."""
    lang: str
    """Language tag of the whole sentence: that of the quotation, the article, its outlet or the dossier."""
    source: SourceView | None
    """Siglum, outlet and date; None where the page or the heading is the source."""
    href: str | None
    """Its place in its article, or the article where no text is kept; None on that article's own page."""
    locator: str
    """Place in words: `paragraph 4`, `text not kept`."""
    note: Html | str | None = None
    """The editors' remark on it; None where there is none or no room for it."""
    checked: str | None = None
    """Who compared it by hand and when, where no text is kept; else None."""
    translation: TranslationView | None = None
    """The editors' rendering; None where there is none."""


class FacingSide(Struct, frozen=True):
    """One of two texts that face each other."""

    label: str
    """Siglum and date as plain words, for screen readers."""
    date: str
    """Of publication, in words."""
    source: SourceView
    """Siglum and outlet; the date stands above."""
    quotes: tuple[QuoteView, ...]
    """What it says on this side, in text order; never empty."""


class FacingView(Struct, frozen=True):
    """Two texts by date and the time between them."""

    sides: tuple[FacingSide, FacingSide]
    """The earlier text, then the later; in the order of lists by date where the dates do not tell."""
    gap: str
    """Time between them, `22 months`, `Same day`, `Order unknown`."""
    gap_words: str
    """What stands under it: `apart`."""
    reading: ReadingView
    """Whose shape is drawn between the two."""


class TagView(Struct, frozen=True):
    """The number of a claim behind the words that serve it as evidence."""

    label: str
    """The claim's number, or `claim` where it has none."""
    href: str
    """The page of that claim."""
    title: str
    """For the tooltip: `Evidence for C06: …`."""


class SegmentView(Struct, frozen=True):
    """A flat stretch of a paragraph; quotes that overlap are cut so that nothing nests."""

    text: str
    """Printed as it is; segments follow each other with nothing between."""
    evidence: bool = False
    """True where a claim rests on these words."""
    anchors: tuple[str, ...] = ()
    """Ids of the quotations that begin here; the first belongs to the element itself."""
    href: str | None = None
    """Page of the entity that the words name; None where they name none."""
    title: str | None = None
    """That entity's name for a tooltip, where the words are another; else None."""
    sign: str | None = None
    """An editor's word behind it, `sic`; None where there is none."""
    tags: tuple[TagView, ...] = ()
    """Claims whose quotation ends here; mostly empty."""


class MarginNoteView(Struct, frozen=True):
    """A claim that a paragraph speaks to."""

    claim: NumberedLink
    """Number and statement, leading to the claim's page."""
    stances: tuple[StanceView, ...]
    """What the paragraph says of it, each once, in text order."""
    reading: ReadingView | None
    """How all texts relate on it; None to leave it out."""
    elsewhere: str | None
    """`also in 001, 003`; None where no other article speaks to it."""


class RemarkView(Struct, frozen=True):
    """What an editor says about a word of the text."""

    word: str
    """What sort of remark: `Sic`, `Lost space`, `Withheld`."""
    quote: Phrase | None
    """The words it is about; None where they are plain to see, not to be published, or the whole paragraph."""
    text: Html | str
    """What is said: what a repair changed, why words are withheld; may be empty."""
    by: str | None
    """Who signs it; None where nobody does."""


class FoldView(Struct, frozen=True):
    """Words that the clean view leaves out, as received."""

    words: str
    """What they are: `Appeal to readers`."""
    size: str
    """Ready to print: `312 characters`."""
    reason: Html | str | None
    """Why they are left out; None where the kind says it."""
    by: str | None
    """Who signs the mark; None where nobody does."""
    offsets: str
    """From and to which code point of the stored text: `1204–1516`."""
    text: str
    """The words themselves; empty where not all of them may be published."""
    lang: str | None
    """Language tag of the words; None where none is known."""
    anchors: tuple[str, ...] = ()
    """Ids of paragraphs and quotations inside, besides the block's own; mostly empty."""


class BlockView(Struct, frozen=True):
    """A paragraph of the text, or a fold."""

    kind: str
    """paragraph, lede, caption, quoted-block, heading or fold; but for a paragraph the class is `block-` and this."""
    anchor: str
    """The block's `id`: `p-4`, or that of what a fold hides."""
    number: str | None = None
    """As it is printed, `¶4`; None for a fold."""
    label: str | None = None
    """The same for a screen reader, `Paragraph 4`; None for a fold."""
    lang: str | None = None
    """Language tag of its words; None where it is that of the page, and for a fold."""
    segments: tuple[SegmentView, ...] = ()
    """Its words; empty for a fold."""
    fold: FoldView | None = None
    """What is folded away here; None for a paragraph."""
    notes: tuple[MarginNoteView, ...] = ()
    """Claims that the paragraph speaks to, in text order; may be empty."""
    remarks: tuple[RemarkView, ...] = ()
    """What editors say about its words, in text order; may be empty."""
    notes_label: str = ""
    """Name of the margin for screen readers: `Claims at paragraph 4`; empty for a fold."""


class PassageLine(Struct, frozen=True):
    """Shared words in one of the texts that share them."""

    source: SourceView
    """Siglum, outlet and date of the text."""
    place: str
    """Where they begin, in words: `paragraph 4`."""
    before: str
    """Its sentence as far as the passage; empty where it begins it."""
    runs: tuple[MarkedRun, ...]
    """The passage, with those words marked that both texts have; empty where none of it may be published."""
    after: str
    """The rest of its last sentence; may be empty."""
    lang: str
    """Language tag of the words: that of the article, its outlet or the dossier."""
    href: str
    """The paragraph in its article."""
    withheld: str | None = None
    """Stands in the place of the words where none may be published; else None."""


class PassageView(Struct, frozen=True):
    """Words that two texts share, in each of them."""

    label: str | None
    """Name, size and which text had it first by date; None to leave it out."""
    lines: tuple[PassageLine, ...]
    """One for each of the two, the earlier first."""
    anchor: str | None = None
    """The passage's `id`, unique on the page; None where nothing links to it."""
    link: Link | None = None
    """The page of both texts; None on that page itself."""


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
    lang: str | None = None
    """Language tag of what the record says, where that is not the page's, else None."""


class OutgoingLink(Struct, frozen=True):
    """A link that leads out of the site."""

    href: str
    """Absolute address, `http:` or `https:`."""
    label: str
    """What is there: `Its own site`."""
    host: str
    """Domain that it leads to, for readers to judge before they follow."""
