"""What analysis finds out about a library, as frozen values.

Nothing here is written by an editor: each value follows from the records. What concerns one claim stands in
`claimfindings`. Ranges are code points of the raw view, half-open. Every tuple is in its final order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from builder.analysis.claimfindings import Cell, CellKind, ClaimFindings, RecordKey, Saying
from builder.analysis.comparison import ComparisonFindings, ComparisonKnown
from builder.analysis.dissents import SecondReadings
from builder.analysis.revisions import Change
from builder.diagnostics import FieldPath
from builder.model.article import Agent, Origin
from builder.model.base import ArticleId, ClaimId, ComparisonId, EntityId, EventId, OutletId, TopicId
from builder.model.claim import Reading
from builder.recorded import order
from builder.text import Span


class StepKind(StrEnum):
    """What a step of a provenance chain is."""

    ARTICLE = "article"
    AGENT = "agent"
    ORIGIN = "origin"


class StepPlace(StrEnum):
    """Where the text of a step can be read."""

    HERE = "here"
    INSIDE = "inside"
    OUTSIDE = "outside"


class ChainStep(Struct, frozen=True):
    """One step from an article back to the first hand.

    A translator or another agent is a step of its own, between the text made and the text relied on.
    """

    index: int
    parent: int | None
    """The index of the step that relies on this one; None for the article itself."""
    depth: int
    kind: StepKind
    place: StepPlace
    record: RecordKey | None
    what: str | None
    origin: Origin | None
    """The editors' entry (`relation`, `basis`, `cue`, `note`); None for the article itself."""
    agent: Agent | None
    owner: ArticleId
    """The article whose record writes the step: another one where the chain runs on through it."""
    path: FieldPath
    """The way to the origin in `owner`'s record."""
    stands_again: bool = False
    """Whether it is an article whose own origins are drawn at another step of the chain, or are the chain's own."""


class OriginUse(Struct, frozen=True):
    """An article's origin that names a record: a backlink with its cue."""

    article: ArticleId
    path: FieldPath
    """The way to the origin in the article's record; its cue is the quote at `(*path, "cue")`."""
    origin: Origin


class Mention(Struct, frozen=True):
    """One place where a text names an entity."""

    entity: EntityId
    article: ArticleId
    span: Span
    form: str
    """The name or alias that matched, as the editors wrote it."""
    nested: bool
    """Whether it lies inside a longer mention of another entity: it counts and carries no link."""


class ArticleNames(Struct, frozen=True):
    """The names in one text."""

    mentions: tuple[Mention, ...]
    """In the clean view, in text order."""
    folded: tuple[tuple[EntityId, str], ...]
    """Entity and form of each name in folded words."""
    is_cut: bool = False
    """Whether names of entities mean so many places of the text that none of them is told."""


class Known(Struct, frozen=True):
    """Results of an earlier analysis, by a digest of all that each depends on."""

    names: Mapping[str, ArticleNames] = field(default_factory=dict)
    comparison: ComparisonKnown = field(default_factory=ComparisonKnown)
    """What it holds is no finding."""


class NamingRow(Struct, frozen=True):
    """How often each article uses one name. Names that differ in capitals only, and may, stand in one row."""

    forms: tuple[str, ...]
    counts: Mapping[ArticleId, int]
    """How often the clean view of each article has it, in article order; absent means never."""
    folded: Mapping[ArticleId, int] = field(default_factory=dict)
    """How often folded words have it besides (alt text, appeals); they count for nothing else."""

    @property
    def total(self) -> int:
        """All uses together, folded words left out."""
        return sum(self.counts.values())

    def uses_in(self, article: ArticleId) -> int:
        """All uses in an article's stored text, folded words included."""
        return self.counts.get(article, 0) + self.folded.get(article, 0)


class NamingTable(Struct, frozen=True):
    """The names of one entity: its own first, then the aliases as written; names nobody uses have no row."""

    entity: EntityId
    rows: tuple[NamingRow, ...]
    articles: tuple[ArticleId, ...]
    """Articles that name the entity, in article order."""


class Silence(Struct, frozen=True):
    """What one article leaves out of a set of claims, by agenda order."""

    article: ArticleId
    silent: tuple[ClaimId, ...]
    not_applicable: tuple[ClaimId, ...]


class AgendaGroup(Struct, frozen=True):
    """Claims of one reading; `None` gathers those on which nobody takes a side."""

    reading: Reading | None
    claims: tuple[ClaimId, ...]


