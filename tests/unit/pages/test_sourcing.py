"""On whose word, and through whom, stands wherever a text's words stand."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from builder.model.base import ClaimId
from builder.model.claim import AttributedTo
from builder.pages.documents.relations import appearance_rows
from builder.pages.parts.quotes import through_words
from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.showing import context_of, page_of, words_of

TEXTS = {"a": "Via the Mail: Two people died. We wept.", "b": "Three people died."}


def _library(attributed: dict[str, Any] | str = "unstated") -> Any:
    via = {
        "relation": "quotes",
        "of": {"outlet": "mail", "what": "A report"},
        "cue": "Via the Mail",
        "covers": {"quote": "Two people died"},
    }
    return library(
        TEXTS,
        dossier={"title": "Dossier", "publish": "full"},
        articles={
            "a": article("2015", origins=[via], topics=["t"]),
            "b": article("2016", topics=["t"]),
        },
        outlets={"o": {"name": "Gazette"}, "mail": {"name": "Daily Mail"}},
        topics={"t": {"name": "Topic"}},
        comparisons={"k": {"title": "Both", "articles": ["a", "b"], "claims": ["c"]}},
        claims={
            "c": claim(
                says("a", quote="Two people died", position="two"),
                says("b", "attributes", "Three people died", position="three", attributed_to=attributed),
                statement="How many died",
                positions={"two": "two dead", "three": "three dead"},
                coded=coded("a", "b"),
                reading="conflict",
                disagreement=["number"],
                topics=["t"],
            )
        },
    )


@pytest.mark.parametrize(
    ("page", "selector"),
    [
        (("claim", "c"), ".facing-source"),
        (("home", ""), ".facing-source"),
        (("comparison", "k"), ".facing-source"),
        (("topic", "t"), ".card .sides > li > div"),
    ],
)
def test_a_text_that_quotes_another_says_so_beside_its_name(page: tuple[str, str], selector: str) -> None:
    told = words_of(page_of(_library(), *page), selector)
    assert [words for words in told if "Gazette, quoting Daily Mail" in words]
    assert len([words for words in told if "quoting" in words]) == 1


@pytest.mark.parametrize("selector", ["#every-text li", "#certainty .saying"])
def test_the_tables_of_a_claim_say_it_too(selector: str) -> None:
    told = words_of(page_of(_library(), "claim", "c"), selector)
    assert ["quoting Daily Mail" in words for words in told] in ([True, False], [True, False, False])


def test_a_cell_of_the_matrix_says_it_too() -> None:
    cells = words_of(page_of(_library(), "topic", "t"), ".matrix td")
    assert ["quoting Daily Mail" in words for words in cells] == [True, False]


@pytest.mark.parametrize(
    ("attributed", "words"),
    [
        ("unstated", "without saying to whom"),
        ({"described": "unnamed officials"}, "to unnamed officials"),
        ("mail", "to Daily Mail"),
    ],
)
def test_on_whose_word_stands_on_cards_faces_cells_and_in_the_data(attributed: Any, words: str) -> None:
    made = _library(attributed)
    assert any(words in told for told in words_of(page_of(made, "topic", "t"), ".card .sides > li > div"))
    assert any(words in told for told in words_of(page_of(made, "claim", "c"), ".facing figcaption"))
    assert any(words in told for told in words_of(page_of(made, "topic", "t"), ".matrix td"))
    rows = list(appearance_rows(context_of(made)))
    assert [row.on_whose_word for row in rows] == [None, words]
    assert [row.through for row in rows] == ["quoting Daily Mail", None]


def test_a_text_that_quotes_the_one_on_whose_word_it_speaks_says_both() -> None:
    made = _library()
    claims = {"c": made.claims["c"].model_copy(update={"appearances": (
        made.claims["c"].appearances[0].model_copy(update={"attributed_to": AttributedTo.model_validate("mail")}),
        made.claims["c"].appearances[1],
    )})}  # fmt: skip
    page = page_of(replace(made, claims=claims), "claim", "c")
    assert "Gazette, quoting Daily Mail" in words_of(page, ".facing-source")[0]
    assert "on the word of Daily Mail" in words_of(page, ".facing figcaption")[0]


def test_the_section_on_whose_word_names_everybody_and_says_where_nobody_is_named() -> None:
    told = words_of(page_of(_library({"described": "unnamed officials"}), "claim", "c"), "#origins .row-head")
    assert told == ["Daily Mail A report", "unnamed officials described in the text"]
    told = words_of(page_of(_library(), "claim", "c"), "#origins .row-head")
    assert told == ["Daily Mail A report", "Does not say who"]


def test_of_many_steps_behind_words_the_first_twelve_are_named_and_the_others_counted() -> None:
    carriers = [{"relation": "translates", "of": {"what": f"w{each}"}, "cue": "words"} for each in range(15)]
    made = library({"a": "words"}, articles={"a": article(origins=carriers)}, claims={"c": claim(says("a"))})
    context = context_of(made)
    through = through_words(context, context.findings.claims[ClaimId("c")].sayings[0])
    assert through == ", ".join(f"translating w{each}" for each in range(12)) + ", and 3 more"
