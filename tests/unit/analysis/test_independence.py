from typing import Any

import pytest

from builder.analysis import analyse
from builder.analysis.claimfindings import IndependenceStatus, PositionSupport
from builder.analysis.independence import Upstream, meeting_points
from tests.unit.analysis.make import article, claim, library, says

OPEN, ESTABLISHED = IndependenceStatus.NOT_ESTABLISHED, IndependenceStatus.ESTABLISHED


def independent(*articles: str) -> dict[str, Any]:
    return {"between": list(articles), "basis": "own correspondents", "by": "E", "date": "2026"}


def support(*appearances: dict[str, Any], **fields: Any) -> tuple[PositionSupport, ...]:
    names = sorted({appearance["article"] for appearance in appearances})
    made = library(dict.fromkeys(names, "words"), claims={"c": claim(*appearances, **fields)})
    return analyse(made).claims["c"].support


def test_three_texts_that_say_the_same_are_not_three_sources() -> None:
    (held,) = support(says("a"), says("b", "attributes"), says("c", "implies"))
    assert (held.articles, held.independence, held.unjoined) == (("a", "b", "c"), OPEN, ("a", "b", "c"))


def test_one_text_has_nothing_to_establish() -> None:
    (held,) = support(says("a"), says("a"))
    assert (held.independence, held.unjoined) == (IndependenceStatus.NOTHING_TO_ESTABLISH, ())


@pytest.mark.parametrize("stance", ["mentions", "doubts", "disputes", "contradicts"])
def test_only_what_says_so_shares_a_position(stance: str) -> None:
    (held,) = support(says("a"), says("b", stance))
    assert held.articles == ("a",)


def test_a_record_that_joins_two_of_them_establishes_independence_and_names_the_rest() -> None:
    (held,) = support(says("a"), says("b"), says("c"), independence=[independent("a", "b")])
    assert (held.independence, held.records, held.unjoined) == (ESTABLISHED, (0,), ("c",))


def test_a_record_about_other_positions_joins_nobody() -> None:
    positions = {"p": "P", "q": "Q"}
    held, other = support(
        says("a", position="q"), says("b", position="p"), says("c", position="p"),
        positions=positions, independence=[independent("a", "b")],
    )  # fmt: skip
    assert (held.position, held.independence) == ("p", OPEN)
    assert (other.position, other.independence) == ("q", IndependenceStatus.NOTHING_TO_ESTABLISH)


def relying(*targets: dict[str, Any], basis: str = "inferred") -> dict[str, Any]:
    origins = [
        {"relation": "based-on", "of": target, "basis": basis, "note": "n", "source": "s"}
        for target in targets
    ]
    return article(origins=origins)


def met(a: dict[str, Any], b: dict[str, Any], *appearances: dict[str, Any]) -> Any:
    made = library(
        articles={"a": a, "b": b, "c": relying({"outlet": "wire"})},
        claims={"k": claim(*(appearances or (says("a"), says("b"))), independence=[independent("a", "b")])},
        entities={"site": {"name": "S", "kind": "organisation"}},
    )
    record = made.claims["k"].independence[0]
    met = {
        (one, other): shared
        for one, other, shared in meeting_points(made, made.claims["k"], record, Upstream(made))
    }
    return met.get(("a", "b"))


def test_chains_meet_in_a_shared_origin_on_whatever_basis() -> None:
    assert met(relying({"outlet": "wire"}), relying({"outlet": "wire"}, basis="external")) == (
        ("outlet", "wire"),
    )


def test_chains_meet_in_equal_words_for_what_has_no_record() -> None:
    assert met(relying({"what": "A Letter"}), relying({"what": "a letter"})) == (("what", "a letter"),)


def test_chains_meet_where_one_text_or_its_outlet_stands_in_the_other_chain() -> None:
    assert met(article(), relying({"article": "a"})) == (("article", "a"),)
    assert met(article(outlet="wire"), relying({"outlet": "wire"})) == (("outlet", "wire"),)


def test_chains_meet_through_a_third_article() -> None:
    assert met(relying({"article": "c"}), relying({"outlet": "wire"})) == (("outlet", "wire"),)


def test_chains_meet_in_the_speaker_of_this_claim() -> None:
    word = {"stance": "attributes", "attributed_to": "site"}
    assert met(article(), article(), says("a", **word), says("b", **word)) == (("entity", "site"),)


def test_chains_that_share_nothing_do_not_meet() -> None:
    assert met(relying({"outlet": "x"}), relying({"outlet": "y"})) is None


def test_a_circle_of_articles_ends() -> None:
    made = library(articles={"a": relying({"article": "b"}), "b": relying({"article": "a"})})
    assert Upstream(made).of("a") == {("article", "b"), ("article", "a")}  # type: ignore[arg-type]
