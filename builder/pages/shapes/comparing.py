"""Two and more texts beside each other: strips, aligned paragraphs, figures, dates and renderings."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.pictures import PictureView
from builder.pages.shapes.small import Link, NumberedLink, Phrase, SiglumView, SourceView
from builder.pages.shapes.texts import MarkedRun, TagView


class StripView(Struct, frozen=True):
    """One text as a strip from its first word to its last, and the same in words."""

    source: SourceView
    """Siglum, outlet and date of the text that is drawn."""
    title: Link
    """The article by its title."""
    picture: PictureView
    """1000 by 24 px, to be stretched to the width there is."""
    words: tuple[str, ...]
    """One or two lines: how much is shared, and how many sentences stand in no other text."""
    names: tuple[Phrase, ...] = ()
    """Names in these lines that are of another language; empty where there are none."""


class AlignedRun(Struct, frozen=True):
    """A stretch of a paragraph; stretches are flat and follow each other with nothing between."""

    text: str
    """Printed as it is; empty where only tags stand here."""
    mark: str | None
    """`same` or `differs` inside a shared passage, else None."""
    evidence: bool
    """True where a claim rests on these words."""
    tags: tuple[TagView, ...]
    """Claims whose quotation ends here; mostly empty."""


class AlignedParagraph(Struct, frozen=True):
    """A paragraph that leads to its place in its article."""

    number: str
    """As it is printed: `¶4`."""
    label: str
    """The same for a screen reader: `Paragraph 4 of JP`."""
    href: str
    """The paragraph on the article's page."""
    lang: str
    """Language tag of its words: that of the article, its outlet or the dossier."""
    runs: tuple[AlignedRun, ...]
    """The words that may be published, with a sign of omission where others stand."""
    across: tuple[Link, ...] = ()
    """Paragraphs of the other text that it is tied to and that stand in another row; mostly empty."""
    tag: str = "paragraph"
    """Always `paragraph`: what the template writes."""


class LeftOut(Struct, frozen=True):
    """A line in place of several paragraphs in a row, far from all that ties the two texts."""

    link: Link
    """Which they are and that they share nothing, `¶3 to ¶17 share no passage …`; leads to the first in its article."""
    tag: str = "left-out"
    """Always `left-out`: what the template writes."""


class AlignedSide(Struct, frozen=True):
    """What one text has in a row."""

    siglum: SiglumView | None
    """The text's short name; None where it has none."""
    name: Phrase
    """Siglum or outlet, for a text without siglum."""
    paragraphs: tuple[AlignedParagraph | LeftOut, ...]
    """In text order, with a line where several are left out; empty where only the other text has something here."""


class AlignedRow(Struct, frozen=True):
    """Paragraphs of two texts side by side, and what ties them."""

    passages: tuple[Link, ...]
    """Links to the shared passages higher up on the page."""
    claims: tuple[NumberedLink, ...]
    """What both speak to here. Where both are empty the row is not tied."""
    sides: tuple[AlignedSide, AlignedSide]
    """Always two, in the order of the heads."""


class AlignedView(Struct, frozen=True):
    """Two texts side by side."""

    heads: tuple[SourceView, SourceView]
    """The earlier text, then the later."""
    rows: tuple[AlignedRow, ...]
    """From the top of both texts to their ends; never empty."""
    lead: str
    """What stands beside what, and what the numbers lead to; for the heading of the section."""


class FigureLine(Struct, frozen=True):
    """A number as one text writes it, what it counts, and where its sentence stands."""

    source: SourceView
    """Siglum, outlet and date of the text."""
    figure: Phrase
    """The number as it is written there: `about 300`."""
    counted: Phrase | None
    """The noun beside it, `people`; None where the text has none or it may not be published."""
    href: str
    """The paragraph in its article."""
    locator: str
    """Place in words: `paragraph 4`."""


class FigureGroupView(Struct, frozen=True):
    """Numbers of several texts for the same sort of thing."""

    matter: str
    """Heading: `Dead`, `Per cent`, `Money, €`."""
    differ: bool
    """True where the numbers do not agree and an editor should look."""
    status: str
    """The same in words: `figures differ: to be looked at`."""
    lines: tuple[FigureLine, ...]
    """Earliest first, from two texts at least, 8 lines at most."""
    beside: str | None = None
    """Entities that their sentences have in common, `beside SITE`; None where there are none."""


class CueView(Struct, frozen=True):
    """The words that give a date, and where they stand."""

    words: Phrase
    """As the text puts it: `last Tuesday`."""
    href: str
    """The paragraph in its article."""
    locator: str
    """Place in words: `paragraph 4`."""


class ToldDateRow(Struct, frozen=True):
    """A date and the words that give it in each text."""

    words: str
    """`13 November 2015`, or `Counted from another date`."""
    cells: tuple[tuple[str, tuple[CueView, ...]], ...]
    """For each column a pair: its name for a phone, and its cues (empty where the text does not give the date)."""


class ToldDatesView(Struct, frozen=True):
    """The dates that texts give, in order of time."""

    columns: tuple[SourceView, ...]
    """Texts that give any date: 2 to 8; none where they are too many for a table and the rows are a list."""
    rows: tuple[ToldDateRow, ...]
    """In order of time; last come dates without a year and those counted from another."""


class RenderingLine(Struct, frozen=True):
    """One text's wording of an utterance."""

    source: SourceView
    """Siglum, outlet and date of the text."""
    runs: tuple[MarkedRun, ...]
    """The quotation, with those words marked that another of the texts has too."""
    lang: str
    """Language tag of the quotation: that of the article, its outlet or the dossier."""
    speaker: str | None
    """Name of the entity that the text names as speaking; None where it names none of the dossier's."""
    cue: Phrase | None
    """How the text says who speaks, `a spokesman said`; None where it does not or it may not be published."""
    href: str
    """The paragraph in its article."""
    locator: str
    """Place in words: `paragraph 4`."""


class RenderingView(Struct, frozen=True):
    """One utterance in the words of several texts."""

    relation: str
    """How the wordings differ, as a heading: `In other words`."""
    lines: tuple[RenderingLine, ...]
    """From two texts at least."""
