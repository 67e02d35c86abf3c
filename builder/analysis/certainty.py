"""How firmly texts say a claim, and where certainty rises within one text.

The ladder is `implies`, `attributes`, `asserts` with a hedge, `asserts`; the other stances stand on no rung.
"""

from __future__ import annotations

from collections.abc import Sequence

from builder.analysis.claimfindings import Ladder, LadderRung, Rung, Saying
from builder.model.base import ArticleId
from builder.model.claim import Appearance, Stance

_RUNGS = {Stance.IMPLIES: Rung.IMPLIES, Stance.ATTRIBUTES: Rung.ATTRIBUTES, Stance.ASSERTS: Rung.ASSERTS}


def rung_of(appearance: Appearance) -> Rung | None:
    """Return the rung that an appearance stands on, or None."""
    if appearance.stance is Stance.ASSERTS and appearance.hedge is not None:
        return Rung.ASSERTS_HEDGED
    return _RUNGS.get(appearance.stance)


def rises_from(appearance: Appearance, before: Sequence[Appearance]) -> Rung | None:
    """Return the firmest rung among earlier appearances of the same text where this one is firmer, else None.

    Only what concerns the same position is compared; an appearance without a position concerns them all.
    """
    rung = rung_of(appearance)
    earlier = [
        lower for other in before if _same_matter(appearance, other) and (lower := rung_of(other)) is not None
    ]
    if rung is None or not earlier or rung <= max(earlier):
        return None
    return max(earlier)


def _same_matter(one: Appearance, other: Appearance) -> bool:
    return one.position == other.position or one.position is None or other.position is None


def ladder(sayings: tuple[Saying, ...]) -> Ladder:
    """Return the ladder of one claim; `sayings` are in article order, then text order."""
    standing = [saying for saying in sayings if saying.rung is not None]
    articles = tuple(dict.fromkeys(saying.article for saying in standing))
    used = sorted({saying.rung for saying in standing if saying.rung is not None}, reverse=True)
    return Ladder(articles, tuple(_rung(rung, articles, standing) for rung in used))


def _rung(rung: Rung, articles: tuple[ArticleId, ...], standing: list[Saying]) -> LadderRung:
    here = tuple(
        tuple(saying for saying in standing if saying.rung is rung and saying.article == article)
        for article in articles
    )
    passed = tuple(
        not on_rung and any(_passes(saying, rung) for saying in standing if saying.article == article)
        for article, on_rung in zip(articles, here, strict=True)
    )
    return LadderRung(rung, here, passed)


def _passes(saying: Saying, rung: Rung) -> bool:
    return (
        saying.rung is not None and saying.rises_from is not None and saying.rises_from < rung < saying.rung
    )
