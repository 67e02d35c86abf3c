"""How far several readers agree who put the same things into the same words: counts first, then Krippendorff's alpha.

Alpha for nominal data (Krippendorff, "Computing Krippendorff's alpha-reliability", 2011): 1 where all agree, 0 where
they agree as often as chance would have them, below 0 where they agree less often. Values that are missing are allowed;
a thing that fewer than two have judged says nothing. Its interval is that of the bootstrap over things (Efron 1979, the
percentile form): 95 of 100 of a thousand tables that are drawn from this one lie in it. They are drawn alike each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from random import Random

from msgspec import Struct

Ratings = Mapping[str, int]
"""How many readers chose each word for one thing."""

FEWEST_UNITS = 20
"""For fewer things no alpha is told: its interval would hold nearly everything."""
_DRAWS = 1000
_TAIL = 25
"""So many draws lie below the interval, and as many above it: 95 of 100 lie inside."""


class Alpha(Struct, frozen=True):
    """Krippendorff's alpha with the bounds of its interval."""

    value: float
    low: float
    high: float


class Agreement(Struct, frozen=True):
    """How far readers agree."""

    units: int
    """How many things two or more readers have judged."""
    agreed: int
    """On how many of them all chose the same word."""
    alpha: Alpha | None
    """None for fewer than `FEWEST_UNITS`, or where all chose one word throughout: there is nothing to agree on."""


def agreement(units: Iterable[Sequence[str]]) -> Agreement:
    """Return the agreement on things, each of which is given as the words that its readers chose."""
    rated = [Counter(words) for words in units if len(words) > 1]
    agreed = sum(len(ratings) == 1 for ratings in rated)
    value = alpha_of(rated)
    if value is None or len(rated) < FEWEST_UNITS:
        return Agreement(len(rated), agreed, None)
    low, high = _interval(rated)
    return Agreement(len(rated), agreed, Alpha(value, low, high))


def alpha_of(units: Sequence[Ratings]) -> float | None:
    """Return alpha of things that two or more readers each have judged; None where only one word was ever chosen."""
    return _alpha(Counter(tuple(sorted(ratings.items())) for ratings in units))


def _alpha(patterns: Mapping[tuple[tuple[str, int], ...], int]) -> float | None:
    """Alpha from how often each pattern of choices occurs: 1 − (n − 1) · observed / expected pairs that differ."""
    totals: Counter[str] = Counter()
    differing = 0.0
    for pattern, times in patterns.items():
        readers = sum(count for _, count in pattern)
        pairs = readers * readers - sum(count * count for _, count in pattern)
        differing += times * pairs / (readers - 1)
        for word, count in pattern:
            totals[word] += times * count
    judged = sum(totals.values())
    expected = judged * judged - sum(count * count for count in totals.values())
    return 1 - (judged - 1) * differing / expected if expected else None


def _interval(units: Sequence[Ratings]) -> tuple[float, float]:
    drawing = Random(0)  # noqa: S311 - no secret: the same table has the same interval
    counted = Counter(tuple(sorted(ratings.items())) for ratings in units)
    patterns = sorted(counted)
    weights = [counted[pattern] for pattern in patterns]
    drawn = (Counter(drawing.choices(patterns, weights, k=len(units))) for _ in range(_DRAWS))
    # a draw in which one word alone was chosen has nothing to differ on
    found = sorted(value if value is not None else 1.0 for value in map(_alpha, drawn))
    return found[_TAIL], found[-_TAIL - 1]
