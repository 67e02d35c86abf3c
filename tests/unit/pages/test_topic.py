"""The page of a topic, and the list of topics."""

from __future__ import annotations

from typing import Any

from builder.model.library import Library
from builder.pages.topic import TopicView
from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.showing import page_of, view_of, words_of

TEXTS = {"a": "It rained. It poured.", "b": "It did not rain. It poured."}


def _library(**records: Any) -> Library:
    return library(
        TEXTS,
        **{
            "articles": {"a": article("2015", topics=["t"]), "b": article("2016")},
            "outlets": {"o": {"name": "Outlet"}},
            "topics": {"t": {"name": "Rain"}, "u": {"name": "Drizzle", "broader": "t"}},
        }
        | records,
    )


def _claims() -> dict[str, Any]:
    return {
        "alone": claim(says("a", quote="It rained"), topics=["t"]),
        "same": claim(says("a", quote="It poured"), says("b", quote="It poured"), topics=["t"]),
        "contested": claim(
            says("a", quote="It rained"),
            says("b", "disputes", quote="It did not rain"),
            disagreement=["effect"],
            topics=["t"],
            coded=coded("a", "b"),
        ),
    }


def test_a_topic_opens_with_what_is_contested_and_ends_with_what_one_article_says() -> None:
    view = view_of(_library(claims=_claims()), "topic", "t", TopicView)
    assert [group.title for group in view.groups] == [
        "What is contested",
        "The same in several articles",
        "In one article only",
    ]
    contested = view.groups[0].cards[0]
    assert [side.stance.stance for side in contested.sides] == ["asserts", "disputes"]


def test_texts_of_other_topics_that_speak_to_its_claims_have_a_column() -> None:
    view = view_of(_library(claims=_claims()), "topic", "t", TopicView)
    assert view.matrix is not None
    assert [column.date for column in view.matrix.tables[0].columns] == ["2015", "2016"]


def test_who_is_silent_is_told_by_the_matrix() -> None:
    claims = {
        "c": claim(says("b", quote="It poured"), topics=["t"], statement="It poured", coded=coded("a", "b"))
    }
    page = page_of(_library(claims=claims), "topic", "t")
    assert words_of(page, ".matrix .absent") == ["silent"]
    assert not page.css("#silent")


def test_a_topic_of_one_article_shows_that_article_and_nothing_empty() -> None:
    page = page_of(_library(topics={"t": {"name": "Rain"}}), "topic", "t")
    assert [node.attributes["id"] for node in page.css("section")] == ["articles"]
    assert words_of(page, "#articles .row-head") == ["[A] Outlet, 2015"]


def test_narrower_topics_stand_under_their_broader_one_and_lead_back() -> None:
    listed = page_of(_library(), "topics")
    assert words_of(listed, ".topic-tree > li > .row-head") == ["Rain 1 article"]
    assert words_of(listed, ".topic-tree .rows .row-head") == ["Drizzle"]
    narrower = page_of(_library(), "topic", "u")
    assert words_of(narrower, ".record-head a") == ["Rain"]
