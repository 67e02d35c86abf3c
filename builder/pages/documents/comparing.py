"""What the comparison of texts found, as documents: shared words, words that one text uses more.

Offsets are code points of the stored texts, half-open.

Counts are of whole texts; a word is told of a text only where it stands in what is published of that text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import field

from builder.analysis.comparisonfindings import PairComparison, PassageKind, SharedPassage
from builder.analysis.keyness import MAX_CHANCE, MIN_COUNT, MIN_RATIO
from builder.analysis.passages.rule import RULES, Rule
from builder.blocks import Rows
from builder.model.base import ArticleId
from builder.pages.documents.kinds import DataKind, Part
from builder.pages.documents.rows import Row, cell, one_of, row_of
from builder.pages.documents.tables import Told, table
from builder.pages.kinds import Context
from builder.pages.parts.compared import ComparedSet, compared_sets
from builder.pages.parts.cutter import may_print
from builder.pages.parts.figures import MOST_TEXTS
from builder.pages.parts.keywords import ToldWords
from builder.pages.parts.shared import PAIR, pair_subject
from builder.text import Span
from builder.wording import marked

InArticle = Annotated[ArticleId, "The id of the article."]
Exact = Annotated[str | None, "The words; absent where they may not be published."]
Paragraph = Annotated[int, "The number of the paragraph in which it begins, from 1."]
SentenceRange = Annotated[Span, "The sentence in which it stands."]
FirstIn = Annotated[ArticleId | None, "Where it appeared first; null where the dates do not tell."]
ComparingPage = Annotated[str, "The address of the page that compares them, from the root of the site."]
Compared = Annotated[tuple[ArticleId, ...], "The ids of the articles that are compared, by date."]


class Place(Row, frozen=True, kw_only=True):
    """A range of a stored text."""

    exact: Exact = None
    range: Span
    paragraph: Paragraph


class TextPlace(Row, frozen=True, kw_only=True):
    """A range of the stored text of an article."""

    article: InArticle
    exact: Exact = None
    range: Span
    paragraph: Paragraph


class Pointer(Row, frozen=True, kw_only=True):
    """Which of the values above is meant: the one with this place."""

    article: InArticle
    range: Span


class ComparedText(Row, frozen=True, kw_only=True):
    """A stored text that ranges belong to."""

    article: InArticle
    sha256: Annotated[str, "The SHA-256 of its bytes."]
    characters: Annotated[int, "How many code points it has."]


def place(context: Context, article: ArticleId, span: Span) -> Place:
    """Return where a range of a text stands."""
    text = context.library.texts[article]
    paragraph = text.paragraph_at(span.start)
    exact = span.of(text.raw) if may_print(context, article, span) else None
    return Place(exact=exact, range=span, paragraph=paragraph.number if paragraph else 1)


def few_compared(context: Context) -> Iterator[ComparedSet]:
    """Yield every page that compares texts, and these, but those of too many texts to be laid side by side."""
    return (compared for compared in compared_sets(context) if len(compared[1]) <= MOST_TEXTS)


def _texts(context: Context) -> Rows[ComparedText]:
    texts = context.library.texts

    def text(article: ArticleId) -> Iterator[ComparedText]:
        if article in texts:
            found = texts[article]
            yield ComparedText(article=article, sha256=found.sha256, characters=found.characters)

    return Rows(context.findings.article_order, text)


TEXTS = Part("texts", Iterator[ComparedText], _texts)
"""The stored texts by date."""


def siglum_of(context: Context, article: ArticleId) -> str | None:
    """Return the short mark of an article, where it has one."""
    return context.library.articles[article].siglum


PLACE_COLUMNS: tuple[Told[TextPlace], ...] = (
    "article",
    ("siglum", lambda context, row: siglum_of(context, row.article)),
    ("start", lambda _, row: row.range.start, int),
    ("end", lambda _, row: row.range.end, int),
    "paragraph",
    ("words", lambda _, row: row.exact),
)


class KeywordRule(Row, frozen=True, kw_only=True):
    """The numbers that decide which words are told."""

    min_count: Annotated[int, "A word stands so often in its text at least."]
    min_ratio: Annotated[float, "It is so many times as frequent there as in the others at least."]
    max_chance: Annotated[float, "Chance alone would bring so large a difference this often at most."]


class KeywordRow(Row, frozen=True, kw_only=True):
    """A word that one text uses markedly more."""

    word: Annotated[str, "The word, in small letters."]
    article: InArticle
    counts: Annotated[tuple[int | None, ...], "In the order of the articles; null where it may not be told."]
    likelihood: Annotated[float, "How unlikely the difference is by chance: log-likelihood."]
    log_ratio: Annotated[float, "How many times as frequent the word is, as a power of two."]


class WordsTold(Row, frozen=True, kw_only=True):
    """The words of a page that compares texts."""

    page: ComparingPage
    articles: Compared
    words: Annotated[tuple[int, ...], "How many words each of them has."]
    keywords: Annotated[tuple[KeywordRow, ...], "The words, by text."]


def words_told(context: Context) -> Rows[WordsTold]:
    """Return every page that compares texts, not too many of them, and has a word to tell."""

    def on_page(compared: ComparedSet) -> Iterator[WordsTold]:
        page, articles = compared
        found, told = ToldWords(context).among(articles)
        if told:
            rows = tuple(row_of(KeywordRow, each.keyword, counts=each.counts) for each in told)
            yield row_of(WordsTold, found, page=page, keywords=rows)

    return Rows(few_compared(context), on_page)


OnPage = tuple[WordsTold, KeywordRow]


def _on_pages(context: Context) -> Rows[OnPage]:
    return words_told(context).spread(lambda page: ((page, word) for word in page.keywords))


def _others(_context: Context, row: OnPage) -> tuple[str, ...]:
    counts = zip(row[0].articles, row[1].counts, strict=True)
    return tuple(
        f"{article} {'not told' if count is None else cell(count)}"
        for article, count in counts
        if article != row[1].article
    )


_KEYWORD_COLUMNS: tuple[Told[OnPage], ...] = (
    ("page", lambda _, row: row[0].page),
    ("word", lambda _, row: row[1].word),
    ("used_more_in", lambda _, row: row[1].article, ArticleId),
    ("siglum", lambda context, row: siglum_of(context, row[1].article)),
    ("count", lambda _, row: row[1].counts[row[0].articles.index(row[1].article)], int),
    ("text_words", lambda _, row: row[0].words[row[0].articles.index(row[1].article)], int),
    ("other_texts", _others, tuple[str, ...]),
    ("likelihood", lambda _, row: row[1].likelihood, float),
    ("log_ratio", lambda _, row: row[1].log_ratio, float),
)
KEYWORDS = DataKind(
    "keywords",
    marked("Words used more"),
    (
        Part(
            "rule",
            KeywordRule,
            lambda _: KeywordRule(min_count=MIN_COUNT, min_ratio=MIN_RATIO, max_chance=MAX_CHANCE),
        ),
        Part("comparisons", Iterator[WordsTold], words_told),
    ),
    marked("each word that one text uses markedly more than others, with counts"),
    marked("the same, and the rule"),
    table(tuple, _KEYWORD_COLUMNS, _on_pages, key=("page", "used_more_in", "word")),
)


COUNTING = one_of(kind for kind in PassageKind if kind.counts)
Words = Annotated[int, "How many words both have, in the same order."]


class RunRow(Row, frozen=True, kw_only=True):
    """A stretch that both texts share word for word."""

    ranges: Annotated[tuple[Span, ...], "Its range in each of the two texts."]
    words: Words


class PassageRow(Row, frozen=True, kw_only=True):
    """A stretch of two texts that is the same, or nearly the same, word for word."""

    kind: Annotated[PassageKind, COUNTING, "What it is made of."]
    words: Words
    length: Annotated[int, "How many words the longer of the two stretches has."]
    first_in: FirstIn
    places: Annotated[tuple[Place, ...], "Its place in each of the two texts."]
    runs: Annotated[tuple[RunRow, ...], "The verbatim stretches inside it."]


class Pair(Row, frozen=True, kw_only=True):
    """Two texts that share words."""

    articles: Annotated[tuple[ArticleId, ArticleId], "The ids of the two, by date."]
    page: Annotated[str | None, "The address of the page that shows the two side by side."] = None
    words: Annotated[tuple[int, int], "How many words each of the two has."]
    shared: Annotated[int, "How many words their passages have in common."]
    rule: Annotated[
        str, "The mode of the rule they were looked for by: `dossier` for texts of one story, else `site`."
    ]
    passages: Annotated[tuple[PassageRow, ...], "In the order of the first text."]


class Share(Row, frozen=True, kw_only=True):
    """How much of one text stands in others too."""

    article: InArticle
    words: Annotated[int, "How many words it has."]
    shared: Annotated[int, "How many of them are the same in some other text."]
    with_articles: Annotated[tuple[ArticleId, ...], "Whom with, most words first."] = field(name="with")
    unique: Annotated[tuple[Span, ...], "Its longer sentences that no passage touches."]


class NearlySame(Row, frozen=True, kw_only=True):
    """Texts that are nearly the same."""

    articles: Annotated[tuple[ArticleId, ...], "Their ids, by date."]
    first_in: FirstIn


class Standing(Row, frozen=True, kw_only=True):
    """Words that an outlet prints in many of its texts."""

    outlet: Annotated[str, "The id of the outlet."]
    places: Annotated[tuple[TextPlace, ...], "Where they stand, by date."]


def _pairs(context: Context) -> Rows[Pair]:
    pairs = context.findings.comparison.pairs
    return Rows(pairs, lambda articles: (_pair(context, pairs[articles]),))


def _pair(context: Context, pair: PairComparison) -> Pair:
    page = context.routes.path(PAIR, pair_subject(*pair.articles))
    passages = tuple(_passage(context, passage) for passage in pair.passages)
    return row_of(Pair, pair, page=page, passages=passages)


def _passage(context: Context, passage: SharedPassage) -> PassageRow:
    places = (place(context, article, passage.span_in(article)) for article in passage.articles)
    runs = tuple(RunRow(ranges=run.spans, words=run.words) for run in passage.runs)
    return row_of(PassageRow, passage, places=tuple(places), runs=runs)


def _shares(context: Context) -> Rows[Share]:
    shares = context.findings.comparison.shares
    return Rows(
        shares, lambda article: (row_of(Share, shares[article], unique=tuple(shares[article].unique)),)
    )


def _clusters(context: Context) -> Iterator[NearlySame]:
    return (row_of(NearlySame, cluster) for cluster in context.findings.comparison.clusters)


def _standing(context: Context) -> Iterator[Standing]:
    for outlet, standing in context.findings.comparison.standing.items():
        for found in standing:
            places = (row_of(TextPlace, place(context, *each), article=each[0]) for each in found.places)
            yield Standing(outlet=outlet, places=tuple(places))


InPair = tuple[Pair, PassageRow]


def _in_pairs(context: Context) -> Rows[InPair]:
    return _pairs(context).spread(lambda pair: ((pair, passage) for passage in pair.passages))


def _side(side: int, name: str) -> tuple[Told[InPair], ...]:
    return (
        (f"{name}_start", lambda _, row: row[1].places[side].range.start, int),
        (f"{name}_end", lambda _, row: row[1].places[side].range.end, int),
        (f"{name}_paragraph", lambda _, row: row[1].places[side].paragraph, int),
        (f"{name}_words", lambda _, row: row[1].places[side].exact),
    )


_PAIR_COLUMNS: tuple[Told[InPair], ...] = (
    ("first", lambda _, row: row[0].articles[0], ArticleId),
    ("second", lambda _, row: row[0].articles[1], ArticleId),
    ("page", lambda _, row: row[0].page),
    ("kind", lambda _, row: row[1].kind),
    ("words", lambda _, row: row[1].words, int),
    ("length", lambda _, row: row[1].length, int),
    ("first_in", lambda _, row: row[1].first_in, ArticleId),
    *_side(0, "first"),
    *_side(1, "second"),
)
PASSAGES = DataKind(
    "passages",
    marked("Words that texts share"),
    (
        TEXTS,
        Part("rules", tuple[Rule, ...], lambda _context: RULES),
        Part("pairs", Iterator[Pair], _pairs),
        Part("shares", Iterator[Share], _shares),
        Part("clusters", Iterator[NearlySame], _clusters),
        Part("standing", Iterator[Standing], _standing),
    ),
    marked("each shared passage with its place in both texts"),
    marked("the same, how much of each text, and the rules"),
    table(tuple, _PAIR_COLUMNS, _in_pairs),
)
