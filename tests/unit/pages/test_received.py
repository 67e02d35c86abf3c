"""The page of a text as it was received: nothing folded, repaired or moved, and nothing that may not be published."""

from __future__ import annotations

import pytest

from builder.model.library import Library
from builder.pages.received import RECEIVED, ReceivedView
from tests.unit.analysis.make import article, claim, library, says
from tests.unit.pages.showing import page_of, planned, view_of, words_of

TEXT = "By Ann\n\nThe  boats left.It rained.\n\nSubscribe now!\n"
MARKS = [
    {"kind": "byline", "quote": "By Ann"},
    {"kind": "lost-space", "quote": "left.It", "read": "left. It"},
    {"kind": "appeal", "quote": "Subscribe now!"},
]


def _library(publish: str = "full") -> Library:
    return library(
        {"a": TEXT},
        {"title": "D", "publish": publish},
        articles={"a": article("2014", marks=MARKS)},
        outlets={"o": {"name": "Outlet"}},
        claims={"c": claim(says("a", quote="The  boats left"))},
    )


def test_the_text_stands_there_letter_for_letter() -> None:
    page = page_of(_library(), RECEIVED, "a")
    (received,) = page.css("pre.received")
    assert received.text() == TEXT
    assert words_of(page, "p.hash .fact") == [_library().texts["a"].sha256]


def test_the_article_leads_there_and_back() -> None:
    assert "a/received.html" in [
        node.attributes["href"] for node in page_of(_library(), "article", "a").css("#text a")
    ]
    assert view_of(_library(), RECEIVED, "a", ReceivedView).article.href == "../a.html"


@pytest.mark.parametrize("publish", ["excerpt", "link"])
def test_what_may_not_be_published_does_not_stand_there(publish: str) -> None:
    view = view_of(_library(publish), RECEIVED, "a", ReceivedView)
    assert "boats" in view.text
    assert "[…]" in view.text
    assert "Subscribe" not in view.text
    assert "as far as it may be published" in view.lead


def test_a_text_of_which_nothing_may_be_published_has_no_such_page() -> None:
    made = library(
        {"a": TEXT},
        {"title": "D", "publish": "excerpt"},
        articles={"a": article("2014")},
        outlets={"o": {"name": "Outlet"}},
    )
    with pytest.raises(StopIteration):
        planned(made, RECEIVED, "a")
