"""The tables of the data as one SQLite file, with views that join what is asked together.

It is told as statements with the rows that go into them; the serialiser makes the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from builder.model.edtf import Edtf
from builder.model.kinds import RECORD_KINDS
from builder.pages.documents.kinds import DATA, DataKind, DocumentKind, Section, Statement, listed
from builder.pages.documents.rows import date_text
from builder.pages.documents.tables import Column, Table
from builder.pages.kinds import Context
from builder.paths import SitePath
from builder.wording import marked

PATH = SitePath(f"{DATA}dossier.sqlite")
NAMES = {"appearances": "stances", "matrix": "cells"}
"""What tables are called whose document has the name of a view."""
TYPES: dict[type, str] = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}
VIEWS = (
    """CREATE VIEW appearances AS
-- every appearance with its text, its claim and its outlet
SELECT s.*, a.title AS article_title, a.published_earliest, a.published_latest, a.url,
 o.country AS outlet_country, c.event, c.topics, c.credibility
FROM stances s JOIN articles a ON a.id = s.article JOIN outlets o ON o.id = s.outlet JOIN claims c ON c.id = s.claim""",
    """CREATE VIEW matrix AS
-- one row for each claim and article: what it says, or why it says nothing
SELECT m.claim, m.claim_number, c.statement, c.kind AS claim_kind, c.reading, m.article, m.siglum, a.outlet,
 a.outlet_name, a.published, a.published_earliest, m.state, m.stances, m.hardens
FROM cells m JOIN claims c ON c.id = m.claim JOIN articles a ON a.id = m.article""",
    """CREATE VIEW origins AS
-- each step on which an article relies, and the step that relies on it
SELECT p.article, a.siglum, a.outlet_name, p.depth, p.step, p.kind, coalesce(p.record_name, p.what, p.agent) AS origin,
 p.record_kind, p.record, p.what, p.relation, p.basis, p.place,
 coalesce(n.record_name, n.what, n.agent) AS relied_on_by, p.written_in, p.cue, p.note
FROM provenance p JOIN articles a ON a.id = p.article
LEFT JOIN provenance n ON n.article = p.article AND n.step = p.relied_on_by
WHERE p.depth > 0""",
)


def database_file(kinds: tuple[DataKind, ...]) -> DocumentKind:
    """Return the tables of these documents as one file, made where somebody asks for it."""
    return DocumentKind(
        PATH,
        lambda context: _statements(context, kinds),
        listed(
            Section.WHOLE,
            marked("Database (SQLite)"),
            marked("all tables, with views: appearances, matrix, origins"),
        ),
        is_asked_for=True,
    )


def _statements(context: Context, kinds: tuple[DataKind, ...]) -> Iterator[Statement]:
    yield "CREATE TABLE about (\n name TEXT PRIMARY KEY,\n value TEXT NOT NULL\n)", None
    yield "INSERT INTO about VALUES (?, ?)", _about(context)
    tables = [(NAMES.get(kind.name, kind.name), kind.table) for kind in kinds if kind.table is not None]
    for name, table in tables:
        columns = table.columns()
        yield _created(name, columns, table.key), None
        marks = ", ".join("?" * len(columns))
        statement = f'INSERT INTO "{name}" VALUES ({marks})'  # noqa: S608 (names are ours, values come beside)
        yield statement, _rows(context, table, columns)
        for column in columns:
            if column.names and not column.several:
                yield f'CREATE INDEX "{name}_{column.name}" ON "{name}" ("{column.name}")', None
    yield from ((view, None) for view in VIEWS)


def _about(context: Context) -> Iterator[tuple[str, str]]:
    dossier = context.library.dossier
    told = (
        ("title", dossier.title),
        ("subtitle", dossier.subtitle),
        ("as_of", dossier.as_of and dossier.as_of.text),
        ("language", dossier.language),
        ("editors", "; ".join(dossier.editors)),
        ("licence", dossier.licence and (dossier.licence.url or dossier.licence.name)),
        ("address", context.edition.base_url),
    )
    return ((name, value) for name, value in told if value)


def _created(name: str, columns: tuple[Column, ...], key: tuple[str, ...]) -> str:
    lines = [(_column(column), column.help) for column in columns]
    if key:
        lines.append((f"PRIMARY KEY ({', '.join(map(_quoted, key))})", None))
    last = len(lines) - 1
    told = (
        f" {line}{'' if number == last else ','}{f' -- {words}' if words else ''}"
        for number, (line, words) in enumerate(lines)
    )
    return f"CREATE TABLE {_quoted(name)} (\n" + "\n".join(told) + "\n)"


def _column(column: Column) -> str:
    told = f"{_quoted(column.name)} {'TEXT' if column.several else TYPES[column.type]}"
    if column.several or column.names is None:
        return told
    return f"{told} REFERENCES {_quoted(RECORD_KINDS[column.names].plural)} (id)"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _rows(context: Context, table: Table, columns: tuple[Column, ...]) -> Iterator[tuple[object, ...]]:
    for values in table.rows(context):
        yield tuple(_value(value, column) for value, column in zip(values, columns, strict=True))


def _value(value: object, column: Column) -> object:
    """A number as such, several values as a list in JSON, all else as the words that a table has for it."""
    if value is None or value == "":
        return None
    if isinstance(value, tuple):
        return json.dumps([_text(each) for each in value], ensure_ascii=False)
    return column.type(value) if column.type is not str else _text(value)


def _text(value: object) -> str:
    return date_text(value) if isinstance(value, Edtf) else str(value)
