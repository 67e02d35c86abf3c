"""Links to records in words: sigla, sources, numbered titles."""

from __future__ import annotations

from builder.model.base import ArticleId
from builder.pages.kinds import At, Context, foreign_language
from builder.pages.parts.dates import date_words
from builder.pages.parts.words import in_row
from builder.pages.shapes.small import Link, NumberedLink, SiglumView, SourceView
from builder.wording import language, say


def record_link(at: At, kind: str, record_id: str, fragment: str = "") -> Link:
    """Return a link to a record by the name that pages use."""
    href = at.href(kind, record_id, fragment)
    if kind == "article":
        title = at.library.title_of(ArticleId(record_id))
        return Link(href, title.text, title.lang if title.lang != language() else None)
    return Link(href, at.library.name_of(kind, record_id), foreign_language(at.library))


def numbered_link(at: At, kind: str, record_id: str) -> NumberedLink:
    """Return a link to a claim or event with its number, where it has one."""
    number = getattr(at.library.records(kind)[record_id], "number", None)
    return NumberedLink(number.upper() if number else None, record_link(at, kind, record_id))


def siglum_of(context: Context, article_id: ArticleId) -> str:
    """Return the short name of an article; its outlet's name where it has no siglum."""
    article = context.library.articles[article_id]
    return article.siglum or context.library.outlets[article.outlet].name


def siglum_view(at: At, article_id: ArticleId) -> SiglumView | None:
    """Return an article's siglum as a link, or None where the article has none."""
    article = at.library.articles[article_id]
    if article.siglum is None:
        return None
    outlet, title = at.library.outlets[article.outlet].name, at.library.title_of(article_id).text
    words = say("{outlet}: {title}", outlet=outlet, title=title)
    return SiglumView(article.siglum, at.href("article", article_id), words)


def source_view(at: At, article_id: ArticleId, *, dated: bool = True) -> SourceView:
    """Return an article as the source of words: siglum, outlet and, where wanted, date."""
    article = at.library.articles[article_id]
    date = date_words(article.published.edtf) if dated else None
    return SourceView(siglum_view(at, article_id), at.library.outlets[article.outlet].name, date)


def source_words(context: Context, article_id: ArticleId) -> str:
    """Return an article as a source in plain words: `002 The Jerusalem Post, 12 Nov 2015`."""
    article = context.library.articles[article_id]
    name = " ".join(filter(None, (article.siglum, context.library.outlets[article.outlet].name)))
    return in_row((name, date_words(article.published.edtf)))
