"""All facts of a dossier, read and checked, in one frozen value.

`load` makes it, `analysis` reads it, `pages` show it. It knows where a quote stands in a text, not where it stands in
the editors' files.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from typing import Final, NamedTuple

from msgspec import Struct, field

from builder.diagnostics import FieldPath
from builder.model.article import Article, Publish
from builder.model.base import (
    ArticleId,
    ClaimId,
    CodingId,
    ComparisonId,
    EntityId,
    EventId,
    OutletId,
    QuotedFrom,
    Record,
    TopicId,
)
from builder.model.claim import Claim
from builder.model.coding import Coding
from builder.model.comparison import Comparison
from builder.model.correction import Correction, CorrectionKind
from builder.model.datewords import date_words
from builder.model.dossier import Dossier, Page
from builder.model.entity import Entity
from builder.model.event import Event
from builder.model.kinds import RECORD_KINDS
from builder.model.outlet import Outlet
from builder.model.said import Said
from builder.model.seedtext import EarlierText, SeedText
from builder.model.topic import Topic
from builder.signs import without_ignorable
from builder.text import Span
from builder.wording import marked, say

_CHANGES: Final[Mapping[CorrectionKind, str]] = {
    CorrectionKind.CORRECTION: marked("Correction, {date}"),
    CorrectionKind.CLARIFICATION: marked("Clarification, {date}"),
    CorrectionKind.UPDATE: marked("Update, {date}"),
    CorrectionKind.WITHDRAWAL: marked("Withdrawal, {date}"),
}


class PrintedTitle(Struct, frozen=True):
    """The title of an article as pages print it. One that editors gave stands in brackets."""

    text: str
    lang: str
    is_ours: bool


class _Titled(NamedTuple):
    headline: str | None
    title: PrintedTitle


class QuoteKey(NamedTuple):
    """Where a record writes a quote: kind and id of the record and the path to the value that holds the words."""

    kind: str
    record_id: str
    path: FieldPath


class PlacedQuote(Struct, frozen=True):
    """A quote found in a text. `span` is its range in the raw view, None where the text is not kept."""

    article: ArticleId
    exact: str
    span: Span | None
    shown: str | None = None
    """The words as pages print them, where that is otherwise than stored: in one line, with cut words joined."""

    @property
    def words(self) -> str:
        """The words as pages print them."""
        return self.exact if self.shown is None else self.shown

    @property
    def anchor(self) -> str:
        """The id of the quote on its article's page: `q-` and 8 hex digits of article and words."""
        return "q-" + sha256(f"{self.article}\0{self.exact}".encode("utf-8", "surrogatepass")).hexdigest()[:8]


class QuotedInProse(Struct, frozen=True):
    """Words in quotation marks in a block of the editors' Markdown: `span` is their range in the block's words.

    They stand in a text (`placed`), or outside the dossier (`outside`).
    """

    span: Span
    placed: PlacedQuote | None = None
    outside: QuotedFrom | None = None


