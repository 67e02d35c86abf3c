"""What the engine is asked for: the words that pages have, in the order and with the facets that a reader chose."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.unit.scripts.running import answers

SCRIPTS = ("search/folding.js", "search/reading.js", "search/question.js")
MONTHS = [[f"Month{number}", f"Month{number}", f"Mth{number}."] for number in "ABCDEFGHI"] + [
    ["October", "October", "Oct"],
    ["November", "November", "Nov"],
    ["Dezembers", "Dezember", "Dez."],
]
NAME = {"title": "Islamic State", "any": ["ISIS"], "exact": ["IS"], "number": "", "isExact": True}


def asked(
    question: dict[str, Any],
    *,
    name: object = None,
    rest: str | None = None,
    ways: object = (),
    whole: bool = False,
) -> Any:
    """The term and the wish that reach the engine, or what is answered without it."""
    known = {"rest": question["words"] if rest is None else rest, "absent": []}
    before = f"""
    Object.assign(window.dossier.search, {{
      begin: function () {{}},
      load: function () {{ window.dossier.search.months({json.dumps(MONTHS)}); return Promise.resolve(); }},
      namedBy: function () {{ return Promise.resolve({json.dumps(name)}); }},
      absentWords: function () {{ return Promise.resolve({json.dumps(known)}); }},
      ways: function () {{ return Promise.resolve({json.dumps(ways)}); }},
      href: function (path) {{ return path; }},
      find: function (term, wish) {{ return Promise.resolve({{ term: term, wish: wish, items: [] }}); }},
    }});
    """
    (found,) = answers(SCRIPTS, "(question) => window.dossier.search.answer(question)", [[question]], before)
    return found if whole else found["found"]


def test_words_facets_order_and_page_are_handed_on() -> None:
    found = asked(
        {"words": " river ", "chosen": {"topic": ["Flood"]}, "order": "newest", "from": 10, "count": 5}
    )
    assert found == {
        "items": [],
        "term": "river",
        "wish": {
            "chosen": {"topic": ["Flood"]},
            "sort": {"date": "desc"},
            "names": None,
            "from": 10,
            "count": 5,
        },
    }


def test_without_words_every_page_is_found() -> None:
    found = asked({"words": "", "order": "oldest", "count": 5})
    assert (found["term"], found["wish"]["sort"]) == (None, {"oldest": "asc"})


def test_where_no_page_has_any_word_the_engine_is_not_asked() -> None:
    found = asked({"words": "Forbes", "count": 5}, rest="")
    assert found == {"total": 0, "facets": {}, "scores": [], "items": [], "unread": 0, "asked": ""}


def test_a_name_is_asked_in_all_its_forms_that_need_no_capitals_and_as_what_pages_are_about() -> None:
    found = asked({"words": "IS", "chosen": {"year": ["2015"]}, "count": 5}, name=NAME)
    assert found["wish"]["ways"] == [
        {"words": '"ISIS"'},
        {"words": "Islamic State", "of": ["entity", "Islamic State"]},
    ]
    assert found["wish"]["names"] == NAME
    assert found["wish"]["chosen"] == {"year": ["2015"]}


def test_a_number_names_a_page_and_is_searched_as_it_stands() -> None:
    found = asked({"words": "c06", "count": 5}, name={**NAME, "number": "c06"})
    assert (found["term"], found["wish"]["names"]) == ("c06", None)
    assert "ways" not in found["wish"]


def test_a_word_that_is_written_in_two_ways_is_asked_in_both() -> None:
    ways = [{"words": "airstrikes", "runs": []}, {"words": "air strikes", "runs": ["air strikes"]}]
    assert asked({"words": "airstrikes", "count": 5}, ways=ways)["wish"]["ways"] == ways


def test_asked_for_its_letters_the_same_words_are_plain_words() -> None:
    found = asked({"words": "IS", "letters": True, "count": 5}, name=NAME)
    assert found["term"] == "IS"
    assert "ways" not in found["wish"]


def test_orders_have_names() -> None:
    found = answers(
        SCRIPTS, "(order) => window.dossier.search.hasOrder(order)", [["newest"], ["title"], ["toString"]]
    )
    assert found == [True, True, False]


@pytest.mark.parametrize(
    "typed",
    [
        "2015-10-31",
        "31.10.2015",
        "31. 10. 2015",
        "31/10/2015",
        "10/31/2015",
        "31 October 2015",
        " 31  oct. 2015 ",
        "October 31, 2015",
        "Oct 31 2015",
        "“31 October 2015”",
    ],
)
def test_a_date_is_asked_in_the_forms_that_pages_have_however_it_is_typed(typed: str) -> None:
    found = asked({"words": typed, "count": 5}, whole=True)
    assert found["known"]["dates"] == ["31 October 2015", "31 Oct 2015"]
    assert [way["words"] for way in found["found"]["wish"]["ways"]] == ['"31 October 2015"', '"31 Oct 2015"']


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("2015-11", ["November 2015", "Nov 2015"]),
        ("nov 2015", ["November 2015", "Nov 2015"]),
        ("1/12/2015", ["1 Dezembers 2015", "1 Dezember 2015", "1 Dez. 2015"]),
        ("2015-02-30", None),
        ("2015-13", None),
        ("31 threats 2015", None),
        ("2015", None),
        ("Putin 31 October 2015", None),
    ],
)
def test_a_month_is_a_date_too_and_what_is_none_is_words(typed: str, dates: list[str] | None) -> None:
    assert asked({"words": typed, "count": 5}, whole=True)["known"].get("dates") == dates


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("“very soon”", '"very soon"'),
        ("„very soon“", '"very soon"'),
        ("«very soon»", '"very soon"'),
        ("‘very soon’", '"very soon"'),
        ('"very so', '"very so"'),
        ('threat "very soon"', 'threat "very soon"'),
        ("Putin/Assad,Obama", "Putin Assad Obama"),
        ("<b>Putin</b>", "b Putin b"),
        ("5,000 of Assad’s", "5,000 of Assad’s"),
        ("el-Sheikh, U.S.", "el-Sheikh U.S."),
        ('""', '""'),
        ("✈", "✈"),
        ("避難所、町", "避難所 町"),
    ],
)
def test_marks_of_any_kind_are_marks_and_other_signs_part_words(typed: str, words: str) -> None:
    (found,) = answers(
        SCRIPTS,
        "(typed) => window.dossier.search.read(typed)",
        [[typed]],
        "window.dossier.search.load = function () { return Promise.resolve(); };",
    )
    assert found == {"words": words, "dates": []}


def test_however_its_number_was_typed_it_is_searched_as_pages_have_it() -> None:
    found = asked({"words": "claim 6", "count": 5}, name={**NAME, "number": "c06"}, whole=True)
    assert (found["found"]["term"], found["known"]["rest"]) == ("c06", "c06")
