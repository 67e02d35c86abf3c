"""Comparisons that editors make, and those made for events."""

from __future__ import annotations

from typing import Any

import pytest

from builder.analysis import analyse
from builder.model.base import EventId
from builder.model.library import Library
from builder.pages.comparison import ComparisonView
from builder.pages.parts.compared import compared_events
from builder.pages.table import plan_pages
from tests.unit.analysis.make import article, claim, library, says
from tests.unit.pages.showing import page_of, view_of, words_of

TEXTS = {
    "a": "Rebels took the town. IS fled, it is said. The town fell.",
    "b": "Fighters took no town. ISIS stayed. The town fell.",
    "c": "ISIS was there.",
}


def _library(**records: Any) -> Library:
    return library(
        TEXTS,
        **{
            "articles": {
                "a": article("2015", siglum="001", events=["fall"]),
                "b": article("2016", siglum="002", events=["fall"]),
                "c": article("2017", siglum="003"),
            },
            "outlets": {"o": {"name": "Outlet"}},
            "events": {
                "fall": {"title": "The fall", "date": "2014"},
                "rise": {"title": "The rise", "date": "2015"},
            },
            "entities": {
                "is": {
                    "name": "Islamic State",
                    "kind": "group",
                    "aliases": ["ISIS", {"text": "IS", "case": "exact"}],
                }
            },
            "claims": {
                "taken": claim(
                    says("a", quote="Rebels took the town"),
                    says("b", "disputes", quote="Fighters took no town"),
                    statement="The town was taken",
                ),
                "fell": claim(
                    says("a", quote="The town fell"), says("b", quote="The town fell"), event="fall"
                ),
                "there": claim(says("c", quote="ISIS was there")),
                "fled": claim(says("a", quote="IS fled")),
            },
        }
        | records,
    )


def _comparison(**fields: Any) -> Library:
    made = {"title": "Two texts", "articles": ["b", "a"], "claims": ["fell", "taken"], **fields}
    return _library(comparisons={"x": made})


def test_an_editors_comparison_shows_its_question_and_every_part_that_it_has_something_for() -> None:
    page = page_of(
        _comparison(question="Who took it?", commentary="See [the claim](claim:taken)."), "comparison", "x"
    )
    assert words_of(page, ".standfirst") == ["Who took it?"]
    assert [node.attributes["href"] for node in page.css("#commentary a")] == ["../claims/taken.html"]
    sections = [node.attributes["id"] for node in page.css("main > section")]
    assert sections == [
        *("contested", "commentary", "matrix", "naming", "timeline", "articles", "cite"),
    ]


def test_every_stance_of_a_comparison_leads_to_a_sentence() -> None:
    page = page_of(_comparison(), "comparison", "x")
    hrefs = [node.attributes["href"] or "" for node in page.css(".matrix a.stance")]
    assert len(hrefs) == 4
    assert all("#q-" in href for href in hrefs)
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))


def test_a_conflict_with_a_text_outside_the_comparison_does_not_face_it() -> None:
    assert view_of(_comparison(), "comparison", "x", ComparisonView).parts.faced
    alone = _comparison(articles=["a", "c"])
    assert not view_of(alone, "comparison", "x", ComparisonView).parts.faced


def test_names_are_counted_for_the_texts_compared() -> None:
    naming = view_of(_comparison(), "comparison", "x", ComparisonView).parts.naming
    assert [view.entity.label for view in naming] == ["Islamic State"]
    counts = [[(each.name.text, each.count) for each in use.names] for use in naming[0].uses]
    assert counts == [[("IS", "1")], [("ISIS", "1")]]


def test_only_events_with_two_texts_and_a_claim_of_their_own_have_a_comparison() -> None:
    made = _library()
    assert compared_events(analyse(made)) == ("fall",)
    assert "comparisons/event--fall.html" in [page.path for page in plan_pages(made, analyse(made))]
    assert compared_events(analyse(_library(claims={}))) == ()


def test_an_events_comparison_has_the_claims_about_it_and_no_other_that_its_texts_share() -> None:
    made = _library()
    assert analyse(made).claims_compared[EventId("fall")] == ("fell",)
    hrefs = page_of(made, "event-comparison", "fall").css("main a[href*='claims/']")
    assert {(node.attributes["href"] or "").partition("#")[0] for node in hrefs} == {"../claims/fell.html"}


def test_an_events_comparison_has_texts_that_report_it_speak_to_its_claims_or_were_read_for_them() -> None:
    coded = {"by": "Ed", "date": "2020", "articles": ["a", "b", "c"]}
    fell = claim(says("a", quote="The town fell"), event="fall", coded=coded)
    assert analyse(_library(claims={"fell": fell})).articles_compared[EventId("fall")] == ("a", "b", "c")


def test_the_list_the_event_and_the_comparison_give_the_same_counts() -> None:
    coded = {"by": "Ed", "date": "2020", "articles": ["a", "b", "c"]}
    made = _library(claims={"fell": claim(says("a", quote="The town fell"), event="fall", coded=coded)})
    assert words_of(page_of(made, "comparisons"), "#events .row-head") == [
        "The fall 2014 · 3 articles, 1 claim"
    ]
    told = words_of(page_of(made, "event", "fall"), "#comparisons .row-head")
    assert told == ["The fall 2014 · 3 articles, 1 claim"]
    assert words_of(page_of(made, "event-comparison", "fall"), ".counts") == ["3 articles1 claim"]


@pytest.mark.parametrize("kind", ["comparisons", "comparison"])
def test_a_dossier_without_comparisons_has_no_page_of_them(kind: str) -> None:
    made = _library(events={}, articles={name: article("2015") for name in TEXTS})
    assert kind not in {page.kind.name for page in plan_pages(made, analyse(made))}


def test_the_list_of_comparisons_has_both_kinds() -> None:
    page = page_of(_comparison(), "comparisons")
    assert words_of(page, "#questions .row-head") == ["Two texts 2 articles, 2 claims"]
    assert words_of(page, "#events .row-head") == ["The fall 2014 · 2 articles, 1 claim"]
