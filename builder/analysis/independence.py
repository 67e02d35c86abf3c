"""Whether articles that say the same rest on different feet.

Several texts are not several sources: independence is an editor's finding, with a basis, and cannot be
recorded where the chains of who relied on whom meet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

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
    records: dict[ArticleId, list[int]] = {}
    for index, record in enumerate(claim.independence):
        for article in frozenset(record.between):
            records.setdefault(article, []).append(index)
    return tuple(
        _support(claim, position, tuple(articles), records)
        for position, articles in supporting.items()
        if articles
    )


def _support(
    claim: Claim,
    position: str | None,
    articles: tuple[ArticleId, ...],
    records: Mapping[ArticleId, list[int]],
) -> PositionSupport:
    times = Counter(index for article in articles for index in records.get(article, ()))
    joining = tuple(index for index in sorted(times) if times[index] > 1)
    joined = {article for index in joining for article in claim.independence[index].between}
    if len(articles) < 2:
        status = IndependenceStatus.NOTHING_TO_ESTABLISH
    else:
        status = IndependenceStatus.ESTABLISHED if joining else IndependenceStatus.NOT_ESTABLISHED
    unjoined = tuple(article for article in articles if article not in joined) if len(articles) > 1 else ()
    return PositionSupport(position, articles, status, joining, unjoined)


class Upstream:
    """Everything that the chains of articles name; each record is read once, and each chain followed once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._named: dict[ArticleId, frozenset[RecordKey]] = {}
        self._behind: dict[ArticleId, frozenset[RecordKey]] = {}

    def of(self, article_id: ArticleId) -> frozenset[RecordKey]:
        """Return what an article's chain names, on any basis, through articles of the dossier too.

        What has no record counts by its words. Chains that run in circles end where they were.
        """
        if article_id not in self._behind:
            self._behind[article_id] = self._followed(article_id)
        return self._behind[article_id]

    def _followed(self, article_id: ArticleId) -> frozenset[RecordKey]:
        found: set[RecordKey] = set()
        waiting = [article_id]
        entered = {article_id}
        while waiting:
            new = self._named_by(waiting.pop()) - found
            found |= new
            following = {ArticleId(record_id) for kind, record_id in new if kind == "article"} - entered
            entered |= following
            waiting.extend(following)
        return frozenset(found)

    def _named_by(self, article_id: ArticleId) -> frozenset[RecordKey]:
        if article_id not in self._named:
            article = self._library.articles.get(article_id)
            self._named[article_id] = frozenset(
                origin.of.record or ("what", (origin.of.what or "").casefold())
                for _, origin in (walk_origins(article) if article else ())
            )
        return self._named[article_id]


def meeting_points(
    library: Library, claim: Claim, record: Independence, upstream: Upstream
) -> Iterator[tuple[ArticleId, ArticleId, tuple[RecordKey, ...]]]:
    """Yield each two articles of an independence record that share an origin, and what they share.

    Articles that share nothing are not compared pair by pair; two of one outlet share no origin by that alone.
    """
    words = _words(library, claim)
    rests_on = {
        article: upstream.of(article) | words.get(article, frozenset())
        for article in dict.fromkeys(record.between)
    }
    itself = {article: _itself(library, article) for article in rests_on}
    relying = _holders(rests_on)
    being = _holders(itself)
    rank = {article: place for place, article in enumerate(rests_on)}
    for one, keys in rests_on.items():
        met = {
            *(each for key in keys for holders in (relying[key], being.get(key, ())) for each in holders),
            *(each for key in itself[one] for each in relying.get(key, ())),
        }
        for other in sorted((each for each in met if rank[each] > rank[one]), key=rank.__getitem__):
            shared = keys & rests_on[other] | itself[one] & rests_on[other] | itself[other] & keys
            yield one, other, tuple(sorted(shared))


def _holders(held: Mapping[ArticleId, frozenset[RecordKey]]) -> Mapping[RecordKey, list[ArticleId]]:
    found: dict[RecordKey, list[ArticleId]] = {}
    for article, keys in held.items():
        for key in keys:
            found.setdefault(key, []).append(article)
    return found


def _words(library: Library, claim: Claim) -> Mapping[ArticleId, frozenset[RecordKey]]:
    """On whose word each article says this very claim."""
    found: dict[ArticleId, set[RecordKey]] = {}
    for appearance in claim.appearances:
        record = attributed_record(library, appearance.attributed_to)
        if appearance.stance in SAYS_SO and record is not None:
            found.setdefault(appearance.article, set()).add(record)
    return {article: frozenset(records) for article, records in found.items()}


def _itself(library: Library, article: ArticleId) -> frozenset[RecordKey]:
    """What an article is to those that rely on it: itself, and its outlet."""
    held = library.articles.get(article)
    outlet: tuple[RecordKey, ...] = (("outlet", held.outlet),) if held else ()
    return frozenset((("article", article), *outlet))
