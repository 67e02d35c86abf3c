"""Words that one text uses markedly more than the others on a page that compares them.

Counts are of whole texts; a word is told of a text only where it stands in what is published of that text.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.keyness import MAX_CHANCE, MIN_COUNT, MIN_RATIO, Keywords
from builder.model.base import ArticleId
from builder.pages.documents.kinds import DATA, DocumentKind, Json, JsonObject, Rows
from builder.pages.documents.records import envelope
from builder.pages.kinds import At, Context
from builder.pages.parts.compared import compared_sets
from builder.pages.parts.figures import MOST_TEXTS
from builder.pages.parts.keywords import ToldKeyword, ToldWords
from builder.paths import SitePath

COLUMNS = (
    *("page", "word", "used_more_in", "siglum", "count", "text_words"),
    *("other_texts", "likelihood", "log_ratio"),
)

Told = tuple[SitePath, Keywords, tuple[ToldKeyword, ...]]


def _told(context: Context) -> Iterator[Told]:
    """Every page that compares texts, not too many of them, and has a word to tell."""
    words = ToldWords(context)
    for page, articles in compared_sets(context):
        if len(articles) <= MOST_TEXTS:
            found, told = words.among(articles)
            if told:
                yield page, found, told


def keywords(context: Context) -> JsonObject:
    """Return for every page that compares texts the words that one of them uses markedly more."""
    sets: list[Json] = [
        {
            "page": str(page),
            "articles": list(found.articles),
            "words": list(found.words),
            "keywords": [_keyword(each) for each in told],
        }
        for page, found, told in _told(context)
    ]
    rule: JsonObject = {"min_count": MIN_COUNT, "min_ratio": MIN_RATIO, "max_chance": MAX_CHANCE}
    return {**envelope(context, "keywords"), "rule": rule, "comparisons": sets}


def _keyword(told: ToldKeyword) -> JsonObject:
    keyword = told.keyword
    return {
        "word": keyword.word,
        "article": keyword.article,
        "counts": list(told.counts),
        "likelihood": keyword.likelihood,
        "log_ratio": keyword.log_ratio,
    }


def keyword_rows(context: Context) -> Rows:
    """Return one row for each word of a text that a page has."""
    return (
        COLUMNS,
        *(_cells(At(context, page), found, each) for page, found, told in _told(context) for each in told),
    )


def _cells(at: At, found: Keywords, told: ToldKeyword) -> tuple[str, ...]:
    keyword = told.keyword
    place = found.articles.index(keyword.article)
    others = "; ".join(
        f"{article} {'not told' if count is None else count}"
        for article, count in zip(found.articles, told.counts, strict=True)
        if article != keyword.article
    )
    return (
        *(str(at.page), keyword.word, keyword.article, _siglum(at.context, keyword.article)),
        *(str(keyword.counts[place]), str(found.words[place]), others),
        *(str(keyword.likelihood), str(keyword.log_ratio)),
    )


def _siglum(context: Context, article: ArticleId) -> str:
    return context.library.articles[article].siglum or ""


DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(SitePath(f"{DATA}keywords.json"), "Words used more (JSON)", keywords, "keywords"),
    DocumentKind(SitePath(f"{DATA}keywords.csv"), "Words used more (CSV)", keyword_rows),
)
