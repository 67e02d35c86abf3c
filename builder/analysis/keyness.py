"""Words that one text uses markedly more than others do: counts, a test, and how large the difference is.

A word is told only where the numbers carry it. For each text against all the others taken together: the
log-likelihood G² of the two counts (Rayson & Garside, "Comparing corpora using frequency profiling", 2000) says
whether chance would do, and the log ratio of the two rates (Hardie, "Log ratio: an informal introduction", 2014) how
large the difference is. Many words are tested at once, so the bar rises with their number (Bonferroni). Words that
all texts together use less often than the least count could never pass, and are not counted as tests (Tarone 1990).
It says how a text is worded, never why.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import erfc, log, log2, sqrt
from typing import Final, final

from msgspec import Struct

from builder.analysis.passages.tokens import Tokens, tokenise
from builder.model.base import ArticleId
from builder.text import Span

MIN_COUNT = 5
"""A text must use the word so often itself."""
MIN_RATIO = 2.0
"""It must use it so many times as often as the others together, for its length."""
MAX_CHANCE = 0.001
"""So likely may it be at most that chance tells any word of the set; G² 10.83 where one word is tested."""

_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'"})


@final
class WordCounts:
    """The words of one text: how many it has in all, and how often each that can tell something."""

    __slots__ = ("key", "times", "told", "vocabulary", "words")

    def __init__(
        self, words: int, vocabulary: Sequence[str], told: array[int], times: array[int], key: str | None
    ) -> None:
        self.words: Final = words
        self.vocabulary: Final = vocabulary
        """Words of many texts, which share it."""
        self.told: Final = told
        """The places there of those that the text has: a tuple of words takes three times the memory."""
        self.times: Final = times
        """How often it has each of them."""
        self.key: Final = key
        """What they follow from, where that is known in short."""

    @classmethod
    def of(cls, words: int, counts: Mapping[str, int]) -> WordCounts:
        """Return the counts of a text of so many words."""
        return cls.placed(words, tuple(counts), dict(enumerate(counts.values())))

    @classmethod
    def placed(
        cls, words: int, vocabulary: Sequence[str], counts: Mapping[int, int], key: str | None = None
    ) -> WordCounts:
        """Return the counts of a text of so many words, which are told by their places in a vocabulary."""
        return cls(words, vocabulary, _packed(counts), _packed(counts.values()), key)

    @property
    def counts(self) -> Mapping[str, int]:
        """The words that can tell something, each with how often the text has it."""
        return dict(zip(map(self.vocabulary.__getitem__, self.told), self.times, strict=True))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, WordCounts):
            return NotImplemented
        return self.words == other.words and self.counts == other.counts

    def __hash__(self) -> int:
        return self.words

    def told_for_digest(self) -> tuple[object, ...]:
        """Return what a digest is made of: the vocabulary depends on other texts."""
        return (self.words, self.key or tuple(self.counts.items()))


def _packed(numbers: Collection[int]) -> array[int]:
    """Return numbers in the fewest bytes that each of them fits into."""
    most = max(numbers, default=0)
    return array("B" if most < 1 << 8 else "H" if most < 1 << 16 else "I", numbers)


class Keyword(Struct, frozen=True):
    """A word that one text uses markedly more than the others."""

    word: str
    """In small letters, with a straight apostrophe."""
    article: ArticleId
    """The text that uses it more."""
    counts: tuple[int, ...]
    """How often each text of the set has it, in the order of the set."""
    likelihood: float
    """G², to two places."""
    log_ratio: float
    """How many times its rate is doubled against the others, to two places; no use by others counts as half a use."""


class Keywords(Struct, frozen=True):
    """The words told of a set of texts, and what their counts are to be held against."""

    articles: tuple[ArticleId, ...]
    """The texts that were counted, in article order."""
    words: tuple[int, ...]
    """How many words each of them has."""
    found: tuple[Keyword, ...]
    """By text, then most telling first."""


class Vocabulary:
    """The words that can tell something, each in one spelling, of all texts; a word keeps its place."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        """`words` are those of texts that were counted before; they are copied."""
        self.words = list(words)
        self._places = {word: place for place, word in enumerate(self.words)}

    def place_of(self, word: str) -> int:
        """Return the place of a word, which is added where it is new."""
        place = self._places.setdefault(word, len(self.words))
        if place == len(self.words):
            self.words.append(word)
        return place


class Judged(dict[str, int]):
    """How words are counted, by how they stand in texts: as a place in a vocabulary, or -1 where they tell nothing.

    Texts of a language share it while they are counted: of the words of a text hardly one in ten is new.
    """

    def __init__(self, small: frozenset[str], vocabulary: Vocabulary) -> None:
        super().__init__()
        self._small = small
        self.vocabulary = vocabulary

    def __missing__(self, word: str) -> int:
        spelled = _spelled(word)
        place = -1
        if _is_telling(spelled, self._small):
            place = self.vocabulary.place_of(spelled)
        self[word] = place
        return place


def counted_words(
    text: str, words: Tokens, names: Sequence[Span], judged: Judged, key: str | None = None
) -> WordCounts:
    """Return the counts of one text from its words and the ranges of its names in text order, which `key` stands for.

    Numbers, single letters, small words and whatever lies in a name tell nothing of how a text is worded; they count
    as words of the text all the same.
    """
    every = zip(words.start.tolist(), words.end.tolist(), strict=True)
    outside = _outside(every, names) if names else every
    counts: dict[int, int] = {}
    for word, count in Counter([text[start:end] for start, end in outside]).items():
        place = judged[word]
        if place >= 0:
            counts[place] = counts.get(place, 0) + count
    return WordCounts.placed(len(words), judged.vocabulary.words, counts, key)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, spelled as counted ones are."""
    (words,) = tokenise((text,))
    spans = zip(words.start.tolist(), words.end.tolist(), strict=True)
    return frozenset(_spelled(text[start:end]) for start, end in spans)


