"""What texts have in common is in the data, word for word only where that may be published."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.pages.documents.made import Files, files_of, json_of, rows_of
from tests.unit.pages.documents.test_data import faults
from tests.unit.pages.small import dossier

FIRST = 'On 3 May 2014 the quake in Nepal killed 24 people, and the old bridge over the wide river gave way.\n"We will build every house again," the mayor said.\n'
SECOND = 'We read that the old bridge over the wide river gave way when the quake in Nepal killed 31 people.\n"We will build every house again," the mayor said last week.\n'


def _files(folder: Path, publish: str) -> Files:
    articles = {
        "first": {"title": "A", "outlet": "o", "published": "2014-05-04"},
        "second": {"title": "B", "outlet": "o", "published": "2014-05-09"},
    }
    small = dossier(
        folder,
        {"first": FIRST, "second": SECOND},
        dossier={"settings": {"publish": publish}},
        outlets={"o": {"name": "Outlet"}},
        articles=articles,
    )
    return files_of(small)


def _json(files: Files, name: str) -> Any:
    return json_of(files, f"data/{name}.json")


def test_a_shared_passage_has_its_place_in_both_texts_and_the_page_of_the_two(tmp_path: Path) -> None:
    files = _files(tmp_path, "full")
    (pair,) = _json(files, "passages")["pairs"]
    assert pair["articles"] == ["first", "second"]
    assert pair["page"].startswith("comparisons/pair--")
    (passage,) = (each for each in pair["passages"] if "bridge" in each["places"][0]["exact"])
    assert passage["first_in"] == "first"
    for place, text in zip(passage["places"], (FIRST, SECOND), strict=True):
        start, end = place["range"]
        assert text[start:end] == place["exact"]
    rows = rows_of(files, "data/passages.csv")
    assert rows[0]["second_words"] == passage["places"][1]["exact"]


def test_figures_quotations_and_dates_have_their_places_and_stand_side_by_side(tmp_path: Path) -> None:
    files = _files(tmp_path, "full")
    figures = _json(files, "figures")
    assert [(each["article"], each["low"]) for each in figures["figures"] if "dead" in each["classes"]] == [
        ("first", 24),
        ("second", 31),
    ]
    assert "candidate" in [group["status"] for group in figures["comparisons"][0]["groups"]]
    quotations = _json(files, "quotations")
    assert [each["speaker"]["exact"] for each in quotations["quotations"]] == ["the mayor", "the mayor"]
    assert [each["relation"] for each in quotations["comparisons"][0]["renderings"]] == ["identical"]
    assert [row["words"] for row in rows_of(files, "data/dates.csv")] == ["3 May 2014", "last week"]


@pytest.mark.parametrize("publish", ["full", "excerpt", "link"])
def test_the_documents_are_valid_by_their_schemas(tmp_path: Path, publish: str) -> None:
    assert list(faults(_files(tmp_path, publish))) == []


@pytest.mark.parametrize("publish", ["excerpt", "link"])
def test_no_word_that_may_not_be_published_is_in_the_data(tmp_path: Path, publish: str) -> None:
    files = _files(tmp_path, publish)
    assert _json(files, "passages")["pairs"]
    for name in ("passages", "quotations", "figures", "dates", "keywords"):
        told = json.dumps(_json(files, name)) + files[f"data/{name}.csv"].decode()
        for word in ("bridge", "Nepal", "mayor", "last week", "build"):
            assert word not in told, f"{name}: {word}"