class Library(Struct, frozen=True, dict=True):
    """Every record of the dossier by id, the stored texts, and each verified quote with its place.

    Mappings are ordered by id; they are not to be changed after the library is made.
    """

    dossier: Dossier
    outlets: Mapping[OutletId, Outlet] = field(default_factory=dict)
    articles: Mapping[ArticleId, Article] = field(default_factory=dict)
    topics: Mapping[TopicId, Topic] = field(default_factory=dict)
    events: Mapping[EventId, Event] = field(default_factory=dict)
    entities: Mapping[EntityId, Entity] = field(default_factory=dict)
    claims: Mapping[ClaimId, Claim] = field(default_factory=dict)
    comparisons: Mapping[ComparisonId, Comparison] = field(default_factory=dict)
    codings: Mapping[CodingId, Coding] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    texts: Mapping[ArticleId, SeedText] = field(default_factory=dict)
    """The stored text of each article that has one."""
    earlier: Mapping[ArticleId, tuple[EarlierText, ...]] = field(default_factory=dict)
    """The states in which a text was before the one shown, the oldest first; nothing is quoted from them or counted."""
    quotes: Mapping[QuoteKey, PlacedQuote] = field(default_factory=dict)
    """Every quote, cue, covered passage and false friend with its place; marks stand in `texts`."""

    prose_quotations: Mapping[str, tuple[QuotedInProse, ...]] = field(default_factory=dict)
    """For the words of each block of Markdown that quotes: its quotations that have a place, in order."""

    said: Mapping[str, Said] = field(default_factory=dict)
    """What a record said before a change, by the id of the correction; of a build that was asked for the history."""

    @property
    def withholds(self) -> bool:
        """Whether words are kept out of what is published that may have been published before."""
        return any(text.redactions for text in self.texts.values()) or bool(self.withdrawn)

    @cached_property
    def withdrawn(self) -> Mapping[tuple[str, str], Correction]:
        """The latest withdrawal of each record that was withdrawn and is not there, by kind and id."""
        dated = sorted(self.corrections.values(), key=lambda one: (one.date.lower, one.date.upper, one.id))
        latest = {one.withdrawn: one for one in dated if one.withdrawn is not None}
        return {
            (kind, record_id): latest[kind, record_id]
            for kind, record_id in sorted(latest)
            if kind in RECORD_KINDS and record_id not in self.records(kind)
        }

    def is_known(self, kind: str, record_id: str) -> bool:
        """Whether there is such a record, or was one that is withdrawn."""
        return record_id in self.records(kind) or (kind, record_id) in self.withdrawn

    def records(self, kind: str) -> Mapping[str, Record]:
        """Return the records of a kind by id."""
        found: Mapping[str, Record] = getattr(self, RECORD_KINDS[kind].plural)
        return found

    def quote(self, kind: str, record_id: str, *path: str | int) -> PlacedQuote | None:
        """Return the verified quote that a record writes at `path`, or None."""
        return self.quotes.get(QuoteKey(kind, record_id, path))

    @cached_property
    def quotes_by_article(self) -> Mapping[ArticleId, tuple[tuple[QuoteKey, PlacedQuote], ...]]:
        """For each article that some record quotes, every such quote with where it is written."""
        found: dict[ArticleId, list[tuple[QuoteKey, PlacedQuote]]] = {}
        for key, placed in self.quotes.items():
            found.setdefault(placed.article, []).append((key, placed))
        return {article: tuple(quotes) for article, quotes in found.items()}

    @cached_property
    def sources_beside_words(self) -> frozenset[QuotedFrom]:
        """The outside sources that stand beside the words quoted from them, wherever the Markdown is printed."""
        return frozenset(
            quoted.outside
            for every in self.prose_quotations.values()
            for quoted in every
            if quoted.outside is not None
        )

    def publish_of(self, article_id: ArticleId) -> Publish:
        """Return how much of an article's text may be published."""
        return self.articles[article_id].publish or self.dossier.publish

    def language_of(self, article_id: ArticleId) -> str:
        """Return the language of an article's text: its own, else its outlet's, else the dossier's."""
        article = self.articles[article_id]
        outlet = self.outlets.get(article.outlet)
        return article.language or (outlet.language if outlet else None) or self.dossier.language

    def headline_of(self, article_id: ArticleId) -> str | None:
        """Return the headline of a text: as the record quotes it, or the title where the text opens with just that."""
        return self._titles[article_id].headline

    def is_titled_by_editors(self, article_id: ArticleId) -> bool:
        """Whether an article's title is no headline of its text."""
        return self._titles[article_id].title.is_ours

    def title_of(self, article_id: ArticleId) -> PrintedTitle:
        """Return what pages call an article: its headline, or words of the editors in brackets."""
        return self._titles[article_id].title

    def cited_title_of(self, article_id: ArticleId) -> PrintedTitle:
        """Return the headline as the text has it; where it has none, the editors' title in brackets."""
        headline = self.headline_of(article_id)
        if headline is None:
            return self.title_of(article_id)
        return PrintedTitle(" ".join(headline.split()), self.language_of(article_id), False)

    def name_of(self, kind: str, record_id: str) -> str:
        """Return what pages call a record: its name, title or statement; of a withdrawn one what is left of that.

        Changes, second readings and what has no name left are called so in the language of the site while pages are
        made.
        """
        record = self.records(kind).get(record_id)
        if record is None:
            return self.withdrawn[kind, record_id].title or say(RECORD_KINDS[kind].nameless)
        if kind == "article":
            return self.title_of(ArticleId(record_id)).text
        if isinstance(record, Correction):
            return say(_CHANGES[record.kind], date=date_words(record.date))
        if isinstance(record, Coding):
            return say("Second reading by {name}, {date}", name=record.by, date=date_words(record.date))
        for attribute in ("name", "title", "statement"):
            if hasattr(record, attribute):
                return str(getattr(record, attribute))
        return record_id

    def namesakes(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return (kind, id) of every record that pages call by a name, whatever its capitals; corrections have none."""
        return self._by_name.get(name.casefold(), ())

    @cached_property
    def _titles(self) -> Mapping[ArticleId, _Titled]:
        """What every page asks for, of each article."""
        return {article: self._titled(article) for article in self.articles}

    def _titled(self, article_id: ArticleId) -> _Titled:
        title = self.articles[article_id].title
        headline = self._headline(article_id)
        if headline is None or not _is_same(headline, title.text):
            shown = PrintedTitle(f"[{title.text}]", title.lang or self.dossier.language, True)
        else:
            shown = PrintedTitle(title.text, title.lang or self.language_of(article_id), False)
        return _Titled(headline, shown)

    def _headline(self, article_id: ArticleId) -> str | None:
        article = self.articles[article_id]
        if article.headline is not None or article_id not in self.texts:
            return article.headline
        opening = self.texts[article_id].facts.opening
        is_title = opening is not None and _is_same(opening, article.title.text)
        return opening if is_title else None

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for kind in RECORD_KINDS:
            for record_id in self.records(kind) if kind != "correction" else ():
                found.setdefault(self.name_of(kind, record_id).casefold(), []).append((kind, record_id))
        return {name: tuple(records) for name, records in found.items()}


def _is_same(one: str, other: str) -> bool:
    return one == other or _bare(one) == _bare(other)


def _bare(words: str) -> str:
    """Words without unseen signs and with single spaces, so that a headline is known when it is typed again."""
    return " ".join(without_ignorable(words).split())