def keywords(texts: Mapping[ArticleId, WordCounts]) -> Keywords:
    """Return the words that one of the texts uses markedly more than the others taken together."""
    counts = {article: text.counts for article, text in texts.items()}
    together = _together(list(counts.values()))
    total = sum(text.words for text in texts.values())
    tests = len(texts) * sum(count >= MIN_COUNT for count in together.values())
    found = (
        (article, word, _compared(count, text.words, together[word] - count, total - text.words))
        for article, text in texts.items()
        for word, count in counts[article].items()
        if count >= MIN_COUNT and total > text.words
    )
    told = [
        Keyword(
            word,
            article,
            tuple(each.get(word, 0) for each in counts.values()),
            *(round(n, 2) for n in numbers),
        )
        for article, word, numbers in found
        if _is_marked(*numbers, tests)
    ]
    place = {article: index for index, article in enumerate(texts)}
    told.sort(key=lambda each: (place[each.article], -each.likelihood, each.word))
    return Keywords(tuple(texts), tuple(text.words for text in texts.values()), tuple(told))


def _together(texts: Sequence[Mapping[str, int]]) -> Mapping[str, int]:
    """How often all of them have each word; only words that several have are walked over."""
    together: dict[str, int] = {}
    for counts in texts:
        shared = [(word, together[word] + counts[word]) for word in counts.keys() & together.keys()]
        together.update(counts)
        together.update(shared)
    return together


def _compared(here: int, words: int, elsewhere: int, other_words: int) -> tuple[float, float]:
    """G² and the log ratio of a count here, in so many words, and a count elsewhere."""
    rate = (here + elsewhere) / (words + other_words)
    likelihood = 2 * sum(
        n * log(n / (size * rate)) for n, size in ((here, words), (elsewhere, other_words)) if n
    )
    return likelihood, log2((here / words) / ((elsewhere or 0.5) / other_words))


def _is_marked(likelihood: float, log_ratio: float, tests: int) -> bool:
    """Chi-squared with one degree of freedom: the chance of a G² as large is erfc(sqrt(G²/2))."""
    chance = erfc(sqrt(max(likelihood, 0.0) / 2))
    return log_ratio >= log2(MIN_RATIO) and chance * tests <= MAX_CHANCE


def _outside(words: Iterable[tuple[int, int]], names: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The words that share no letter with a name; one walk over both."""
    place = reach = 0
    for start, end in words:
        while place < len(names) and names[place].start < end:
            reach = max(reach, names[place].end)
            place += 1
        if reach <= start:
            yield start, end


def _spelled(word: str) -> str:
    return word.lower().translate(_APOSTROPHES).removesuffix("'s")


def _is_telling(word: str, small: frozenset[str]) -> bool:
    """Contractions are small words too: "they're", "don't"."""
    has_digit = not word.isalpha() and any(letter.isdigit() for letter in word)
    is_small = word.partition("'")[0] in small or word.endswith("n't")
    return len(word) > 1 and not has_digit and not is_small
