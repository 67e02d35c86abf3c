"""The guided path: every stop on one page, the steps between them, and the pages that are stops."""

from __future__ import annotations

from typing import Any

from builder.model.library import Library
from tests.unit.analysis.make import article, claim, library, says
from tests.unit.pages.showing import page_of, words_of

TEXTS = {"a": "It rained. The roof held.", "b": "It did not rain."}
RAINED = claim(
    says("a", quote="It rained"),
    says("b", "disputes", quote="It did not rain"),
    statement="It rained that day",
    number="c01",
    disagreement=["effect"],
)


def _library(*tour: Any, **dossier: Any) -> Library:
    return library(
        TEXTS,
        dossier={"title": "Rain", "tour": list(tour), **dossier},
        articles={"a": article("2015", summary="What **fell**."), "b": article("2016")},
        outlets={"o": {"name": "Outlet"}},
        claims={"rained": RAINED, "roof": claim(says("a", quote="The roof held"), statement="It held")},
        topics={"weather": {"name": "Weather", "description": "What falls."}},
    )


def test_a_tour_is_named_by_its_stops_in_words_and_by_many_in_digits() -> None:
    assert words_of(page_of(_library("rained"), "tour"), "h1") == ["One finding in one minute"]
    assert words_of(page_of(_library("rained", "weather"), "tour"), "h1") == ["Two findings in two minutes"]
    assert words_of(page_of(_library(*["rained"] * 11), "tour"), "h1") == ["11 findings in 11 minutes"]


def test_each_stop_tells_the_editors_line_and_what_is_found_there() -> None:
    stops = (
        {"claim": "rained", "says": "They part on the rain."},
        {"claim": "rained", "article": "b", "says": "One denies it."},
        {"article": "a", "says": "One text sums up."},
        {"topic": "weather"},
        {"built": "timeline"},
    )
    page = page_of(_library(*stops), "tour")
    assert words_of(page, ".stop h2") == [
        "They part on the rain.",
        "One denies it.",
        "One text sums up.",
        "Weather",
        "Timeline",
    ]
    assert words_of(page, ".stop-place") == [f"Stop {number} of 5" for number in range(1, 6)]
    assert words_of(page, "#stop-1 mark") == ["It rained", "It did not rain"]
    assert words_of(page, "#stop-2 mark") == ["It did not rain"]
    assert words_of(page, "#stop-3 .prose strong") == ["fell"]
    assert words_of(page, "#stop-4 .stop-record a") == ["Weather"]
    assert words_of(page, "#stop-5 .prose") == ["Events and texts on one axis."]
    links = [page.css_first(f"#stop-{number} a.name, #stop-{number} .stop-record a") for number in (1, 5)]
    assert [link.attributes["href"] for link in links] == ["claims/rained.html", "timeline.html"]


def test_a_reader_goes_from_stop_to_stop_and_back() -> None:
    page = page_of(_library("rained", "weather", "roof"), "tour")
    ways = [
        [node.attributes["href"] for node in page.css(f'#stop-{number} [rel="{way}"]')]
        for number in (1, 2, 3)
        for way in ("prev", "next")
    ]
    assert ways == [["index.html"], ["#stop-2"], ["#stop-1"], ["#stop-3"], ["#stop-2"], ["index.html"]]
    assert words_of(page, '#stop-2 [aria-current="step"]') == ["2"]


def test_a_page_says_which_stop_it_is_and_leads_on() -> None:
    made = _library("roof", "rained", {"claim": "rained", "article": "b"}, "weather")
    page = page_of(made, "claim", "rained")
    assert words_of(page, ".tour-place p") == ["Stop 2 of 4: Four findings in four minutes"]
    assert [link.attributes["href"] for link in page.css(".tour-place a")] == [
        "../tour.html#stop-2",
        "../tour.html#stop-1",
        "../tour.html#stop-3",
    ]
    assert page_of(made, "article", "b").css(".tour-place") == []


def test_the_first_page_and_the_foot_of_every_page_lead_to_the_tour() -> None:
    page = page_of(_library("rained"), "home")
    assert [link.attributes["href"] for link in page.css(".tour-link a")] == ["tour.html"]
    assert "One finding in one minute" in words_of(
        page_of(_library("rained"), "topic", "weather"), ".colophon a"
    )


def test_a_dossier_without_stops_has_no_tour() -> None:
    page = page_of(_library(), "home")
    assert page.css(".tour-link") == []
    assert not [link for link in page.css("a") if "tour" in (link.attributes["href"] or "")]


def test_a_page_of_the_editors_that_opens_the_methodology_is_a_stop_too() -> None:
    made = library(
        TEXTS,
        dossier={"title": "Rain", "tour": [{"page": "methodology"}]},
        articles={"a": article("2015"), "b": article("2016")},
        outlets={"o": {"name": "Outlet"}},
        pages={"methodology": {"title": "How it works", "body": "So."}},
    )
    page = page_of(made, "tour")
    assert [link.attributes["href"] for link in page.css(".stop-record a")] == ["methodology.html"]
    assert words_of(page_of(made, "methodology"), ".tour-place p") == [
        "Stop 1 of 1: One finding in one minute"
    ]
