"""A text that grows firmer says so in the matrix that a reader sees, and only there where it does."""

from __future__ import annotations

from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.showing import page_of, words_of

TEXTS = {
    "a": "A bomb is suspected. The bombing killed all.",
    "b": "A bomb is suspected. It is still suspected.",
}


def matrix_cells() -> list[tuple[str, list[str], list[str]]]:
    """For each cell of the topic's matrix: its text, what stands above its entries, and its stances."""
    made = library(
        TEXTS,
        articles={name: article("2015", siglum=name, topics=["t"]) for name in TEXTS},
        outlets={"o": {"name": "O"}},
        topics={"t": {"name": "T"}},
        claims={
            "c": claim(
                says("a", "implies", quote="A bomb is suspected"),
                says("a", quote="The bombing killed all"),
                says("b", "implies", quote="A bomb is suspected"),
                says("b", "implies", quote="It is still suspected"),
                topics=["t"],
                coded=coded("a", "b"),
            )
        },
    )
    page = page_of(made, "topic", "t")
    return [
        (
            cell.attributes["data-label"].split()[0],
            [node.text(strip=True) for node in cell.css(".hardens")],
            [node.text(strip=True) for node in cell.css(".stance")],
        )
        for cell in page.css(".matrix td")
    ]


def test_the_sign_stands_at_the_firmer_words_of_the_text_that_grows_firmer() -> None:
    assert matrix_cells() == [
        ("a", ["then, in the same text"], ["implies", "asserts"]),
        ("b", [], ["implies"]),
    ]


def test_the_sign_has_words_for_whoever_sees_no_arrow() -> None:
    made = library(
        {"a": TEXTS["a"]},
        articles={"a": article("2015", siglum="a", topics=["t"])},
        outlets={"o": {"name": "O"}},
        topics={"t": {"name": "T"}},
        claims={
            "c": claim(
                says("a", "implies", quote="A bomb is suspected"),
                says("a", quote="The bombing"),
                topics=["t"],
            )
        },
    )
    assert any("grows firmer" in words for words in words_of(page_of(made, "claim", "c"), "main"))
