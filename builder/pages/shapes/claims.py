"""What only the pages about claims show: every text beside its stance, the support of a position, naming counts."""

from __future__ import annotations

from msgspec import Struct

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


class WitnessStance(Struct, frozen=True):
    """One stance of a text; `href` leads to its sentence, None where the text takes none."""

    stance: StanceView
    href: str | None = None
    locator: str | None = None


class WitnessView(Struct, frozen=True):
    """A text that was read for a claim, when it was published, and what it says or does not say."""

    source: SourceView
    title: Link
    date: DateView
    stances: tuple[WitnessStance, ...]


class WitnessesView(Struct, frozen=True):
    """All texts of a claim by date. `heads`: text, date, stance. `rest` tells of texts that are not listed."""

    lead: str
    caption: str
    heads: tuple[str, str, str]
    rows: tuple[WitnessView, ...]
    rest: str | None


class OriginUseView(Struct, frozen=True):
    """On whose word, what of it or how it is known, and the texts that speak on it."""

    name: Link
    what: str | None
    sources: tuple[SourceView, ...]


class SupportView(Struct, frozen=True):
    """How many texts share a position, and what is known of their independence."""

    position: str | None
    parts: tuple[CountPart, ...]


class IndependenceView(Struct, frozen=True):
    """An editor's finding that texts do not rest on one origin, with the words that show it."""

    sources: tuple[SourceView, ...]
    basis: Html
    evidence: tuple[QuoteView, ...]
    by: str


class SilenceView(Struct, frozen=True):
    """A text and the claims it says nothing about. `count`: `silent on 3 claims`."""

    source: SourceView
    title: Link
    count: str
    silent: tuple[NumberedLink, ...]


class ClaimQuotesView(Struct, frozen=True):
    """The quotations of one claim, text by text. `anchor` is unique on the page."""

    anchor: str
    claim: NumberedLink
    quotes: tuple[QuoteView, ...]


class NamingView(Struct, frozen=True):
    """How often each text uses each name of one entity."""

    entity: Link
    table: TableView
    cut: str | None
    """How many texts the table leaves out, in words; the entity's own page has where each names it."""


class FacedClaim(Struct, frozen=True):
    """A claim, what the texts answer, and two texts that speak against each other on it."""

    id: str
    claim: NumberedLink
    reading: ReadingView
    answer: AnswerView
    findings: tuple[FindingView, ...]
    facing: FacingView
