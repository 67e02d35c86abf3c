"""What texts have in common and where they part, computed from their words, as frozen values.

Nothing here is a verdict: a shared passage says that two texts have words in common and in which the words stood
first, never who took them from whom; figures that differ are candidates until an editor makes them a claim.
Every `Span` is a range of the raw view in code points, half-open.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from builder.model.base import ArticleId, EntityId
from builder.text import Span, SpanRow

Pair = tuple[ArticleId, ArticleId]
"""Two articles in article order."""


class PassageKind(StrEnum):
    """What a shared passage is made of. The last two are no shared reporting and make no passage of a pair."""

    PASSAGE = "passage"
    QUOTATION = "quotation"
    """At least three quarters of its words stand in quotation marks in both texts."""
    STOCK = "stock"
    """At least nine in ten of its words are capitalised or function words: names and titles."""
    BOILERPLATE = "boilerplate"
    """The same outlet has it in five texts or more: its standing text."""

    @property
    def counts(self) -> bool:
        """Whether it is shared reporting: only that makes pairs, shares and clusters."""
        return self in (PassageKind.PASSAGE, PassageKind.QUOTATION)


class Run(Struct, frozen=True):
    """A stretch that both texts share word for word."""

    spans: tuple[Span, Span]
    words: int


class SharedPassage(Struct, frozen=True):
    """A stretch of two texts that is the same, or nearly the same, word for word."""

    articles: Pair
    spans: tuple[Span, Span]
    """From the first to the last shared word, in each of the two texts."""
    runs: tuple[Run, ...]
    """The verbatim stretches inside it, in the order of the first text; what stands between them differs."""
    words: int
    """How many words both have, in the same order."""
    length: int
    """How many words the longer of the two stretches has."""
    kind: PassageKind
    first_in: ArticleId | None
    """The text that was published first; None where the dates do not tell."""

    @property
    def is_verbatim(self) -> bool:
        """Whether every word is the same; capitals, accents and punctuation may differ."""
        return self.words == self.length

    def span_in(self, article: ArticleId) -> Span:
        """Return its range in one of its two articles."""
        return self.spans[self.articles.index(article)]

    def runs_in(self, article: ArticleId) -> tuple[Span, ...]:
        """Return the verbatim stretches in one of its two articles, in text order."""
        side = self.articles.index(article)
        return tuple(sorted(run.spans[side] for run in self.runs))

    def other(self, article: ArticleId) -> ArticleId:
        """Return the article that it is shared with."""
        return self.articles[1 - self.articles.index(article)]


class PairComparison(Struct, frozen=True):
    """Two texts that share something."""

    articles: Pair
    passages: tuple[SharedPassage, ...]
    """In the order of the first text."""
    words: tuple[int, int]
    """How many words each clean view has."""
    shared: int
    """How many words their passages have in common."""
    rule: str
    """By which rule they were looked for: "dossier" for texts of one story, else "site"."""

    @property
    def shares(self) -> tuple[float, float]:
        """The part of each text that it shares with the other, 0 to 1."""
        first, second = self.words
        return (self.shared / first if first else 0.0, self.shared / second if second else 0.0)


class ArticleShare(Struct, frozen=True):
    """How much of one text stands in others too."""

    article: ArticleId
    words: int
    """How many words the clean view has."""
    shared: int
    """How many of them are the same in some other text, in a passage that counts."""
    with_articles: tuple[ArticleId, ...]
    """Whom it shares such passages with, most words first."""
    unique: SpanRow
    """Its sentences of twelve words or more that no such passage touches, in text order."""

    @property
    def share(self) -> float:
        """The shared part, 0 to 1."""
        return self.shared / self.words if self.words else 0.0


class StandingText(Struct, frozen=True):
    """Words that an outlet prints in five of its texts or more."""

    places: tuple[tuple[ArticleId, Span], ...]
    """Where they stand, by article order; a text may have them twice."""

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles that have them, each once, in article order."""
        return tuple(dict.fromkeys(article for article, _ in self.places))


class Cluster(Struct, frozen=True):
    """Texts that are nearly the same: each shares half of the shorter of two with another of them."""

    articles: tuple[ArticleId, ...]
    """In article order."""
    first_in: ArticleId | None
    """The text that was published first; None where the dates do not tell."""


