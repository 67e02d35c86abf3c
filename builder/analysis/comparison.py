"""The computed comparison of a dossier's texts: what they share, whom they quote, what they count.

It computes when asked, and once: passages for all texts together, quotations and figures text by text. The same
library gives the same answers, in whatever order they are asked for and whatever is known from before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from builder.analysis.comparedtext import ComparedText, Named, compared_texts
from builder.analysis.comparisonfindings import (
    ArticleShare,
    Cluster,
    DateMention,
    Figure,
    FigureGroup,
    Pair,
    PairComparison,
    Quotation,
    Rendering,
    SharedPassage,
    StandingText,
)
from builder.analysis.figures.extract import FoundFigures, figures_in
from builder.analysis.figures.groups import figure_groups
from builder.analysis.figures.placed import placed_dates, placed_figures
from builder.analysis.keyness import Keywords, WordCounts, counted_words, keywords
from builder.analysis.memory import Memory
from builder.analysis.ondemand import OnDemand
from builder.analysis.passages.refine import PairKey, PairResult
from builder.analysis.passages.results import PassageResults, passage_results
from builder.analysis.passages.rule import Rule, rule_for
from builder.analysis.passages.tokens import Tokens, tokenise
from builder.analysis.quotations.extract import FoundQuotation, quotations_in
from builder.analysis.quotations.placed import placed_quotations
from builder.analysis.quotations.renderings import renderings_of
from builder.analysis.smallwords import small_words_of
from builder.model.base import ArticleId, OutletId
from builder.model.library import Library
from builder.text import Span

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class ComparisonKnown:
    """Results of an earlier comparison, by digests of clean views; they fill as results are asked for."""

    tokens: Mapping[str, Tokens] = field(default_factory=dict)
    pairs: Mapping[tuple[Rule, PairKey], PairResult] = field(default_factory=dict)
    quotations: Mapping[str, tuple[FoundQuotation, ...]] = field(default_factory=dict)
    figures: Mapping[str, FoundFigures] = field(default_factory=dict)

    def covers_the_same(self, other: ComparisonKnown) -> bool:
        """Whether both hold results of the same texts and pairs, which are then the same results; words aside."""
        return (
            self.pairs.keys() == other.pairs.keys()
            and self.quotations.keys() == other.quotations.keys()
            and self.figures.keys() == other.figures.keys()
        )


class ComparisonFindings:
    """What the texts have in common and where they part. Articles without a stored text do not appear."""

    def __init__(
        self,
        texts: Sequence[ComparedText],
        mentions: Mapping[ArticleId, Sequence[Named]],
        known: ComparisonKnown | None = None,
    ) -> None:
        """Take texts in article order, the names in each, and what an earlier comparison found."""
        before = known or ComparisonKnown()
        self._texts = tuple(texts)
        self._by_article = {text.article: text for text in self._texts}
        self._rank = {text.article: rank for rank, text in enumerate(self._texts)}
        self._mentions = mentions
        self._tokens = Memory(before.tokens)
        self._pairs = Memory(before.pairs)
        self._quotations = Memory(before.quotations)
        self._figures = Memory(before.figures)
        self.rule: Rule = rule_for(len(self._texts))
        """How shared passages are looked for, with its numbers."""
        self.quotations: Mapping[ArticleId, tuple[Quotation, ...]] = self._on_demand(self._placed_quotations)
        """The quotations of each text, in text order."""
        self.figures: Mapping[ArticleId, tuple[Figure, ...]] = self._on_demand(self._placed_figures)
        """The figures of each text, in text order."""
        self.dates: Mapping[ArticleId, tuple[DateMention, ...]] = self._on_demand(self._placed_dates)
        """The dates of each text, in text order."""
        self._word_counts = self._on_demand(self._counted_words)

    def __eq__(self, other: object) -> bool:
        """Whether all answers are the same; it asks for all of them."""
        return isinstance(other, ComparisonFindings) and self._answers() == other._answers()

    __hash__ = None  # type: ignore[assignment]

    def _answers(self) -> tuple[object, ...]:
        every = (self.pairs, self.shares, self.quotations, self.figures, self.dates)
        return (
            self.rule,
            self.clusters,
            tuple(self.standing.items()),
            *(tuple(answers.items()) for answers in every),
        )

    @property
    def known(self) -> ComparisonKnown:
        """What the next comparison need not compute again; it grows with what is asked here."""
        return ComparisonKnown(self._tokens.used, self._pairs.used, self._quotations.used, self._figures.used)

    @property
    def pairs(self) -> Mapping[Pair, PairComparison]:
        """Every two texts that share a passage, in article order."""
        return self._passages.pairs

    @property
    def shares(self) -> Mapping[ArticleId, ArticleShare]:
        """How much of a text stands in others; only texts that share something that counts."""
        return self._passages.shares

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """Texts that are nearly the same."""
        return self._passages.clusters

    @property
    def standing(self) -> Mapping[OutletId, tuple[StandingText, ...]]:
        """Words that outlets print under many of their texts, by outlet: no reporting, and no part of any pair."""
        return self._passages.standing

    @property
    def is_cut(self) -> bool:
        """Whether very many texts share very much, so that pairs of those furthest apart are not looked at."""
        return self._passages.is_cut

    def complete(self) -> None:
        """Find now all that `known` holds, before copies of this process would each find it for themselves."""
        self._passages  # noqa: B018 (asking computes it)
        for text in self._texts:
            self._found_quotations(text)
            self._found_figures(text)

    def pair(self, one: ArticleId, other: ArticleId) -> PairComparison | None:
        """Return what two texts share, whichever is named first; None where they share nothing."""
        return self.pairs.get((one, other)) or self.pairs.get((other, one))

    def passages_of(self, article: ArticleId) -> tuple[SharedPassage, ...]:
        """Return all passages that a text shares, in its text order, then by the other text."""
        return self._passages_by_article.get(article, ())

    def renderings(self, articles: Iterable[ArticleId]) -> tuple[Rendering, ...]:
        """Return the utterances that two or more of the given articles quote."""
        return renderings_of(
            quotation for article in self._in_order(articles) for quotation in self.quotations[article]
        )

    def figure_groups(self, articles: Iterable[ArticleId]) -> tuple[FigureGroup, ...]:
        """Return the figures of two or more of the given articles that concern one matter; what differs first."""
        return figure_groups(
            figure for article in self._in_order(articles) for figure in self.figures[article]
        )

    def keywords(self, articles: Iterable[ArticleId]) -> Keywords:
        """Return the words that one of the given articles uses markedly more than the others together.

        Only texts in a language whose function words are known take part.
        """
        counted = {
            article: self._word_counts[article]
            for article in self._in_order(articles)
            if small_words_of(self._by_article[article].language) is not None
        }
        return keywords(counted)

    def _in_order(self, articles: Iterable[ArticleId]) -> list[ArticleId]:
        return sorted(frozenset(articles) & self._rank.keys(), key=self._rank.__getitem__)

    @cached_property
    def _passages(self) -> PassageResults:
        return passage_results(self._texts, self._tokens_of_all(), self.rule, self._pairs, self._quoted)

    @cached_property
    def _passages_by_article(self) -> Mapping[ArticleId, tuple[SharedPassage, ...]]:
        found: dict[ArticleId, list[SharedPassage]] = {}
        for pair in self.pairs.values():
            for passage in pair.passages:
                for article in passage.articles:
                    found.setdefault(article, []).append(passage)
        return {
            article: tuple(sorted(passages, key=lambda passage: passage.span_in(article)))
            for article, passages in found.items()
        }

    def _tokens_of_all(self) -> tuple[Tokens, ...]:
        missing = {text.digest: text.clean for text in self._texts if self._tokens.get(text.digest) is None}
        self._tokens.used.update(zip(missing, tokenise(tuple(missing.values())), strict=True))
        return tuple(self._tokens.used[text.digest] for text in self._texts)

    def _quoted(self, text: ComparedText) -> tuple[Span, ...]:
        return tuple(quotation.span for quotation in self._found_quotations(text))

    def _found_quotations(self, text: ComparedText) -> tuple[FoundQuotation, ...]:
        return self._quotations.of(text.digest, lambda: quotations_in(text.clean))

    def _found_figures(self, text: ComparedText) -> FoundFigures:
        return self._figures.of(text.digest, lambda: figures_in(text.clean))

    def _placed_quotations(self, text: ComparedText) -> tuple[Quotation, ...]:
        return placed_quotations(text, self._found_quotations(text), self._mentions.get(text.article, ()))

    def _placed_figures(self, text: ComparedText) -> tuple[Figure, ...]:
        return placed_figures(text, self._found_figures(text), self._mentions.get(text.article, ()))

    def _placed_dates(self, text: ComparedText) -> tuple[DateMention, ...]:
        return placed_dates(text, self._found_figures(text))

    def _counted_words(self, text: ComparedText) -> WordCounts:
        words = self._tokens.of(text.digest, lambda: tokenise((text.clean,))[0])
        names = sorted(text.stored.clean.to_clean(each.span) for each in self._mentions.get(text.article, ()))
        small = small_words_of(text.language) or frozenset()
        return counted_words(text.clean, words, names, small)

    def _on_demand(self, make: Callable[[ComparedText], Made]) -> Mapping[ArticleId, Made]:
        return OnDemand(tuple(self._by_article), lambda article: make(self._by_article[article]))


def compare_texts(
    library: Library,
    articles: Iterable[ArticleId],
    mentions: Mapping[ArticleId, Sequence[Named]],
    known: ComparisonKnown | None = None,
) -> ComparisonFindings:
    """Return the comparison of the given articles, which come in article order."""
    return ComparisonFindings(compared_texts(library, articles), mentions, known)
