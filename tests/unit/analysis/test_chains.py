"""Chains share their parts: a step is drawn once, where it is nearest, and counted once."""

from __future__ import annotations

import pytest

from builder.analysis.chains import MAX_STEPS, chain_lengths, chain_of
from builder.analysis.findings import ChainStep
from builder.model.base import ArticleId
from builder.model.library import Library
from tests.unit.analysis.make import article, library


def citing(**cited: str) -> Library:
    """A library of articles, each of which relies on others by id; a capital is only described."""
    origins = {
        name: [
            {"relation": "reports", "basis": "inferred", "note": "n", "of": _target(each)} for each in others
        ]
        for name, others in cited.items()
    }
    return library(articles={name: article(origins=each) for name, each in origins.items()})


def _target(name: str) -> dict[str, str]:
    return {"what": name} if name.isupper() else {"article": name}


def drawn(made: Library, name: str) -> tuple[ChainStep, ...]:
    return chain_of(made, made.articles[ArticleId(name)])[1:]


def names(steps: tuple[ChainStep, ...]) -> list[str]:
    return [f"{'·' * step.depth}{step.what or step.origin.of.article}" for step in steps if step.origin]


def test_a_part_that_two_ways_lead_to_is_drawn_once_and_the_other_place_says_so():
    made = citing(a="bc", b="d", c="d", d="X")
    steps = drawn(made, "a")
    assert names(steps) == ["·b", "··d", "···X", "·c", "··d"]
    assert [step.stands_again for step in steps] == [False, False, False, False, True]
    assert chain_lengths(made) == {"a": 5, "b": 2, "c": 2, "d": 1}


def test_a_part_is_drawn_where_it_is_nearest():
    steps = drawn(citing(a="bd", b="d", d="X"), "a")
    assert names(steps) == ["·b", "··d", "·d", "··X"]
    assert [step.stands_again for step in steps] == [False, True, False, False]


def test_of_a_long_chain_the_nearest_steps_are_drawn_and_all_are_counted():
    made = citing(a="X" * 40 + "b", b="Y" * 40 + "c", c="Z")
    steps = drawn(made, "a")
    assert len(steps) == MAX_STEPS
    assert names(steps) == ["·X"] * 40 + ["·b"] + ["··Y"] * 19
    assert chain_lengths(made)[ArticleId("a")] == 40 + 1 + 40 + 1 + 1


def test_an_agent_is_never_drawn_without_what_the_text_was_made_from():
    step = {"relation": "translates", "of": {"what": "X"}, "agent": {"role": "translator", "name": "N"}}
    noted = {**step, "basis": "inferred", "note": "n"}
    plain = {"relation": "reports", "of": {"what": "Y"}, "basis": "inferred", "note": "n"}
    made = library(articles={"a": article(origins=[plain, *[noted] * 40])})
    assert len(drawn(made, "a")) == MAX_STEPS - 1
    assert chain_lengths(made) == {"a": 81}


@pytest.mark.parametrize("layers", [3, 40, 400])
def test_layers_that_all_cite_the_next_two_are_counted_step_by_step(layers: int):
    cited = {f"{side}{row}": [f"{each}{row + 1}" for each in "ab"] for row in range(layers) for side in "ab"}
    made = library(
        articles={
            **{
                name: article(
                    origins=[
                        {"relation": "reports", "basis": "inferred", "note": "n", "of": {"article": each}}
                        for each in others
                    ]
                )
                for name, others in cited.items()
            },
            **{f"{side}{layers}": article() for side in "ab"},
        }
    )
    assert chain_lengths(made)[ArticleId("a0")] == 2 + 4 * (layers - 1)
    assert len(drawn(made, "a0")) == min(2 + 4 * (layers - 1), MAX_STEPS)
