"""What the engine is asked for: the words that pages have, in the order and with the facets that a reader chose."""

from __future__ import annotations

import json
from typing import Any

from tests.unit.scripts.running import answers

SCRIPTS = ("search-question.js",)
NAME = {"title": "Islamic State", "any": ["ISIS"], "exact": ["IS"], "isExact": True}


def asked(question: dict[str, Any], *, name: object = None, rest: str | None = None) -> Any:
    """The term and the wish that reach the engine, or what is answered without it."""
    known = {"rest": question["words"] if rest is None else rest, "absent": []}
    before = f"""
    Object.assign(window.dossier.search, {{
      namedBy: function () {{ return Promise.resolve({json.dumps(name)}); }},
      absentWords: function () {{ return Promise.resolve({json.dumps(known)}); }},
      find: function (term, wish) {{ return Promise.resolve({{ term: term, wish: wish }}); }},
    }});
    """
    (found,) = answers(SCRIPTS, "(question) => window.dossier.search.answer(question)", [[question]], before)
    return found["found"]


def test_words_facets_order_and_page_are_handed_on() -> None:
    found = asked(
        {"words": " river ", "chosen": {"topic": ["Flood"]}, "order": "newest", "from": 10, "count": 5}
    )
    assert found == {
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
    assert found == {"total": 0, "facets": {}, "scores": [], "items": [], "unread": 0}


def test_a_name_that_minds_its_capitals_finds_pages_about_the_entity() -> None:
    found = asked({"words": "IS", "chosen": {"year": ["2015"]}, "count": 5}, name=NAME)
    assert found["term"] == "Islamic State"
    assert found["wish"]["onlyNames"] is True
    assert found["wish"]["chosen"] == {"year": ["2015"], "entity": ["Islamic State"]}


def test_asked_for_its_letters_the_same_words_are_plain_words() -> None:
    found = asked({"words": "IS", "letters": True, "count": 5}, name=NAME)
    assert found["term"] == "IS"
    assert "onlyNames" not in found["wish"]


def test_orders_have_names() -> None:
    found = answers(
        SCRIPTS, "(order) => window.dossier.search.hasOrder(order)", [["newest"], ["title"], ["toString"]]
    )
    assert found == [True, True, False]
