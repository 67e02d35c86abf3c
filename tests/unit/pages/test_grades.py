"""A number reads as what it is: words, scale, whose judgement of what, and when, all beside it."""

from __future__ import annotations

from typing import Any

import pytest

from builder.pages.documents.published import published_record
from builder.pages.documents.records import KINDS
from builder.pages.parts.grades import NO_BASIS, SCALES
from builder.pages.parts.words import CREDIBILITY_WORDS, SOURCE_GRADE_WORDS
from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.showing import context_of, page_of, words_of

CREDIBILITY = "on a scale from 1, confirmed by other sources, to 5, improbable"
SOURCE = "on a scale from A, completely reliable, to E, unreliable"


def _library(claim_note: dict[str, Any], text_note: dict[str, Any]) -> Any:
    signed = {"by": "A. Editor", "date": "2026-05-20", "basis": "One text seen."}
    return library(
        {"a": "Two people died."},
        articles={"a": article("2016", assessments=[{**signed, **text_note}])},
        outlets={"o": {"name": "Gazette", "assessments": [{**signed, **text_note}]}},
        claims={
            "c": claim(
                says("a", quote="Two people died", position="two"),
                positions={"two": "two dead"},
                coded=coded("a"),
                assessments=[{**signed, **claim_note}],
            )
        },
    )


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (("claim", "c"), f"5 Credibility Improbable {CREDIBILITY}; judged by A. Editor on 20 May 2026 the editors’ assessment of this statement"),
        (("article", "a"), f"C Source Fairly reliable {SOURCE}; judged by A. Editor on 20 May 2026 the editors’ assessment of this text"),
        (("outlet", "o"), f"C Source Fairly reliable {SOURCE}; judged by A. Editor on 20 May 2026 the editors’ assessment of this outlet"),
        (("sources", ""), f"C Source Fairly reliable {SOURCE}; judged by A. Editor on 20 May 2026 the editors’ assessment of this outlet"),
    ],
)  # fmt: skip
def test_a_mark_has_its_words_its_scale_and_its_judges_beside_it(page: tuple[str, str], words: str) -> None:
    made = page_of(_library({"credibility": "5"}, {"source": "C"}), *page)
    assert words_of(made, ".grade")[0] == words


def test_a_judgement_of_one_answer_names_the_answer_in_words() -> None:
    made = page_of(_library({"credibility": "4", "position": "two"}, {}), "claim", "c")
    assert "the editors’ assessment of the answer: two dead" in words_of(made, ".grade")[0]


def test_where_nothing_is_judged_no_scale_is_told() -> None:
    made = page_of(_library({"credibility": "6"}, {"source": "F"}), "claim", "c")
    assert words_of(made, ".grade") == [
        "Credibility Not judged noted by A. Editor on 20 May 2026 the editors’ assessment of this statement"
    ]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026", "in 2026"),
        ("2026-05", "in May 2026"),
        ("2026-05-20~", "about 20 May 2026"),
        ("202X", "in the 2020s"),
        ("2026-05-19/2026-05-20", "19–20 May 2026"),
    ],
)
def test_a_date_that_is_no_day_is_not_told_as_one(date: str, words: str) -> None:
    made = page_of(_library({"credibility": "5", "date": date}, {}), "claim", "c")
    assert f"judged by A. Editor {words} the editors" in words_of(made, ".grade")[0]


def test_the_data_have_the_words_beside_the_mark() -> None:
    context = context_of(_library({"credibility": "5"}, {"source": "F"}))
    (written,) = published_record(context, "claim", "c")["assessments"]  # type: ignore[misc]
    assert (written["credibility"], written["words"]) == ("5", "improbable")  # type: ignore[index, call-overload]
    table = KINDS["claim"].table
    assert table is not None
    head, (row,) = table.cells(context)
    assert row[head.index("credibility")] == "5, improbable (A. Editor, 2026-05-20)"


def test_a_scale_runs_between_the_best_and_the_worst_word_of_its_table() -> None:
    for axis, grades in (("Credibility", CREDIBILITY_WORDS), ("Source", SOURCE_GRADE_WORDS)):
        judged = [f"{mark}, {words.lower()}" for mark, words in grades.items() if mark not in NO_BASIS]
        assert SCALES[axis] == f"on a scale from {judged[0]}, to {judged[-1]}"
