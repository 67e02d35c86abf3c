"""How firmly texts say a claim, and where certainty rises within one text.

The ladder is `implies`, `attributes`, `asserts` with a hedge, `asserts`; the other stances stand on no rung.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.analysis.claimfindings import Ladder, LadderRung, Rung, Saying
from builder.model.base import ArticleId
from builder.model.claim import Appearance, Stance

_RUNGS = {Stance.IMPLIES: Rung.IMPLIES, Stance.ATTRIBUTES: Rung.ATTRIBUTES, Stance.ASSERTS: Rung.ASSERTS}


def rung_of(appearance: Appearance) -> Rung | None:
    """Return the rung that an appearance stands on, or None."""
    if appearance.stance is Stance.ASSERTS and appearance.hedge is not None:
        return Rung.ASSERTS_HEDGED
    return _RUNGS.get(appearance.stance)


def rises_from(appearances: Sequence[Appearance]) -> tuple[Rung | None, ...]:
    """Return for each appearance in one text the firmest rung among the earlier ones where it is firmer, else None.

    Only what concerns the same position is compared; an appearance without a position concerns them all.
    """
    firmest: dict[str | None, Rung] = {}
    firmest_of_all: Rung | None = None
    found: list[Rung | None] = []
    for one in appearances:
        rung = rung_of(one)
        earlier = [firmest.get(one.position), firmest.get(None)] if one.position else [firmest_of_all]
        highest = max((each for each in earlier if each is not None), default=None)
        found.append(None if rung is None or highest is None or rung <= highest else highest)
        if rung is not None:
            firmest[one.position] = max(rung, firmest.get(one.position, rung))
            firmest_of_all = max(rung, firmest_of_all or rung)
    return tuple(found)


def ladder(sayings: tuple[Saying, ...]) -> Ladder:
    """Return the ladder of one claim; `sayings` are in article order, then text order."""
    standing = [saying for saying in sayings if saying.rung is not None]
    by_article: dict[ArticleId, list[Saying]] = {}
    for saying in standing:
        by_article.setdefault(saying.article, []).append(saying)
    used = sorted({saying.rung for saying in standing if saying.rung is not None}, reverse=True)
    return Ladder(tuple(by_article), tuple(_rung(rung, by_article) for rung in used))


def _rung(rung: Rung, by_article: Mapping[ArticleId, list[Saying]]) -> LadderRung:
    here = tuple(
        tuple(saying for saying in sayings if saying.rung is rung) for sayings in by_article.values()
    )
    passed = tuple(
        not on_rung and any(_passes(saying, rung) for saying in sayings)
        for sayings, on_rung in zip(by_article.values(), here, strict=True)
    )
    return LadderRung(rung, here, passed)


def _passes(saying: Saying, rung: Rung) -> bool:
    return (
        saying.rung is not None and saying.rises_from is not None and saying.rises_from < rung < saying.rung
    )
