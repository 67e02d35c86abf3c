"""Two and more texts beside each other: strips, aligned paragraphs, figures, dates and renderings."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.pictures import PictureView
from builder.pages.shapes.small import Link, NumberedLink, Phrase, SiglumView, SourceView
from builder.pages.shapes.texts import QuoteRun, TagView


class StripView(Struct, frozen=True):
    """One text as a strip from its first word to its last, and the same in words."""

    source: SourceView
    title: Link
    picture: PictureView
    words: tuple[str, ...]


class AlignedRun(Struct, frozen=True):
    """A stretch of a paragraph. `mark`: "same" or "differs" inside a shared passage, else None."""

    text: str
    mark: str | None = None
    evidence: bool = False
    tags: tuple[TagView, ...] = ()


class AlignedParagraph(Struct, frozen=True):
    """A paragraph that leads to its place in its article. `across`: tied paragraphs that stand in another row."""

    number: str
    label: str
    href: str
    lang: str | None
    runs: tuple[AlignedRun, ...]
    across: tuple[Link, ...] = ()


class AlignedSide(Struct, frozen=True):
    """What one text has in a row; `siglum` and `name` say which text it is."""

    siglum: SiglumView | None
    name: str
    paragraphs: tuple[AlignedParagraph, ...]


class AlignedRow(Struct, frozen=True):
    """Paragraphs of two texts side by side, and what ties them: passages and claims."""

    passages: tuple[Link, ...]
    claims: tuple[NumberedLink, ...]
    sides: tuple[AlignedSide, AlignedSide]


class AlignedView(Struct, frozen=True):
    """Two texts side by side, the earlier first."""

    heads: tuple[SourceView, SourceView]
    rows: tuple[AlignedRow, ...]


class FigureLine(Struct, frozen=True):
    """A number as one text writes it, what it counts, and its sentence with the number marked."""

    source: SourceView
    figure: Phrase
    counted: Phrase | None
    sentence: tuple[QuoteRun, ...]
    lang: str | None
    href: str
    locator: str


class FigureGroupView(Struct, frozen=True):
    """Numbers of several texts for the same sort of thing; `differ` where an editor should look.

    `beside` names what their sentences have in common.
    """

    matter: str
    differ: bool
    status: str
    lines: tuple[FigureLine, ...]
    beside: str | None = None


class CueView(Struct, frozen=True):
    """The words that give a date, and where they stand."""

    words: Phrase
    href: str
    locator: str


class ToldDateRow(Struct, frozen=True):
    """A date in words and, for each text by its column’s name, the words that give it."""

    words: str
    cells: tuple[tuple[str, tuple[CueView, ...]], ...]


class ToldDatesView(Struct, frozen=True):
    """The dates that texts give, in order of time."""

    columns: tuple[SourceView, ...]
    rows: tuple[ToldDateRow, ...]


class RenderingLine(Struct, frozen=True):
    """One text's wording of an utterance; `runs` mark the words that another text has too."""

    source: SourceView
    runs: tuple[QuoteRun, ...]
    lang: str | None
    speaker: str | None
    cue: Phrase | None
    href: str
    locator: str


class RenderingView(Struct, frozen=True):
    """One utterance in the words of several texts."""

    relation: str
    lines: tuple[RenderingLine, ...]
