"""Entities: persons, organisations, places and works that texts name."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from builder.model.base import ArticleRef, EntityRef, LanguageTag, Line, Model, Name, Prose, Record, WebUrl
from builder.model.quotes import ArticleQuote


class EntityKind(StrEnum):
    """What sort of thing it is."""

    PERSON = "person"
    """one human being"""
    ORGANISATION = "organisation"
    """a body that acts under one name"""
    GROUP = "group"
    """people who are named together and are no body"""
    PLACE = "place"
    """somewhere on the map"""
    WORK = "work"
    """a book, film, video, law or agreement"""
    OBJECT = "object"
    """a ship, aircraft, building or other single thing"""


class AliasCase(StrEnum):
    """Whether capitals matter when an alias is looked for."""

    ANY = "any"
    """Capitals do not matter."""
    EXACT = "exact"
    """Only these capitals mean the entity."""


class Alias(Model):
    """Another name. Its short form is the name."""

    SHORT_FORM = "text"
    text: Name
    """The name as texts write it."""
    case: AliasCase = AliasCase.ANY
    """Whether capitals matter: IS, not is."""
    only: tuple[ArticleRef, ...] = ()
    """Where given: only in these articles does the name mean the entity."""
    language: LanguageTag | None = None
    """The language of the name, where it is not the dossier's."""


class FalseFriend(ArticleQuote):
    """Words of an article that look like a name of the entity and are not."""

    note: Line | None = None
    """What they mean instead; readers see it."""


class Entity(Record):
    """A person, organisation, place or work."""

    KIND: ClassVar[str] = "entity"
    name: Name
    """The name that pages use."""
    kind: EntityKind
    """What sort of thing it is."""
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
