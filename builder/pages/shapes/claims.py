"""What only the pages about claims show: every text beside its stance, the support of a position, naming counts."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.small import (
    AnswerView,
    CountPart,
    FindingView,
    Html,
    Link,
    NumberedLink,
    Phrase,
    ReadingView,
    SourceView,
    StanceView,
)
from builder.pages.shapes.texts import FacingView, QuoteView


class WitnessStance(Struct, frozen=True):
    """One stance of a text."""

    stance: StanceView
    """What it says of the claim, or how it is absent from it."""
    quote: QuoteView | None = None
    """The sentence that shows it, with the editors' note; None where the text is absent, or the page has it above."""
    above: Link | None = None
    """That the page has the sentence above, leading there; else None."""


class WitnessView(Struct, frozen=True):
    """A text that was read for a claim, and what it says or does not say."""

    source: SourceView
    """Siglum, outlet and date."""
    title: Link
    """The article by its title."""
    stances: tuple[WitnessStance, ...]
    """In text order; exactly one, without a sentence, where the text says nothing of the claim."""


class WitnessesView(Struct, frozen=True):
    """All texts of a claim by date."""

    lead: str
    """A sentence for the head of the section."""
    caption: str
    """Of the table, for screen readers: it names the claim."""
    heads: tuple[str, str]
    """The two columns: text, and what it says."""
    rows: tuple[WitnessView, ...]
    """One for each text that speaks to the claim, was read for it or reports its event; never empty."""
    rest: str | None
    """How many other texts are not listed and why; None where all are, or nobody signed to have read them."""


class OriginUseView(Struct, frozen=True):
    """On whose word texts speak."""

    name: Link
    """A record, a source as the text describes it, or words of ours such as `No source stated`."""
    what: str | None
    """Which work of it, or how it is known: `described in the text`; None where the name says all."""
    sources: tuple[SourceView, ...]
    """Texts that speak on it, each once; the first where they are many."""
    more: str | None = None
    """How many further texts do: `and 5 more texts`; None where all are shown."""


class SupportView(Struct, frozen=True):
    """How many texts share a position, and what is known of their independence."""

    position: str | None
    """The answer that they share, in the editors' words; None where the claim has no positions."""
    parts: tuple[CountPart, ...]
    """Number of articles, then what is known of their independence."""


class IndependenceView(Struct, frozen=True):
    """An editor's finding that texts do not rest on one origin, with the words that show it."""

    sources: tuple[SourceView, ...]
    """The texts that are independent of each other, by date."""
    basis: Html
    """Why the editors find so, from their Markdown."""
    evidence: tuple[QuoteView, ...]
    """Quotations that show it; empty where none are given."""
    by: str
    """Who signs the finding and when."""


class SilenceView(Struct, frozen=True):
    """A text and the claims it says nothing about."""

    source: SourceView
    """Siglum, outlet and date of the silent text."""
    title: Link
    """The article by its title."""
    count: str
    """Ready to print: `silent on 3 claims`."""
    silent: tuple[NumberedLink, ...]
    """Those claims, what is contested first; never empty."""


class NameCount(Struct, frozen=True):
    """A name and how often one text has it."""

    name: Phrase
    """As the dossier writes it, with its language; names that differ in capitals alone stand together: `IS / Is`."""
    count: str
    """In the stored text, folded words included: `1,204`."""
    note: str | None
    """How many of them stand in folded words; None where none does."""


class NamingUse(Struct, frozen=True):
    """The names that one text uses for an entity."""

    text: Link
    """The article by its siglum, or its outlet where it has none."""
    names: tuple[NameCount, ...]
    """Those that it uses, the entity's own first; never empty."""


class NamingView(Struct, frozen=True):
    """What each text calls one entity, and how often."""

    entity: Link
    """Whose names are counted."""
    uses: tuple[NamingUse, ...]
    """By date, two texts at least."""
    cut: str | None
    """How many texts are left out, in words; None where none. The entity's own page has where each names it."""


class FacedClaim(Struct, frozen=True):
    """A claim, what the texts answer, and two texts that speak against each other on it."""

    id: str
    """Of the claim's record, so that no other list on the page tells it again."""
    claim: NumberedLink
    """The heading, leading to the claim's page."""
    reading: ReadingView
    """How the texts relate on it."""
    answer: AnswerView
    """All texts in one line."""
    findings: tuple[FindingView, ...]
    """What the editors find; empty where they say nothing."""
    facing: FacingView
    """One quotation for each of the two, without notes."""
