"""The page of two texts that share words: what is the same, where it stood first, both side by side."""

from __future__ import annotations

from typing import Any

import pytest

from builder.analysis import analyse
from builder.model.library import Library
from builder.pages.article import ArticleView
from builder.pages.lists import ListView
from builder.pages.pair_comparison import PairComparisonView, pair_path
from builder.pages.parts.shared import PAIR, pair_subject
from builder.pages.parts.strips import share_words
from builder.pages.table import plan_pages
from builder.pages.topic import TopicView
from tests.unit.analysis.make import article, claim, library, says
from tests.unit.pages.showing import page_of, view_of, words_of

EARLY = "The mayor spoke at length.\nThe old bridge over the river gave way on a cold morning in March.\nIt rained."
LATE = "It rained.\nWe read that the old bridge over the river gave way on one cold morning in March, again."
OTHER = "Nothing here is like the others, nothing at all of it."
SUBJECT = "early--late"


def _library(**records: Any) -> Library:
    return library(
        {"early": EARLY, "late": LATE, "other": OTHER},
        {"title": "Dossier", "publish": "full"},
        **{
            "articles": {
                "early": article("2015", siglum="001", topics=["bridges"]),
                "late": article("2016", siglum="002", topics=["bridges"]),
                "other": article("2017", siglum="003"),
            },
            "outlets": {"o": {"name": "Outlet"}},
            "topics": {"bridges": {"name": "Bridges"}},
            "claims": {
                "rain": claim(says("early", quote="It rained"), says("late", quote="It rained")),
                "speech": claim(says("early", quote="The mayor spoke at length")),
            },
        }
        | records,
    )


def _view(made: Library) -> PairComparisonView:
    return view_of(made, PAIR, SUBJECT, PairComparisonView)


def test_texts_that_share_words_have_a_page_of_the_two_and_in_a_small_dossier_all_have() -> None:
    made = _library()
    pages = [page.subject for page in plan_pages(made, analyse(made)) if page.kind.name == PAIR]
    assert pages == [SUBJECT, "early--other", "late--other"]


def test_the_address_does_not_depend_on_which_text_is_named_first() -> None:
    assert pair_subject("late", "early") == pair_subject("early", "late") == SUBJECT  # type: ignore[arg-type]
    assert pair_path(SUBJECT).startswith("comparisons/pair--")
    assert len(pair_path(SUBJECT)) == len("comparisons/pair--01234567.html")


def test_a_passage_marks_the_same_words_and_what_differs_between_them_in_both_texts() -> None:
    page = page_of(_library(), PAIR, SUBJECT)
    same = words_of(page, "#shared blockquote .shared")
    assert same == [
        *("The old bridge over the river gave way on", "cold morning in March"),
        *("the old bridge over the river gave way on", "cold morning in March"),
    ]
    assert words_of(page, "#shared blockquote .differs") == ["a", "one"]


def test_the_words_around_a_passage_are_those_of_its_sentence() -> None:
    first, second = _view(_library()).passages[0].lines
    assert (first.before, first.after) == ("", ".")
    assert (second.before, second.after) == ("We read that ", ", again.")


def test_it_says_where_the_words_appeared_first_and_never_who_copied() -> None:
    page = page_of(_library(), PAIR, SUBJECT)
    assert "appeared first in 001" in words_of(page, "#shared figcaption")[0]
    assert "copied" not in (page.html or "copied").casefold()


def test_where_the_dates_do_not_tell_the_order_is_unknown() -> None:
    made = _library(articles={"early": article("2015", siglum="001"), "late": article("2015", siglum="002")})
    page = page_of(made, PAIR, SUBJECT)
    assert "the dates do not tell which" in words_of(page, "#shared figcaption")[0]
    assert "not known" in words_of(page, ".standfirst")[0]


def test_paragraphs_that_share_words_or_a_claim_stand_in_one_row() -> None:
    rows = _view(_library()).aligned.rows
    told = [
        ([p.number for p in row.sides[0].paragraphs], [p.number for p in row.sides[1].paragraphs])
        for row in rows
    ]
    assert told == [(["¶1"], ["¶1"]), (["¶2"], ["¶2"]), (["¶3"], [])]
    assert [link.label for link in rows[1].passages] == ["Passage 1"]
    assert [link.label for link in rows[2].sides[0].paragraphs[0].across] == ["002 ¶1"]


def test_the_rows_hold_every_word_of_both_texts_once() -> None:
    rows = _view(_library()).aligned.rows
    for side, text in enumerate((EARLY, LATE)):
        paragraphs = [paragraph for row in rows for paragraph in row.sides[side].paragraphs]
        assert "\n".join("".join(run.text for run in each.runs) for each in paragraphs) == text


def test_each_paragraph_leads_to_its_place_in_its_article() -> None:
    page = page_of(_library(), PAIR, SUBJECT)
    hrefs = [node.attributes["href"] for node in page.css(".aligned .block-number")]
    assert hrefs[0] == "../articles/early.html#p-1"
    assert len(hrefs) == 5


