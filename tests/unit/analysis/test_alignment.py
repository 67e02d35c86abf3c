"""Two texts side by side: ties in order are kept, crossing ones give way, no paragraph is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.analysis.alignment import AlignedStretch, Tie, aligned_stretches, far_stretches

PLACES = st.integers(0, 12)


def _told(stretches: tuple[AlignedStretch, ...]) -> list[tuple[list[int], list[int], bool]]:
    return [(list(each.first), list(each.second), each.tied) for each in stretches]


def test_tied_paragraphs_stand_side_by_side_and_what_lies_between_stands_apart() -> None:
    assert _told(aligned_stretches([Tie(0, 1, 8), Tie(2, 2, 8)], 4, 3)) == [
        ([], [0], False),
        ([0], [1], True),
        ([1], [], False),
        ([2], [2], True),
        ([3], [], False),
    ]


def test_of_two_ties_that_cross_the_heavier_is_kept() -> None:
    told = _told(aligned_stretches([Tie(0, 1, 5), Tie(1, 0, 9)], 2, 2))
    assert told == [([0], [], False), ([1], [0], True), ([], [1], False)]


def test_two_light_ties_outweigh_one_that_crosses_both() -> None:
    ties = [Tie(0, 2, 9), Tie(1, 0, 5), Tie(2, 1, 5)]
    assert [each for each in _told(aligned_stretches(ties, 3, 3)) if each[2]] == [
        ([1], [0], True),
        ([2], [1], True),
    ]


def test_a_paragraph_tied_to_two_neighbours_stands_beside_both() -> None:
    assert _told(aligned_stretches([Tie(0, 0, 4), Tie(0, 1, 9)], 1, 2)) == [([0], [0, 1], True)]


def test_a_far_tie_does_not_draw_what_lies_between_into_its_stretch() -> None:
    told = _told(aligned_stretches([Tie(0, 0, 9), Tie(0, 3, 4)], 1, 4))
    assert told == [([0], [0], True), ([], [1, 2, 3], False)]


def test_texts_without_ties_make_one_stretch_and_no_texts_make_none() -> None:
    assert _told(aligned_stretches([], 2, 1)) == [([0, 1], [0], False)]
    assert aligned_stretches([], 0, 0) == ()


def test_what_stands_far_from_all_that_is_tied_is_told_where_it_is_long() -> None:
    tied = [place in (8, 16, 25) for place in range(34)]
    assert far_stretches(tied) == (range(6), range(28, 34))
    assert far_stretches(tied[:-1]) == (range(6),)


def test_between_two_that_are_tied_two_stay_at_either_side() -> None:
    assert far_stretches([True, *[False] * 10, True]) == (range(3, 9),)
    assert far_stretches([True, *[False] * 9, True]) == ()


def test_where_nothing_is_tied_nothing_is_far() -> None:
    assert far_stretches([False] * 40) == far_stretches([]) == ()


@given(st.lists(st.booleans(), max_size=60))
def test_nothing_tied_is_ever_far(tied: list[bool]) -> None:
    for stretch in far_stretches(tied):
        assert not any(tied[max(stretch.start - 2, 0) : stretch.stop + 2])


@given(st.lists(st.builds(Tie, PLACES, PLACES, st.integers(1, 30))))
def test_every_paragraph_stands_once_and_in_order(ties: list[Tie]) -> None:
    stretches = aligned_stretches(ties, 13, 13)
    assert [place for each in stretches for place in each.first] == list(range(13))
    assert [place for each in stretches for place in each.second] == list(range(13))
    assert aligned_stretches(reversed(ties), 13, 13) == stretches
