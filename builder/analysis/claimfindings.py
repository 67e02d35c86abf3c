"""What follows from one claim and its appearances, as frozen values."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from msgspec import Struct

from builder.analysis.knowntoday import Known
from builder.model.article import Relation
from builder.model.base import ArticleId, ClaimId
from builder.model.claim import Appearance, DisagreementKind, Reading, Stance
from builder.model.library import PlacedQuote, QuoteKey

RecordKey = tuple[str, str]
"""Kind and id of a record: `("entity", "islamic-state")`."""


class CellKind(StrEnum):
    """What a cell of the claim × source matrix says."""

    STANCES = "stances"
    SILENT = "silent"
    NOT_APPLICABLE = "not-applicable"
    NOT_READ = "not-read"


class Rung(IntEnum):
    """How firmly a text says something; the other stances stand on no rung."""

    IMPLIES = 1
    ATTRIBUTES = 2
    ASSERTS_HEDGED = 3
    ASSERTS = 4


class NamedOrigin(Struct, frozen=True):
    """On whose word an appearance rests: a record, or where there is none the words that name it."""

    record: RecordKey | None
    what: str | None
    """What of it (`Wire copy`); the whole name where there is no record."""

    @property
    def key(self) -> RecordKey:
        """What two appearances have in common when they rest on the same origin."""
        return self.record or ("what", self.what or "")


class Reliance(Struct, frozen=True):
    """A step that a text states itself, by which words in it come from somebody else: `quotes` the Daily Mail."""

    relation: Relation
    origin: NamedOrigin


class Saying(Struct, frozen=True):
    """One appearance with its place in the text and what follows from it."""

    claim: ClaimId
    index: int
    """Its place in the claim's `appearances`."""
    appearance: Appearance
    quote: PlacedQuote | None
    """The verified quote; its `span` is None where the text is not kept. None where nothing was verified."""
    rung: Rung | None
    rises_from: Rung | None
    """The firmest rung the article stood on before, on the same position, where this one is firmer."""
    origin: NamedOrigin | None
    """The nearest named origin, or None."""
    through: tuple[Reliance, ...]
    """The stated steps behind the words, from the article outward: carriers of the whole text, and the origins whose
    stretch holds the quote."""

    @property
    def article(self) -> ArticleId:
        """Whose words these are."""
        return self.appearance.article

    @property
    def stance(self) -> Stance:
        """The stance that the words show."""
        return self.appearance.stance

    @property
    def hardens(self) -> bool:
        """Whether certainty rises here, within the article."""
        return self.rises_from is not None

    @property
    def counts(self) -> bool:
        """Whether it takes a side; `mentions` never counts."""
        return self.appearance.stance is not Stance.MENTIONS

    @property
    def key(self) -> QuoteKey:
        """Where the editors wrote the quote."""
        return QuoteKey("claim", self.claim, ("appearances", self.index))


class Cell(Struct, frozen=True):
    """One article's answer to one claim. `sayings` are in text order, empty unless `kind` is `STANCES`."""

    claim: ClaimId
    article: ArticleId
    kind: CellKind
    sayings: tuple[Saying, ...] = ()

    @property
    def hardens(self) -> bool:
        """Whether certainty rises within the article."""
        return any(saying.hardens for saying in self.sayings)


class OriginsLine(Struct, frozen=True):
    """Articles, named origins and articles without stated origin; `mentions` does not count."""

    articles: tuple[ArticleId, ...]
    named: tuple[NamedOrigin, ...]
    """The different named origins, by first use in article order; of the links of one chain the nearest."""
    linked: tuple[NamedOrigin, ...]
    """Origins that texts of the claim name too and that stand behind one of `named` in a chain: no origins more."""
    meeting: tuple[RecordKey, ...]
    """Where the chains behind two or more of `named` meet, as far as the chains of these articles are on record."""
    described: tuple[ArticleId, ...]
    """The articles of `without` that describe a source and do not name it ("Western reporters")."""
    without: tuple[ArticleId, ...]
    """Articles that name no origin."""


class IndependenceStatus(StrEnum):
    """What is known about the independence of the articles that share a position."""

    NOTHING_TO_ESTABLISH = "nothing-to-establish"
    NOT_ESTABLISHED = "not-established"
    ESTABLISHED = "established"


class PositionSupport(Struct, frozen=True):
    """The articles that say the same (asserts, attributes or implies), and whether they are independent."""

    position: str | None
    """The position's id; None where the claim has none."""
    articles: tuple[ArticleId, ...]
    independence: IndependenceStatus
    records: tuple[int, ...]
    """Places in the claim's `independence` of the records that join two or more of the articles."""
    unjoined: tuple[ArticleId, ...]
    """Articles that no such record joins."""


class LadderRung(Struct, frozen=True):
    """One rung of the certainty ladder: for each article of the ladder, in its order, what stands there."""

    rung: Rung
    sayings: tuple[tuple[Saying, ...], ...]
    passed: tuple[bool, ...]
    """Per article: nothing stands here, and the article climbs from below to above."""


class Ladder(Struct, frozen=True):
    """How firmly each article says a claim, firmest rung first; rungs that nobody uses are left out."""

    articles: tuple[ArticleId, ...]
    rungs: tuple[LadderRung, ...]


class ClaimFindings(Struct, frozen=True):
    """All that follows from one claim and its appearances."""

    claim: ClaimId
    allowed: tuple[Reading, ...]
    """The readings that the appearances allow; empty where no appearance takes a side."""
    reading: Reading | None
    """The written reading, or the only possible one; None where no appearance takes a side."""
    disagreement: tuple[DisagreementKind, ...]
    """In what the texts disagree, each kind once, as the editors wrote them."""
    sayings: tuple[Saying, ...]
    """Every appearance, by article order, then text order."""
    origins: OriginsLine
    support: tuple[PositionSupport, ...]
    """One entry per position that somebody takes, in the claim's order."""
    ladder: Ladder
    known_today: tuple[Known, ...] = ()
    """What each entry of what is known today is to the texts, in the claim's order."""

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles that appear, `mentions` included, in article order."""
        return tuple(dict.fromkeys(saying.article for saying in self.sayings))

    @property
    def independence_open(self) -> bool:
        """Whether some position rests on several articles whose independence nobody has established."""
        return any(held.independence is IndependenceStatus.NOT_ESTABLISHED for held in self.support)
