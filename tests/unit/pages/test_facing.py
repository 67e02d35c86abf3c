"""Which two texts face each other, and the time between them."""

from __future__ import annotations

from typing import Any

import pytest

from builder.pages.kinds import At
from builder.pages.parts.facing import facing_view
from builder.pages.shapes.texts import FacingView
from builder.paths import SitePath
from tests.unit.analysis.make import article, claim, library, says
from tests.unit.pages.showing import context_of

PAGE = SitePath("claims/c.html")
CONFLICT: dict[str, Any] = {"reading": "conflict", "disagreement": ["number"]}
TEXTS = {
    "early": "Two died. Nobody said so. Two of them died.",
    "middle": "It seems two died.",
    "late": "Three died there.",
}
ARTICLES = {
    "early": article("2014", siglum="001"),
    "middle": article("2015-06-01", siglum="002"),
    "late": article("2016-06-01", siglum="003"),
}
POSITIONS = {"two": "two dead", "three": "three dead"}


def _facing(*appearances: dict[str, Any], **fields: Any) -> FacingView | None:
    made = library(
        TEXTS,
        articles=dict(ARTICLES),
        outlets={"o": {"name": "O"}},
        claims={"c": claim(*appearances, **fields)},
    )
    return facing_view(At(context_of(made), PAGE), made.claims["c"].id)  # type: ignore[arg-type]


def _sigla(facing: FacingView) -> list[str]:
    return [side.source.siglum.siglum for side in facing.sides if side.source.siglum]


def test_the_firmest_of_each_answer_face_each_other_in_date_order() -> None:
    facing = _facing(
        says("late", quote="Three died", position="three"),
        says("middle", "implies", quote="two died", position="two"),
        says("early", quote="Two died", position="two"),
        positions=POSITIONS,
        **CONFLICT,
    )
    assert facing is not None
    assert _sigla(facing) == ["001", "003"]
    assert [side.quotes[0].exact[0].text for side in facing.sides] == ["Two", "Three"]


def test_all_that_a_facing_text_says_against_the_other_stands_on_its_side() -> None:
    facing = _facing(
        says("early", quote="Two died", position="two"),
        says("early", quote="Two of them died", position="two"),
        says("late", quote="Three died", position="three"),
        positions=POSITIONS,
        **CONFLICT,
    )
    assert facing is not None
    assert [len(side.quotes) for side in facing.sides] == [2, 1]


def test_a_text_that_contradicts_faces_one_that_asserts_though_both_take_no_position() -> None:
    facing = _facing(
        says("early", quote="Two died"), says("late", "contradicts", quote="Three died"), **CONFLICT
    )
    assert facing is not None
    assert [side.quotes[0].stance.stance for side in facing.sides if side.quotes[0].stance] == [
        "asserts",
        "contradicts",
    ]


@pytest.mark.parametrize("stance", ["mentions", "doubts"])
def test_a_text_that_takes_no_side_faces_nobody(stance: str) -> None:
    appearances = [says("early", quote="Two died"), says("late", stance, quote="Three died")]
    assert _facing(*appearances, reading="differ", disagreement=["certainty"]) is None


def test_a_conflict_inside_one_text_has_no_two_texts_to_face() -> None:
    appearances = [says("early", quote="Two died"), says("early", "disputes", quote="Two of them died")]
    assert _facing(*appearances, **CONFLICT) is None
