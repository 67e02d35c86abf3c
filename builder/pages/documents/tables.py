"""Tables: columns with their type and meaning, told once; CSV, the data package and the database follow from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import NoneType, UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin

from msgspec import Struct

from builder.blocks import Rows
from builder.model.base import (
    ArticleId,
    ClaimId,
    CodingId,
    ComparisonId,
    EntityId,
    EventId,
    Model,
    OutletId,
    TopicId,
)
from builder.model.helplines import help_lines
from builder.model.walk import declared_fields
from builder.pages.documents.rows import cell, fields_of
from builder.pages.kinds import Context

Cells = tuple[str, ...]
Values = tuple[object, ...]
Row = TypeVar("Row")
Told = (
    str | tuple[str, Callable[[Context, Row], object]] | tuple[str, Callable[[Context, Row], object], object]
)
"""A column as it is told: a field of the rows, or a name and how to make what stands there, and its type where that is
no text.
"""
IDS: dict[object, str] = {
    OutletId: "outlet",
    ArticleId: "article",
    EntityId: "entity",
    EventId: "event",
    TopicId: "topic",
    ClaimId: "claim",
    ComparisonId: "comparison",
    CodingId: "coding",
}
"""The kind of record that an id of this type names."""


class Column(Struct, frozen=True):
    """A column: its name, `type` of one value (`str`, `int`, `float` or `bool`), and a line of help where there is one.

    `several` says that a cell may hold more than one value, `names` of which kind of record they are the ids.
    """

    name: str
    type: type
    several: bool
    names: str | None
    help: str | None


class Table(Struct, frozen=True):
    """A table; `key` are the columns that tell a row from all others, none where several may be alike."""

    columns: Callable[[], tuple[Column, ...]]
    rows: Callable[[Context], Rows[Values]]
    key: tuple[str, ...] = ()

    def cells(self, context: Context) -> Iterator[Cells | Rows[Cells]]:
        """Yield the names of the columns, then all rows as texts."""
        yield tuple(column.name for column in self.columns())
        yield self.rows(context).map(lambda values: tuple(map(cell, values)))


def table(
    of: type,
    told: tuple[Told[Row], ...],
    rows: Callable[[Context], Rows[Row]],
    key: tuple[str, ...] = (),
) -> Table:
    """Return a table of rows; types and help of columns that are fields follow from the type `of` a row."""

    def values(context: Context) -> Rows[Values]:
        return rows(context).map(
            lambda row: tuple(
                getattr(row, column) if isinstance(column, str) else column[1](context, row)
                for column in told
            )
        )

    return Table(lambda: _columns(of, told), values, key)


def _columns(of: type, told: Iterable[Told[Row]]) -> tuple[Column, ...]:
    fields = _fields(of)
    return tuple(
        _column(column, *fields[column])
        if isinstance(column, str)
        else _column(column[0], column[2] if len(column) > 2 else str, None)
        for column in told
    )


def _fields(of: type) -> dict[str, tuple[object, str | None]]:
    """The type and the help of each field of a row or of a record; nothing of rows that are pairs of others."""
    if issubclass(of, Model):
        lines = help_lines(of)
        return {field.name: (field.info.annotation, lines.get(field.name)) for field in declared_fields(of)}
    return {each.name: (each.hint, each.help) for each in fields_of(of)} if issubclass(of, Struct) else {}


def _column(name: str, hint: object, words: str | None) -> Column:
    several = False
    while get_origin(hint) is not None:
        several = several or get_origin(hint) is tuple
        if get_origin(hint) in (Union, UnionType):
            hint = next(each for each in get_args(hint) if each is not NoneType)
        elif get_origin(hint) in (Annotated, tuple):
            hint = get_args(hint)[0]
        else:
            hint = str
    plain = next(
        (each for each in (bool, int, float) if isinstance(hint, type) and issubclass(hint, each)), str
    )
    return Column(name, plain, several, IDS.get(hint), words)
