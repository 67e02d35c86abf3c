"""A page costs what it shows, whatever else the dossier holds."""

from __future__ import annotations

from builder.model.library import Library
from tests.property.steps import steps
from tests.unit.analysis.make import article, claim, library, says
from tests.unit.pages.showing import context_of, planned


def _one_event(claims: int) -> Library:
    said = claim(says("a"), says("b"), event="v")
    return library(
        {"a": "words", "b": "words"},
        articles={name: article(events=["v"]) for name in "ab"},
        outlets={"o": {"name": "O"}},
        events={"v": {"title": "V", "date": "2015"}},
        claims={f"c{number}": said for number in range(claims)},
    )


def _steps_of_a_claim(claims: int) -> int:
    made = _one_event(claims)
    page, other, context = planned(made, "claim", "c0"), planned(made, "claim", "c1"), context_of(made)
    other.view(context)  # what all pages share is made before the count begins
    return steps(lambda: page.view(context))


def test_the_page_of_a_claim_costs_the_same_beside_any_number_of_claims_of_its_event():
    assert _steps_of_a_claim(80) <= 1.1 * _steps_of_a_claim(20)
