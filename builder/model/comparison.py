"""Comparisons: a set of articles and claims that an editor lays side by side."""

from __future__ import annotations

from typing import ClassVar

from builder.model.base import ArticleRef, ClaimRef, Line, Prose, Record, TopicRef


class Comparison(Record):
    """A question, the articles that answer it and the claims to compare them by."""

    KIND: ClassVar[str] = "comparison"
    title: Line
    """What is compared."""
    question: Line | None = None
    """The question that a reader brings."""
    articles: tuple[ArticleRef, ...]
    """The articles; pages order them by date."""
    claims: tuple[ClaimRef, ...] = ()
    """The claims, in the order to read them."""
    topics: tuple[TopicRef, ...] = ()
    """The topics it belongs to."""
    commentary: Prose | None = None
    """What the comparison shows, in the editors' words."""
