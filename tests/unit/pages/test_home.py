"""The first page."""

from __future__ import annotations

from typing import Any

from builder.model.library import Library
from builder.pages.home import HomeView
from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.showing import page_of, view_of, words_of

TEXTS = {"a": "It rained.", "b": "It did not rain."}


def _library(**records: Any) -> Library:
    return library(
        TEXTS,
        **{
            "dossier": {"title": "Rain", "description": "About **rain**."},
            "articles": {"a": article("2015"), "b": article("2016")},
            "outlets": {"o": {"name": "Outlet"}},
        }
        | records,
    )


def _contested(number: int) -> dict[str, Any]:
    appearances = [says("a", quote="It rained"), says("b", "disputes", quote="It did not rain")]
    return claim(*appearances, statement=f"S{number}", disagreement=["effect"])


def test_a_dossier_without_claims_opens_with_its_articles_by_date() -> None:
    page = page_of(_library(), "home")
    assert words_of(page, "#articles .row-name") == ["[A]", "[A]"]
    assert words_of(page, ".figures div") == ["texts, 2015–20162"]
    assert words_of(page, "h2") == ["Articles", "Timeline", "Sources"]
    assert page.css_first(".record-head strong").text() == "rain"


def test_featured_claims_come_first_then_the_other_conflicts() -> None:
    claims = {f"c{number}": _contested(number) for number in range(4)}
    claims["told"] = claim(says("a", quote="It rained"), statement="Told once")
    made = _library(claims=claims, dossier={"title": "Rain", "featured": ["c2", "told"]})
    view = view_of(made, "home", "", HomeView)
    assert view.opening is not None
    assert [faced.claim.link.label for faced in view.opening.faced] == ["S2"]
    assert [card.claim.link.label for card in view.opening.cards] == ["Told once", "S0", "S1", "S3"]
    assert view.articles is None


def test_claims_without_conflict_are_not_called_contested() -> None:
    told = {"c": claim(says("a", quote="It rained"))}
    for featured in ([], ["c"]):
        page = page_of(_library(claims=told, dossier={"title": "Rain", "featured": featured}), "home")
        assert words_of(page, "#claims h2") == ["What the texts say"]


def test_claims_that_no_text_speaks_to_open_nothing() -> None:
    page = page_of(_library(claims={"c": claim()}), "home")
    assert words_of(page, "h2")[0] == "Articles"


def test_figures_leave_out_what_is_nothing_and_count_quotations_found_in_a_text() -> None:
    claims = {"c": claim(says("a", quote="It rained"), says("unkept", quote="words"))}
    made = _library(
        claims=claims, articles={"a": article("2015"), "b": article("2016"), "unkept": article("2016")}
    )
    figures = {figure.words: figure.number for figure in view_of(made, "home", "", HomeView).figures}
    assert figures == {
        "claim compared": "1",
        "texts, 2015–2016": "3",
        "quotation, checked letter for letter": "1",
    }


def test_the_latest_changes_are_told_newest_first() -> None:
    changes = {
        name: {"date": date, "kind": "correction", "about": "article:a", "reason": f"Why {date}", "by": "E"}
        for name, date in (("x", "2024"), ("y", "2025"))
    }
    page = page_of(_library(corrections=changes), "home")
    assert words_of(page, "#changes .row-words") == ["Why 2025", "Why 2024"]


def test_an_empty_dossier_has_a_first_page() -> None:
    page = page_of(library(dossier={"title": "Empty"}), "home")
    assert words_of(page, "h1") == ["Empty"]
    assert page.css("section") == []


def test_few_texts_stand_there_with_the_claims_that_each_leaves_out() -> None:
    made = library(
        {"a": "It rained.", "b": "It poured."},
        articles={"a": article("2014", siglum="001"), "b": article("2015", siglum="002")},
        outlets={"o": {"name": "Outlet"}},
        claims={
            "rain": claim(says("a", quote="It rained"), number="c01", coded=coded("a", "b")),
            "pour": claim(says("b", quote="It poured"), number="c02"),
        },
    )
    page = page_of(made, "home")
    assert words_of(page, "#texts tbody td") == ["1 of 2", "", "1 of 2", "C01"]
    assert [node.attributes["title"] for node in page.css("#texts td a")] == ["S"]


def test_a_thesis_opens_the_page_and_folds_what_the_dossier_is_about() -> None:
    page = page_of(
        _library(dossier={"title": "Rain", "thesis": "It fell.", "description": "About **rain**."}), "home"
    )
    assert words_of(page, ".record-head .thesis") == ["It fell."]
    assert words_of(page, ".record-head details.more strong") == ["rain"]
    assert page.css_first('meta[name="description"]').attributes["content"] == "It fell."


def test_that_nothing_was_changed_is_told_up_to_the_day_of_the_dossier_and_not_without_one() -> None:
    told = page_of(_library(dossier={"title": "Rain", "as_of": "2026-05-20"}), "home")
    words = "No correction has been made since publication, up to 20 May 2026."
    assert words_of(told, "#changes p") == [words]
    assert page_of(_library(), "home").css("#changes") == []
    change = {"kind": "update", "about": "article:a", "date": "2026-05-19", "reason": "New.", "by": "E"}
    corrected = _library(dossier={"title": "Rain", "as_of": "2026-05-20"}, corrections={"c": change})
    assert view_of(corrected, "home", "", HomeView).unchanged is None
