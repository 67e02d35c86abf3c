"""The computed comparison of a dossier's texts: what they share, whom they quote, what they count.

Passages follow from all texts together, quotations, figures and counts from each text alone. The same library gives the
same values, whatever is known from before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct, field

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
from builder.analysis.keyness import Judged, Keywords, Vocabulary, WordCounts, counted_words, keywords
from builder.analysis.passages.again import Looked
from builder.analysis.passages.refine import PairKey, PairResult
from builder.analysis.passages.results import NO_PASSAGES, PassageResults, passage_results
from builder.analysis.passages.rule import Rule
from builder.analysis.passages.shares import OwnPart
from builder.analysis.passages.stories import stories_of
from builder.analysis.passages.words import Words
from builder.analysis.placed import placed_dates, placed_figures, placed_quotations
from builder.analysis.quotations.extract import FoundQuotation, quotations_in
from builder.analysis.quotations.renderings import renderings_of
from builder.analysis.smallwords import small_words_of
from builder.memory import Memory
from builder.model.base import ArticleId, OutletId
from builder.model.library import Library
from builder.recorded import order
from builder.text import SpanRow


class ComparisonKnown(Struct, frozen=True):
    """Results of an earlier comparison, by digests of clean views."""

    pairs: Mapping[tuple[Rule, PairKey], PairResult] = field(default_factory=dict)
    quotations: Mapping[str, tuple[FoundQuotation, ...]] = field(default_factory=dict)
    figures: Mapping[str, FoundFigures] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    """The digests of clean views, by the keys of texts."""
    own: Mapping[str, OwnPart] = field(default_factory=dict)
    """What of a text stands in no other, by digests of the text and of what it shares."""
    counts: Mapping[str, WordCounts] = field(default_factory=dict)
    """The words of texts, by the keys of texts with their language and the names in them."""
    looked: Looked | None = None
    """Which pairs of which texts were looked at."""

    def covers_the_same(self, other: ComparisonKnown) -> bool:
        """Whether both hold results of the same texts and pairs, which are then the same results."""
        kept = (name for name in self.__struct_fields__ if name != "looked")
        is_same = all(getattr(self, name).keys() == getattr(other, name).keys() for name in kept)
        return is_same and self.looked == other.looked


class ComparisonFindings(Struct, frozen=True):
    """What the texts have in common and where they part. Articles without a stored text do not appear."""

    quotations: Mapping[ArticleId, tuple[Quotation, ...]] = field(default_factory=dict)
    """The quotations of each text, in text order."""
    figures: Mapping[ArticleId, tuple[Figure, ...]] = field(default_factory=dict)
    """The figures of each text, in text order."""
    dates: Mapping[ArticleId, tuple[DateMention, ...]] = field(default_factory=dict)
    """The dates of each text, in text order."""
    unread_figures: frozenset[ArticleId] = frozenset()
    """Texts with so many figures and dates that those after the first are not read."""
    counts: Mapping[ArticleId, WordCounts] = field(default_factory=dict)
    """The words of each text in a language whose function words are known."""
    passages: PassageResults = NO_PASSAGES
    by_article: Mapping[ArticleId, tuple[SharedPassage, ...]] = field(default_factory=dict)
    """All passages that a text shares, in its text order, then by the other text."""
    known: ComparisonKnown = field(default_factory=ComparisonKnown)
    """What the next comparison need not compute again; no finding."""
    rank: Mapping[ArticleId, int] = field(default_factory=dict)
    """The place of each article with a text, by date."""

    @property
    def pairs(self) -> Mapping[Pair, PairComparison]:
        """Every two texts that share a passage, in article order."""
        return self.passages.pairs

    @property
    def shares(self) -> Mapping[ArticleId, ArticleShare]:
        """How much of a text stands in others; only texts that share something that counts."""
        return self.passages.shares

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """Texts that are nearly the same."""
        return self.passages.clusters

    @property
    def standing(self) -> Mapping[OutletId, tuple[StandingText, ...]]:
        """Words that outlets print under many of their texts, by outlet: no reporting, and no part of any pair."""
        return self.passages.standing

    @property
    def is_cut(self) -> bool:
        """Whether very many texts share very much, so that pairs of those furthest apart are not looked at."""
        return self.passages.is_cut

    def pair(self, one: ArticleId, other: ArticleId) -> PairComparison | None:
        """Return what two texts share, whichever is named first; None where they share nothing."""
        return self.pairs.get((one, other)) or self.pairs.get((other, one))

    def passages_of(self, article: ArticleId) -> tuple[SharedPassage, ...]:
        """Return all passages that a text shares, in its text order, then by the other text."""
        return self.by_article.get(article, ())

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
        """Return the words that one of the given articles uses markedly more than the others together."""
        return keywords(
            {article: self.counts[article] for article in self._in_order(articles) if article in self.counts}
        )

    @order
    def _in_order(self, articles: Iterable[ArticleId]) -> tuple[ArticleId, ...]:
        return tuple(sorted(frozenset(articles) & self.rank.keys(), key=self.rank.__getitem__))


NOT_COMPARED = ComparisonFindings()
"""Where nobody asked for a comparison."""


def compare_texts(
    library: Library,
    articles: Iterable[ArticleId],
    mentions: Mapping[ArticleId, Sequence[Named]],
    known: ComparisonKnown | None = None,
) -> ComparisonFindings:
    """Return the comparison of the given articles, which come in article order, with the names in each.

    `known` is what an earlier comparison found.
    """
    before = known or ComparisonKnown()
    pairs, quotations, figures = Memory(before.pairs), Memory(before.quotations), Memory(before.figures)
    digests, own, counts = Memory(before.digests), Memory(before.own), Memory(before.counts)
    texts = compared_texts(library, articles, digests)
    quoted = {text.article: quotations.of(text.digest, text, _quotations_of) for text in texts}
    counted = {text.article: figures.of(text.digest, text, _figures_of) for text in texts}
    looked = before.looked
    words = Words(texts, dict(zip(looked.texts, looked.sizes, strict=True)) if looked else {})
    passages = passage_results(
        texts,
        words,
        stories_of(library, texts),
        pairs,
        own,
        lambda text: tuple(each.span for each in quoted[text.article]),
        looked,
    )

    def named(text: ComparedText) -> Sequence[Named]:
        return mentions.get(text.article, ())

    return ComparisonFindings(
        quotations={
            text.article: placed_quotations(text, quoted[text.article], named(text)) for text in texts
        },
        figures={text.article: placed_figures(text, counted[text.article], named(text)) for text in texts},
        dates={text.article: placed_dates(text, counted[text.article]) for text in texts},
        unread_figures=frozenset(text.article for text in texts if counted[text.article].is_cut),
        counts=dict(_counts(texts, words, mentions, counts)),
        passages=passages,
        by_article=_by_article(passages.pairs.values()),
        known=ComparisonKnown(
            pairs.used,
            quotations.used,
            figures.used,
            digests.used,
            own.used,
            counts.used,
            passages.looked,
        ),
        rank={text.article: rank for rank, text in enumerate(texts)},
    )


def _quotations_of(text: ComparedText) -> tuple[FoundQuotation, ...]:
    return quotations_in(text.clean)


def _figures_of(text: ComparedText) -> FoundFigures:
    return figures_in(text.clean)


def _counts(
    texts: Sequence[ComparedText],
    words: Words,
    mentions: Mapping[ArticleId, Sequence[Named]],
    known: Memory[str, WordCounts],
) -> Iterator[tuple[ArticleId, WordCounts]]:
    judged: dict[frozenset[str], Judged] = {}
    vocabulary = Vocabulary(known.of_any(lambda counts: counts.vocabulary) or ())

    def counted(place: int, small: frozenset[str], key: str | None) -> WordCounts:
        text, named = texts[place], mentions.get(texts[place].article, ())
        names = sorted(text.stored.clean.to_clean(each.span) for each in named)
        of_language = judged.setdefault(small, Judged(small, vocabulary))
        return counted_words(text.clean, words[place], names, of_language, key)

    for place, text in enumerate(texts):
        small = small_words_of(text.language)
        if small is not None:
            key = text.key and f"{text.key} {text.language} {_names_told(mentions.get(text.article, ()))}"
            yield text.article, known.of(key, place, partial(counted, small=small, key=key))


def _names_told(named: Sequence[Named]) -> str:
    return repr(SpanRow(each.span for each in named).told_for_digest()) if named else ""


def _by_article(pairs: Iterable[PairComparison]) -> Mapping[ArticleId, tuple[SharedPassage, ...]]:
    found: dict[ArticleId, list[SharedPassage]] = {}
    for pair in pairs:
        for passage in pair.passages:
            for article in passage.articles:
                found.setdefault(article, []).append(passage)
    return {
        article: tuple(sorted(passages, key=lambda passage: passage.span_in(article)))
        for article, passages in found.items()
    }
