"""An answer stands in words wherever a text is said to give it: a sign for it would say nothing by itself."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.showing import page_of

TEXTS = {"a": "Two people died. It rained.", "b": "Three people died."}


def _library() -> Any:
    return library(
        TEXTS,
        dossier={"title": "Dossier", "publish": "full"},
        articles={name: article("2016", events=["e"], topics=["t"]) for name in TEXTS},
        outlets={"o": {"name": "Gazette"}},
        topics={"t": {"name": "Topic"}},
        events={"e": {"title": "Event", "date": "2015"}},
        comparisons={"k": {"title": "Both", "articles": ["a", "b"], "claims": ["c"]}},
        claims={
            "c": claim(
                says("a", quote="Two people died", position="p2"),
                says("b", quote="Three people died", position="p3"),
                statement="How many died",
                positions={"p2": "two dead", "p3": "three dead"},
                coded=coded("a", "b"),
                reading="conflict",
                disagreement=["number"],
                topics=["t"],
                event="e",
                assessments=[
                    {"credibility": "4", "position": "p3", "by": "Editor", "date": "2026", "basis": "Late."}
                ],
            )
        },
    )


PAGES = [
    ("claim", "c"), ("topic", "t"), ("home", ""), ("comparison", "k"), ("event-comparison", "e"),
    ("event", "e"), ("article", "a"), ("claims", ""),
]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_both_answers_stand_in_words_and_none_as_a_letter(page: tuple[str, str]) -> None:
    made = page_of(_library(), *page)
    main = made.css_first("main")
    assert main is not None
    told = main.text()
    assert "two dead" in told
    for element in main.css("span, bdi, li, strong, td"):
        assert not re.fullmatch(r"(position )?[A-Za-z]", element.text(strip=True)), element.html


def test_a_cell_of_the_matrix_says_which_answer_its_text_gives() -> None:
    cells = page_of(_library(), "comparison", "k").css(".matrix td")
    assert [["two dead" in cell.text(), "three dead" in cell.text()] for cell in cells] == [
        [True, False],
        [False, True],
    ]
