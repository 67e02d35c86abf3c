from typing import Any

import pytest

from builder.analysis import analyse
from builder.analysis.checks import check
from builder.diagnostics import Severity
from tests.unit.analysis.make import Anywhere, article, claim, coded, library, says

TWO = [says("a"), says("b")]
SIDES = [says("a", position="p"), says("b", position="q")]
POSITIONS = {"p": "P", "q": "Q"}
INDEPENDENT = {"between": ["a", "b"], "basis": "own", "by": "E", "date": "2026-01-01"}
NOTE = {"by": "E", "date": "2026-01-01", "basis": "b"}


def problems(**records: Any) -> list[tuple[str, str]]:
    made = library(dossier={"title": "D", "as_of": "2026-06-15"}, **records)
    return [(found.code, found.span.path) for found in check(made, analyse(made), Anywhere())]


def of_claim(*appearances: dict[str, Any], **fields: Any) -> list[tuple[str, str]]:
    fields.setdefault("coded", coded("a", "b"))
    made = problems(articles={"a": article(), "b": article()}, claims={"c": claim(*appearances, **fields)})
    return [(code, path.removeprefix("claim/c/")) for code, path in made]


def test_a_sound_claim_has_no_problem() -> None:
    assert of_claim(*TWO, reading="agree") == []


