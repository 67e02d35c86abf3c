"""The cells of the claim × source matrix: what each article says to each claim, or why it says nothing."""

from __future__ import annotations

from collections.abc import Mapping

from builder.analysis.certainty import rises_from, rung_of
from builder.analysis.claimfindings import Saying
from builder.analysis.findings import CellSource
from builder.analysis.origins import Stretches, nearest_origin, reliances
from builder.model.base import ArticleId, ClaimId
from builder.model.claim import Appearance, Claim
from builder.model.library import Library, PlacedQuote

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
        coded=frozenset(claim.coded.articles if claim.coded else ()),
        event=claim.event,
        event_from=event.date.edtf.widened_lower if event else None,
    )
