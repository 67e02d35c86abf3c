"""How far a passage grows over its edges: words that differ cost one each, and a fall of `drop` still pays."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builder.analysis.passages.growth import common_sequence, word_pairs
from builder.analysis.passages.rule import DOSSIER
from builder.analysis.passages.runs import WordRun

EQUAL = list(range(100, 106))
"""Six words that both texts have."""


def grown(first: list[int], second: list[int], run: WordRun, drop: float) -> list[tuple[int, int]]:
    return word_pairs(first, second, (run,), replace(DOSSIER, drop=drop), len(first))[0]


@pytest.mark.parametrize(
    ("differing", "drop", "reaches"),
    [(1, 1.0, True), (2, 2.0, True), (2, 1.0, False), (3, 3.0, True), (3, 2.0, False)],
)
def test_growing_ends_only_once_the_score_has_fallen_by_more_than_the_drop(
    differing: int, drop: float, reaches: bool
) -> None:
    behind = [201, 202, 203, 204, 205, 206]
    first = [*EQUAL, *range(1, 1 + differing), *behind]
    second = [*EQUAL, *range(11, 11 + differing), *behind]
    pairs = grown(first, second, WordRun(0, 0, len(EQUAL)), drop)
    assert (pairs[-1] == (len(first) - 1, len(second) - 1)) is reaches
    assert len(pairs) == len(EQUAL) + (len(behind) if reaches else 0)


def test_it_grows_backwards_as_far_as_forwards() -> None:
    before, first = [301, 302, 303], [301, 302, 303, 1, *EQUAL]
    pairs = grown(first, [*before, 2, *EQUAL], WordRun(4, 4, len(EQUAL)), 1.0)
    assert pairs == [(0, 0), (1, 1), (2, 2), *((place, place) for place in range(4, 10))]


def test_words_after_the_best_score_are_left_out() -> None:
    """Two words behind three that differ do not pay for them."""
    first, second = [*EQUAL, 1, 2, 3, 401, 402], [*EQUAL, 4, 5, 6, 401, 402]
    assert len(grown(first, second, WordRun(0, 0, len(EQUAL)), 4.0)) == len(EQUAL)


def test_it_grows_over_so_many_words_and_tells_how_many() -> None:
    words = [*EQUAL, 301, 302, 303]
    assert [word_pairs(words, words, (WordRun(2, 2, 3),), DOSSIER, most)[1] for most in (0, 3, 5, 9)] == [
        0,
        3,
        5,
        6,
    ]


def test_the_longest_common_sequence_is_the_leftmost() -> None:
    assert common_sequence([1, 2, 3, 2], [2, 9, 3]) == [(1, 0), (2, 2)]
    assert common_sequence([5, 5], [5]) == [(0, 0)]
    assert common_sequence([], [1]) == []
