"""Which two quotations tell a conflict best: the weaker of the two decides before the firmer."""

from __future__ import annotations

from typing import Any

from builder.model.base import ClaimId
from builder.pages.parts.sides import firmness, sharpest_collision
from tests.unit.analysis.make import article, claim, library, says
from tests.unit.pages.showing import context_of

TEXTS = {
    "one": "Two died, people say. Three may have died.",
    "two": "Three died, others say. Two died.",
    "three": "Three died there.",
}
ARTICLES = {name: article(f"201{number}") for number, name in enumerate(TEXTS)}
POSITIONS = {"two": "two dead", "three": "three dead"}
FAIRLY = (
    says("one", "attributes", quote="Two died", position="two"),
    says("two", "attributes", quote="Three died", position="three"),
)
"""Two texts that both rest on somebody's word."""


def sharpest(*appearances: dict[str, Any]) -> list[tuple[str, int]]:
    """The articles of the sharpest pair, each with how firmly it speaks."""
    fields = {"positions": POSITIONS, "reading": "conflict", "disagreement": ["number"]}
    made = library(
        TEXTS,
        articles=dict(ARTICLES),
        outlets={"o": {"name": "O"}},
        claims={"c": claim(*appearances, **fields)},
    )
    context = context_of(made)
    pair = sharpest_collision(context, context.findings.claims[ClaimId("c")])
    assert pair is not None
    return [(saying.article, firmness(saying)) for saying in (pair.first, pair.second)]


def test_two_fairly_firm_quotations_tell_more_than_a_firm_one_against_a_faint_one() -> None:
    faint = says("one", "implies", quote="Three may have died", position="three")
    firm = says("two", quote="Two died", position="two")
    assert sharpest(faint, firm) == [("one", 1), ("two", 4)]
    assert sharpest(*FAIRLY, faint, firm) == [("one", 2), ("two", 2)]


def test_where_the_weaker_sides_are_alike_the_firmer_other_side_decides() -> None:
    assert sharpest(*FAIRLY, says("three", quote="Three died", position="three")) == [
        ("one", 2),
        ("three", 4),
    ]
