"""Events: what happened, when, and what the date rests on."""

from __future__ import annotations

from typing import ClassVar

from builder.model.base import EntityRef, Line, Prose, Record, RecordNumber, TopicRef
from builder.model.dates import DateStatement
from builder.model.sources import Source


class Event(Record):
    """Something that happened and that texts report."""

    KIND: ClassVar[str] = "event"
    number: RecordNumber | None = None
    """A number to cite it by, `e07`."""
    title: Line
    """What happened."""
    date: DateStatement
    """When it happened."""
    topics: tuple[TopicRef, ...] = ()
    """The topics it belongs to."""
    entities: tuple[EntityRef, ...] = ()
    """Who or what took part."""
    place: EntityRef | None = None
    """Where it happened."""
    description: Prose | None = None
    """What is known of it."""
    sources: tuple[Source, ...] = ()
    """Outside sources."""
