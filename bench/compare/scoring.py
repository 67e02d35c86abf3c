"""Scores by characters: how much of what is said to be reused is, and how much of what is reused is said to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Range = tuple[int, int]
RangePair = tuple[int, int, int, int]
"""Start and end in the first text, start and end in the second."""


@dataclass(slots=True)
class Score:
    """Characters on both sides, summed over pairs of texts."""

    right: int = 0
    found: int = 0
    true: int = 0
    cases: int = 0
    cases_found: int = 0

    def add(self, found: list[RangePair], true: list[RangePair]) -> None:
        """Count one pair of texts. A case is found when found ranges meet both its sides."""
        for side in (0, 2):
            said = covered(pair[side : side + 2] for pair in found)
            meant = covered(pair[side : side + 2] for pair in true)
            self.right += len(said & meant)
            self.found += len(said)
            self.true += len(meant)
        self.cases += len(true)
        self.cases_found += sum(any(_meets(case, one) for one in found) for case in true)

    @property
    def precision(self) -> float:
        """The right part of what was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The found part of what is true."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def line(self, name: str, seconds: float) -> str:
        """Return the score as a line to print."""
        share = self.cases_found / self.cases if self.cases else 1.0
        return (
            f"{name:34} P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.4f}  "
            f"cases {share:.3f}  CPU {seconds:.2f} s"
        )


def covered(ranges: Iterable[tuple[int, ...]]) -> set[int]:
    """Return every place that some range covers."""
    return {place for start, end in ranges for place in range(start, end)}


def _meets(one: RangePair, other: RangePair) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
