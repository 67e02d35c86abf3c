"""The data package describes every table as it is: each column, the type of each cell, keys that hold and lead on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.pages.documents.made import Files, files_of, json_of, rows_of, showcase_files
from tests.unit.pages.small import dossier

READS = {
    "string": lambda _cell: True,
    "integer": re.compile(r"-?\d+").fullmatch,
    "number": re.compile(r"-?\d+(\.\d+)?(e-?\d+)?").fullmatch,
    "boolean": lambda cell: cell == "yes",
}
"""When the specification of tables takes a cell that is not empty for a value of a type."""


@pytest.fixture(scope="module")
def showcase() -> Files:
    return showcase_files("https://example.org/project/")


def package_of(files: Files) -> dict:
    package = json_of(files, "data/datapackage.json")
    assert isinstance(package, dict)
    return package


def test_every_table_is_described_and_no_other(showcase: Files):
    package = package_of(showcase)
    described = [f"data/{resource['path']}" for resource in package["resources"]]
    assert sorted(described) == sorted(path for path in showcase if path.endswith(".csv"))
    names = [package["name"], *(resource["name"] for resource in package["resources"])]
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)
    assert len(set(names[1:])) == len(described) > 15
    assert {resource["profile"] for resource in package["resources"]} == {"tabular-data-resource"}


def test_columns_stand_in_the_order_of_the_table_and_every_cell_has_the_type_that_is_told(showcase: Files):
    kept = 0
    for resource in package_of(showcase)["resources"]:
        fields = resource["schema"]["fields"]
        rows = rows_of(showcase, f"data/{resource['path']}")
        header = showcase[f"data/{resource['path']}"].decode("utf-8-sig").splitlines()[0]
        assert header.split(",") == [field["name"] for field in fields]
        for row in rows:
            for field in fields:
                cell = row[field["name"]]
                assert cell == "" or READS[field["type"]](cell), (resource["name"], field["name"], cell)
                kept += cell != "" and field["type"] != "string"
    assert kept > 700, "types other than text are told"


def test_primary_keys_are_there_once_and_foreign_keys_lead_to_a_row(showcase: Files):
    tables = {each["name"]: each for each in package_of(showcase)["resources"]}
    rows = {name: rows_of(showcase, f"data/{each['path']}") for name, each in tables.items()}
    followed = set()
    for name, each in tables.items():
        key = each["schema"].get("primaryKey")
        if key:
            found = [tuple(row[column] for column in key) for row in rows[name]]
            assert len(set(found)) == len(found), name
        for reference in each["schema"].get("foreignKeys", ()):
            target = reference["reference"]["resource"] or name
            ids = {row["id"] for row in rows[target]}
            asked = {row[reference["fields"]] for row in rows[name]} - {""}
            assert asked <= ids, (name, reference)
            followed |= {(name, target)} if asked else set()
    assert {("appearances", "claims"), ("matrix", "articles"), ("articles", "outlets")} <= followed
    assert {("claims", "events"), ("naming", "entities"), ("passages", "articles")} <= followed


def test_the_package_says_whose_it_is_and_under_which_terms(tmp_path: Path):
    settings = {"title": "Рукопись 新闻", "licence": "CC0", "editors": ["Ana Kos"], "subtitle": "A test"}
    package = package_of(
        files_of(dossier(tmp_path, dossier={"settings": settings}), "https://example.org/a/")
    )
    assert package["title"] == "Рукопись 新闻"
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert package["homepage"] == "https://example.org/a/"
    assert package["licenses"] == [{"title": "CC0", "path": "licence.txt"}]
    assert package["contributors"] == [{"title": "Ana Kos", "role": "author"}]
    assert package["description"] == "A test"


def test_a_column_that_is_a_field_says_what_it_means(showcase: Files):
    tables = {each["name"]: each["schema"]["fields"] for each in package_of(showcase)["resources"]}
    assert all(field.get("description") for field in tables["appearances"])
    assert {field["name"]: field["type"] for field in tables["dates"]}["is_relative"] == "boolean"
    topics = next(field for field in tables["articles"] if field["name"] == "topics")
    assert topics["type"] == "string"
    assert topics["description"].endswith("Several stand with `; ` between.")
