from typing import Any

import pytest

from builder.analysis import analyse
from builder.analysis.findings import Mention
from tests.unit.analysis.make import article, library


def entity(name: str, *aliases: Any, **fields: Any) -> dict[str, Any]:
    return {"name": name, "kind": "organisation", "aliases": list(aliases), **fields}


def mentions(text: str, marks: Any = (), **entities: dict[str, Any]) -> list[tuple[str, str, str, bool]]:
    made = library({"a": text}, articles={"a": article(marks=list(marks))}, entities=entities)
    found: tuple[Mention, ...] = analyse(made).mentions.get("a", ())  # type: ignore[call-overload]
    return [(each.entity, text[each.span.start : each.span.end], each.form, each.nested) for each in found]


def words_of(text: str, **entities: dict[str, Any]) -> list[str]:
    return [word for _, word, _, _ in mentions(text, **entities)]


def test_the_name_itself_is_looked_for_in_any_case() -> None:
    assert words_of("Islamic State, the Islamic state", s=entity("Islamic State")) == [
        "Islamic State",
        "Islamic state",
    ]


def test_an_exact_alias_minds_its_capitals() -> None:
    assert words_of("this is IS, is it", s=entity("X", {"text": "IS", "case": "exact"})) == ["IS"]


def test_an_alias_that_repeats_the_name_sets_the_rules_of_the_name() -> None:
    assert words_of("it is IS", s=entity("IS", {"text": "IS", "case": "exact"})) == ["IS"]


def test_whole_words_only() -> None:
    assert words_of("ISIS’ men, anti-ISIS, ISISx, xISIS, ISIS's, (ISIS).", s=entity("ISIS")) == ["ISIS"] * 4


def test_a_word_with_another_combining_mark_is_another_word() -> None:
    assert words_of("ISIS\u0301", s=entity("ISIS")) == []


@pytest.mark.parametrize("text", ["Al-Hayat’s Media", "al\u2011hayat's\u00a0media", "AL-HAYAT's  Media"])
def test_white_space_apostrophes_and_hyphens_match_in_any_shape(text: str) -> None:
    assert words_of(text, s=entity("Al-Hayat's Media")) == [text]


def test_a_name_does_not_run_over_a_line_break() -> None:
    assert words_of("Islamic\nState", s=entity("Islamic State")) == []


def test_scripts_without_spaces_are_found_inside_runs() -> None:
    assert words_of("我在北京大学读书", s=entity("北京")) == ["北京"]


def test_an_alias_may_be_limited_to_articles() -> None:
    made = library(
        {"a": "the group", "b": "the group"},
        entities={"s": entity("X", {"text": "the group", "only": ["a"]})},
    )
    assert list(analyse(made).mentions) == ["a"]


def test_a_false_friend_is_no_mention_and_only_of_its_entity() -> None:
    friend = {"article": "a", "quote": "an Islamic state in"}
    both = {"s": entity("Islamic State", **{"not": [friend]}), "t": entity("Islamic")}
    assert mentions("an Islamic state in X; Islamic State", **both) == [
        ("t", "Islamic", "Islamic", False),
        ("s", "Islamic State", "Islamic State", False),
        ("t", "Islamic", "Islamic", True),
    ]


def test_of_one_entity_the_longest_name_wins_and_of_two_the_longer_carries_the_link() -> None:
    found = mentions(
        "ISIS’ Sinai affiliate of ISIS",
        s=entity("Islamic State", "ISIS"),
        t=entity("Wilayat Sinai", "ISIS’ Sinai affiliate", "Sinai affiliate"),
    )
    assert found == [
        ("t", "ISIS’ Sinai affiliate", "ISIS’ Sinai affiliate", False),
        ("s", "ISIS", "ISIS", True),
        ("s", "ISIS", "ISIS", False),
    ]


def test_a_form_that_minds_capitals_is_preferred_then_the_one_spelled_just_so() -> None:
    exact = {"text": "Islamic state", "case": "exact"}
    assert mentions("Islamic state", s=entity("Islamic State", exact))[0][2] == "Islamic state"
    assert mentions("ISLAMIC STATE", s=entity("Islamic State", "ISLAMIC STATE"))[0][2] == "ISLAMIC STATE"


def test_mentions_are_found_in_the_clean_view_and_placed_in_the_raw_one() -> None:
    marks = [
        {"kind": "alt-text", "quote": "ISIS photo"},
        {"kind": "lost-space", "quote": "theISIS", "read": "the ISIS"},
    ]
    assert mentions("ISIS photo. It was theISIS", marks, s=entity("ISIS")) == [("s", "ISIS", "ISIS", False)]


def test_the_table_counts_the_clean_view_and_folded_words_apart() -> None:
    made = library(
        {"a": "IS and is and IS", "b": "ISIS photo. isis"},
        articles={
            "a": article("2016"),
            "b": article("2015", marks=[{"kind": "alt-text", "quote": "ISIS photo"}]),
        },
        entities={"s": entity("Islamic State", "ISIS", {"text": "IS", "case": "exact"}, "isis")},
    )
    table = analyse(made).naming["s"]  # type: ignore[index]
    assert [(row.forms, dict(row.counts), dict(row.folded)) for row in table.rows] == [
        (("ISIS", "isis"), {"b": 1}, {"b": 1}),
        (("IS",), {"a": 2}, {}),
    ]
    assert table.articles == ("b", "a")


def test_known_results_are_taken_over_only_for_unchanged_texts_and_names() -> None:
    def made(text: str, name: str) -> Any:
        return library({"a": text, "b": "ISIS"}, entities={"s": entity(name)})

    first = analyse(made("ISIS", "ISIS"))
    again = analyse(made("ISIS", "ISIS"), first.known)
    assert all(again.known.names[key] is names for key, names in first.known.names.items())
    renamed = analyse(made("ISIS", "IS"), first.known)
    assert not renamed.mentions
    assert not set(renamed.known.names) & set(first.known.names)