def _long() -> Library:
    """The two texts with twelve paragraphs of their own before what they share, and nine behind it."""
    before = "".join(f"Here word{number} says sentence{number}.\n" for number in range(12))
    behind = "".join(f"\nThere then{number} ends phrase{number}." for number in range(9))
    return library(
        {"early": before + EARLY + behind, "late": LATE},
        {"title": "Dossier", "publish": "full"},
        articles={
            "early": article("2015", siglum="001"),
            "late": article("2016", siglum="002"),
        },
        outlets={"o": {"name": "Outlet"}},
        claims={"rain": claim(says("early", quote="It rained"), says("late", quote="It rained"))},
    )


def test_a_line_stands_in_place_of_many_paragraphs_far_from_all_that_both_have() -> None:
    page = page_of(_long(), PAIR, SUBJECT)
    numbers = [node.text() for node in page.css(".aligned-side:nth-last-child(2) .block-number")]
    assert numbers == [f"¶{number}" for number in range(12, 18)]
    assert [(node.text(), node.attributes["href"]) for node in page.css(".left-out a")] == [
        ("¶1 to ¶11 share no passage and no claim with the other text", "../articles/early.html#p-1"),
        ("¶18 to ¶24 share no passage and no claim with the other text", "../articles/early.html#p-18"),
    ]
    assert "a line stands in place" in words_of(page, "#side-by-side .section-lead")[0]


def test_two_texts_of_which_nothing_is_left_out_are_told_to_stand_there_as_readers_read_them() -> None:
    assert _view(_library()).aligned.lead.startswith("Both texts as readers read them")


def test_a_line_is_true_of_what_is_not_printed_too() -> None:
    """Paragraph 11, which both have, is not printed: no line spans it, and the next one stands in its place."""
    own = [f"Here word{number} says sentence{number}." for number in range(22)]
    shared = EARLY.splitlines()[1]
    made = library(
        {"early": "\n".join((*own[:10], shared, *own[10:], "It rained.")), "late": LATE},
        {"title": "Dossier", "publish": "full"},
        articles={"early": article("2015", publish="excerpt"), "late": article("2016")},
        outlets={"o": {"name": "Outlet"}},
        claims={
            "rain": claim(says("early", quote="It rained"), says("late", quote="It rained")),
            **{f"own-{number}": claim(says("early", quote=words)) for number, words in enumerate(own)},
        },
    )
    page = page_of(made, PAIR, SUBJECT)
    assert "river" not in " ".join(words_of(page, ".aligned-row .aligned-side:nth-last-child(2)"))
    assert [words.split(" share")[0] for words in words_of(page, ".left-out")] == ["¶1 to ¶8", "¶15 to ¶21"]


def test_a_text_of_which_nothing_is_tied_stands_there_whole() -> None:
    long = "\n".join(f"Here word{number} says sentence{number}." for number in range(30))
    made = library(
        {"early": long, "late": LATE},
        {"title": "Dossier", "publish": "full"},
        articles={"early": article("2015"), "late": article("2016")},
        outlets={"o": {"name": "Outlet"}},
    )
    page = page_of(made, PAIR, SUBJECT)
    assert len(page.css(".aligned .block-number")) == 32
    assert not page.css(".left-out")


@pytest.mark.parametrize("publish", ["excerpt", "link"])
def test_words_that_may_not_be_published_are_not_printed(publish: str) -> None:
    made = _library(articles={"early": article("2015", publish=publish), "late": article("2016")})
    page = page_of(made, PAIR, SUBJECT)
    lines = words_of(page, "#shared .passage-line")
    assert "bridge" not in lines[0]
    assert "not published here" in lines[0]
    assert "bridge" in lines[1]
    first = " ".join(words_of(page, ".aligned-row .aligned-side:nth-last-child(2)"))
    assert "It rained" in first
    assert "river" not in first


def test_a_strip_says_in_words_what_it_draws() -> None:
    strip = _view(_library()).strips[0]
    assert [shape.kind for shape in strip.picture.shapes].count("strip-shared") == 1
    assert "passage 1 in paragraph 2" in strip.picture.description
    assert strip.words[0].startswith("13 of 21 words (62 %)")


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(0, 9, "0 %"), (1, 900, "under 1 %"), (1, 3, "33 %"), (899, 900, "over 99 %"), (9, 9, "100 %")],
)
def test_a_share_is_never_rounded_to_nothing_or_to_all(part: int, whole: int, words: str) -> None:
    assert share_words(part, whole) == words


def test_the_lists_and_the_articles_lead_to_the_page() -> None:
    made, path = _library(), pair_path(SUBJECT)
    listed = view_of(made, "comparisons", "", ListView).sections[-1].rows
    assert [row.link.href for row in listed] == [path.removeprefix("comparisons/")]
    own = view_of(made, "article", "late", ArticleView)
    assert [row.link.href for row in own.partners] == [f"../{path}"]
    assert [row.link.href for row in view_of(made, "topic", "bridges", TopicView).pairs] == [f"../{path}"]


def test_a_text_that_shares_nothing_says_nothing_of_it() -> None:
    page = page_of(_library(), "article", "other")
    assert not page.css("#shared")
