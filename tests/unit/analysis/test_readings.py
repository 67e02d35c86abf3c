from typing import Any

import pytest

from builder.analysis.readings import allowed_readings, disagreement_fault, reading_of
from builder.model.claim import Claim, Reading
from tests.unit.analysis.make import claim, says

SEVERAL = (Reading.COMPATIBLE, Reading.VARIANT, Reading.DIFFER, Reading.CONFLICT)


def made(*appearances: dict[str, Any], **fields: Any) -> Claim:
    return Claim(id="c", **claim(*appearances, positions={"p": "P", "q": "Q"}, **fields))


@pytest.mark.parametrize(
    ("appearances", "expected"),
    [
        ([], ()),
        ([says("a", "mentions")], ()),
        ([says("a")], (Reading.ONE_ARTICLE,)),
        ([says("a"), says("a", "disputes")], (Reading.ONE_ARTICLE,)),
        ([says("a", position="p"), says("a", position="q")], (Reading.ONE_ARTICLE,)),
        ([says("a"), says("b", "mentions")], (Reading.ONE_ARTICLE,)),
        ([says("a"), says("b")], (Reading.AGREE,)),
        ([says("a"), says("b", "attributes")], (Reading.AGREE,)),
        ([says("a"), says("b", "disputes")], (Reading.CONFLICT,)),
        ([says("a"), says("b", "contradicts")], (Reading.CONFLICT,)),
        ([says("a", position="p"), says("b", "disputes", position="q")], (Reading.CONFLICT,)),
        ([says("a", position="p"), says("b", position="q")], SEVERAL),
        ([says("a", position="p"), says("b", position="p")], (Reading.AGREE,)),
        ([says("a", position="p"), says("b", "mentions", position="q")], (Reading.ONE_ARTICLE,)),
        ([says("a"), says("b", "doubts")], (Reading.AGREE, Reading.DIFFER)),
        ([says("a", "doubts"), says("b", "doubts")], (Reading.AGREE,)),
    ],
)
def test_the_appearances_decide_which_readings_are_possible(
    appearances: list[dict[str, Any]], expected: tuple[Reading, ...]
) -> None:
    assert allowed_readings(made(*appearances)) == expected


def test_the_only_possible_reading_need_not_be_written() -> None:
    assert reading_of(made(says("a"), says("b"))) is Reading.AGREE
    assert reading_of(made(says("a", position="p"), says("b", position="q"))) is None
    assert reading_of(made()) is None


@pytest.mark.parametrize("reading", ["variant", "differ", "conflict"])
def test_a_disagreement_must_be_named(reading: str) -> None:
    two = [says("a", position="p"), says("b", position="q")]
    assert "needs `disagreement`" in (disagreement_fault(made(*two, reading=reading)) or "")
    assert disagreement_fault(made(*two, reading=reading, disagreement=["number"])) is None


@pytest.mark.parametrize("reading", ["agree", "compatible", "one-article"])
def test_other_readings_name_no_disagreement(reading: str) -> None:
    assert "has no `disagreement`" in (
        disagreement_fault(made(says("a"), reading=reading, disagreement=["number"])) or ""
    )


def test_a_computed_conflict_needs_its_disagreement_too() -> None:
    assert disagreement_fault(made(says("a"), says("b", "disputes"))) is not None