class Backlinks(Struct, frozen=True, dict=True):
    """Who refers to a record. An id that nobody refers to is absent: use `.get(id, ())`."""

    articles_by_outlet: Mapping[OutletId, tuple[ArticleId, ...]] = field(default_factory=dict)
    articles_by_topic: Mapping[TopicId, tuple[ArticleId, ...]] = field(default_factory=dict)
    articles_by_event: Mapping[EventId, tuple[ArticleId, ...]] = field(default_factory=dict)
    articles_by_entity: Mapping[EntityId, tuple[ArticleId, ...]] = field(default_factory=dict)
    """Articles whose text names the entity."""
    claims_by_article: Mapping[ArticleId, tuple[ClaimId, ...]] = field(default_factory=dict)
    claims_by_topic: Mapping[TopicId, tuple[ClaimId, ...]] = field(default_factory=dict)
    claims_by_event: Mapping[EventId, tuple[ClaimId, ...]] = field(default_factory=dict)
    sayings_by_article: Mapping[ArticleId, tuple[Saying, ...]] = field(default_factory=dict)
    """In text order."""
    sayings_by_source: Mapping[RecordKey, tuple[Saying, ...]] = field(default_factory=dict)
    """What is said on the word of an entity or outlet, by article order, then text order."""
    sayings_by_event: Mapping[EventId, tuple[Saying, ...]] = field(default_factory=dict)
    """The appearances of the claims about an event."""
    events_by_topic: Mapping[TopicId, tuple[EventId, ...]] = field(default_factory=dict)
    events_by_entity: Mapping[EntityId, tuple[EventId, ...]] = field(default_factory=dict)
    """Events that the entity took part in, or that took place there."""
    comparisons_by_article: Mapping[ArticleId, tuple[ComparisonId, ...]] = field(default_factory=dict)
    comparisons_by_claim: Mapping[ClaimId, tuple[ComparisonId, ...]] = field(default_factory=dict)
    comparisons_by_topic: Mapping[TopicId, tuple[ComparisonId, ...]] = field(default_factory=dict)
    origins_by_record: Mapping[RecordKey, tuple[OriginUse, ...]] = field(default_factory=dict)
    """Origins, at any depth, that name an article, outlet, entity or event."""
    narrower_topics: Mapping[TopicId, tuple[TopicId, ...]] = field(default_factory=dict)
    parts_of_entity: Mapping[EntityId, tuple[EntityId, ...]] = field(default_factory=dict)
    owned_outlets: Mapping[OutletId, tuple[OutletId, ...]] = field(default_factory=dict)
    entities_by_article: Mapping[ArticleId, tuple[EntityId, ...]] = field(default_factory=dict)
    """Entities that the text names, by first mention."""
    entities_by_topic: Mapping[TopicId, tuple[EntityId, ...]] = field(default_factory=dict)
    """Entities of the topic's articles and events, most articles first."""
    corrections_by_record: Mapping[RecordKey, tuple[str, ...]] = field(default_factory=dict)
    """Newest first."""


class CellSource(Struct, frozen=True):
    """What decides the cells of one claim."""

    sayings: Mapping[ArticleId, tuple[Saying, ...]]
    coded: Mapping[ArticleId, None]
    event: EventId | None
    """The claim's event."""
    event_from: date | None
    """The first day that the claim's event may have had, every doubt taken seriously."""


def cell_of(
    sources: Mapping[ClaimId, CellSource], until: Mapping[ArticleId, date], claim: ClaimId, article: ArticleId
) -> Cell:
    """Return a cell: the article's appearances; else not applicable, silent or not read, in this order."""
    source = sources[claim]
    sayings = source.sayings.get(article, ())
    if sayings:
        return Cell(claim, article, CellKind.STANCES, sayings)
    if source.event_from is not None and until[article] < source.event_from:
        return Cell(claim, article, CellKind.NOT_APPLICABLE)
    return Cell(claim, article, CellKind.SILENT if article in source.coded else CellKind.NOT_READ)


