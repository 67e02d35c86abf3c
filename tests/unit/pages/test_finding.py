"""The line under a reading is the editors' own and signed; where there is none, nothing is said in their place."""

from __future__ import annotations

from typing import Any

import pytest

from builder.model.claim import Reading
from builder.pages.claim import ClaimView
from builder.pages.documents.published import published_record
from builder.pages.parts.words import READING_MEANINGS
from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.showing import context_of, page_of, view_of, words_of

TEXTS = {"a": "Two people died.", "b": "Three people died.", "c": "Nothing here."}


def _library(**fields: Any) -> Any:
    return library(
        TEXTS,
        articles={name: article("2016") for name in TEXTS},
        outlets={"o": {"name": "O"}},
        topics={"t": {"name": "T"}},
        claims={
            "c": claim(
                says("a", quote="Two people died", position="two"),
                says("b", quote="Three people died", position="three"),
                positions={"two": "two dead", "three": "three dead"},
                coded=coded("a", "b", "c"),
                reading="conflict",
                topics=["t"],
                **fields,
            )
        },
    )


def _findings(**fields: Any) -> list[tuple[str | None, str, str]]:
    view = view_of(_library(**fields), "claim", "c", ClaimView)
    return [(each.matter, each.says, each.by) for each in view.findings]


def test_a_bare_kind_says_nothing_under_the_reading() -> None:
    assert _findings(disagreement=["number"]) == []


def test_short_and_long_disagreements_may_stand_in_one_list() -> None:
    mixed = ["date", {"kind": "number", "says": "One text has one more."}]
    assert _findings(disagreement=mixed) == [("number", "One text has one more.", "E, 2026")]


def test_a_bare_finding_is_signed_by_those_who_read_the_texts() -> None:
    assert _findings(disagreement=["number"], finding="They count on two days.") == [
        (None, "They count on two days.", "E, 2026")
    ]


def test_a_finding_may_have_its_own_signature_and_stands_before_the_rest() -> None:
    own = {"says": "They count on two days.", "by": "F", "date": "2027-01-02"}
    found = _findings(finding=own, disagreement=[{"kind": "number", "says": "One more."}])
    assert found == [(None, "They count on two days.", "F, 2 Jan 2027"), ("number", "One more.", "E, 2026")]


@pytest.mark.parametrize("page", [("claim", "c"), ("topic", "t"), ("home", "")])
def test_the_answer_and_the_signed_finding_stand_on_every_page_that_tells_the_claim(
    page: tuple[str, str],
) -> None:
    made = page_of(_library(disagreement=["number"], finding="They count on two days."), *page)
    assert "2 texts assert: two dead / three dead; 1 does not say" in words_of(made, "main .answer")
    assert words_of(made, "main .finding") == ["They count on two days. E, 2026"]


def test_the_answer_is_the_first_line_of_a_claims_page() -> None:
    head = page_of(_library(disagreement=["number"]), "claim", "c").css_first(".record-body")
    assert head is not None
    parts = [child.attributes.get("class") or child.tag for child in head.iter()]
    assert parts[:3] == ["voice-ours", "answer", "line"]


@pytest.mark.parametrize("reading", Reading)
def test_no_meaning_of_a_reading_says_who_is_right(reading: Reading) -> None:
    words = READING_MEANINGS[reading].casefold()
    assert not [word for word in ("right", "wrong", "true", "false", "cannot") if word in words.split()]


def test_the_signed_lines_are_in_the_data_as_they_were_written() -> None:
    made = _library(disagreement=["number", {"kind": "date", "says": "Days."}], finding="F")
    record = published_record(context_of(made), "claim", "c")
    assert record["disagreement"] == [{"kind": "number"}, {"kind": "date", "says": "Days."}]
    assert record["finding"] == {"says": "F"}