@pytest.mark.parametrize(
    ("appearances", "fields", "expected"),
    [
        (TWO, {"reading": "conflict", "disagreement": ["date"]}, [("forbidden-reading", "reading")]),
        ([says("a", "mentions")], {"reading": "agree"}, [("forbidden-reading", "reading")]),
        (SIDES, {"positions": POSITIONS}, [("missing-reading", "")]),
        (SIDES, {"positions": POSITIONS, "reading": "differ"}, [("bad-disagreement", "reading")]),
        (TWO, {"disagreement": ["date"]}, [("bad-disagreement", "disagreement")]),
        (
            [says("a"), says("b", position="p")],
            {"positions": {"p": "P"}},
            [("missing-position", "appearances.0")],
        ),
        ([says("a", position="p")], {"positions": POSITIONS}, [("unused-position", "positions.q")]),
        (TWO, {"coded": None}, [("not-coded", "")]),
        (TWO, {"coded": coded("a")}, [("appearance-not-coded", "appearances.1.article")]),
        (TWO, {"coded": None, "finding": "F"}, [("not-coded", ""), ("unsigned-finding", "finding")]),
        (TWO, {"finding": {"says": "F", "by": "E"}}, [("unsigned-finding", "finding")]),
        (TWO, {"finding": {"says": "F", "date": "2026"}}, [("unsigned-finding", "finding")]),
        (
            (says("a"), says("b", "contradicts")),
            {"coded": None, "disagreement": ["date", {"kind": "cause", "says": "F"}]},
            [("not-coded", ""), ("unsigned-finding", "disagreement.1.says")],
        ),
        (
            TWO,
            {"assessments": [{**NOTE, "credibility": "1"}]},
            [("unfounded-confirmation", "assessments.0.credibility")],
        ),
        (TWO, {"assessments": [{**NOTE, "source": "A"}]}, [("misplaced-grade", "assessments.0.source")]),
        (
            TWO,
            {"independence": [{**INDEPENDENT, "between": ["a"]}]},
            [("bad-independence", "independence.0.between")],
        ),
        ([says("a")], {"independence": [INDEPENDENT]}, [("bad-independence", "independence.0.between.1")]),
    ],
)
def test_each_mistake_in_a_claim_is_one_problem_at_its_place(
    appearances: list[dict[str, Any]], fields: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert of_claim(*appearances, **fields) == expected


def test_an_independence_record_bears_credibility_1() -> None:
    assert of_claim(*TWO, independence=[INDEPENDENT], assessments=[{**NOTE, "credibility": "1"}]) == []


def test_independence_is_refused_where_the_chains_meet() -> None:
    origin = {"relation": "based-on", "of": {"outlet": "wire"}, "basis": "inferred", "note": "n"}
    found = problems(
        articles={"a": article(origins=[origin]), "b": article(origins=[origin])},
        outlets={"wire": {"name": "Wire"}},
        claims={"c": claim(*TWO, independence=[INDEPENDENT], coded=coded("a", "b"))},
    )
    assert found == [("chains-meet", "claim/c/independence.0.between")]


def test_one_named_origin_behind_several_articles_is_a_warning() -> None:
    appearances = [says("a", "attributes", attributed_to="site"), says("b")]
    found = problems(
        articles={"a": article(), "b": article()},
        entities={"site": {"name": "SITE", "kind": "organisation"}},
        claims={"c": claim(*appearances, coded=coded("a", "b"))},
    )
    assert found == [("one-named-origin", "claim/c/appearances")]


def test_the_word_on_which_an_article_disputes_a_claim_is_no_origin_of_those_who_say_so() -> None:
    described = {"described": "an engineer"}
    appearances = [
        says("a", "attributes", attributed_to=described),
        says("a", "disputes", attributed_to="site"),
        says("b", "attributes", attributed_to=described),
    ]
    found = problems(
        articles={"a": article(), "b": article()},
        entities={"site": {"name": "SITE", "kind": "organisation"}},
        claims={"c": claim(*appearances, coded=coded("a", "b"), reading="conflict", disagreement=["cause"])},
    )
    assert found == []


def test_an_independence_record_answers_the_single_origin() -> None:
    appearances = [says("a", "attributes", attributed_to={"outlet": "wire"}), says("b")]
    assert of_claim(*appearances, independence=[INDEPENDENT]) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"assessments": [{**NOTE, "credibility": "2"}]},
            [("misplaced-grade", "article/a/assessments.0.credibility")],
        ),
        (
            {"assessments": [{**NOTE, "position": "p"}]},
            [("misplaced-grade", "article/a/assessments.0.position")],
        ),
        (
            {"assessments": [{**NOTE, "scale": "x"}]},
            [("assessment-without-source", "article/a/assessments.0")],
        ),
        ({"assessments": [{**NOTE, "scale": "x", "source": {"publisher": "P"}}]}, []),
        (
            {"assessments": [{**NOTE, "review": "2026-05"}]},
            [("review-passed", "article/a/assessments.0.review")],
        ),
        ({"assessments": [{**NOTE, "review": "2026-06"}]}, []),
        ({"url": "https://example.org/a"}, [("no-archived-link", "dossier//")]),
        ({"url": "https://example.org/a", "archives": ["https://example.org/b"]}, []),
    ],
)
def test_each_mistake_in_an_article_is_one_problem_at_its_place(
    fields: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert problems(articles={"a": article(**fields)}) == expected


def test_addresses_without_a_lasting_copy_are_one_warning_for_all_that_says_how_many() -> None:
    articles = {f"a{place}": article(url=f"https://example.org/{place}") for place in range(5)}
    articles["kept"] = article(url="https://example.org/k", archives=["https://example.org/copy"])
    made = library(articles=articles)
    [found] = check(made, analyse(made), Anywhere())
    assert found.code == "no-archived-link"
    assert found.message.startswith("5 of 6 articles with an address")
    assert "`a0`, `a1`, `a2` and 2 more" in found.message


def test_a_name_of_two_entities_is_a_warning() -> None:
    entities = {"a": {"name": "X", "kind": "person"}, "b": {"name": "Y", "kind": "person", "aliases": ["x"]}}
    assert problems(entities=entities) == [("shared-name", "entity/a/")]


def test_a_comparison_of_one_article_is_refused() -> None:
    comparisons = {"k": {"title": "K", "articles": ["a"]}}
    assert problems(articles={"a": article()}, comparisons=comparisons) == [
        ("small-comparison", "comparison/k/articles")
    ]


def test_an_article_older_than_the_event_it_reports_is_a_warning() -> None:
    made = problems(
        articles={"a": article("2014"), "b": article("2014")},
        events={"e": {"title": "E", "date": "2015"}},
        claims={
            "c": claim(
                says("a"), says("b", "contradicts"), event="e", coded=coded("a", "b"), disagreement=["date"]
            ),
            "d": claim(says("a"), event="e", coded=coded("a"), kind="chronology"),
        },
    )
    assert made == [("appearance-before-event", "claim/c/appearances.0")]


def test_readings_are_errors_and_the_rest_can_be_lived_with() -> None:
    made = library(
        articles={"a": article(url="https://example.org/a"), "b": article()},
        claims={"c": claim(*TWO, reading="one-article", coded=coded("a", "b"))},
    )
    found = {problem.code: problem.severity for problem in check(made, analyse(made), Anywhere())}
    assert found == {"forbidden-reading": Severity.ERROR, "no-archived-link": Severity.WARNING}
