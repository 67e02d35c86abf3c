"""Tables: claim by source, the ladder of certainty, reliability, and plain ones."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.small import (
    AnswerView,
    GradeView,
    Html,
    Link,
    NumberedLink,
    Phrase,
    RatingView,
    ReadingView,
    SiglumView,
    StanceView,
    TranslationView,
)


class ColumnView(Struct, frozen=True):
    """An article at the head of a column."""

    siglum: SiglumView | None
    """Its short name, which carries the link; None where it has none."""
    outlet: Phrase
    """Name of its publisher, with its language where that is not the page's."""
    date: str
    """Of publication, in words."""
    href: str | None = None
    """The article's page, for the outlet's name to carry; None where the siglum does."""


class PopQuote(Struct, frozen=True):
    """Words that a cell shows on demand."""

    words: Phrase
    """Letter for letter, with their language."""
    locator: str
    """Place in words: `paragraph 4`."""
    translation: TranslationView | None = None
    """The editors' rendering; None where there is none."""


class MatrixEntry(Struct, frozen=True):
    """One stance in a cell."""

    stance: StanceView
    """Shape, word and what is to be added."""
    href: str
    """The first of its sentences."""
    quote_id: str
    """`id` of the element that holds the quotations, unique on the page."""
    quotes: tuple[PopQuote, ...]
    """In text order; several where the text says the same in the same way again; empty in a brief table."""
    source: Phrase
    """Siglum and outlet, for a quotation that is read by itself."""
    hardens: str | None = None
    """`then, in the same text`, where it is firmer than all the text said before; else None."""


class MatrixCell(Struct, frozen=True):
    """What one article says of one claim; neither absent nor with entries where its row counts it as not read."""

    column: str
    """The article in plain words, for a phone, where cells are lines of a card."""
    absent: StanceView | None
    """That it is silent, was not read or is too early; None where it has entries."""
    entries: tuple[MatrixEntry, ...]
    """Its stances in text order; empty where it has none."""


class MatrixRow(Struct, frozen=True):
    """A claim with what the texts answer, and a cell for each article. `unread` counts those whose cell is empty."""

    anchor: str
    """The row's `id`, unique on the page."""
    claim: NumberedLink
    """Number and statement, leading to the claim's page."""
    answer: AnswerView | None
    """All texts in one line; None in a brief table."""
    disagreement: str | None
    """Reading and matter, `Conflict: chronology`; None where nothing disagrees."""
    cells: tuple[MatrixCell, ...]
    """One for each column, in their order."""
    unread: str | None = None
    """How many texts here were not read for it, where their cells are empty; None where each has its sign."""


class MatrixGroup(Struct, frozen=True):
    """The claims of one reading."""

    reading: ReadingView
    """What its claims have in common, without a disagreement."""
    count: str
    """Ready to print: `4 claims`."""
    rows: tuple[MatrixRow, ...]
    """In the order of the whole list; never empty."""


class MatrixView(Struct, frozen=True):
    """Claims by articles."""

    id: str
    """Of the frame, unique on the page."""
    caption: str
    """What is laid side by side, for screen readers."""
    head: str
    """Of the first column: `Claim`."""
    layout: str
    """`table`, or `cards` above 8 columns; the class is `matrix-` and this."""
    brief: bool
    """True where stances stand without quotations, since the page has these elsewhere."""
    key: tuple[StanceView, ...]
    """Each stance and absence that occurs, once."""
    key_words: str
    """A sentence on how to read their shapes."""
    switch: str | None
    """Label of the box that shows the quotations in the table; None where there are none or they stand there anyway."""
    columns: tuple[ColumnView, ...]
    """Articles by date; never empty."""
    groups: tuple[MatrixGroup, ...]
    """Claims by reading, contested first; never empty."""
    heading: str | None = None
    """What tells this part of a matrix from the others: its event, its years; None where it is the whole."""


class MatricesView(Struct, frozen=True):
    """A matrix, whole or in parts."""

    lead: str
    """How it stands, or into how many parts it was cut."""
    tables: tuple[MatrixView, ...]
    """The parts, where they fit the page; else empty."""
    elsewhere: tuple[Link, ...]
    """Links to the parts, where they do not; else empty."""
    rest: str | None
    """How many texts have no column since nobody read them for these claims; None where all have one."""


