"""Words that one text uses markedly more than the others on a page that compares them.

Counts are of whole texts; a word is told of a text only where it stands in what is published of that text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from builder.analysis.keyness import MAX_CHANCE, MIN_COUNT, MIN_RATIO
from builder.pages.documents.kinds import Column, DataKind, Part, table
from builder.pages.documents.places import Compared, ComparingPage, InArticle, siglum_of
from builder.pages.documents.rows import Row, cell, row_of
from builder.pages.kinds import Context
from builder.pages.parts.compared import compared_sets
from builder.pages.parts.figures import MOST_TEXTS
from builder.pages.parts.keywords import ToldWords
from builder.wording import marked


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


def words_told(context: Context) -> Iterator[WordsTold]:
    """Yield every page that compares texts, not too many of them, and has a word to tell."""
    words = ToldWords(context)
    for page, articles in compared_sets(context):
        if len(articles) <= MOST_TEXTS:
            found, told = words.among(articles)
            if told:
                rows = tuple(row_of(KeywordRow, each.keyword, counts=each.counts) for each in told)
                yield row_of(WordsTold, found, page=page, keywords=rows)


OnPage = tuple[WordsTold, KeywordRow]


def _on_pages(context: Context) -> Iterator[OnPage]:
    return ((page, word) for page in words_told(context) for word in page.keywords)


def _others(_context: Context, row: OnPage) -> tuple[str, ...]:
    counts = zip(row[0].articles, row[1].counts, strict=True)
    return tuple(
        f"{article} {'not told' if count is None else cell(count)}"
        for article, count in counts
        if article != row[1].article
    )


COLUMNS: tuple[Column[OnPage], ...] = (
    ("page", lambda _, row: row[0].page),
    ("word", lambda _, row: row[1].word),
    ("used_more_in", lambda _, row: row[1].article),
    ("siglum", lambda context, row: siglum_of(context, row[1].article)),
    ("count", lambda _, row: row[1].counts[row[0].articles.index(row[1].article)]),
    ("text_words", lambda _, row: row[0].words[row[0].articles.index(row[1].article)]),
    ("other_texts", _others),
    ("likelihood", lambda _, row: row[1].likelihood),
    ("log_ratio", lambda _, row: row[1].log_ratio),
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
    table(COLUMNS, _on_pages),
)
