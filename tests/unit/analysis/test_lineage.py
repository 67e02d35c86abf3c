"""Two links of one chain are one named origin, whichever texts name them; chains that meet are told."""

from __future__ import annotations

from typing import Any

from builder.analysis import analyse
from builder.analysis.claimfindings import OriginsLine, Reliance
from tests.unit.analysis.make import article, claim, library, says

TEXT = "outer inner words outer"
WHOLE = {"quote": TEXT}
OUTLETS = {name: {"name": name.upper()} for name in ("o", "mail", "times", "radio", "wire")}
ENTITIES = {name: {"name": name.upper(), "kind": "person"} for name in ("x", "y")}


def quotes(of: dict[str, str], *origins: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"relation": "quotes", "of": of, "cue": "words", "origins": list(origins)} | fields


def on_word(name: str, source: str) -> dict[str, Any]:
    return says(name, "attributes", attributed_to=source)


def line(*appearances: dict[str, Any], **chains: Any) -> OriginsLine:
    """The origins line of one claim; `chains` are the origins of each article."""
    names = sorted({each["article"] for each in appearances} | set(chains))
    made = library(
        dict.fromkeys(names, TEXT),
        articles={name: article(origins=chains.get(name, [])) for name in names},
        outlets=OUTLETS,
        entities=ENTITIES,
        events={"v": {"title": "V", "date": "2015"}},
        claims={"c": claim(*appearances)},
    )
    return analyse(made).claims["c"].origins  # type: ignore[index]


def names(found: tuple[Any, ...]) -> list[str]:
    return [origin.key[1] for origin in found]


def test_one_text_that_names_two_links_of_its_chain_names_one_origin() -> None:
    chain = quotes({"outlet": "mail"}, quotes({"outlet": "radio"}), covers=WHOLE)
    found = line(on_word("a", "radio"), says("a"), a=[chain])
    assert (names(found.named), names(found.linked)) == (["mail"], ["radio"])


def test_two_texts_that_name_two_links_of_one_chain_name_one_origin() -> None:
    chain = quotes({"outlet": "mail"}, quotes({"outlet": "radio"}), covers=WHOLE)
    found = line(says("a"), on_word("b", "radio"), a=[chain])
    assert (names(found.named), names(found.linked)) == (["mail"], ["radio"])


def test_a_speaker_inside_a_quoted_report_stands_behind_the_report() -> None:
    found = line(on_word("a", "x"), says("a"), a=[quotes({"outlet": "mail"}, covers=WHOLE)])
    assert (names(found.named), names(found.linked)) == (["mail"], ["x"])


def test_a_chain_runs_on_through_an_article_of_the_dossier_and_its_outlet() -> None:
    found = line(
        says("a"), on_word("b", "x"), a=[quotes({"article": "z"}, covers=WHOLE)], z=[quotes({"entity": "x"})]
    )
    assert (names(found.named), names(found.linked)) == (["z"], ["x"])
    found = line(says("a"), on_word("b", "o"), a=[quotes({"article": "z"}, covers=WHOLE)], z=[])
    assert (names(found.named), names(found.linked)) == (["z"], ["o"])


def test_two_speakers_of_one_text_on_no_common_chain_are_two_origins() -> None:
    found = line(on_word("a", "x"), on_word("a", "y"))
    assert (names(found.named), found.linked, found.meeting) == (["x", "y"], (), ())


def test_two_origins_whose_chains_meet_stay_two_and_the_place_is_told() -> None:
    mail = quotes({"outlet": "mail"}, quotes({"outlet": "radio"}, quotes({"entity": "x"})), covers=WHOLE)
    times = quotes({"outlet": "times"}, quotes({"outlet": "radio"}), covers=WHOLE)
    found = line(says("a"), says("b"), a=[mail], b=[times])
    assert names(found.named) == ["mail", "times"]
    assert found.meeting == (("outlet", "radio"),)


def test_an_event_that_both_saw_is_no_meeting_of_chains() -> None:
    saw = {"relation": "reports", "of": {"event": "v"}, "cue": "words"}
    found = line(
        says("a"),
        says("b"),
        a=[quotes({"outlet": "mail"}, saw, covers=WHOLE)],
        b=[quotes({"outlet": "times"}, saw, covers=WHOLE)],
    )
    assert (names(found.named), found.meeting) == (["mail", "times"], ())


def test_texts_that_cite_each_other_name_one_origin() -> None:
    found = line(
        says("a"),
        says("b"),
        a=[quotes({"article": "b"}, covers=WHOLE)],
        b=[quotes({"article": "a"}, covers=WHOLE)],
    )
    assert (names(found.named), names(found.linked)) == (["b"], ["a"])


def through(*origins: dict[str, Any], **fields: Any) -> list[tuple[str, str]]:
    made = library(
        {"a": TEXT},
        articles={"a": article(origins=list(origins))},
        outlets=OUTLETS,
        entities=ENTITIES,
        claims={"c": claim(says("a", **fields))},
    )
    steps: tuple[Reliance, ...] = analyse(made).claims["c"].sayings[0].through  # type: ignore[index]
    return [(step.relation.value, step.origin.key[1]) for step in steps]


def test_the_steps_behind_words_are_carriers_and_the_stretches_that_hold_them() -> None:
    inner = quotes({"entity": "x"}, covers={"quote": "inner words"})
    step = quotes({"outlet": "mail"}, inner, covers={"quote": "inner words outer"})
    carried = quotes({"outlet": "times"}, step, relation="translates")
    assert through(carried) == [("translates", "times"), ("quotes", "mail"), ("quotes", "x")]
    assert through(carried, quote="outer") == [("translates", "times")]


def test_what_is_inferred_or_covers_nothing_is_no_step_behind_words() -> None:
    assert through(quotes({"outlet": "mail"})) == []
    assert through(quotes({"outlet": "mail"}, basis="inferred", note="n", covers=WHOLE)) == []
    behind = quotes({"outlet": "mail"}, relation="translates")
    assert through(quotes({"outlet": "wire"}, behind, basis="inferred", note="n")) == []
