"""The stored texts as quotations are looked for in them: which hold some words, and where they stand.

An index from the quotations' words to the texts is made once. A text is then folded only where all words of a quotation
occur in it, so that the cost grows with texts and quotations and not with their product.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from builder.load.quotations.folding import FoldedPlaces, fold
from builder.load.quotations.known import Readings
from builder.load.quotations.standing import Stretch, find_stretches, words_in
from builder.model.base import ArticleId
from builder.model.library import PlacedQuote, QuoteKey
from builder.model.seedtext import SeedText
from builder.text import Span

_SPEECH_PART = re.compile(
    r"""(?:,["”»“]|["”»“],|(?<=[.?!…])["”»“])(?P<space>\s)(?=\S+\s+\S)[^"“”„«»\r\n]{1,100}?[\s,:.–—-]{1,3}["“„«”]"""
)
"""What stands between the halves of a quotation that a text splits: ," the mayor said, "."""
_MAX_COMMON_TEXTS = 400
_TELLING_WORDS = 8
_KEPT_FOLDED = 512


def stored_texts(
    texts: Mapping[str, SeedText], quotes: Mapping[QuoteKey, PlacedQuote], wanted: Iterable[str]
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
        self, texts: Mapping[str, SeedText], by_hand: Mapping[str, SeedText], wanted: Iterable[str]
    ) -> None:
        self._texts = {**by_hand, **texts}
        self._by_hand = frozenset(by_hand)
        self._ids = sorted(self._texts)
        self._number = {article: number for number, article in enumerate(self._ids)}
        self._holders = _index(
            [_every_word(self._texts[article]) for article in self._ids], frozenset(wanted)
        )
        self._views = lru_cache(maxsize=_KEPT_FOLDED)(lambda article: tuple(_views(self._texts[article])))
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
                        return self._placed(article, view.to_raw(found))
        return None

    def _placed(self, article: str, span: Span) -> PlacedQuote:
        words = span.of(self._texts[article].raw)
        return PlacedQuote(ArticleId(article), words, None if article in self._by_hand else span)

    def nearest(self, words: Sequence[str], limit: int) -> list[str]:
        """Return the articles whose texts share most of the rarer words, the likeliest first."""
        counts = {
            word: self._holders[word].bit_count() for word in dict.fromkeys(words) if word in self._holders
        }
        rare = sorted(
            (word for word, count in counts.items() if count), key=lambda word: (counts[word], word)
        )
        scores: Counter[int] = Counter()
        for word in rare[:_TELLING_WORDS]:
            if counts[word] <= _MAX_COMMON_TEXTS or word == rare[0]:
                for number in _bits(self._holders[word]):
                    scores[number] += 1
        best = sorted(scores, key=lambda number: (-scores[number], number))
        named = [self._ids[number] for number in best]
        return [article for article in named if article in self.ids][:limit]

    def text(self, article: str) -> SeedText:
        """Return the text of an article."""
        return self._texts[article]

    def _candidates(self, stretches: Sequence[Stretch], among: Iterable[str] | None) -> Iterator[str]:
        left: int | None = None
        if among is not None:
            left = sum(1 << self._number[article] for article in set(among) if article in self._number)
        for stretch in stretches:
            for word in _whole_words(stretch):
                holders = self._holders.get(word, 0)
                left = holders if left is None else left & holders
        if left is None:  # parts of words only: nothing to look up
            return iter(self._ids[:_MAX_COMMON_TEXTS])
        return (self._ids[number] for number in _bits(left))


class _View:
    """One way to read a text, folded: as received, as marks leave it, with the halves of split quotations joined."""

    def __init__(self, words: str, to_raw: Callable[[Span], Span]) -> None:
        self.folded = fold(words)
        self._words = words
        self._to_raw = to_raw

    @cached_property
    def _places(self) -> FoldedPlaces:
        return FoldedPlaces(self._words)

    def to_raw(self, found: Span) -> Span:
        """Return the raw range of a range of the folded words."""
        return self._to_raw(self._places.raw(found))


def _views(text: SeedText) -> Iterator[_View]:
    yield _View(text.raw, _as_it_is)
    if text.clean.text != text.raw:
        yield _View(text.clean.text, text.clean.to_raw)
    kept = _without_speech_parts(text.clean.text)
    if len(kept) > 1:
        places = [offset for part in kept for offset in range(part.start, part.end)]
        yield _View(
            "".join(part.of(text.clean.text) for part in kept),
            lambda found: text.clean.to_raw(Span(places[found.start], places[found.end - 1] + 1)),
        )


def _as_it_is(found: Span) -> Span:
    return found


def _without_speech_parts(text: str) -> list[Span]:
    """The ranges of a text without the parts that name who speaks inside a quotation; a space stays of each."""
    kept: list[Span] = []
    start = 0
    for part in _SPEECH_PART.finditer(text):
        kept += [Span(start, part.start()), Span(*part.span("space"))]
        start = part.end()
    return [*kept, Span(start, len(text))]


def _whole_words(stretch: Stretch) -> list[str]:
    """The words of a stretch that a text must hold as they are."""
    words = words_in(stretch.words)
    return words[1 if stretch.cuts_left else 0 : len(words) - 1 if stretch.cuts_right else None]


def _every_word(text: SeedText) -> set[str]:
    words = set(words_in(fold(text.raw)))
    return words if text.clean.text == text.raw else words | set(words_in(fold(text.clean.text)))


def _index(texts: Sequence[set[str]], wanted: frozenset[str]) -> dict[str, int]:
    """For each wanted word the numbers of the texts that hold it, as the bits of a number."""
    size = len(texts) // 8 + 1
    found: dict[str, bytearray] = {}
    for number, words in enumerate(texts):
        for word in words & wanted:
            found.setdefault(word, bytearray(size))[number >> 3] |= 1 << (number & 7)
    return {word: int.from_bytes(bits, "little") for word, bits in found.items()}


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
