"""The stored texts as quotations are looked for in them: which hold some words, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from builder.load.quotations.index import WordIndex
from builder.load.quotations.known import Readings
from builder.load.quotations.standing import Stretch, find_stretches, words_in
from builder.load.quotations.views import View, Views
from builder.model.base import ArticleId
from builder.model.library import PlacedQuote, QuoteKey
from builder.model.seedtext import SeedText
from builder.text import Span

_MAX_SEARCHED_TEXTS = 400
"""So many texts at most are searched for a quotation that has no whole word."""
_KEPT_TEXTS = 512


def stored_texts(
    texts: Mapping[str, SeedText], quotes: Mapping[QuoteKey, PlacedQuote], wanted: Iterable[Stretch]
) -> StoredTexts:
    """Return the texts; for an article whose text is not kept, its quotes that were compared by hand stand in."""
    by_hand: dict[str, list[str]] = {}
    for quote in quotes.values():
        if quote.span is None and quote.article not in texts:
            by_hand.setdefault(quote.article, []).append(quote.exact)
    trusted = {article: SeedText("", "\n".join(words), "", 0) for article, words in by_hand.items()}
    return StoredTexts(texts, trusted, wanted)


class StoredTexts:
    """The texts by article id, with an index of the words that quotations ask for."""

    def __init__(
        self, texts: Mapping[str, SeedText], by_hand: Mapping[str, SeedText], wanted: Iterable[Stretch]
    ) -> None:
        self._texts = {**by_hand, **texts}
        self._by_hand = frozenset(by_hand)
        self._ids = sorted(self._texts)
        self._number = {article: number for number, article in enumerate(self._ids)}
        words = (map(_words, Views(self._texts[article])) for article in self._ids)
        self._index = WordIndex(words, wanted, len(self._ids))
        self._views = lru_cache(maxsize=_KEPT_TEXTS)(lambda article: Views(self._texts[article]))
        self.ids = frozenset(texts)
        """The articles whose texts are stored."""

    def __contains__(self, article: str) -> bool:
        return article in self.ids

    def find(self, readings: Readings, among: Iterable[str] | None = None) -> PlacedQuote | None:
        """Return where a quotation stands first, by article id; only `among` these articles if they are given."""
        for stretches in readings:
            for article in self._candidates(stretches, among):
                for view in self._views(article):
                    found = find_stretches(view.folded, stretches)
                    if found is not None:
                        return self._placed(article, view.raw(found))
        return None

    def nearest(self, words: Sequence[str], limit: int) -> list[str]:
        """Return the articles whose texts share most of the rarer words, the likeliest first."""
        named = (self._ids[number] for number in self._index.likeliest(words))
        return [article for article in named if article in self.ids][:limit]

    def text(self, article: str) -> SeedText:
        """Return the text of an article."""
        return self._texts[article]

    def _placed(self, article: str, span: Span) -> PlacedQuote:
        words = span.of(self._texts[article].raw)
        return PlacedQuote(ArticleId(article), words, None if article in self._by_hand else span)

    def _candidates(self, stretches: Sequence[Stretch], among: Iterable[str] | None) -> Iterator[str]:
        chosen = None
        if among is not None:
            chosen = sum(1 << self._number[article] for article in set(among) if article in self._number)
        holders = self._index.holders(stretches, chosen)
        if holders is None:
            return iter(self._ids[:_MAX_SEARCHED_TEXTS])
        return (self._ids[number] for number in holders)


def _words(view: View) -> list[str]:
    return words_in(view.folded)
