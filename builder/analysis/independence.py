"""Whether articles that say the same rest on different feet.

Several texts are not several sources: independence is an editor's finding, with a basis, and cannot be
recorded where the chains of who relied on whom meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from builder.analysis.claimfindings import IndependenceStatus, PositionSupport, RecordKey, Saying
from builder.analysis.lineage import walk_origins
from builder.analysis.origins import attributed_record
from builder.model.base import ArticleId
from builder.model.claim import Claim, Independence, Stance
from builder.model.library import Library

SAYS_SO = frozenset({Stance.ASSERTS, Stance.ATTRIBUTES, Stance.IMPLIES})
"""The stances that share a claim's position; the word on which an article disputes it supports nobody."""


def position_support(claim: Claim, sayings: tuple[Saying, ...]) -> tuple[PositionSupport, ...]:
    """Return who shares each position, in the claim's order of positions; `sayings` are in article order."""
    supporting: dict[str | None, dict[ArticleId, None]] = {position: {} for position in claim.positions}
    for saying in sayings:
        if saying.stance in SAYS_SO:
            supporting.setdefault(saying.appearance.position, {})[saying.article] = None
    return tuple(
        _support(claim, position, tuple(articles)) for position, articles in supporting.items() if articles
    )


def _support(claim: Claim, position: str | None, articles: tuple[ArticleId, ...]) -> PositionSupport:
    joining = tuple(
        index
        for index, record in enumerate(claim.independence)
        if len(frozenset(record.between) & frozenset(articles)) > 1
    )
    joined = {article for index in joining for article in claim.independence[index].between}
    if len(articles) < 2:
        status = IndependenceStatus.NOTHING_TO_ESTABLISH
    else:
        status = IndependenceStatus.ESTABLISHED if joining else IndependenceStatus.NOT_ESTABLISHED
    unjoined = tuple(article for article in articles if article not in joined) if len(articles) > 1 else ()
    return PositionSupport(position, articles, status, joining, unjoined)


def upstream(library: Library, article_id: ArticleId) -> frozenset[RecordKey]:
    """Return everything that an article's chain names, on any basis, through articles of the dossier too.

    What has no record counts by its words. Chains that run in circles end where they were.
    """
    found: set[RecordKey] = set()
    waiting = [article_id]
    entered = {article_id}
    while waiting:
        article = library.articles.get(waiting.pop())
        for _, origin in walk_origins(article) if article else ():
            found.add(origin.of.record or ("what", (origin.of.what or "").casefold()))
            following = origin.of.article
            if following is not None and following not in entered:
                entered.add(following)
                waiting.append(following)
    return frozenset(found)


def meeting_points(
    library: Library, claim: Claim, record: Independence
) -> Mapping[tuple[ArticleId, ArticleId], tuple[RecordKey, ...]]:
    """Return, for each two articles of an independence record that share an origin, what they share."""
    feet = {article: _feet(library, claim, article) for article in dict.fromkeys(record.between)}
    return {
        (one, other): shared
        for one, other in combinations(feet, 2)
        if (shared := tuple(sorted(_shared(library, feet, one, other))))
    }


def _feet(library: Library, claim: Claim, article: ArticleId) -> frozenset[RecordKey]:
    return upstream(library, article) | frozenset(_words_of(library, claim, article))


def _words_of(library: Library, claim: Claim, article: ArticleId) -> Iterator[RecordKey]:
    """On whose word an article says this very claim."""
    for appearance in claim.appearances:
        record = attributed_record(library, appearance.attributed_to)
        if appearance.article == article and appearance.stance in SAYS_SO and record is not None:
            yield record


def _shared(
    library: Library, feet: Mapping[ArticleId, frozenset[RecordKey]], one: ArticleId, other: ArticleId
) -> Iterator[RecordKey]:
    yield from feet[one] & feet[other]
    for article, relying in ((one, other), (other, one)):
        itself: list[RecordKey] = [("article", article)]
        if article in library.articles:
            itself.append(("outlet", library.articles[article].outlet))
        yield from (key for key in itself if key in feet[relying])
