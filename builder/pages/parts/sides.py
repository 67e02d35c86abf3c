"""Which sides a claim has, and which two texts tell the difference best.

Two appearances collide where one goes with the claim and the other against it on the same position, or where both go
with it on different positions. `mentions` and `doubts` collide with nothing.
"""

from __future__ import annotations

from itertools import combinations

from msgspec import Struct

from builder.analysis.claimfindings import ClaimFindings, Rung, Saying
from builder.model.claim import Reading, Stance
from builder.pages.kinds import Context
from builder.pages.parts.meets import common_words
from builder.pages.parts.places import placed_saying

AGAINST = frozenset({Stance.DISPUTES, Stance.CONTRADICTS})
NEUTRAL = frozenset({Stance.DOUBTS, Stance.MENTIONS})
SIDED = frozenset({Reading.CONFLICT, Reading.DIFFER})
SideKey = tuple[str, str | None]


class Collision(Struct, frozen=True):
    """Two appearances in different texts that speak against each other, the one in the earlier column first."""

    first: Saying
    second: Saying


def side_of(saying: Saying) -> SideKey:
    """Return the side an appearance stands on: with, against or doubts, and the position."""
    if saying.stance in AGAINST:
        return "against", saying.appearance.position
    return "doubts" if saying.stance is Stance.DOUBTS else "with", saying.appearance.position


def firmness(saying: Saying) -> int:
    """Return how firmly an appearance speaks: its rung; arguing against is as firm as asserting."""
    if saying.stance in AGAINST:
        return int(Rung.ASSERTS)
    return int(saying.rung) if saying.rung is not None else 0


def collide(first: Saying, second: Saying) -> bool:
    """Whether two appearances speak against each other."""
    if first.stance in NEUTRAL or second.stance in NEUTRAL:
        return False
    same = first.appearance.position == second.appearance.position
    with_it = (first.stance not in AGAINST, second.stance not in AGAINST)
    return not same if all(with_it) else same and any(with_it)


def sharpest_collision(context: Context, findings: ClaimFindings) -> Collision | None:
    """Return the two appearances that tell a conflict best, or None where no two texts collide.

    The weaker of the two speaks as firmly as possible; then the firmer; then they share the most words; then they are
    nearest in time; then they stand in the earliest columns.
    """
    candidates = _candidates(findings.sayings)
    pairs = [
        Collision(first, second)
        for first, second in combinations(candidates, 2)
        if first.article != second.article and collide(first, second)
    ]
    return min(pairs, key=lambda pair: _bluntness(context, pair), default=None)


MAX_CANDIDATES = 24
"""Pairs grow with the square: past this many only the firmest appearances are compared."""


def _candidates(sayings: tuple[Saying, ...]) -> tuple[Saying, ...]:
    sided = [saying for saying in sayings if saying.stance not in NEUTRAL]
    if len(sided) <= MAX_CANDIDATES:
        return tuple(sided)
    firmest = sorted(range(len(sided)), key=lambda place: (-firmness(sided[place]), place))[:MAX_CANDIDATES]
    return tuple(sided[place] for place in sorted(firmest))


def _bluntness(context: Context, pair: Collision) -> tuple[int, int, int, int]:
    firm = sorted((firmness(pair.first), firmness(pair.second)))
    quotes = (placed_saying(context, pair.first).words, placed_saying(context, pair.second).words)
    articles = context.library.articles
    dates = [articles[saying.article].published.edtf.lower for saying in (pair.first, pair.second)]
    return -firm[0], -firm[1], -common_words(*quotes), abs(dates[0].toordinal() - dates[1].toordinal())


def one_per_side(sayings: tuple[Saying, ...], preferred: Collision | None = None) -> tuple[Saying, ...]:
    """Return one appearance for each side, the preferred one or its firmest and then earliest, in column order."""
    chosen = {side_of(saying): saying for saying in (preferred.first, preferred.second)} if preferred else {}
    settled = frozenset(chosen)
    for saying in sayings:
        side = side_of(saying)
        if not saying.counts or side in settled:
            continue
        if side not in chosen or firmness(saying) > firmness(chosen[side]):
            chosen[side] = saying
    return tuple(saying for saying in sayings if saying in chosen.values())


def one_per_article(sayings: tuple[Saying, ...]) -> tuple[Saying, ...]:
    """Return the first firmest appearance of each article that takes a side, in column order."""
    chosen: dict[str, Saying] = {}
    for saying in sayings:
        if saying.counts and (
            saying.article not in chosen or firmness(saying) > firmness(chosen[saying.article])
        ):
            chosen[saying.article] = saying
    return tuple(chosen.values())
