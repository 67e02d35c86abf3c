"""The page of a claim, and the register of all claims."""

from __future__ import annotations

from typing import Any

import pytest

from builder.model.library import Library
from builder.pages.claim import ClaimView
from builder.pages.claims import RegisterView
from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.showing import page_of, view_of, words_of

TEXTS = {
    "a": "The mayor said that two people died. Two people died in the flood.",
    "b": "Three people died, the post wrote. <b>More</b> rain came.",
    "c": "Nothing of it.",
}
ARTICLES = {
    "a": article("2015", siglum="001"),
    "b": article("2016-05", siglum="002"),
    "c": article("2017", siglum="003"),
}
MAYOR = {"entities": {"mayor": {"name": "The mayor", "kind": "person"}}}


def _library(record: dict[str, Any], **records: Any) -> Library:
    articles = {name: dict(fields) for name, fields in ARTICLES.items()}
    return library(
        TEXTS, articles=articles, outlets={"o": {"name": "Outlet"}}, claims={"c": record}, **records
    )


def _conflict(**fields: Any) -> dict[str, Any]:
    return claim(
        says("a", "attributes", quote="two people died", attributed_to="mayor", position="two"),
        says("b", quote="Three people died", position="three", note="No source."),
        says("b", "mentions", quote="More"),
        positions={"two": "two", "three": "three"},
        reading="conflict",
        disagreement=["number"],
        **fields,
    )


def test_every_appearance_is_on_the_page_once_facing_or_listed() -> None:
    page = page_of(_library(_conflict(), **MAYOR), "claim", "c")
    assert words_of(page, "blockquote") == [
        "The mayor said that two people died.",
        "Three people died, the post wrote.",
        "<b>More</b> rain came.",
    ]
    assert words_of(page, ".facing mark") == ["two people died", "Three people died"]
    assert words_of(page, ".facing .meets") == ["two", "Three"]
    assert "No source." in words_of(page, ".quote-note")


def test_the_table_of_texts_has_each_sentence_with_its_note_and_leads_to_those_above() -> None:
    noted = says("b", "mentions", quote="More", note="Of the rain.")
    record = _conflict(coded=coded("a", "b", "c"))
    record["appearances"] = [*record["appearances"][:2], noted]
    page = page_of(_library(record, **MAYOR), "claim", "c")
    assert words_of(page, "#every-text tbody td") == [
        "attributes two to The mayor quoted above",
        "asserts three quoted above <b>More</b> rain came.mentions paragraph 1Of the rain.",
        "silent",
    ]
    links = [link.attributes["href"] or "" for link in page.css("#every-text a.locator")]
    assert [link.partition("#q-")[0] for link in links] == ["#side-by-side"] * 2 + ["../articles/b.html"]
    assert words_of(page, "#every-text .source")[1] == "002 Outlet, May 2016"


def test_the_origins_line_counts_articles_and_names_and_never_says_confirmed() -> None:
    page = page_of(_library(_conflict(), **MAYOR), "claim", "c")
    assert words_of(page, ".record-head .counts li") == [
        "2 articles",
        "1 named origin",
        "1 without stated origin",
    ]
    assert words_of(page, "#origins .row-head") == ["The mayor", "No source stated"]
    assert "onfirmed" not in page.css_first("main").text()


def test_texts_that_say_the_same_do_not_establish_independence() -> None:
    record = claim(says("a", quote="two people died"), says("b", quote="Three people died"))
    parts = view_of(_library(record), "claim", "c", ClaimView).counts.parts
    assert parts[-1].words == "independence not established"
    joined = {
        **record,
        "independence": [{"between": ["a", "b"], "basis": "Own staff", "by": "E", "date": "2026"}],
    }
    page = page_of(_library(joined), "claim", "c")
    assert "independence not established" not in page.css_first("main").text()
    assert "independence recorded by the editors" in page.css_first("#origins").text()
    assert "Own staff" in page.css_first("#origins").text()


def test_silence_is_told_only_where_somebody_signed_for_having_read() -> None:
    signed = view_of(_library(_conflict(coded=coded("a", "b", "c")), **MAYOR), "claim", "c", ClaimView)
    assert signed.witnesses is not None
    stances = [[each.stance.word for each in row.stances] for row in signed.witnesses.rows]
    assert stances == [["attributes"], ["asserts", "mentions"], ["silent"]]
    assert signed.coded == "E, 2026"
    several = {**coded("a", "b", "c"), "by": ["E", "F", "G"]}
    assert (
        view_of(_library(_conflict(coded=several), **MAYOR), "claim", "c", ClaimView).coded
        == "E, F and G, 2026"
    )
    unsigned = view_of(_library(_conflict(), **MAYOR), "claim", "c", ClaimView)
    assert unsigned.witnesses is not None
    assert len(unsigned.witnesses.rows) == 2
    assert unsigned.witnesses.rest is None


