"""Topics: what records are about (SKOS: preferred label, broader)."""

from __future__ import annotations

from typing import ClassVar

from builder.model.base import Line, Prose, Record, TopicRef


class Topic(Record):
    """A subject that articles, events and claims share."""

    KIND: ClassVar[str] = "topic"
    name: Line
    """The preferred label."""
    broader: TopicRef | None = None
    """The wider topic that this one belongs to."""
    description: Prose | None = None
    """What the topic covers."""
