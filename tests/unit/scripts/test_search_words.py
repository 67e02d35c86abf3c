"""A word that no page has is said to be on none, and a name of an entity is known as one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from builder.search.vocabulary import vocabulary, word_files
from tests.unit.scripts.running import answers

PAGES = [
    "The stopped river threatens Łódź and Sharm el-Sheikh, running on.",
    "An evacuation for the town; 避難所 stands.",
]
SCRIPTS = ("search/folding.js", "search/words.js")
NAMES = [
    ["Islamic State", "group", "entities/islamic-state.html", ["Islamic State", "ISIS"], ["IS"], ""],
    ["The first threat", "Claim", "claims/first.html", [], [], "c06"],
    ["A text", "Article", "articles/text.html", [], [], "002"],
]


def loaded(pages: list[str]) -> str:
    """What the pages of a site would load, from the files that the build writes."""
    files = {name: content.decode() for name, content in word_files(vocabulary(pages)).items()}
    return f"""
    var files = {json.dumps(files)};
    window.dossier.search.load = function (path) {{
      var name = path.replace("search-words/", "");
      if (path === "assets/search-names.js") {{ window.dossier.search.names({json.dumps(NAMES)}); return Promise.resolve(); }}
      if (!(name in files)) {{ return Promise.reject(new Error("no " + path)); }}
      Function("dossier", files[name])(window.dossier);
      return Promise.resolve();
    }};
    window.dossier.search.href = function (path) {{ return "../" + path; }};
    """


def absent(*queries: str, pages: list[str] = PAGES, language: str = "en") -> list[Any]:
    return answers(
        SCRIPTS,
        "(query) => window.dossier.search.absentWords(query)",
        [[query] for query in queries],
        loaded(pages),
        language,
    )


@pytest.mark.parametrize(
    "query",
    [
        "river",
        "RIVER",
        "lodz",
        "threat",
        "threaten",
        "stop",
        "run",
        "el-Sheikh",
        "evacuations",
        "避難所",
        "riv",
        "towns",
    ],
)
def test_a_word_that_a_page_has_in_some_form_is_never_called_absent(query: str) -> None:
    (found,) = absent(query)
    assert found == {"rest": query, "absent": []}


def test_a_word_that_no_page_has_is_named_and_left_out_of_the_query() -> None:
    (found,) = absent('the Forbes "river"')
    assert found == {"rest": 'the "river"', "absent": [{"word": "Forbes", "near": [], "meant": ""}]}


def test_words_that_begin_like_it_are_offered() -> None:
    (found,) = absent("evacuees")
    assert found["absent"] == [{"word": "evacuees", "near": ["evacuation"], "meant": ""}]


def test_a_word_that_a_page_writes_as_one_is_there_for_who_types_it_in_parts() -> None:
    (found,) = absent("el-Sheikh", pages=["The town of elSheikh."])
    assert found == {"rest": "el-Sheikh", "absent": []}


@pytest.mark.parametrize("query", ["nine-minute", "nineminute", "5000", "5,000", "al-Assad’s", "alAssad"])
def test_words_that_a_page_joins_with_a_sign_are_there_in_one(query: str) -> None:
    (found,) = absent(query, pages=["A nine-minute film of 5,000 men of al-Assad’s."])
    assert found == {"rest": query, "absent": []}


def test_words_that_no_page_joins_are_asked_for_each_by_itself() -> None:
    found = absent("river-town", '"river-town"', "river-Forbes", "river.forbes.com")
    assert [one["rest"] for one in found] == ["river town", '"river town"', "river", ""]
    assert [[each["word"] for each in one["absent"]] for one in found] == (
        [[], [], ["river-Forbes"], ["river.forbes.com"]]
    )


def test_an_absent_word_is_told_once_and_leaves_no_mark_behind() -> None:
    (found,) = absent('"Forbes river" Forbes')
    assert found["rest"] == "river"
    assert [each["word"] for each in found["absent"]] == ["Forbes"]


@pytest.mark.parametrize(
    ("query", "near"),
    [("tawn", ["town"]), ("Rivr", ["River"]), ("townriver", ["town river"]), ("twn", []), ("t0wn", [])],
)
def test_a_word_one_slip_away_is_offered_and_so_are_two_written_as_one(query: str, near: list[str]) -> None:
    (found,) = absent(query)
    assert found["absent"][0]["near"] == near


def test_outside_english_four_letters_alike_and_three_more_are_one_word() -> None:
    german = ["Die Überschwemmungen und die Flüsse."]
    found = absent("Überschwemmung", "Fluss", "Flut", pages=german, language="de")
    assert [[each["word"] for each in one["absent"]] for one in found] == [[], [], ["Flut"]]


def test_where_the_list_of_words_is_not_there_nothing_is_said() -> None:
    before = "window.dossier.search.load = function () { return Promise.reject(new Error('no')); };"
    found = answers(SCRIPTS, "(query) => window.dossier.search.absentWords(query)", [["Forbes"]], before)
    assert found == [{"rest": "Forbes", "absent": []}]


@pytest.mark.parametrize(
    ("query", "title", "exact"),
    [
        ("isis", "Islamic State", False),
        (" Islamic  State ", "Islamic State", False),
        ("IS", "Islamic State", True),
    ],
)
def test_a_name_is_known_whatever_its_capitals_unless_it_minds_them(
    query: str, title: str, exact: bool
) -> None:
    (found,) = answers(SCRIPTS, "(query) => window.dossier.search.namedBy(query)", [[query]], loaded(PAGES))
    assert (found["title"], found["isExact"], found["href"]) == (
        title,
        exact,
        "../entities/islamic-state.html",
    )


@pytest.mark.parametrize("query", ["002", "#2", "text 2", "Article 002"])
def test_so_does_the_number_of_a_text(query: str) -> None:
    (found,) = answers(SCRIPTS, "(query) => window.dossier.search.namedBy(query)", [[query]], loaded(PAGES))
    assert (found["href"], found["number"]) == ("../articles/text.html", "002")


@pytest.mark.parametrize(
    "query", ["is", "Is", "", "state", "2", "6", "d6", "article 6", "flight 2", "#6", "c06 c07"]
)
def test_what_is_no_name_is_none(query: str) -> None:
    assert answers(SCRIPTS, "(query) => window.dossier.search.namedBy(query)", [[query]], loaded(PAGES)) == [
        None
    ]


TYPED = ["Metrojet crashed. The forces began airstrikes; other air strikes followed the commission."]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Metrojett", "Metrojet"),  # a letter too many
        ("metrojt", "metrojet"),  # one too few
        ("Mertojet", "Metrojet"),  # two that changed places
        ("metrokets", ""),  # two slips in a short word
        ("Forbes", ""),  # another letter in a short word: another word
        ("commixxion", "commission"),  # two slips in a long one
        ("metrojet9", ""),  # digits are no slips
    ],
)
def test_a_word_with_a_slip_is_taken_for_the_one_that_was_meant(typed: str, meant: str) -> None:
    (found,) = absent(typed, pages=TYPED)
    assert [each["meant"] for each in found["absent"]] == [meant]
    assert found["rest"] == meant


@pytest.mark.parametrize(
    ("query", "ways"),
    [
        ("airstrikes", ["airstrikes", "air strikes"]),
        ("air strikes", ["airstrikes", "air strikes"]),
        ("Air Strikes began", ["airstrikes began", "air strikes began"]),
        ("the forces", []),
        ('"air strikes"', []),
        ("air-strikes", []),
    ],
)
def test_a_word_that_pages_write_as_one_and_as_two_is_asked_alike_however_it_is_typed(
    query: str, ways: list[str]
) -> None:
    (found,) = answers(SCRIPTS, "(query) => window.dossier.search.ways(query)", [[query]], loaded(TYPED))
    assert [way["words"] for way in found] == ways
    assert [way["runs"] for way in found] == [[], ["air strikes"]][: len(ways)]


@pytest.mark.parametrize("query", ["c06", "C06", " C06 ", "C6", "#c6", "c 06", "Claim 6", "claim c06"])
def test_a_number_names_its_record(query: str) -> None:
    (found,) = answers(SCRIPTS, "(query) => window.dossier.search.namedBy(query)", [[query]], loaded(PAGES))
    assert (found["href"], found["number"]) == ("../claims/first.html", "c06")
