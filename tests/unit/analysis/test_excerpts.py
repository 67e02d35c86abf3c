from typing import Any

import pytest

from builder.analysis import analyse
from builder.analysis.excerpts import cut, shows
from builder.text import Span
from tests.unit.analysis.make import article, claim, library, says

TEXT = "One is here. Two holds the quote. Three is 4 May. PHOTO Five holds words."


def published(publish: str, **fields: Any) -> str:
    dated = {"edtf": "2015-05-04", "cue": "4 May"}
    made = library(
        {"a": TEXT},
        articles={"a": article(dated, publish=publish, **fields)},
        claims={"c": claim(says("a", quote="the quote"), says("a", quote="holds words"))},
    )
    return "|".join(span.of(TEXT) for span in analyse(made).published["a"])  # type: ignore[index]


def test_full_publishes_all() -> None:
    assert published("full") == TEXT


def test_an_excerpt_is_the_sentences_of_the_evidence_and_the_words_of_cues() -> None:
    assert published("excerpt") == "Two holds the quote.|4 May|PHOTO Five holds words."


def test_a_link_is_the_exact_words_alone() -> None:
    assert published("link") == "the quote|4 May|holds words"


def test_an_excerpt_leaves_out_folded_words() -> None:
    assert published("excerpt", marks=[{"kind": "alt-text", "quote": "PHOTO"}]).endswith("|Five holds words.")


@pytest.mark.parametrize("kind", ["alt-text", "byline"])
def test_an_excerpt_leaves_out_what_is_folded_or_lifted_inside_a_sentence(kind: str) -> None:
    text = "One two PHOTO three."
    marks = [{"kind": kind, "quote": "PHOTO"}]
    made = library(
        {"a": text}, articles={"a": article(marks=marks)}, claims={"c": claim(says("a", quote="two"))}
    )
    assert [span.of(text) for span in analyse(made).published["a"]] == ["One two ", " three."]  # type: ignore[index]


@pytest.mark.parametrize("kind", ["caption", "sic"])
def test_an_excerpt_keeps_what_is_only_labelled_or_noted(kind: str) -> None:
    text = "One two PHOTO three."
    marks = [{"kind": kind, "quote": "PHOTO"}]
    made = library(
        {"a": text}, articles={"a": article(marks=marks)}, claims={"c": claim(says("a", quote="two"))}
    )
    assert [span.of(text) for span in analyse(made).published["a"]] == [text]  # type: ignore[index]


def test_the_default_is_the_excerpt() -> None:
    made = library({"a": "One. Two."}, claims={"c": claim(says("a", quote="Two"))})
    assert analyse(made).published == {"a": (Span(5, 9),)}


def test_a_text_without_evidence_publishes_nothing() -> None:
    assert analyse(library({"a": "One. Two."})).published == {"a": ()}


def test_a_range_is_cut_to_what_may_be_published() -> None:
    allowed = (Span(0, 3), Span(5, 9))
    assert cut(allowed, Span(2, 7)) == (Span(2, 3), Span(5, 7))
    assert shows(allowed, Span(5, 9))
    assert not shows(allowed, Span(2, 6))
