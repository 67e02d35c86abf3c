"""What the engine is asked for: the words that pages have, in the order and with the facets that a reader chose."""

from __future__ import annotations

import json
from typing import Any

from tests.unit.scripts.running import answers

SCRIPTS = ("search/question.js",)
NAME = {"title": "Islamic State", "any": ["ISIS"], "exact": ["IS"], "number": "", "isExact": True}


def asked(
    question: dict[str, Any], *, name: object = None, rest: str | None = None, ways: object = ()
) -> Any:
    """The term and the wish that reach the engine, or what is answered without it."""
    known = {"rest": question["words"] if rest is None else rest, "absent": []}
    before = f"""
    Object.assign(window.dossier.search, {{
      begin: function () {{}},
      namedBy: function () {{ return Promise.resolve({json.dumps(name)}); }},
      absentWords: function () {{ return Promise.resolve({json.dumps(known)}); }},
      ways: function () {{ return Promise.resolve({json.dumps(ways)}); }},
      href: function (path) {{ return path; }},
      find: function (term, wish) {{ return Promise.resolve({{ term: term, wish: wish, items: [] }}); }},
    }});
    """
    (found,) = answers(SCRIPTS, "(question) => window.dossier.search.answer(question)", [[question]], before)
    return found["found"]


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