def test_texts_that_nobody_read_are_counted_and_not_listed() -> None:
    view = view_of(_library(_conflict(coded=coded("a", "b")), **MAYOR), "claim", "c", ClaimView)
    assert view.witnesses is not None
    assert view.witnesses.rest is not None
    assert view.witnesses.rest.startswith("1 other text")


def test_certainty_is_drawn_where_it_varies_and_not_where_all_speak_alike() -> None:
    rising = claim(
        says("a", "attributes", quote="two people died"), says("a", quote="Two people died in the flood")
    )
    view = view_of(_library(rising), "claim", "c", ClaimView)
    assert view.ladder is not None
    assert [rung.word for rung in view.ladder.rungs] == ["asserts", "attributes"]
    assert view.ladder_lead == "001 grows firmer within the same text."
    level = claim(says("a", quote="two people died"), says("b", quote="Three people died"))
    assert view_of(_library(level), "claim", "c", ClaimView).ladder is None


def test_a_line_is_drawn_through_a_rung_that_a_text_climbs_past() -> None:
    past = claim(
        says("a", "attributes", quote="two people died"),
        says("a", quote="Two people died in the flood"),
        says("b", quote="Three people died", hedge="Three"),
    )
    page = page_of(_library(past), "claim", "c")
    assert len(page.css(".ladder .rung-climb")) == 1


def test_no_section_is_empty_where_a_claim_has_the_least() -> None:
    page = page_of(_library({"statement": "S", "kind": "event"}), "claim", "c")
    assert [node.attributes["id"] for node in page.css("section")] == ["record"]
    assert words_of(page, ".reading") == ["No side taken"]


def test_what_was_learned_later_stands_apart_in_order_of_date() -> None:
    later = [{"date": date, "text": f"Known {date}", "by": "E"} for date in ("2020", "2018")]
    page = page_of(_library(_conflict(known_today=later), **MAYOR), "claim", "c")
    assert words_of(page, "#learned-later .moment-what p:first-child") == ["Known 2018", "Known 2020"]


def test_a_judgement_of_six_prints_words_and_no_number() -> None:
    judged = [{"credibility": "6", "by": "E", "date": "2026", "basis": "Too little"}]
    page = page_of(_library(_conflict(assessments=judged), **MAYOR), "claim", "c")
    assert words_of(page, "#assessment .grade-says") == ["Not judged"]
    assert words_of(page, "#assessment .grade-mark") == [""]


def test_the_register_groups_claims_by_reading_contested_first() -> None:
    made = library(
        TEXTS,
        articles={name: dict(fields) for name, fields in ARTICLES.items()},
        outlets={"o": {"name": "Outlet"}},
        claims={
            "alone": claim(says("a", quote="two people died"), number="c2"),
            "contested": claim(
                says("a", quote="two people died"), says("b", "disputes", quote="Three people died")
            ),
        },
    )
    view = view_of(made, "claims", "", RegisterView)
    assert [(group.reading.word, group.count) for group in view.groups] == [
        ("Conflict", "1 claim"),
        ("One article", "1 claim"),
    ]
    assert view.groups[1].claims[0].claim.number == "C2"


@pytest.mark.parametrize(
    ("dates", "title", "words"),
    [
        (("2020",), "Learned later", ["Later than both texts · E"]),
        (("2010",), "Already public", ["Public before both texts · E"]),
        (
            ("2010", "2020"),
            "Known from outside",
            ["Public before both texts · E", "Later than both texts · E"],
        ),
        (("2015",), "Known from outside", ["Public before 1 of the 2 texts, order to 1 unknown · E"]),
        (("2016",), "Known from outside", ["Later than 1 of the 2 texts, order to 1 unknown · E"]),
    ],
)
def test_what_is_known_from_outside_is_headed_and_told_by_what_its_date_is_to_the_texts(
    dates: tuple[str, ...], title: str, words: list[str]
) -> None:
    known = [{"date": date, "text": "Known", "by": "E"} for date in dates]
    page = page_of(_library(_conflict(known_today=known), **MAYOR), "claim", "c")
    assert words_of(page, "#learned-later h2") == [title]
    assert words_of(page, "#learned-later .moment-words") == words