class Quotation(Struct, frozen=True):
    """Words between quotation marks, with speaker and cue where the text gives them next to the marks."""

    article: ArticleId
    span: Span
    """With its marks."""
    words_span: Span
    """Without them."""
    words: str
    """The clean view between the marks."""
    is_term: bool
    """Whether it is a word or two set apart ("twins"), not somebody's speech."""
    is_closed: bool
    """Whether a closing mark was found; without one it runs on into the next paragraph."""
    speaker: Span | None
    """The words that say who speaks, as the text has them ("the SITE monitoring group", "he")."""
    cue: Span | None
    """The word that reports speech ("said", "according to")."""
    entity: EntityId | None
    """The speaker, where the words name an entity of the dossier."""
    is_named: bool
    """Whether the speaker's words are a name that opens its clause; otherwise the words alone are given."""


class RenderingRelation(StrEnum):
    """How two quotations of one utterance relate."""

    IDENTICAL = "identical"
    EXCERPT = "excerpt"
    """One has all words of the other, in the same order."""
    VARIANT = "variant"
    """The same utterance in other words, as translations are."""


class RenderingPair(Struct, frozen=True):
    """Two of the quotations of a rendering, by their places in it."""

    first: int
    second: int
    relation: RenderingRelation
    overlap: float
    """Shared words by their rarity, 0 to 1."""
    sequence: float
    """The longest common sequence of words against the longer quotation, 0 to 1."""


class Rendering(Struct, frozen=True):
    """One utterance as several texts quote it."""

    quotations: tuple[Quotation, ...]
    """In article order, then text order."""
    pairs: tuple[RenderingPair, ...]

    @property
    def relation(self) -> RenderingRelation:
        """The loosest relation in it."""
        relations = {pair.relation for pair in self.pairs}
        return next(relation for relation in reversed(RenderingRelation) if relation in relations)

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles that quote it, in article order."""
        return tuple(dict.fromkeys(quotation.article for quotation in self.quotations))


class FigureKind(StrEnum):
    """What sort of number it is."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    INDEFINITE = "indefinite"
    """A number without a value: "hundreds"."""


class Bound(StrEnum):
    """How the text limits the number."""

    EXACT = ""
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"


class Figure(Struct, frozen=True):
    """A number with what it counts."""

    article: ArticleId
    span: Span
    """The number as written, with its currency or percent sign."""
    low: float
    high: float
    """Equal to `low` unless the text gives a range ("five to seven thousand")."""
    bound: Bound
    kind: FigureKind
    counted: str
    """The words right after the number that say what it counts, as written ("passengers and crew"); may be empty."""
    classes: tuple[str, ...]
    """What it counts, by our table: "dead", "injured", "fighters", "people" …"""
    currency: str
    """For money: its sign."""
    entities: tuple[EntityId, ...]
    """Entities named near it, in its sentence; sorted."""
    anchors: tuple[str, ...]
    """The words near it that say what the matter is, shortened and in small letters; sorted."""
    sentence: Span
    """The sentence to show with it."""


class FigureStatus(StrEnum):
    """What can be said of figures that count the same matter."""

    AGREE = "agree"
    """They are the same."""
    COMPATIBLE = "compatible"
    """They differ, and can hold together: "more than 200" and 224."""
    CANDIDATE = "candidate"
    """They differ, and an editor should look: nothing says yet that they disagree."""


class FigureGroup(Struct, frozen=True):
    """Figures of several texts that count the same sort of thing and have a name or words in common."""

    matter: str
    """What they count: a class of our table, `percent`, `money`, or the counted word itself."""
    in_common: tuple[str, ...]
    """Entities' ids and words that stand near figures of two texts; empty where only the number joins them."""
    figures: tuple[Figure, ...]
    """In article order, then text order."""
    status: FigureStatus

    @property
    def values(self) -> tuple[tuple[float, float], ...]:
        """The different values, low and high, ascending."""
        return tuple(sorted({(figure.low, figure.high) for figure in self.figures}))

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles that give the figures, in article order."""
        return tuple(dict.fromkeys(figure.article for figure in self.figures))


class DateMention(Struct, frozen=True):
    """A date in a text. `span` is its cue: the words that give it."""

    article: ArticleId
    span: Span
    year: int | None
    month: int | None
    day: int | None
    is_relative: bool
    """Whether the cue needs another date to be resolved ("two weeks ago", "on Monday"); then the rest is None."""
    sentence: Span
