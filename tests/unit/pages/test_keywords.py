"""Words that a text uses more stand in a plain table of counts, and never words that are not published."""

from __future__ import annotations

import json

import pytest

from builder.model.library import Library
from builder.pages.documents.comparing import KEYWORDS, words_told
from builder.pages.documents.rows import told
from builder.pages.parts.shared import PAIR, pair_subject
from tests.unit.analysis.make import article, claim, library, says
from tests.unit.pages.showing import context_of, page_of, words_of

PLAIN = "The council met in the hall and spoke of roads and schools. "
FIRST = PLAIN * 30 + "The militants came. " * 30 + "Gunmen! " * 30
SECOND = PLAIN * 30 + "The gunmen left. " * 2 + "The militants stayed. "


def _library(
    publish: str = "full", first: str = FIRST, second: str = SECOND, quote: str = "The militants"
) -> Library:
    return library(
        {"first": first, "second": second},
        {"title": "Dossier", "publish": publish},
        articles={"first": article("2014", siglum="001"), "second": article("2015", siglum="002")},
        outlets={"o": {"name": "Outlet"}},
        claims={"c": claim(says("first", quote=quote))},
        comparisons={"x": {"title": "Two texts", "articles": ["second", "first"]}},
    )


def test_the_table_has_the_counts_of_each_text_and_how_many_words_they_have() -> None:
    page = page_of(_library(), "comparison", "x")
    assert words_of(page, "#words thead th") == ["Word", "001", "002"]
    assert words_of(page, "#words tbody th") == ["came", "militants", "gunmen", "All words"]
    assert words_of(page, "#words tbody td") == [
        *("30 markedly more", "0"),
        *("30 markedly more", "1"),
        *("30 markedly more", "2"),
        *("480", "369"),
    ]
    assert "no judgement" in words_of(page, "#words .fold-lead")[0]


def test_a_comparison_where_the_numbers_carry_nothing_has_no_such_section() -> None:
    page = page_of(_library(first=PLAIN + "The militants came. "), "comparison", "x")
    assert not page.css("#words")
    assert list(words_told(context_of(_library(first=PLAIN + "The militants came.")))) == []


def test_the_page_of_two_texts_has_the_table_too() -> None:
    made = _library()
    (pair,) = context_of(made).findings.comparison.pairs
    assert "militants" in words_of(page_of(made, PAIR, pair_subject(*pair)), "#words tbody th")


@pytest.mark.parametrize("publish", ["excerpt", "link"])
def test_a_word_that_stands_in_nothing_published_of_a_text_is_not_told_of_it(publish: str) -> None:
    made = _library(publish)
    page, context = page_of(made, "comparison", "x"), context_of(made)
    assert "militants" in words_of(page, "#words tbody th")
    assert words_of(page, "#words tbody tr:first-child td") == ["30 markedly more", "not told"]
    assert KEYWORDS.table is not None
    _, rows = KEYWORDS.table.cells(context)
    data = json.dumps([told(each) for each in words_told(context)]) + json.dumps(list(rows))
    for word in ("gunmen", "council", "stayed"):
        assert word not in data.lower()
        assert word not in " ".join(words_of(page, "#words")).lower()
    assert ("came" in data) == (publish == "excerpt"), "the sentence of the quote is an excerpt of it"
    assert "30, null" in data
    assert "30, 1" not in data


@pytest.mark.parametrize("publish", ["excerpt", "link"])
def test_nothing_is_told_where_only_other_words_are_published(publish: str) -> None:
    made = _library(publish, quote="the hall")
    assert not page_of(made, "comparison", "x").css("#words")
    assert list(words_told(context_of(made))) == []
