"""What a document is: an address and what stands there, told once; JSON, CSV, schema and menu follow from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TypeVar
from xml.etree.ElementTree import Element

from msgspec import Struct

from builder.pages.documents.published import DocumentHead
from builder.pages.documents.rows import Json, JsonObject, cell, told, told_object
from builder.pages.documents.schema import published_schema, schema_of
from builder.pages.kinds import Context
from builder.paths import SitePath
from builder.wording import marked, say

DATA = "data/"
SCHEMAS = "schemas/"

Document = Json | Iterator[tuple[str, ...]] | Element | str | Iterator[str]
"""What a document holds before it is serialised; an iterator is passed on piece by piece and never held."""


class Section(StrEnum):
    """Where on the Data page a document is listed."""

    WHOLE = "whole"
    BIBLIOGRAPHY = "bibliography"
    FEEDS = "feeds"
    TERMS = "terms"


class Entry(Struct, frozen=True):
    """A line of the Data page."""

    section: Section
    label: str
    about: str


Listed = Callable[[Context], Entry]
"""What the Data page says of a document."""


def listed(section: Section, label: str, about: str) -> Listed:
    """Return what makes a line that is the same for every dossier, of words that are marked for the catalogue."""
    return lambda _context: Entry(section, say(label), say(about))


class DocumentKind(Struct, frozen=True):
    """A file for machines. `entry` is its line on the Data page, if it has one; `absolute` needs the site's address."""

    path: SitePath
    make: Callable[[Context], Document]
    entry: Listed | None = None
    absolute: bool = False


Kind = TypeVar("Kind")
Column = str | tuple[str, Callable[[Context, Kind], object]]
"""A column of a table: a field of its rows, or a name and how to make what stands there."""


Rows = Callable[[Context], Iterator[tuple[str, ...]]]


def table(columns: tuple[Column[Kind], ...], rows: Callable[[Context], Iterable[Kind]]) -> Rows:
    """Return what makes a table: the names of the columns, then each row."""

    def made(context: Context) -> Iterator[tuple[str, ...]]:
        yield tuple(column if isinstance(column, str) else column[0] for column in columns)
        for row in rows(context):
            yield tuple(
                cell(getattr(row, column) if isinstance(column, str) else column[1](context, row))
                for column in columns
            )

    return made


class Part(Struct, frozen=True):
    """A part of a JSON document: its key, its type, `Iterator[…]` for a list, and how it is made."""

    name: str
    type: object
    make: Callable[[Context], object]


class DataKind(Struct, frozen=True):
    """A document of the data: `data/<name>.json`, its schema, its table if it has one, its lines on the Data page.

    `about` tells of the table where there is one, and `other` of the JSON beside it. Title and both are marked for the
    catalogue; the schema has the title as it is.
    """

    name: str
    title: str
    parts: tuple[Part, ...]
    about: str = ""
    other: str = marked("the same")
    table: Rows | None = None
    is_listed: bool = True
    """Whether the Data page lists it by itself; the records of a kind have a table of their own there."""

    @property
    def path(self) -> SitePath:
        """Where its JSON is."""
        return SitePath(f"{DATA}{self.name}.json")

    @property
    def table_path(self) -> SitePath:
        """Where its table is, if it has one."""
        return SitePath(f"{DATA}{self.name}.csv")

    @property
    def schema_path(self) -> SitePath:
        """Where its schema is."""
        return SitePath(f"{DATA}{SCHEMAS}{self.name}.schema.json")

    def files(self) -> Iterator[DocumentKind]:
        """Yield its table, its JSON and its schema."""
        if self.table is not None:
            yield DocumentKind(self.table_path, self.table, self._listed("CSV", self.about))
        about = self.about if self.table is None else self.other
        yield DocumentKind(self.path, self.json, self._listed("JSON", about))
        yield DocumentKind(self.schema_path, lambda _context: self.schema())

    def _listed(self, form: str, about: str) -> Listed | None:
        if not self.is_listed:
            return None
        return lambda _context: Entry(
            Section.WHOLE, say("{title} ({format})", title=say(self.title), format=form), say(about)
        )

    def json(self, context: Context) -> JsonObject:
        """Return whose data it is, as of when and under which terms, then its parts."""
        dossier, terms = context.library.dossier, context.library.dossier.licence
        head = DocumentHead(
            schema=f"{SCHEMAS}{self.name}.schema.json",
            dossier=dossier.title,
            as_of=dossier.as_of.text if dossier.as_of else None,
            licence=(terms.url or terms.name) if terms else None,
        )
        return told_object(head) | {part.name: told(part.make(context)) for part in self.parts}

    def schema(self) -> JsonObject:
        """Return the schema of its JSON."""
        return published_schema(self.title, {part.name: part.type for part in self.parts})


def schema_file(name: str, title: str, hint: object) -> DocumentKind:
    """Return the schema of a document that begins as a format of others wants it."""
    path = SitePath(f"{DATA}{SCHEMAS}{name}.schema.json")
    return DocumentKind(path, lambda _context: schema_of(title, hint))
