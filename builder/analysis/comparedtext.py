"""What comparison needs to know of one article: its words, its outlet and when it was published."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Protocol

from msgspec import Struct

from builder.analysis.order import is_before
from builder.memory import Memory
from builder.model.base import ArticleId, EntityId, OutletId
from builder.model.dates import DateStatement
from builder.model.library import Library
from builder.model.seedtext import SeedText
from builder.text import Span


class Named(Protocol):
    """A place in a text that names an entity."""

    @property
    def entity(self) -> EntityId:
        """The entity."""

    @property
    def span(self) -> Span:
        """The raw range of the name."""

    @property
    def nested(self) -> bool:
        """Whether it lies inside a longer name of another entity."""


class ComparedText(Struct, frozen=True):
    """An article with a stored text."""

    article: ArticleId
    outlet: OutletId
    published: DateStatement
    stored: SeedText
    language: str
    """The language of its words: the article's own, else its outlet's, else the dossier's."""
    digest: str
    """A digest of the clean view: what follows from these words alone may be taken over with it."""
    key: str | None
    """What both views follow from; None where no digest says so."""

    @property
    def clean(self) -> str:
        """The clean view."""
        return self.stored.clean.text

    def raw(self, clean: Span) -> Span:
        """Return the raw range of a clean one."""
        return self.stored.to_raw(clean)


def compared_texts(
    library: Library, articles: Iterable[ArticleId], digests: Memory[str, str]
) -> tuple[ComparedText, ...]:
    """Return the articles that have a text, in the given order; `digests` knows those of clean views."""
    return tuple(
        _compared_text(library, article, digests) for article in articles if article in library.texts
    )


def _compared_text(library: Library, article_id: ArticleId, digests: Memory[str, str]) -> ComparedText:
    article, text = library.articles[article_id], library.texts[article_id]
    return ComparedText(
        article_id,
        article.outlet,
        article.published,
        text,
        library.language_of(article_id),
        digests.of(text.key, text, _digest_of_clean),
        text.key,
    )


def _digest_of_clean(text: SeedText) -> str:
    return sha256(text.clean.text.encode("utf-8", "surrogatepass")).hexdigest()


def first_published(texts: Iterable[ComparedText]) -> ArticleId | None:
    """Return the text whose date lies before those of all others; None where the dates leave that open."""
    every = tuple(texts)
    for text in every:
        if all(other is text or _is_before(text, other) for other in every):
            return text.article
    return None


def _is_before(one: ComparedText, other: ComparedText) -> bool:
    return is_before(one.published, other.published, same_clock=one.outlet == other.outlet)
