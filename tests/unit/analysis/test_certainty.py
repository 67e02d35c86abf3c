import pytest

from builder.analysis import analyse
from builder.analysis.claimfindings import Ladder, Rung
from tests.unit.analysis.make import claim, library, says

TEXT = "one two three four"


def rises(*stances: tuple[str, dict[str, str]]) -> list[Rung | None]:
    words = TEXT.split()
    sayings = [says("a", stance, words[place], **fields) for place, (stance, fields) in enumerate(stances)]
    made = library({"a": TEXT}, claims={"c": claim(*sayings, positions={"p": "P", "q": "Q"})})
    return [saying.rises_from for saying in analyse(made).claims["c"].sayings]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (("implies", {}), ("attributes", {}), Rung.IMPLIES),
        (("attributes", {}), ("asserts", {"hedge": "one"}), Rung.ATTRIBUTES),
        (("asserts", {"hedge": "one"}), ("asserts", {}), Rung.ASSERTS_HEDGED),
        (("implies", {}), ("asserts", {}), Rung.IMPLIES),
        (("asserts", {}), ("attributes", {}), None),
        (("asserts", {}), ("asserts", {}), None),
        (("attributes", {"hedge": "one"}), ("attributes", {}), None),
        (("mentions", {}), ("asserts", {}), None),
        (("doubts", {}), ("asserts", {}), None),
        (("attributes", {}), ("disputes", {}), None),
        (("attributes", {"position": "p"}), ("asserts", {"position": "q"}), None),
        (("attributes", {"position": "p"}), ("asserts", {"position": "p"}), Rung.ATTRIBUTES),
        (("attributes", {"position": "p"}), ("asserts", {}), Rung.ATTRIBUTES),
    ],
)
def test_certainty_rises_from_a_lower_rung_on_the_same_position(
    before: tuple[str, dict[str, str]], after: tuple[str, dict[str, str]], expected: Rung | None
) -> None:
    assert rises(before, after) == [None, expected]


def test_only_a_rung_above_all_before_hardens() -> None:
    assert rises(("attributes", {}), ("asserts", {}), ("implies", {}), ("attributes", {})) == [
        None,
        Rung.ATTRIBUTES,
        None,
        None,
    ]


def ladder_of(**texts: list[str]) -> Ladder:
    sayings = [
        says(article, stance, TEXT.split()[place])
        for article, stances in texts.items()
        for place, stance in enumerate(stances)
    ]
    return analyse(library(dict.fromkeys(texts, TEXT), claims={"c": claim(*sayings)})).claims["c"].ladder


def test_the_ladder_stands_firmest_first_and_leaves_out_unused_rungs() -> None:
    found = ladder_of(a=["attributes"], b=["asserts"], c=["mentions"])
    assert [rung.rung for rung in found.rungs] == [Rung.ASSERTS, Rung.ATTRIBUTES]
    assert found.articles == ("a", "b")


def test_a_climb_passes_the_rungs_between() -> None:
    found = ladder_of(a=["implies", "asserts"], b=["attributes"])
    assert [(rung.rung, rung.passed) for rung in found.rungs] == [
        (Rung.ASSERTS, (False, False)),
        (Rung.ATTRIBUTES, (True, False)),
        (Rung.IMPLIES, (False, False)),
    ]
