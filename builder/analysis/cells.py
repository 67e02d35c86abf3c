"""The cells of the claim × source matrix: what each article says to each claim, how firmly, or why it says nothing.

The ladder is `implies`, `attributes`, `asserts` with a hedge, `asserts`; the other stances stand on no rung.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.analysis.claimfindings import Ladder, LadderRung, Rung, Saying
from builder.analysis.findings import CellSource
from builder.analysis.origins import Stretches, nearest_origin, reliances
from builder.model.base import ArticleId, ClaimId
from builder.model.claim import Appearance, Claim, Stance
from builder.model.library import Library, PlacedQuote

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


_NONE = Stretches()
_Placed = tuple[int, Appearance, PlacedQuote | None]


def sayings_of(
    library: Library,
    claim: Claim,
    article_rank: Mapping[ArticleId, int],
    stretches: Mapping[ArticleId, Stretches],
) -> tuple[Saying, ...]:
    """Return the appearances of a claim by article order, then text order.

    Appearances whose text is not kept stand in the order of the claim's list, after those with a place.
    """
    by_article: dict[ArticleId, list[_Placed]] = {}
    for index, appearance in enumerate(claim.appearances):
        placed = library.quote("claim", claim.id, "appearances", index)
        by_article.setdefault(appearance.article, []).append((index, appearance, placed))
    ordered = sorted(by_article, key=lambda article: (article_rank.get(article, len(article_rank)), article))
    return tuple(
        saying
        for article in ordered
        for saying in _of_article(library, claim, by_article[article], stretches.get(article, _NONE))
    )


def _text_rank(entry: _Placed) -> tuple[bool, int, int, int]:
    index, _, placed = entry
    span = placed.span if placed else None
    return (span is None, span.start if span else 0, span.end if span else 0, index)


def _of_article(
    library: Library, claim: Claim, entries: list[_Placed], stretches: Stretches
) -> tuple[Saying, ...]:
    entries.sort(key=_text_rank)
    rises = rises_from([appearance for _, appearance, _ in entries])
    return tuple(
        Saying(
            claim=ClaimId(claim.id),
            index=index,
            appearance=appearance,
            quote=placed,
            rung=rung_of(appearance),
            rises_from=rises[position],
            origin=nearest_origin(library, appearance, placed, stretches),
            through=reliances(placed, stretches),
        )
        for position, (index, appearance, placed) in enumerate(entries)
    )


def cell_source(library: Library, claim: Claim, sayings: tuple[Saying, ...]) -> CellSource:
    """Return what decides the cells of a claim.

    A claim whose event has no known beginning is never "not applicable": nothing is proved to be older.
    """
    event = library.events.get(claim.event) if claim.event is not None else None
    by_article: dict[ArticleId, list[Saying]] = {}
    for saying in sayings:
        by_article.setdefault(saying.article, []).append(saying)
    return CellSource(
        sayings={article: tuple(found) for article, found in by_article.items()},
        coded=dict.fromkeys(claim.coded.articles if claim.coded else ()),
        event=claim.event,
        event_from=event.date.edtf.widened_lower if event else None,
    )
