"""The guided path: what a reader who has five minutes is led to, stop by stop."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from builder.model.base import (
    ArticleRef,
    ClaimRef,
    ComparisonId,
    EntityRef,
    EventRef,
    Line,
    Model,
    OutletRef,
    RefersTo,
    TopicRef,
)

STOP_KINDS = ("claim", "comparison", "event", "article", "topic", "entity", "outlet", "page")
"""The kinds of records that a stop can be, by the keys that name them."""


class BuiltPage(StrEnum):
    """A page that the builder makes of many records."""

    CLAIMS = "claims"
    """all claims by reading"""
    COMPARISONS = "comparisons"
    """what is laid side by side"""
    ARTICLES = "articles"
    """all articles by date"""
    TOPICS = "topics"
    """all topics"""
    TIMELINE = "timeline"
    """events and articles on one axis"""
    SOURCES = "sources"
    """reliability notes"""
    ENTITIES = "entities"
    """people, places, organisations"""
    CORRECTIONS = "corrections"
    """what was changed after publication"""
    METHODOLOGY = "methodology"
    """how the dossier is made"""


class Stop(Model):
    """A stop of the guided path: one thing of the dossier, and what it shows. Its short form is the id of a record."""

    SHORT_FORM = "record"
    record: Annotated[str, RefersTo(STOP_KINDS)] | None = None
    """A record of any kind, by id."""
    claim: ClaimRef | None = None
    """A claim. With `article` beside it, what that article says of it."""
    comparison: Annotated[ComparisonId, RefersTo(("comparison",))] | None = None
    """A comparison."""
    event: EventRef | None = None
    """An event."""
    article: ArticleRef | None = None
    """An article; beside `claim` the one whose words are shown."""
    topic: TopicRef | None = None
    """A topic."""
    entity: EntityRef | None = None
    """A person, place or organisation."""
    outlet: OutletRef | None = None
    """An outlet."""
    page: Annotated[str, RefersTo(("page",))] | None = None
    """A long page of the editors."""
    built: BuiltPage | None = None
    """A page that the builder makes."""
    says: Line | None = None
    """What a reader finds there, in one line; without it the name of the stop stands there."""

    @model_validator(mode="after")
    def _leads_to_one(self) -> Stop:
        named = [kind for kind in ("record", *STOP_KINDS, "built") if getattr(self, kind) is not None]
        if len(named) != 1 and named != ["claim", "article"]:
            raise PydanticCustomError(
                "bad_stop", "a stop is one record or one page; only `article` may stand beside `claim`"
            )
        return self
