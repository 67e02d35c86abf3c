"""Suggestions: what is seen, and YAML that can be pasted."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from builder.analysis import analyse
from builder.analysis.suggestions import Suggestion, SuggestionKind, suggest
from builder.model.article import Origin
from builder.model.claim import Appearance, Claim
from builder.model.entity import Entity
from builder.model.library import Library
from builder.model.marks import Mark
from tests.unit.analysis import make

REPORT = "The ministry closed the northern border crossing after two trucks had caught fire there."


def suggested(library: Library, kind: SuggestionKind) -> list[Suggestion]:
    return [found for found in suggest(library, analyse(library)) if found.kind is kind]


def damages(text: str) -> list[tuple[str, str, str | None]]:
    """Kind, words and repair of each mark that is suggested, read back from its YAML."""
    marks = []
    for found in suggested(make.library({"a": text}), SuggestionKind.DAMAGE):
        [mark] = (Mark(**entry) for entry in yaml.safe_load(found.yaml)["marks"])
        words = found.places[0][1].of(text)
        assert mark.quote in (words, None)
        marks.append((mark.kind.value, words, mark.read))
    return marks


@pytest.mark.parametrize(
    ("text", "damage"),
    [
        ("It came.\nISIS threats PutinA nine-minute video came.", ("alt-text", "ISIS threats Putin", None)),
        ("Such as Dagestan.The leader left.", ("lost-space", "Dagestan.The", "Dagestan. The")),
        ("It said that it will soonperform an attack.", ("lost-space", "soonperform", "soon perform")),
        ("The President,\u00a0 is here.", ("no-break-space", "\u00a0 ", " ")),
        ("It left.\nLeave a Reply", ("comments", "Leave a Reply", None)),
        ("Dear Reader,\nIt left.", ("appeal", "Dear Reader,", None)),
        ("It left.\n1 minute read.", ("widget", "1 minute read.", None)),
        ("It left.\nAuthor: Jason Ditz", ("byline", "Author: Jason Ditz", None)),
    ],
)
def test_damage_is_suggested_as_a_mark(text: str, damage: tuple[str, str, str | None]) -> None:
    assert damages(text) == [damage]


@pytest.mark.parametrize(
    "text",
    [
        "He saw YouTube, McDonald and SouthFront.",
        "At Politika.rs they wrote it.",
        "The U.S. left. It said so.",
    ],
)
def test_names_with_a_capital_inside_and_addresses_are_no_damage(text: str) -> None:
    assert damages(text) == []


def test_what_is_marked_already_is_not_suggested_again() -> None:
    marks = [{"kind": "lost-space", "quote": "Dagestan.The", "read": "Dagestan. The"}]
    library = make.library(
        {"a": "Such as Dagestan.The leader left."}, articles={"a": make.article(marks=marks)}
    )
    assert not suggested(library, SuggestionKind.DAMAGE)


def test_a_shared_passage_is_suggested_as_an_origin_of_the_later_text() -> None:
    articles = {"a": make.article("2015-11-12"), "b": make.article("2015-11-13")}
    [found] = suggested(
        make.library({"a": REPORT, "b": f"So: {REPORT}"}, articles=articles), SuggestionKind.PASSAGE
    )
    [origin] = (Origin(**entry) for entry in yaml.safe_load(found.yaml)["origins"])
    assert (found.article, found.file) == ("b", "content/articles/b.yaml")
    assert origin.covers is not None
    assert origin.covers.quote == REPORT[:-1]


@pytest.mark.parametrize(
    "of",
    [{"article": "a"}, {"what": "Wire copy"}],
    ids=["an origin that names the text", "an origin that covers it"],
)
def test_a_passage_that_an_origin_explains_is_not_suggested(of: dict[str, str]) -> None:
    covers = {"covers": {"quote": REPORT}} if "what" in of else {}
    origins = [{"relation": "based-on", "of": of, "basis": "inferred", "note": "why", **covers}]
    articles = {"a": make.article(), "b": make.article(origins=origins)}
    library = make.library({"a": REPORT, "b": f"So: {REPORT}"}, articles=articles)
    assert not suggested(library, SuggestionKind.PASSAGE)


def crash(**records: Any) -> Library:
    texts = {"a": "The Ankara explosion killed 97 people.", "b": "At least 102 died in the Ankara explosion."}
    event = {"title": "E", "date": {"edtf": "2015"}, "topics": []}
    articles = {"a": make.article(events=["e"]), "b": make.article(events=["e"])}
    return make.library(texts, articles=articles, events={"e": event}, **records)


def test_figures_that_differ_are_suggested_as_a_claim() -> None:
    [found] = suggested(crash(), SuggestionKind.FIGURE)
    claim = Claim(id="c", **yaml.safe_load(found.yaml))
    assert [(one.article, one.position) for one in claim.appearances] == [("a", "n-97"), ("b", "n-102")]


def test_figures_that_a_claim_sets_side_by_side_are_not_suggested() -> None:
    claim = make.claim(
        make.says("a", quote="killed 97 people", position="x"),
        make.says("b", quote="102 died", position="y"),
        positions={"x": "97", "y": "102"},
        reading="differ",
        disagreement=["number"],
    )
    assert not suggested(crash(claims={"c": claim}), SuggestionKind.FIGURE)


def test_reported_speech_that_no_claim_quotes_is_suggested_as_an_appearance() -> None:
    text = 'It rained. "We will not leave here," the mayor said. Officials said it was late.'
    claim = make.claim(make.says("a", quote="Officials said it was late."))
    [found] = suggested(make.library({"a": text}, claims={"c": claim}), SuggestionKind.SPEECH)
    [appearance] = (Appearance(**entry) for entry in yaml.safe_load(found.yaml)["appearances"])
    assert appearance.quote == '"We will not leave here," the mayor said.'
    assert appearance.attributed_to is not None
    assert appearance.attributed_to.described == "the mayor"


def test_a_name_without_entity_is_suggested_as_one() -> None:
    entity = {"name": "Raqqa", "kind": "place"}
    text = "They left Raqqa for Deir Ezzor. In Deir Ezzor it rained, as in Raqqa. Then it rained. Then Syrian rain."
    [found] = suggested(make.library({"a": text}, entities={"raqqa": entity}), SuggestionKind.NAME)
    assert Entity(id="e", **yaml.safe_load(found.yaml)).name == "Deir Ezzor"


def test_a_suggestion_is_answered_by_its_code_in_the_record_of_its_article() -> None:
    text = "Such as Dagestan.The leader left."
    [found] = suggested(make.library({"a": text}), SuggestionKind.DAMAGE)
    answer = make.article(acknowledge=[{"code": found.code, "reason": "so received"}])
    [answered] = suggested(make.library({"a": text}, articles={"a": answer}), SuggestionKind.DAMAGE)
    assert (found.is_acknowledged, answered.is_acknowledged) == (False, True)


def test_a_quote_that_stands_twice_comes_with_the_words_around_it() -> None:
    text = "A one\u00a0 two. B one\u00a0 two."
    quotes = [
        yaml.safe_load(found.yaml)["marks"][0]
        for found in suggested(make.library({"a": text}), SuggestionKind.DAMAGE)
    ]
    for mark in quotes:
        whole = mark.get("prefix", "") + mark["quote"] + mark.get("suffix", "")
        assert text.count(whole) == 1
