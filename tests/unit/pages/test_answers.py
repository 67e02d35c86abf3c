"""The line with which everything that tells a claim begins: numbers of texts, from stances and positions alone."""

from __future__ import annotations

from typing import Any

import pytest

from builder.pages.parts.answers import answer_words
from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.showing import context_of

TEXT = "one two three words"
DAYS = {"tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday"}
HEDGED = {"hedge": "words"}
SITE = {"site": {"name": "SITE", "kind": "organisation"}}


def answer(*appearances: dict[str, Any], articles: str = "abcd", old: str = "", **fields: Any) -> str:
    """The line of a claim; articles named in `old` are older than its event."""
    fields.setdefault("coded", coded(*articles))
    made = library(
        dict.fromkeys(articles, TEXT),
        articles={name: article("2014" if name in old else "2016") for name in articles},
        outlets={"o": {"name": "O"}},
        entities=SITE,
        events={"e": {"title": "E", "date": "2015-11-12"}},
        claims={"c": claim(*appearances, **fields)},
    )
    return answer_words(context_of(made), made.claims["c"])  # type: ignore[index]


@pytest.mark.parametrize(
    ("appearances", "line"),
    [
        ([says("a"), says("b"), says("c")], "3 texts assert it; 1 does not say"),
        ([says("a", **HEDGED)], "1 text asserts it with a hedge; 3 do not say"),
        ([says("a", "implies"), says("b", "doubts")], "1 text implies it; 1 doubts it; 2 do not say"),
        ([says("a", "disputes"), says("b")], "1 text asserts it; 1 disputes it; 2 do not say"),
        ([says("a", "contradicts")], "1 text says what cannot hold together with it; 3 do not say"),
        ([says("a", "mentions"), says("b", "mentions")], "2 texts mention it and take no side; 2 do not say"),
        ([says("a", "attributes", attributed_to="site")], "1 text attributes it to SITE; 3 do not say"),
        ([says("a", "attributes")], "1 text attributes it without saying to whom; 3 do not say"),
        (
            [says("a", "attributes", attributed_to="site"), says("b", "attributes")],
            "2 texts attribute it, to SITE and without saying to whom; 2 do not say",
        ),
        (
            [says("a", "disputes", attributed_to={"described": "officials"})],
            "1 text disputes it, on the word of officials; 3 do not say",
        ),
        ([], "4 texts do not say"),
    ],
)
def test_each_stance_has_its_own_words_and_number(appearances: list[dict[str, Any]], line: str) -> None:
    assert answer(*appearances) == line


def test_answers_stand_in_the_order_of_the_positions_and_one_text_each_needs_no_numbers() -> None:
    given = [says("a", position="thu"), says("b", position="tue"), says("c", position="wed")]
    assert answer(*given, positions=DAYS, reading="conflict", disagreement=["date"]) == (
        "3 texts assert: Tuesday / Wednesday / Thursday; 1 does not say"
    )


def test_answers_of_several_texts_carry_their_numbers() -> None:
    given = [says("a", position="tue"), says("b", position="wed"), says("c", position="wed")]
    assert answer(*given, positions=DAYS, reading="differ", disagreement=["date"]) == (
        "3 texts assert: Tuesday (1) / Wednesday (2); 1 does not say"
    )


def test_a_text_with_two_answers_is_one_text() -> None:
    given = [says("a", quote="one", position="tue"), says("a", quote="two", position="wed")]
    assert answer(*given, positions=DAYS, articles="a") == (
        "1 text asserts: Tuesday (1) / Wednesday (1); 1 says more than one of these"
    )


def test_a_text_counts_where_it_stands_firmest_and_the_rise_is_told() -> None:
    given = [says("a", "attributes", quote="one"), says("a", quote="two"), says("b", "attributes")]
    assert answer(*given, articles="ab") == (
        "1 text asserts it; 1 attributes it without saying to whom; 1 grows firmer in the same text"
    )


def test_two_sentences_of_one_text_are_one_text() -> None:
    assert answer(says("a", quote="one"), says("a", quote="two"), articles="a") == "1 text asserts it"


def test_a_mention_beside_a_stance_is_not_told_twice() -> None:
    assert answer(says("a", "mentions", quote="one"), says("a", quote="two"), articles="a") == (
        "1 text asserts it"
    )


def test_texts_older_than_the_event_are_not_silent() -> None:
    assert answer(says("d"), old="ab", event="e") == (
        "1 text asserts it; 1 does not say; 2 are older than the event"
    )


def test_a_text_that_reports_the_event_and_was_not_read_is_not_silent_either() -> None:
    made = library(
        {"a": TEXT, "b": TEXT},
        articles={"a": article("2016"), "b": article("2016", events=["e"])},
        outlets={"o": {"name": "O"}},
        events={"e": {"title": "E", "date": "2015"}},
        claims={"c": claim(says("a"), event="e", coded=coded("a"))},
    )
    assert answer_words(context_of(made), made.claims["c"]) == "1 text asserts it; 1 was not read for it"  # type: ignore[index]


def test_many_names_are_counted() -> None:
    given = [says(name, "attributes", attributed_to={"described": f"source {name}"}) for name in "abcd"]
    assert answer(*given) == "4 texts attribute it, to source a, source b and 2 others"


def test_one_text_that_names_two_attributes_to_both_in_one_sentence() -> None:
    given = [
        says("a", "attributes", quote=quote, attributed_to={"described": f"source {quote}"})
        for quote in ("one", "two")
    ]
    assert answer(*given, articles="a") == "1 text attributes it to source one and source two"


def test_where_nobody_looked_the_line_says_so() -> None:
    assert answer(coded=None) == "no text was read for it"
