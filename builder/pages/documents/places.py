"""Where words stand: a range of a stored text, with its words only where they may be published.

Offsets are code points of the stored texts, half-open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from builder.model.base import ArticleId
from builder.pages.documents.kinds import Column, Part
from builder.pages.documents.rows import Row
from builder.pages.kinds import Context
from builder.pages.parts.cutter import may_print
from builder.text import Span

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


def _texts(context: Context) -> Iterator[ComparedText]:
    texts = context.library.texts
    for article in context.findings.article_order:
        if article in texts:
            text = texts[article]
            yield ComparedText(article=article, sha256=text.sha256, characters=len(text.raw))


TEXTS = Part("texts", Iterator[ComparedText], _texts)
"""The stored texts by date."""


def siglum_of(context: Context, article: ArticleId) -> str | None:
    """Return the short mark of an article, where it has one."""
    return context.library.articles[article].siglum


PLACE_COLUMNS: tuple[Column[TextPlace], ...] = (
    "article",
    ("siglum", lambda context, row: siglum_of(context, row.article)),
    ("start", lambda _, row: row.range.start),
    ("end", lambda _, row: row.range.end),
    "paragraph",
    ("words", lambda _, row: row.exact),
)