class Findings(Struct, frozen=True, dict=True):
    """Everything computed from a library."""

    article_order: tuple[ArticleId, ...]
    event_order: tuple[EventId, ...]
    timeline_order: tuple[RecordKey, ...]
    """Kind and id of every event and article, on one axis."""
    claim_order: tuple[ClaimId, ...]
    """The agenda: what is contested first."""
    claims: Mapping[ClaimId, ClaimFindings]
    chain_lengths: Mapping[ArticleId, int]
    """Per article with origins: how many steps its chain has, each counted once; `chains.chain_of` has the nearest."""
    mentions: Mapping[ArticleId, tuple[Mention, ...]]
    """Per article, in text order; only articles that name some entity."""
    naming: Mapping[EntityId, NamingTable]
    backlinks: Backlinks
    silences: Mapping[ArticleId, Silence]
    """What an article is silent about, and what came after it; only coded claims."""
    topic_silences: Mapping[TopicId, tuple[Silence, ...]]
    """Per topic, in article order, the articles that leave out some of its claims."""
    published: Mapping[ArticleId, tuple[Span, ...]]
    """What may be published of each stored text: disjoint ranges in text order."""
    cell_sources: Mapping[ClaimId, CellSource]
    article_until: Mapping[ArticleId, date]
    """The last day on which each article may have been published, its doubt included."""
    revisions: Mapping[ArticleId, tuple[tuple[Change, ...], ...]]
    """Per article with several states of its text: what changed from each to the next, the oldest first."""
    comparison: ComparisonFindings
    """What the texts share, whom they quote, what they count; empty where they were not compared."""
    known: Known
    """What the next analysis need not compute again."""
    second: SecondReadings = field(default_factory=SecondReadings)
    """What second readers found, beside the first reading."""
    without_names: tuple[ArticleId, ...] = ()
    """Articles in whose text names mean so many places that none is told."""

    def without_known(self) -> Findings:
        """Return the same without what is for the next analysis alone."""
        comparison = replace(self.comparison, known=ComparisonKnown())
        return replace(self, comparison=comparison, known=Known())

    def cell(self, claim: ClaimId, article: ArticleId) -> Cell:
        """Return the cell of the matrix for any claim and any article of the dossier."""
        return cell_of(self.cell_sources, self.article_until, claim, article)

    def cells(self, claim: ClaimId) -> tuple[Cell, ...]:
        """Return the cells of the articles that speak to a claim, were read for it or report its event, by date.

        Every other article is not read for it, or not applicable where it is older than the event.
        """
        source = self.cell_sources[claim]
        reporting = self.backlinks.articles_by_event.get(source.event, ()) if source.event is not None else ()
        listed = self.in_article_order({*source.sayings, *source.coded, *reporting})
        return tuple(self.cell(claim, article) for article in listed)

    @order
    def in_article_order(self, articles: Iterable[ArticleId]) -> tuple[ArticleId, ...]:
        """Return the given articles, each once, by date, as columns stand."""
        return tuple(sorted(frozenset(articles), key=self._article_rank.__getitem__))

    @order
    def in_event_order(self, events: Iterable[EventId]) -> tuple[EventId, ...]:
        """Return the given events, each once, by date."""
        return tuple(sorted(frozenset(events), key=self._event_rank.__getitem__))

    @order
    def in_agenda_order(self, claims: Iterable[ClaimId]) -> tuple[ClaimId, ...]:
        """Return the given claims, each once, what is contested first."""
        return tuple(sorted(frozenset(claims), key=self._claim_rank.__getitem__))

    def agenda(self, claims: Iterable[ClaimId]) -> tuple[AgendaGroup, ...]:
        """Return the given claims in agenda order, grouped by reading."""
        groups: dict[Reading | None, list[ClaimId]] = {}
        for claim in self.in_agenda_order(claims):
            groups.setdefault(self.claims[claim].reading, []).append(claim)
        return tuple(AgendaGroup(reading, tuple(members)) for reading, members in groups.items())

    @cached_property
    def last_text(self) -> date:
        """The last day on which any article may have been published; of all days where there are none."""
        return max(self.article_until.values(), default=date.max)

    @cached_property
    def printed(self) -> tuple[ArticleId, ...]:
        """The articles of whose text anything is published, by date."""
        return tuple(article for article in self.article_order if self.published.get(article))

    @cached_property
    def claims_compared(self) -> Mapping[EventId, tuple[ClaimId, ...]]:
        """The claims about each event, by agenda order: what its texts say of other matters is not its own."""
        return {
            event: self.in_agenda_order(claims) for event, claims in self.backlinks.claims_by_event.items()
        }

    @cached_property
    def articles_compared(self) -> Mapping[EventId, tuple[ArticleId, ...]]:
        """The texts that report each event, and any other that speaks to or was read for its claims, by date."""
        found = {event: set(self.backlinks.articles_by_event.get(event, ())) for event in self.event_order}
        for event, claims in self.claims_compared.items():
            for claim in claims:
                found[event].update(self.claims[claim].articles)
                found[event].update(self.cell_sources[claim].coded)
        return {event: self.in_article_order(articles) for event, articles in found.items()}

    @cached_property
    def _article_rank(self) -> Mapping[ArticleId, int]:
        return {article: rank for rank, article in enumerate(self.article_order)}

    @cached_property
    def _event_rank(self) -> Mapping[EventId, int]:
        return {event: rank for rank, event in enumerate(self.event_order)}

    @cached_property
    def _claim_rank(self) -> Mapping[ClaimId, int]:
        return {claim: rank for rank, claim in enumerate(self.claim_order)}
