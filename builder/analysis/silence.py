"""What articles leave out, as far as editors have read them for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from builder.analysis.claimfindings import Cell, CellKind
from builder.analysis.findings import Silence
from builder.model.base import ArticleId, ClaimId, TopicId
from builder.model.library import Library

CellOf = Callable[[ClaimId, ArticleId], Cell]


def silences(
    library: Library, claims: Iterable[ClaimId], rank: Mapping[ArticleId, int], cell: CellOf
) -> Mapping[ArticleId, Silence]:
    """Return what each article leaves out of some claims, in the order of `rank`; others are absent.

    Only claims for which the article is coded are looked at: outside that signature nobody knows. The work
    grows with the number of signatures, not with articles × claims.
    """
    silent: dict[ArticleId, list[ClaimId]] = {}
    not_applicable: dict[ArticleId, list[ClaimId]] = {}
    tables = {CellKind.SILENT: silent, CellKind.NOT_APPLICABLE: not_applicable}
    for claim in claims:
        coded = library.claims[claim].coded
        for article in dict.fromkeys(coded.articles if coded else ()):
            if article not in rank:
                continue
            table = tables.get(cell(claim, article).kind)
            if table is not None:
                table.setdefault(article, []).append(claim)
    leaving_out = silent.keys() | not_applicable.keys()
    return {
        article: Silence(article, tuple(silent.get(article, ())), tuple(not_applicable.get(article, ())))
        for article in sorted(leaving_out, key=rank.__getitem__)
    }


def topic_silences(
    library: Library,
    claims_by_topic: Mapping[TopicId, tuple[ClaimId, ...]],
    rank: Mapping[ArticleId, int],
    cell: CellOf,
) -> Mapping[TopicId, tuple[Silence, ...]]:
    """Return per topic the articles that leave out some of its claims."""
    return {
        topic: found
        for topic, claims in claims_by_topic.items()
        if (found := tuple(silences(library, claims, rank, cell).values()))
    }
