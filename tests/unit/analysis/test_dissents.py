"""What second readers found: which places are compared, where the words differ, which decision answers which."""

from __future__ import annotations

from typing import Any

from builder.analysis import analyse
from builder.analysis.agreement import agreement
from builder.analysis.checks import check
from builder.analysis.dissents import SecondReadings
from tests.unit.analysis.make import Anywhere, article, claim, coded, library, says

CLAIMS = {
    "c": claim(
        says("a", "doubts", "w"),
        says("a", "asserts", "v"),
        says("b"),
        coded=coded("a", "b", "d"),
        reading="conflict",
    ),
    "e": claim(says("a"), coded=coded("a", "old"), event="late"),
    "f": claim(says("a")),
}
RECORDS: dict[str, Any] = {
    "articles": {name: article() for name in "abd"} | {"old": article("2001-01-01")},
    "events": {"late": {"title": "L", "date": "2015-11-01"}},
}
DECIDED = {"by": "E", "date": "2026", "why": "So it is"}


def reading(of_claim: str, of_article: str, stance: str) -> dict[str, str]:
    return {"claim": of_claim, "article": of_article, "stance": stance}


def coding(*readings: dict[str, str], by: str = "S") -> dict[str, Any]:
    return {"by": by, "date": "2026-02", "readings": list(readings)}


def made(claims: dict[str, Any] = CLAIMS, **codings: dict[str, Any]) -> Any:
    return library(claims=claims, codings=codings, **RECORDS)


def found(claims: dict[str, Any] = CLAIMS, **codings: dict[str, Any]) -> SecondReadings:
    return analyse(made(claims, **codings)).second


def told(claims: dict[str, Any] = CLAIMS, **codings: dict[str, Any]) -> list[tuple[str, str]]:
    library_ = made(claims, **codings)
    mine = ("reading-", "dissent-", "decided-")
    problems = check(library_, analyse(library_), Anywhere())
    return [(one.code, one.span.path) for one in problems if one.code.startswith(mine)]


def test_a_second_reader_agrees_with_any_stance_of_a_text_and_with_its_silence() -> None:
    places = found(
        s=coding(reading("c", "a", "doubts"), reading("c", "b", "attributes"), reading("c", "d", "silent"))
    )
    assert [(each.article, each.first, each.second, each.differs) for each in places.by_coding["s"]] == [  # type: ignore[index]
        ("a", ("doubts", "asserts"), "doubts", False),
        ("b", ("asserts",), "attributes", True),
        ("d", ("silent",), "silent", False),
    ]
    assert places.units == (("doubts", "doubts"), ("asserts", "attributes"), ("silent", "silent"))
    assert agreement(places.units).agreed == 2


def test_what_is_open_unsigned_older_than_the_event_or_ones_own_is_not_compared() -> None:
    places = found(
        s=coding(reading("c", "a", "open"), reading("e", "old", "silent"), reading("e", "b", "asserts")),
        t=coding(reading("f", "a", "asserts")),
        u=coding(reading("c", "a", "asserts"), by="E"),
    )
    assert dict(places.by_coding) == {"s": (), "t": (), "u": ()}
    assert places.units == ()


def test_of_several_stances_the_one_that_a_second_reader_chose_is_reckoned_with() -> None:
    places = found(s=coding(reading("c", "a", "asserts")), t=coding(reading("c", "a", "implies"), by="T"))
    assert places.by_coding["s"][0].first == ("doubts", "asserts")  # type: ignore[index]
    assert places.units == (("asserts", "asserts", "implies"),)


def test_several_second_readers_of_a_place_make_one_unit() -> None:
    places = found(s=coding(reading("c", "a", "implies")), t=coding(reading("c", "a", "doubts"), by="T"))
    assert places.units == (("doubts", "implies", "doubts"),)
    assert [each.coding for each in places.dissents["c"]] == ["s"]  # type: ignore[index]


def test_a_decision_answers_every_coding_or_the_one_that_it_names() -> None:
    two = {"s": coding(reading("c", "b", "implies")), "t": coding(reading("c", "b", "doubts"), by="T")}
    undecided = [("dissent-undecided", f"coding/{name}/readings.0.stance") for name in "st"]
    assert told(CLAIMS, **two) == undecided
    for decided, left in (
        ({"article": "b", **DECIDED}, []),
        ({"article": "b", "coding": "s", **DECIDED}, undecided[1:]),
        ({"article": "a", **DECIDED}, [("decided-no-dissent", "claim/c/decided.0.article"), *undecided]),
    ):
        claims = {**CLAIMS, "c": {**CLAIMS["c"], "decided": [decided]}}
        assert told(claims, **two) == left


def test_each_reading_that_cannot_be_compared_is_told_at_its_place() -> None:
    readings = [reading("c", "old", "silent"), reading("e", "old", "silent"), reading("f", "a", "asserts")]
    assert told(s=coding(*readings)) == [
        ("reading-not-coded", f"coding/s/readings.{place}.article") for place in range(3)
    ]
    own = [reading("c", name, "open") for name in "abd"]
    assert told(s=coding(*own, by="E")) == [("reading-of-own", "coding/s/readings.0.claim")]
    twice = [reading("c", "b", "asserts"), reading("c", "b", "doubts")]
    assert told(s=coding(*twice)) == [("reading-twice", "coding/s/readings.1.article")]


def test_where_nobody_read_a_second_time_there_is_nothing() -> None:
    assert found() == SecondReadings()
