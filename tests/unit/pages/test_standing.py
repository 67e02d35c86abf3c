"""Standing text on the page of its outlet, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from builder.analysis import analyse
from builder.analysis.suggestions import SuggestionKind, suggest
from builder.model.library import Library
from builder.model.marks import Mark
from builder.pages.parts.shared import PAIR
from builder.pages.table import plan_pages
from tests.unit.analysis.make import article, library
from tests.unit.analysis.planting import Writer
from tests.unit.pages.showing import page_of, words_of

STANDING = "Write to the editors of the northern gazette at any hour of the day or of the night"
NAMES = [f"a{place}" for place in range(6)]
OTHERS = [f"b{place}" for place in range(10)]
"""Texts that share nothing: of more than twelve in all, two have a page only for what they share."""


def _library(articles: int = 6, **fields: Any) -> Library:
    writer = Writer(seed=7)
    texts = {name: f"{writer.article()}\n{STANDING}." for name in NAMES[:articles]}
    others = {name: f"{writer.article()}\n" for name in OTHERS}
    records = {name: article("2015", **fields) for name in texts} | {name: article("2015") for name in others}
    return library(
        texts | others,
        {"title": "D", "publish": "full"},
        articles=records,
        outlets={"o": {"name": "Gazette"}},
    )


def test_standing_text_is_one_line_on_its_outlet_and_makes_no_pair_page() -> None:
    made = _library()
    assert PAIR not in {page.kind.name for page in plan_pages(made, analyse(made))}
    assert words_of(page_of(made, "outlet", "o"), "#standing li") == [
        "“Write to the editors of the northern gazette at any hour of the day …” in 6 texts"
    ]
    assert not page_of(made, "article", "a0").css("#shared")


def test_words_that_four_texts_have_are_compared_and_no_standing_text() -> None:
    made = _library(articles=4)
    assert not page_of(made, "outlet", "o").css("#standing")
    assert sum(page.kind.name == PAIR for page in plan_pages(made, analyse(made))) == 6


@pytest.mark.parametrize("publish", ["excerpt", "link"])
def test_words_that_may_not_be_published_are_not_printed(publish: str) -> None:
    (line,) = words_of(page_of(_library(publish=publish), "outlet", "o"), "#standing li")
    assert line == "Words that are not published here in 6 texts"


def test_a_mark_for_standing_text_is_suggested_once_with_every_record_that_needs_it() -> None:
    made = _library()
    [found] = [each for each in suggest(made, analyse(made)) if each.kind is SuggestionKind.STANDING]
    [mark] = (Mark(**entry) for entry in yaml.safe_load(found.yaml)["marks"])
    assert mark.quote == STANDING
    assert [name for name, _ in found.places] == NAMES
    assert all(f"content/articles/{name}.yaml" in found.message for name in NAMES[1:])


def test_marked_standing_text_is_gone() -> None:
    made = _library(marks=[{"kind": "related", "quote": f"{STANDING}."}])
    assert not analyse(made).comparison.standing
    assert not page_of(made, "outlet", "o").css("#standing")