class RungSaying(Struct, frozen=True):
    """Words that stand on a rung."""

    words: Phrase | None
    """The quotation, letter for letter; None where the page has it elsewhere."""
    href: str
    """The sentence in its article."""
    locator: str
    """Place in words: `paragraph 4`."""
    rises: str | None = None
    """`firmer than before in the same text`, else None."""
    word: str | None = None
    """On whose word and through whom, in one line; None where the text speaks for itself."""
    position: str | None = None
    """The answer it gives, in the editors' words; None where the claim has no positions."""
    names: tuple[Phrase, ...] = ()
    """Names in that line that are of another language; empty where there are none."""


class RungCell(Struct, frozen=True):
    """What one article says on one rung."""

    column: str
    """The article in plain words, for a phone."""
    climbs: bool
    """True where it is empty and the same text stands above and below."""
    sayings: tuple[RungSaying, ...]
    """In text order; empty where the article does not stand on this rung."""


class RungView(Struct, frozen=True):
    """One degree of certainty."""

    stance: str
    """Names glyph and class: asserts, attributes or implies."""
    word: str
    """Name of the rung: `asserts, hedged`."""
    meaning: str
    """What makes it so: `on somebody’s word`."""
    cells: tuple[RungCell, ...]
    """One for each column, in their order."""


class LadderView(Struct, frozen=True):
    """How firmly each article puts a claim."""

    caption: str
    """It names the claim, for screen readers."""
    head: str
    """Of the first column: `How firmly`."""
    columns: tuple[ColumnView, ...]
    """Articles by date, 12 at most."""
    rungs: tuple[RungView, ...]
    """Firmest first; two at least."""
    rest: Link | None = None
    """How many articles have no column, leading to what each says; None where all have one."""


class TableHead(Struct, frozen=True):
    """The head of a plain column."""

    words: str
    """What stands above the column: a siglum, `Name`, `All`."""
    number: bool = False
    """True where the column holds numbers, which are set to the end of their cells."""
    lang: str | None = None
    """Language tag of the words, for a text's outlet, where that is not the page's; else None."""


class TableCell(Struct, frozen=True):
    """A plain cell; `label` is its column's name, for a phone; `note` stands small beneath."""

    words: Html | str
    """Plain text, or markup of ours."""
    number: bool = False
    """True for a number, set like its head."""
    label: str = ""
    """The column's name, for a phone, where a row is a card; empty where it needs none."""
    quiet: bool = False
    """True where it is to be set back, such as a 0."""
    note: str | None = None
    """Small beneath; None where there is nothing to add."""


class TableRow(Struct, frozen=True):
    """A plain row."""

    anchor: str | None
    """The row's `id`; None where nothing links to it."""
    head: Link
    """Its first cell; mostly words without address."""
    cells: tuple[TableCell, ...]
    """The others, one for each remaining head."""


class TableView(Struct, frozen=True):
    """A plain table."""

    caption: str
    """What the table counts."""
    caption_hidden: bool
    """True where a heading says the same and only screen readers need it."""
    heads: tuple[TableHead, ...]
    """One for each column, the first for the heads of rows."""
    rows: tuple[TableRow, ...]
    """In the order to read them."""


class ReliabilityRow(Struct, frozen=True):
    """What is judged about one outlet or article, by us and by others."""

    anchor: str
    """The row's `id`: `outlet-` or `article-` and the record's id."""
    outlet: Link
    """The outlet or, in the table of articles, the article."""
    aside: str | None
    """Kind, country and number of articles, or the article's date; None where nothing is known."""
    grades: tuple[GradeView, ...]
    """Our own notes, latest first; may be empty."""
    ratings: tuple[RatingView, ...]
    """Others' judgements, latest first; may be empty."""
    response: Html | None = None
    """What the outlet answered, from the editors' Markdown; None where it did not."""
    response_signed: str | None = None
    """Who answered and when; None where it is not known."""
    source: Phrase | None = None
    """Of an article its siglum and outlet; None for an outlet."""


class ReliabilityView(Struct, frozen=True):
    """The reliability notes of some outlets or articles."""

    caption: str
    """Of the table, for screen readers."""
    labels: tuple[str, ...]
    """Of its columns: the record, our notes, and others' judgements where there are any."""
    rows: tuple[ReliabilityRow, ...]
    """One for each record that has a note; never empty."""
