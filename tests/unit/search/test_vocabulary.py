"""The words of all pages: folded, sorted, and found again by their beginning."""

from __future__ import annotations

import json

import pytest

from builder.search.vocabulary import chunk_of, fold, names_script, vocabulary, word_files
from tests.unit.search.conftest import Named


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Škoda", "skoda"), ("ÎLE", "ile"), ("ﬁre", "fire"), ("Цвеја", "цвеја"), ("Ёлка", "елка"), ("İ", "i")],
)
def test_words_are_compared_without_case_accents_and_ligatures(text: str, folded: str):
    assert fold(text) == folded


def test_words_come_once_in_order_and_without_what_joins_them():
    words = vocabulary(["Putin’s el-Sheikh", "putin, U.S.", "5,000; Russia/Syria"])
    assert [word for word in words if "-" not in word] == (
        ["000", "5", "el", "putin", "russia", "s", "sheikh", "syria", "u"]
    )


def test_words_that_signs_join_stand_once_more_with_hyphens_beside_words_that_begin_alike():
    words = vocabulary(["al-Assad’s nine-minute film", "U.S. or 5,000; Russia/Syria", "there—we"])
    assert [word for word in words if "-" in word] == ["5-000", "al-assad", "nine-minute", "u-s"]
    assert chunk_of("u-s", 2) == chunk_of("us", 2)


def test_of_scripts_without_spaces_nothing_is_claimed():
    assert vocabulary(["能源峰会 energy"]) == ("energy",)


def test_a_small_dossier_has_its_words_in_one_file():
    files = word_files(("alpha", "beta"))
    assert sorted(files) == ["index.js", "w.js"]
    assert b'"w","alpha beta"' in files["w.js"]


def test_a_large_one_has_a_file_for_each_beginning():
    words = tuple(f"{letter}{number:06d}" for letter in "aя" for number in range(20_000))
    files = word_files(words)
    about = json.loads(files["index.js"].split(b"(", 1)[1].removesuffix(b");\n"))
    assert about["width"] == 2
    assert {f"{name}.js" for name in about["chunks"]} == set(files) - {"index.js"}
    assert chunk_of("яблоко", 2) == "w-044f-0431"
    assert max(len(content) for content in files.values()) < 300_000


def test_names_are_handed_over_with_those_that_need_their_own_case_apart():
    script = names_script(
        [Named(names=("Islamic State", "ISIS"), exact_names=("IS",))], [["May", "Mai"]]
    ).decode()
    names, months = script.splitlines()
    rows = json.loads(names.removeprefix("dossier.search.names(").removesuffix(");"))
    assert months == 'dossier.search.months([["May","Mai"]]);'
    assert rows == [["Islamic State", "organisation", "a.html", ["Islamic State", "ISIS"], ["IS"], "", ""]]
