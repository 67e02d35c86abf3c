"""`--sqlite` adds one file to a site, and leaving it out takes the file away again."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

from tests.site.dossiers import build, dossier, files_of, write

FILES = {
    "content/dossier.yaml": "title: Weir\n",
    "content/outlets/paper.yaml": "name: Paper\n",
    "content/topics/water.yaml": "name: Water\n",
}
DATABASE = "data/dossier.sqlite"


def test_the_database_is_there_for_those_who_ask_and_nothing_else_changes_but_the_data_page(tmp_path: Path):
    root = write(tmp_path, FILES)
    plain = files_of(build(root, "--no-search"))
    asked = files_of(build(root, "--no-search", "--sqlite"))
    told_of = {"saving/edition.json", "saving/files.json"}
    assert {path for path in asked if plain.get(path) != asked[path]} == {
        DATABASE,
        "data/index.html",
        *told_of,
    }
    assert b'href="dossier.sqlite"' in asked["data/index.html"]
    assert files_of(build(root, "--no-search", "--sqlite", "--clean")) == asked
    assert files_of(build(root, "--no-search")) == plain


def test_the_database_in_the_zip_is_that_of_the_site(tmp_path: Path):
    root = write(tmp_path, FILES)
    packed = dossier(root, "pack", "--sqlite", "--out", "weir.zip")
    assert packed.returncode == 0, packed.stderr
    with (
        zipfile.ZipFile(root / "weir.zip") as archive,
        closing(sqlite3.connect(":memory:")) as database,
    ):
        database.deserialize(archive.read(f"weir/{DATABASE}"))
        assert database.execute("SELECT name FROM outlets").fetchall() == [("Paper",)]
        assert database.execute("SELECT value FROM about WHERE name = 'title'").fetchall() == [("Weir",)]
