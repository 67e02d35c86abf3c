"""Words that one text uses markedly more than the others it is compared with: counts, without a word of ours.

Counts are of the whole stored text. Of a text that is not published whole a word is told only where it stands in
what is published of it; otherwise not even that it is absent is told.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from builder.analysis.keyness import Keyword, Keywords, words_of
from builder.model.article import Publish
from builder.model.base import ArticleId
from builder.pages.kinds import At, Context, told_language
from builder.pages.parts.cutter import printed_words, published_of
from builder.pages.parts.figures import MOST_TEXTS
from builder.pages.parts.links import siglum_of
from builder.pages.parts.names import short_name
from builder.pages.parts.naming import MAX_COLUMNS
from builder.pages.parts.whole import First
from builder.pages.shapes.small import Link
from builder.pages.shapes.tables import TableCell, TableHead, TableRow, TableView
from builder.wording import numbered, say, say_many

MAX_WORDS = 8
"""So many words of each text, the most telling ones; the data has all."""


class ToldKeyword(Struct, frozen=True):
    """A word that may be told, with its counts in the order of the texts; None where a text's may not."""

    keyword: Keyword
    counts: tuple[int | None, ...]


class ToldWords:
    """What may be told of the words that texts use more; it looks at what is published of each text once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._printed: dict[ArticleId, frozenset[str]] = {}

    def among(self, articles: Iterable[ArticleId]) -> tuple[Keywords, tuple[ToldKeyword, ...]]:
        """Return what is found among the articles, and of that what may be told, by text."""
        found = self._context.findings.comparison.keywords(articles)
        return found, tuple(
            ToldKeyword(each, self._counts(found, each))
            for each in found.found
            if self._may_tell(each.article, each.word)
        )

    def _counts(self, found: Keywords, keyword: Keyword) -> tuple[int | None, ...]:
        pairs = zip(found.articles, keyword.counts, strict=True)
        return tuple(count if self._may_tell(article, keyword.word) else None for article, count in pairs)

    def _may_tell(self, article: ArticleId, word: str) -> bool:
        whole = self._context.library.publish_of(article) is Publish.FULL
        if not whole and article not in self._printed:
            self._printed[article] = self._printed_words(article)
        return whole or word in self._printed[article]

    def _printed_words(self, article: ArticleId) -> frozenset[str]:
        """The words of each published stretch by itself: two stretches never make one word."""
        text = self._context.library.texts[article]
        stretches = published_of(self._context, article)
        return frozenset(
            word for stretch in stretches for word in words_of(printed_words(text, stretches, stretch))
        )


def keyword_tables(at: At, articles: Iterable[ArticleId]) -> First[TableView]:
    """Return a table of the words that one of the texts uses markedly more; none where no word is told.

    The texts stand by date, the words by the first text that uses them more. With too many texts for a table
    there is none, and the data have them.
    """
    columns, data = at.findings.in_article_order(articles), at.href("data", "keywords.json")
    if len(columns) > MOST_TEXTS:
        words = say("Among more than {most} texts words are not compared.", most=MOST_TEXTS)
        return First((), Link(None, words))
    if len(columns) > MAX_COLUMNS:
        return First((), Link(data, say("More than {most} texts: as data", most=MAX_COLUMNS)))
    found, told = ToldWords(at.context).among(columns)
    rows = _by_word(told)
    if not rows:
        return First((), None)
    every = len({each.keyword.word for each in told})
    words = say_many("All {count} word, as data", "All {count} words, as data", every)
    return First((_table(at.context, found, rows),), Link(data, words) if every > len(rows) else None)


def _table(context: Context, found: Keywords, rows: tuple[tuple[ToldKeyword, ...], ...]) -> TableView:
    heads = tuple(_head(context, article) for article in found.articles)
    totals = tuple(
        TableCell(numbered(words), number=True, label=siglum_of(context, article), quiet=True)
        for article, words in zip(found.articles, found.words, strict=True)
    )
    return TableView(
        caption=say(
            "Words that one text uses markedly more than the others, and how often each text has them"
        ),
        caption_hidden=True,
        heads=(TableHead(say("Word")), *heads),
        rows=(
            *(_row(context, found.articles, each) for each in rows),
            TableRow(None, Link(None, say("All words")), totals),
        ),
    )


def _by_word(told: tuple[ToldKeyword, ...]) -> tuple[tuple[ToldKeyword, ...], ...]:
    """The words of each text, as many as are shown; a word that several texts use more stands once."""
    shown: dict[ArticleId, int] = {}
    by_word: dict[str, list[ToldKeyword]] = {}
    for each in told:
        article = each.keyword.article
        shown[article] = shown.get(article, 0) + 1
        if shown[article] <= MAX_WORDS:
            by_word.setdefault(each.keyword.word, []).append(each)
    return tuple(tuple(same) for same in by_word.values())


def _row(context: Context, articles: tuple[ArticleId, ...], same: tuple[ToldKeyword, ...]) -> TableRow:
    users = frozenset(each.keyword.article for each in same)
    return TableRow(
        None,
        Link(None, same[0].keyword.word, _language(context, users)),
        tuple(
            _cell(count, siglum_of(context, article), is_marked=article in users)
            for article, count in zip(articles, same[0].counts, strict=True)
        ),
    )


def _head(context: Context, article: ArticleId) -> TableHead:
    name = short_name(context.library, article)
    return TableHead(name.text, number=True, lang=name.lang)


def _language(context: Context, users: frozenset[ArticleId]) -> str | None:
    """The language of a word; words of several languages that are written alike are of none."""
    languages = {context.library.language_of(article) for article in users}
    return told_language(languages.pop()) if len(languages) == 1 else None


def _cell(count: int | None, label: str, *, is_marked: bool) -> TableCell:
    words = say("not told") if count is None else numbered(count)
    return TableCell(
        words, number=True, label=label, quiet=not count, note=say("markedly more") if is_marked else None
    )
