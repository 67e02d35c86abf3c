"""What a reader types is folded and cut in the browser as the words of pages were when the index was made."""

from __future__ import annotations

import random

import pytest

from builder.search.folding import PLAIN_LETTERS, fold, written_out
from builder.signs import IGNORABLE_SIGNS
from tests.unit.scripts.running import answers

FOLDING = ("search/folding.js",)


def asked(function: str, *texts: str) -> list[object]:
    return answers(
        FOLDING, f"(text) => window.dossier.search.folding().{function}(text)", [[text] for text in texts]
    )


def test_words_are_folded_as_the_build_folds_them() -> None:
    chance = random.Random(7)
    letters = [*PLAIN_LETTERS, *"AÉÖñçžŁÐØÆŒßİıſﬁﬀ٣٤’'ʼʹ-–.\u00ad\u200b\u0301ёйЇقاعدةあ漢ไทย0Ⅳ½①"]
    texts = ["".join(chance.choices(letters, k=12)) for _ in range(300)]
    assert asked("fold", *texts) == [fold(text) for text in texts]


def test_signs_that_nobody_sees_are_left_out_as_the_build_leaves_them_out() -> None:
    texts = [f"a{sign}z" for sign in (*IGNORABLE_SIGNS, *"-\u0600\u0f3e\U000e0100")]
    assert asked("cut", *texts) == [[written_out(text).partition("^")[0]] for text in texts]


@pytest.mark.parametrize(
    ("typed", "term", "runs"),
    [
        ("Łódź", "Lodz", []),
        ("évacuation", "évacuation", []),
        ("evacu\u00adation", "evacuation", []),
        ("Qur\u02bcan", "Qur'an", []),
        ("避難所", '"避 難 所"', []),
        ("避難 school", "避 難 school", ['"避 難"']),
        ('"the river rose"', '"the river rose"', []),
        ('"避難 x"', '"避 難 x"', []),
        ("two words", "two words", []),
    ],
)
def test_the_engine_is_asked_for_what_the_index_has(typed: str, term: str, runs: list[str]) -> None:
    (found,) = asked("asked", typed)
    assert found == {"term": term.lower() if term == "Lodz" else term, "runs": runs}


def test_a_run_without_spaces_is_cut_before_and_after_each_letter() -> None:
    assert asked("cut", "避難 the end", "a避b") == [
        ["避\u2060", "難", "the", "end"],
        ["a\u2060", "避\u2060", "b"],
    ]


@pytest.mark.parametrize(
    ("indexed", "shown"),
    [("Łódź^lodz", "Łódź"), ("“Łódź^lodz,”", "“Łódź,”"), ("a^b", "a^b"), ("2^3", "2^3"), ("plain", "plain")],
)
def test_the_plain_form_beside_a_word_is_not_shown(indexed: str, shown: str) -> None:
    assert asked("shown", indexed) == [shown]


def test_scripts_without_spaces_are_known_as_such() -> None:
    assert asked("isUnspaced", "避難", "ไทย", "한국어", "abc", "عربي") == [True, True, False, False, False]
