"""What is found by rule stands side by side: figures, wordings, dates, names, who relied on whom."""

from __future__ import annotations

from typing import Any

import pytest

from builder.analysis.figures.counted import CLASSES
from builder.model.library import Library
from builder.pages.comparison import ComparisonView
from builder.pages.parts.figures import MATTER_WORDS, matter_words
from tests.unit.analysis.make import article, claim, library, says
from tests.unit.pages.showing import page_of, view_of, words_of

FIRST = 'On 3 May 2014 the quake in Nepal killed 24 people. The mayor said: "We will build every house again by winter."'
SECOND = 'The quake in Nepal killed 31 people last week. "We will build every house again," the mayor said.'


def _library(publish: str = "full", **records: Any) -> Library:
    return library(
        {"first": FIRST, "second": SECOND},
        {"title": "Dossier", "publish": publish},
        **{
            "articles": {
                "first": article("2014", siglum="001"),
                "second": article("2015", siglum="002"),
            },
            "outlets": {"o": {"name": "Outlet"}},
            "comparisons": {"x": {"title": "Two texts", "articles": ["second", "first"]}},
        }
        | records,
    )


def _parts(made: Library) -> Any:
    return view_of(made, "comparison", "x", ComparisonView).parts


def test_figures_that_differ_are_to_be_looked_at_and_nothing_more() -> None:
    page = page_of(_library(), "comparison", "x")
    assert words_of(page, "#figures .told-status") == ["figures differ: to be looked at"]
    assert words_of(page, "#figures .told-figure .said:first-child") == ["24", "31"]
    assert words_of(page, "#figures .section-lead") == [
        "1 thing is counted by several texts; figures differ for: Dead."
    ]
    assert "quake" not in " ".join(words_of(page, "#figures"))
    assert "disagree" not in " ".join(words_of(page, "#figures h3"))


def test_a_quotation_in_two_texts_stands_side_by_side_with_its_speaker() -> None:
    (rendering,) = _parts(_library()).renderings
    assert rendering.relation == "One text quotes more of it"
    words = ["".join(run.text for run in line.runs) for line in rendering.lines]
    assert words == ["We will build every house again by winter.", "We will build every house again,"]
    assert [line.cue.text for line in rendering.lines if line.cue] == ["The mayor said", "the mayor said"]
    assert [line.speaker for line in rendering.lines] == [None, None]


def test_dates_stand_in_order_of_time_with_the_words_that_give_them_and_yesterday_is_none() -> None:
    page = page_of(_library(), "comparison", "x")
    assert words_of(page, "#dates tbody th") == ["3 May 2014"]
    assert words_of(page, "#dates tbody td q") == ["3 May 2014"]
    assert words_of(page, "#dates .section-lead") == ["1 date, none of them in several texts."]


def test_words_that_claims_of_the_page_have_as_evidence_from_two_texts_are_not_compared_again() -> None:
    def renderings(*texts: str) -> int:
        evidence = claim(*(says(text, quote="We will build every house again") for text in texts))
        compared = {"title": "Two texts", "articles": ["second", "first"], "claims": ["c"]}
        return len(_parts(_library(claims={"c": evidence}, comparisons={"x": compared})).renderings)

    assert (renderings("first"), renderings("first", "second")) == (1, 0)


@pytest.mark.parametrize("publish", ["excerpt", "link"])
def test_nothing_found_by_rule_prints_words_that_may_not_be_published(publish: str) -> None:
    made = _library(publish, claims={"c": claim(says("first", quote="The mayor said"))})
    parts = _parts(made)
    assert (parts.figures, parts.renderings, parts.dates) == ((), (), None)
    printed = page_of(made, "comparison", "x").html or ""
    assert "Nepal" not in printed


def test_two_texts_that_rest_on_one_hand_meet_in_it() -> None:
    wire = {"relation": "reports", "of": {"what": "A wire report"}, "basis": "inferred", "note": "Alike."}
    made = _library(
        articles={
            "first": article("2014", siglum="001", origins=[wire]),
            "second": article("2015", siglum="002", origins=[wire]),
        }
    )
    graph = _parts(made).graph
    labels = [shape.text for shape in graph.shapes if shape.tag == "text"]
    assert labels.count("A wire report") == 1
    assert {"001 Outlet", "002 Outlet"} <= set(labels)
    assert [shape.kind for shape in graph.shapes].count("link-inferred") == 2


def test_texts_without_origins_have_no_picture_of_them() -> None:
    assert _parts(_library()).graph is None


def test_names_in_furniture_are_counted_and_told_apart() -> None:
    made = library(
        {"a": "ISIS was there. IS was not. Share ISIS now.", "b": "ISIS came."},
        articles={
            "a": article("2014", marks=[{"kind": "related", "quote": "Share ISIS now."}], siglum="001"),
            "b": article("2015", siglum="002"),
        },
        outlets={"o": {"name": "Outlet"}},
        entities={
            "is": {
                "name": "Islamic State",
                "kind": "group",
                "aliases": ["ISIS", {"text": "IS", "case": "exact"}],
            }
        },
        comparisons={"x": {"title": "Two texts", "articles": ["a", "b"]}},
    )
    (naming,) = _parts(made).naming
    counts = {
        use.text.label: [(each.name.text, each.count, each.note) for each in use.names] for use in naming.uses
    }
    assert counts == {
        "001": [("ISIS", "2", "1 of them around the article, not in it"), ("IS", "1", None)],
        "002": [("ISIS", "1", None)],
    }


@pytest.mark.parametrize(
    ("matter", "words"),
    [("dead", "Dead"), ("percent", "Per cent"), ("money €", "Money, €"), ("money", "Money")],
)
def test_what_figures_count_reads_as_a_heading(matter: str, words: str) -> None:
    assert matter_words(matter) == words


def test_every_class_of_ours_has_a_heading() -> None:
    assert set(MATTER_WORDS) == {"percent", *CLASSES}
