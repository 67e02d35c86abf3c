"""The database holds the rows of the tables, typed, with keys that hold; its views answer what docs/data.md asks."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from datasette.app import Datasette

from builder.pages.documents.database import NAMES, PATH
from builder.render.documents import chunks
from tests.unit.pages.documents.made import HOSTILE, Files, files_of, json_of, rows_of, showcase_files
from tests.unit.pages.documents.test_data import build
from tests.unit.pages.small import PROJECT, dossier
from tools.docs.data import QUESTIONS


@pytest.fixture(scope="module")
def showcase() -> Files:
    return showcase_files("https://example.org/project/")


@pytest.fixture
def asked(showcase: Files) -> Iterator[sqlite3.Connection]:
    with closing(opened(showcase)) as database:
        yield database


def opened(files: Files) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(files[PATH])
    return database


def test_every_table_has_the_rows_of_its_document_in_their_order(showcase: Files, asked: sqlite3.Connection):
    package = json_of(showcase, "data/datapackage.json")
    assert isinstance(package, dict)
    for resource in package["resources"]:
        rows = rows_of(showcase, f"data/{resource['path']}")
        found = asked.execute(f'SELECT * FROM "{NAMES.get(resource["name"], resource["name"])}"')
        names = [column[0] for column in found.description]
        assert names == [field["name"] for field in resource["schema"]["fields"]]
        assert [as_cells(row) for row in found] == [tuple(row[name] for name in names) for row in rows]


def as_cells(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(map(as_cell, row))


def as_cell(value: object) -> object:
    if isinstance(value, str) and value.startswith("["):
        value = "; ".join(json.loads(value)) if value.endswith(("]", '"]')) and value[1] in '"]' else value
    if isinstance(value, str) and value:
        return f"'{value}" if value.startswith(("=", "+", "-", "@")) else value
    return Same("" if value is None else value)


class Same:
    """A number, yes or no, beside the words that a table has for it."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, cell: object) -> bool:
        if cell in ("", "yes"):
            return self.value in ("", 0) if cell == "" else self.value == 1
        return float(str(self.value)) == float(str(cell))

    __hash__ = None


def test_numbers_and_lists_are_no_texts(asked: sqlite3.Connection):
    types = "SELECT DISTINCT typeof(start), typeof(hardens), typeof(quote) FROM stances"
    assert list(asked.execute(types)) == [("integer", "integer", "text")]
    assert list(asked.execute("SELECT DISTINCT typeof(low) FROM figures")) == [("real",)]
    topics = asked.execute(
        "SELECT count(*) FROM claims, json_each(claims.topics) t JOIN topics ON topics.id = t.value"
    )
    assert topics.fetchone()[0] > 25


def test_the_file_is_whole_and_its_keys_hold(asked: sqlite3.Connection):
    assert list(asked.execute("PRAGMA integrity_check")) == [("ok",)]
    assert list(asked.execute("PRAGMA foreign_key_check")) == []
    assert asked.execute("PRAGMA freelist_count").fetchone() == (0,)
    leading = {
        (table, row[2])
        for (table,) in asked.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for row in asked.execute(f'PRAGMA foreign_key_list("{table}")')
    }
    assert {("stances", "claims"), ("cells", "articles"), ("articles", "outlets")} <= leading


def test_views_tell_appearances_the_matrix_and_origins(asked: sqlite3.Connection):
    count = asked.execute("SELECT count(*) FROM appearances").fetchone()
    assert count == asked.execute("SELECT count(*) FROM stances").fetchone() == (72,)
    matrix = asked.execute("SELECT siglum, state, stances FROM matrix WHERE claim_number = 'c13'")
    assert {siglum: (state, stances) for siglum, state, stances in matrix} == {
        "001": ("not-applicable", None),
        "002": ("silent", None),
        "003": ("stances", "mentions"),
        "000": ("stances", "asserts (former Soviet republics)"),
        "004": ("stances", "attributes (Russia, as “youth from Russia”)"),
    }
    origins = asked.execute(
        "SELECT relied_on_by, relation, origin FROM origins WHERE siglum = '001' ORDER BY step"
    )
    assert list(origins)[:2] == [
        ("[Threat to “liberate Chechnya”]", "quotes", "Daily Mail"),
        ("Daily Mail", "reports", "Al-Arabiya"),
    ]


@pytest.mark.parametrize("number", range(1, 11))
def test_each_of_ten_questions_is_answered_in_the_documentation(asked: sqlite3.Connection, number: int):
    question, statement = QUESTIONS[number - 1]
    text = (PROJECT / "docs" / "data.md").read_text(encoding="utf-8")
    chapter = text.partition(f"### {number}. {question}\n")[2].partition("\n###")[0]
    written = re.search(r"```sql\n(.*?);\n```", chapter, re.DOTALL)
    assert written is not None
    assert written[1] == statement
    rows = asked.execute(statement).fetchall()
    told = [line for line in chapter.splitlines() if line.startswith("| ")][1:]
    assert len(told) - (0 if "|---|" in chapter else 1) == len(rows) > 0


def test_words_are_kept_letter_for_letter_and_what_utf8_cannot_hold_is_shown(tmp_path: Path):
    with closing(opened(files_of(build(tmp_path / "a", title=f"={HOSTILE}")))) as database:
        assert database.execute("SELECT title, byline FROM articles").fetchall() == [(f"={HOSTILE}",) * 2]
    told = [("CREATE TABLE t (a)", None), ("INSERT INTO t VALUES (?)", [("a \ud83d b \x00 c",)])]
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(b"".join(chunks("t.sqlite", iter(told))))
        ((words,),) = database.execute("SELECT a FROM t")
    assert words.isprintable()
    assert (words[:2], words[-2:]) == ("a ", " c")


def test_a_dossier_with_nothing_but_an_outlet_has_every_table_and_view(tmp_path: Path):
    with closing(opened(files_of(dossier(tmp_path, outlets={"paper": {"name": "Paper"}})))) as database:
        for view in ("appearances", "matrix", "origins"):
            assert database.execute(f"SELECT * FROM {view}").fetchall() == []
        assert database.execute("SELECT id FROM outlets").fetchall() == [("paper",)]


def test_datasette_opens_it_and_answers_the_questions(showcase: Files, tmp_path: Path):
    file = tmp_path / "dossier.sqlite"
    file.write_bytes(showcase[PATH])
    served = Datasette([str(file)], immutables=[str(file)])

    async def ask() -> None:
        for _, statement in QUESTIONS:
            answer = await served.client.get("/dossier.json", params={"sql": statement, "_shape": "array"})
            assert answer.status_code == 200
            assert answer.json()
        page = await served.client.get("/dossier/appearances")
        assert page.status_code == 200
        assert "72 rows" in page.text

    with ThreadPoolExecutor(1) as elsewhere:  # where no browser of another test has a loop of its own
        elsewhere.submit(asyncio.run, ask()).result()
