"""What only the pages about claims show: every text beside its stance, the support of a position, naming counts."""

from __future__ import annotations

from dataclasses import dataclass

from builder.pages.shapes.small import (
    AnswerView,
    CountPart,
    DateView,
    FindingView,
    Html,
    Link,
    NumberedLink,
    ReadingView,
    SourceView,
    StanceView,
)
from builder.pages.shapes.tables import TableView
from builder.pages.shapes.texts import FacingView, QuoteView


@dataclass(frozen=True, slots=True)
class WitnessStance:
    """One stance of a text; `href` leads to its sentence, None where the text takes none."""

    stance: StanceView
    href: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class WitnessView:
    """A text that was read for a claim, when it was published, and what it says or does not say."""

    source: SourceView
    title: Link
    date: DateView
    stances: tuple[WitnessStance, ...]


@dataclass(frozen=True, slots=True)
class WitnessesView:
    """All texts of a claim by date. `heads`: text, date, stance. `rest` tells of texts that are not listed."""

    lead: str
    caption: str
    heads: tuple[str, str, str]
    rows: tuple[WitnessView, ...]
    rest: str | None


@dataclass(frozen=True, slots=True)
class OriginUseView:
    """On whose word, what of it or how it is known, and the texts that speak on it."""

    name: Link
    what: str | None
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class SupportView:
    """How many texts share a position, and what is known of their independence."""

    position: str | None
    parts: tuple[CountPart, ...]


@dataclass(frozen=True, slots=True)
class IndependenceView:
    """An editor's finding that texts do not rest on one origin, with the words that show it."""

    sources: tuple[SourceView, ...]
    basis: Html
    evidence: tuple[QuoteView, ...]
    by: str


@dataclass(frozen=True, slots=True)
class SilenceView:
    """A text and the claims it says nothing about. `count`: `silent on 3 claims`."""

    source: SourceView
    title: Link
    count: str
    silent: tuple[NumberedLink, ...]


@dataclass(frozen=True, slots=True)
class ClaimQuotesView:
    """The quotations of one claim, text by text. `anchor` is unique on the page."""

    anchor: str
    claim: NumberedLink
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class NamingView:
    """How often each text uses each name of one entity."""

    entity: Link
    table: TableView
    cut: str | None
    """How many texts the table leaves out, in words; the entity's own page has where each names it."""


@dataclass(frozen=True, slots=True)
class FacedClaim:
    """A claim, what the texts answer, and two texts that speak against each other on it."""

    id: str
    claim: NumberedLink
    reading: ReadingView
    answer: AnswerView
    findings: tuple[FindingView, ...]
    facing: FacingView
