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
    """An article at the head of a column. `href` is for the outlet's name where there is no siglum to carry it."""

    siglum: SiglumView | None
    outlet: str
    date: str
    href: str | None = None


class PopQuote(Struct, frozen=True):
    """Words that a cell shows on demand."""

    words: Phrase
    locator: str
    translation: TranslationView | None = None


class MatrixEntry(Struct, frozen=True):
    """One stance in a cell. `hardens` says that the text grows firmer here."""

    stance: StanceView
    href: str
    quote_id: str
    quotes: tuple[PopQuote, ...]
    source: str
    hardens: str | None = None


class MatrixCell(Struct, frozen=True):
    """What one article says of one claim: either `absent` or `entries`; neither where its row counts it as not read."""

    column: str
    absent: StanceView | None
    entries: tuple[MatrixEntry, ...]


class MatrixRow(Struct, frozen=True):
    """A claim with what the texts answer, and a cell for each article. `unread` counts those whose cell is empty."""

    anchor: str
    claim: NumberedLink
    answer: AnswerView
    disagreement: str | None
    cells: tuple[MatrixCell, ...]
    unread: str | None = None


class MatrixGroup(Struct, frozen=True):
    """The claims of one reading."""

    reading: ReadingView
    count: str
    rows: tuple[MatrixRow, ...]


class MatrixView(Struct, frozen=True):
    """Claims by articles by date, contested first. `layout`: "table", or "cards" where columns are many."""

    id: str
    caption: str
    head: str
    layout: str
    brief: bool
    key: tuple[StanceView, ...]
    key_words: str
    switch: str | None
    columns: tuple[ColumnView, ...]
    groups: tuple[MatrixGroup, ...]
    heading: str | None = None
    """What tells this part of a matrix from the others: its event, its years."""


class MatricesView(Struct, frozen=True):
    """A matrix: its parts where they fit the page, else links to them; `rest` tells of texts without a column."""

    lead: str
    tables: tuple[MatrixView, ...]
    elsewhere: tuple[Link, ...]
    rest: str | None


class Saying(Struct, frozen=True):
    """Words that stand on a rung, on whose word or through whom the text has them, and which answer they give."""

    words: Phrase
    href: str
    locator: str
    rises: str | None = None
    word: str | None = None
    position: str | None = None


class RungCell(Struct, frozen=True):
    """What one article says on one rung; `climbs` where the same text stands above and below."""

    column: str
    climbs: bool
    sayings: tuple[Saying, ...]


class RungView(Struct, frozen=True):
    """One degree of certainty."""

    stance: str
    word: str
    meaning: str
    cells: tuple[RungCell, ...]


class LadderView(Struct, frozen=True):
    """How firmly each article puts a claim, firmest rung first. `rest` tells of articles that have no column."""

    caption: str
    head: str
    columns: tuple[ColumnView, ...]
    rungs: tuple[RungView, ...]
    rest: str | None = None


class TableHead(Struct, frozen=True):
    """The head of a plain column."""

    words: str
    number: bool = False


class TableCell(Struct, frozen=True):
    """A plain cell; `label` is its column's name, for a phone; `note` stands small beneath."""

    words: Html | str
    number: bool = False
    label: str = ""
    quiet: bool = False
    note: str | None = None


class TableRow(Struct, frozen=True):
    """A plain row."""

    anchor: str | None
    head: Link
    cells: tuple[TableCell, ...]


class TableView(Struct, frozen=True):
    """A plain table."""

    caption: str
    caption_hidden: bool
    heads: tuple[TableHead, ...]
    rows: tuple[TableRow, ...]


class ReliabilityRow(Struct, frozen=True):
    """What is judged about one outlet, by us and by others."""

    anchor: str
    outlet: Link
    aside: str | None
    grades: tuple[GradeView, ...]
    ratings: tuple[RatingView, ...]
    response: Html | None = None
    response_signed: str | None = None


class ReliabilityView(Struct, frozen=True):
    """The reliability notes of all outlets."""

    caption: str
    labels: tuple[str, str, str]
    rows: tuple[ReliabilityRow, ...]
