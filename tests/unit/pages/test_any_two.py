"""Any two texts of a small dossier are laid side by side, also where they share no words."""

from __future__ import annotations

from typing import Any

from builder.model.library import Library
from builder.pages.parts.shared import MOST_TEXTS
from tests.unit.analysis.make import article, claim, library, says
from tests.unit.pages.showing import context_of, page_of, words_of

TEXTS = {"a": "It rained. The roof held.", "b": "It did not rain.", "c": "Nothing fell."}


def _library(texts: dict[str, str] = TEXTS, **fields: Any) -> Library:
    rained = claim(
        says("a", quote="It rained"), says("b", "disputes", quote="It did not rain"), disagreement=["effect"]
    )
    return library(
        texts,
        fields or {"title": "D", "publish": "full"},
        articles={name: article(siglum=name.upper()) for name in texts},
        outlets={"o": {"name": "Outlet"}},
        claims={"rained": rained},
    )


def test_a_reader_chooses_a_text_and_then_the_one_to_read_beside_it() -> None:
    made = _library()
    page, routes = page_of(made, "any-two"), context_of(made).routes
    assert [words_of(row, ".links a") for row in page.css("tbody tr")] == [["B", "C"], ["A", "C"], ["A", "B"]]
    links = {link.attributes["href"] for link in page.css(".links a")}
    assert links == {routes.path("pair-comparison", pair) for pair in ("a--b", "a--c", "b--c")}
    assert [link.attributes["href"] for link in page_of(made, "home").css("#texts > p a")] == ["any-two.html"]


def test_two_texts_that_share_no_words_meet_where_they_speak_to_one_claim() -> None:
    page = page_of(_library(), "pair-comparison", "a--b")
    (tied,) = page.css(".aligned-tied")
    assert words_of(tied, "mark") == ["It rained", "It did not rain"]
    assert page.css("#how-much, #shared, .text-key") == []
    assert words_of(page, "#matrix .section-lead") == ["Both speak to 1 claim."]
    assert [link.attributes["href"] for link in page.css('a[href="../any-two.html"]')] == ["../any-two.html"]


def test_of_many_texts_those_that_share_nothing_have_no_page() -> None:
    texts = TEXTS | {f"t{number}": f"Word {number}." for number in range(MOST_TEXTS - 2)}
    routes = context_of(_library(texts)).routes
    assert routes.path("any-two") is None
    assert routes.path("pair-comparison", "a--b") is None


def test_a_text_of_which_nothing_may_be_printed_is_laid_beside_none() -> None:
    made = _library(title="D", publish="excerpt")
    assert words_of(page_of(made, "any-two"), ".links a") == ["B", "A"]
