"""Entities: persons, organisations, places and works that texts name."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from builder.model.base import ArticleRef, EntityRef, LanguageTag, Line, Model, Prose, Record, WebUrl
from builder.model.quotes import ArticleQuote


class EntityKind(StrEnum):
    """What sort of thing it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    PLACE = "place"
    WORK = "work"
    OBJECT = "object"


class AliasCase(StrEnum):
    """Whether capitals matter when an alias is looked for."""

    ANY = "any"
    EXACT = "exact"


class Alias(Model):
    """Another name. Its short form is the name."""

    SHORT_FORM = "text"
    text: Line
    """The name as texts write it."""
    case: AliasCase = AliasCase.ANY
    """`exact` where only these capitals mean the entity (IS, not is)."""
    only: tuple[ArticleRef, ...] = ()
    """Only in these articles does the name mean the entity."""
    language: LanguageTag | None = None
    """The language of the name, where it is not the dossier's."""


class FalseFriend(ArticleQuote):
    """Words of an article that look like a name of the entity and are not."""

    note: Line | None = None
    """What they mean instead; published."""


class Entity(Record):
    """A person, organisation, place or work."""

    KIND: ClassVar[str] = "entity"
    name: Line
    """The name that pages use."""
    kind: EntityKind
    aliases: tuple[Alias, ...] = ()
    """Other names, found in texts and by search."""
    not_: tuple[FalseFriend, ...] = Field(default=(), alias="not")
    """Words that are not the entity though they look like a name of it."""
    part_of: EntityRef | None = None
    """The entity it belongs to."""
    description: Prose | None = None
    """Who or what it is."""
    url: WebUrl | None = None
    """Its own address."""
    same_as: tuple[WebUrl, ...] = ()
    """The same thing in other collections, such as Wikidata."""
