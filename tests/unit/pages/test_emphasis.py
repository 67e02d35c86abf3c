"""Marks in faced quotations: the words that give the answer, whole, or none."""

from __future__ import annotations

from typing import Any

import pytest

from builder.pages.claim import ClaimView
from builder.pages.parts.facing import emphasised, is_sure
from builder.text import Span
from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.showing import page_of, view_of, words_of


def _of(text: str, phrase: str) -> Span:
    start = text.index(phrase)
    return Span(start, start + len(phrase))


@pytest.mark.parametrize(
    ("text", "chosen", "marked"),
    [
        ("The Kremlin has not yet accepted this version", "accepted", "has not yet accepted"),
        ("The Kremlin has not yet accepted this version", "yet accepted", "has not yet accepted"),
        ("The Kremlin has not yet accepted this version", "has not", "has not yet accepted"),
        ("It did not drastically change the war", "change", "did not drastically change"),
        ("who could be sent back for attacks", "sent back", "could be sent back"),
        ("They haven’t found him", "found", "haven’t found"),
        ("They cannot have known", "known", "cannot have known"),
        ("Both have yet to formally announce the cause", "announce", "have yet to formally announce"),
        ("It may rain", "may", "may rain"),
        ("It found no evidence there", "found", "found no evidence"),
        ("There was no cause", "cause", "was no cause"),
        ("ISIS is now threatening Putin", "threatening", "threatening"),
        ("He had already left", "left", "left"),
        ("It was not he, said the mayor, who left", "left", "left"),
        ("the first time", "first time", "first time"),
    ],
)
def test_a_mark_takes_in_the_negation_and_the_modal_of_its_verb(text: str, chosen: str, marked: str) -> None:
    found = emphasised(text, [_of(text, chosen)])
    assert found is not None
    assert [span.of(text) for span in found] == [marked]


def test_a_mark_that_would_have_to_begin_before_the_quotation_is_none() -> None:
    text = "accepted this version"
    assert emphasised(text, [_of(text, "accepted")], "The Kremlin has not yet ") is None
    assert emphasised(text, [_of(text, "accepted")], "The Kremlin at last ") is not None


def test_marks_that_touch_are_one() -> None:
    text = "first time in years"
    found = emphasised(text, [_of(text, "first"), _of(text, "time")])
    assert found == (_of(text, "first time"),)


@pytest.mark.parametrize(
    ("text", "marked", "sure"),
    [
        ("It has not accepted this", "has not accepted", True),
        ("It has accepted this, not that", "accepted", False),
        ("No cause was accepted", "accepted", False),
        ("They might attack", "attack", False),
        ("They attacked", "attacked", True),
    ],
)
def test_a_negation_or_a_modal_outside_the_marks_makes_them_unsure(
    text: str, marked: str, sure: bool
) -> None:
    assert is_sure(text, [_of(text, marked)]) is sure


TEXTS = {"a": "Two people died, the mayor said.", "b": "Three people died, a priest said."}


def _marked(
    first: str, second: str, *, seeds: dict[str, str] = TEXTS, lang: str = "en", **fields: Any
) -> tuple[list[str], str]:
    """What is marked in two faced quotations, and what the section says of it."""
    stresses = fields.pop("stress", ([], []))
    made = library(
        seeds,
        dossier={"title": "D", "publish": "full"},
        articles={"a": article("2015", language=lang), "b": article("2016", language=lang)},
        outlets={"o": {"name": "O"}},
        claims={
            "c": claim(
                says("a", quote=first, position="two", stress=stresses[0]),
                says("b", quote=second, position="three", stress=stresses[1]),
                **(
                    {
                        "positions": {"two": "two dead", "three": "three dead"},
                        "coded": coded("a", "b"),
                        "reading": "conflict",
                        "disagreement": ["number"],
                    }
                    | fields
                ),
            )
        },
    )
    page = page_of(made, "claim", "c")
    return words_of(page, ".facing .meets"), view_of(made, "claim", "c", ClaimView).facing_lead


def test_the_words_that_name_the_answers_are_marked_where_both_texts_have_them() -> None:
    assert _marked("Two people died", "Three people died") == (
        ["Two", "Three"],
        "Two texts, by date. Marked in each: the words that give its answer.",
    )


def test_nothing_is_marked_where_one_text_names_its_answer_in_other_words() -> None:
    other = {"positions": {"two": "a pair dead", "three": "three dead"}}
    assert _marked("Two people died", "Three people died", **other) == ([], "Two texts, by date.")


def test_words_that_stand_on_both_sides_tell_nothing_apart() -> None:
    seeds = {"a": "Two died, not three.", "b": "Three died."}
    assert _marked("Two died, not three", "Three died", seeds=seeds)[0] == []


def test_words_that_both_use_are_not_marked() -> None:
    assert _marked("Two people died", "Three people died", positions={"two": "P", "three": "Q"})[0] == []


def test_a_negation_that_no_mark_holds_leaves_both_sides_unmarked() -> None:
    seeds = {"a": "Two people died, and not on Monday.", "b": TEXTS["b"]}
    assert _marked("Two people died, and not on Monday", "Three people died", seeds=seeds)[0] == []


def test_a_negation_right_before_the_quotation_leaves_both_sides_unmarked() -> None:
    seeds = {"a": "There were not two people dead.", "b": TEXTS["b"]}
    assert _marked("two people dead", "Three people died", seeds=seeds)[0] == []


def test_the_editors_choice_wins_and_says_so() -> None:
    found = _marked("Two people died", "Three people died", stress=(["people died"], []))
    assert found == (["people died"], "Two texts, by date. Marked: the words that the editors stress.")


def test_the_editors_choice_takes_in_its_negation_too() -> None:
    seeds = {"a": "Two people had not died.", "b": TEXTS["b"]}
    assert _marked("Two people had not died", "Three people died", seeds=seeds, stress=(["died"], []))[0] == [
        "had not died"
    ]


def test_in_other_languages_only_the_editors_choice_is_marked() -> None:
    assert _marked("Two people died", "Three people died", lang="sr")[0] == []
    assert _marked("Two people died", "Three people died", lang="sr", stress=(["Two"], ["Three"]))[0] == [
        "Two",
        "Three",
    ]


def test_stressed_words_are_found_in_another_form_of_unicode() -> None:
    seeds = {"a": "The cafe\u0301 closed.", "b": TEXTS["b"]}
    assert _marked("The cafe\u0301 closed", "Three people died", seeds=seeds, stress=(["caf\u00e9"], []))[
        0
    ] == ["cafe\u0301"]
