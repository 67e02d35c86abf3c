"""Agreement of readers, held against the definition worked out pair by pair."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import permutations, product
from random import Random

import pytest

from builder.analysis.agreement import FEWEST_UNITS, agreement, alpha_of

KRIPPENDORFF_2011 = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""
"""The example of the paper: four observers, twelve units, missing values; nominal alpha 0.743."""


def _columns(table: str) -> list[list[str]]:
    rows = [line.split() for line in table.split("\n") if line]
    return [[value for value in column if value != "."] for column in zip(*rows, strict=True)]


def _by_pairs(units: list[list[str]]) -> Fraction | None:
    """1 − observed / expected disagreement, each pair of values by itself, in exact numbers."""
    units = [unit for unit in units if len(unit) > 1]
    values = [value for unit in units for value in unit]
    observed = sum(
        Fraction(sum(one != other for one, other in permutations(unit, 2)), len(unit) - 1) for unit in units
    ) / len(values)
    expected = Fraction(
        sum(one != other for one, other in permutations(values, 2)), len(values) * (len(values) - 1)
    )
    return 1 - observed / expected if expected else None


def test_the_example_of_the_paper():
    units = [Counter(column) for column in _columns(KRIPPENDORFF_2011) if len(column) > 1]
    assert alpha_of(units) == pytest.approx(0.743, abs=0.0005)


def test_a_thousand_random_tables_as_worked_out_pair_by_pair():
    draw = Random(7)
    for _ in range(1000):
        readers, things, words = draw.randint(2, 4), draw.randint(2, 12), draw.randint(1, 5)
        units = [
            [str(draw.randrange(words)) for _ in range(readers) if draw.random() < 0.8] for _ in range(things)
        ]
        if not any(len(unit) > 1 for unit in units):
            continue
        expected = _by_pairs(units)
        found = alpha_of([Counter(unit) for unit in units if len(unit) > 1])
        assert found is None if expected is None else found == pytest.approx(float(expected), abs=1e-9)


def test_counts_come_first_and_alpha_only_where_there_is_enough():
    few = [["asserts", "asserts"], ["silent", "asserts"], ["silent"]]
    assert (agreement(few).units, agreement(few).agreed, agreement(few).alpha) == (2, 1, None)
    same = [["asserts", "asserts"]] * FEWEST_UNITS
    assert (agreement(same).agreed, agreement(same).alpha) == (FEWEST_UNITS, None)


def test_the_interval_holds_alpha_narrows_with_more_things_and_is_the_same_each_time():
    pairs = list(product(("asserts", "silent"), repeat=2))
    some = [list(pair) for pair in (pairs[0], pairs[0], pairs[3], pairs[3], pairs[1])] * 5
    one, more = agreement(some).alpha, agreement(some * 8).alpha
    assert one is not None
    assert more is not None
    assert one.low < one.value < one.high
    assert more.high - more.low < (one.high - one.low) / 2
    assert agreement(some).alpha == one
