"""Planted passages are found where they were planted. Floors are measured figures less a margin."""

from __future__ import annotations

import pytest

from builder.analysis.passages.rule import DOSSIER, SITE, Rule
from tests.unit.analysis.planting import Writer, f1, shared


@pytest.mark.parametrize(
    ("edits", "swapped", "rule", "floor"),
    [
        pytest.param(0, False, DOSSIER, 0.99, id="word for word"),
        pytest.param(0.1, False, DOSSIER, 0.98, id="one word in ten edited"),
        pytest.param(0.3, False, DOSSIER, 0.95, id="three words in ten edited"),
        pytest.param(0.05, True, DOSSIER, 0.94, id="sentences in another order"),
        pytest.param(0, False, SITE, 0.99, id="word for word, for many texts"),
    ],
)
def test_a_planted_passage_is_found_where_it_stands(
    edits: float, swapped: bool, rule: Rule, floor: float
) -> None:
    writer = Writer(seed=7)
    cases = [writer.planted(edits, swapped) for _ in range(25)]
    assert f1([(shared(host, source, rule), planted) for host, source, planted in cases]) >= floor


def test_texts_of_the_same_vocabulary_share_nothing_by_chance() -> None:
    writer = Writer(seed=3)
    articles = [writer.article() for _ in range(12)]
    assert not [
        pair
        for index, one in enumerate(articles)
        for other in articles[:index]
        for pair in shared(one, other)
    ]


def test_a_text_shares_all_of_itself_with_itself() -> None:
    text = Writer(seed=5).article()
    assert shared(text, text) == [(0, len(text) - 1, 0, len(text) - 1)]


def test_capitals_accents_and_the_shape_of_apostrophes_do_not_matter() -> None:
    first = "The Café’s owner said that nobody had been hurt in the fire."
    second = "the cafe's owner SAID that nobody had been hurt in the fire"
    assert shared(first, second) == [(0, 59, 0, 59)]


def test_an_accent_written_apart_moves_no_range() -> None:
    first = "Le cafe\u0301 est ferme\u0301 depuis la nuit du grand incendie de mars."
    second = "Hier: le café est fermé depuis la nuit du grand incendie de mars!"
    [(start, end, *_)] = shared(first, second)
    assert first[start:end] == first[:-1]


def test_characters_beyond_the_basic_plane_keep_ranges_right() -> None:
    words = "nobody was hurt when the old bridge fell into the river"
    first, second = f"\U0001f30a\U0001f30a {words}.", f"{words} \U0001f30a"
    [(start, end, *_)] = shared(first, second)
    assert first[start:end] == words


def test_scripts_without_spaces_are_compared_character_by_character() -> None:
    words = "昨日東京で大きな地震が発生しました"
    [(start, end, other_start, other_end)] = shared(f"速報 {words}。", f"「{words}」と述べた")
    assert f"速報 {words}。"[start:end] == words == f"「{words}」と述べた"[other_start:other_end]


def test_seven_words_are_not_yet_a_passage() -> None:
    words = "one two three four five six seven"
    assert not shared(f"alpha {words} beta", f"gamma {words} delta")
    assert shared(f"alpha {words} eight beta", f"gamma {words} eight delta")
