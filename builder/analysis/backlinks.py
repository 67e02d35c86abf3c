"""Who refers to whom: every reference of the library, read from its other end.

An index holds only ids that something refers to; what it holds is in the order in which pages list it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from builder.analysis.claimfindings import ClaimFindings, RecordKey, Saying
from builder.analysis.findings import ArticleNames, Backlinks, OriginUse
from builder.analysis.lineage import walk_origins
from builder.analysis.origins import attributed_record
from builder.model.base import ArticleId, ClaimId, EntityId, EventId, OutletId, TopicId
from builder.model.library import Library

Target = TypeVar("Target")
Referrer = TypeVar("Referrer")
Pairs = Iterable[tuple[Target, Referrer]]


def index(pairs: Pairs[Target, Referrer]) -> Mapping[Target, tuple[Referrer, ...]]:
    """Return what refers to each target, each referrer once, in the order of the pairs."""
    found: dict[Target, dict[Referrer, None]] = {}
    for target, referrer in pairs:
        found.setdefault(target, {})[referrer] = None
    return {target: tuple(referrers) for target, referrers in found.items()}


def grouped(pairs: Pairs[Target, Referrer]) -> Mapping[Target, tuple[Referrer, ...]]:
    """Return what refers to each target, in the order of the pairs, for referrers that come once each."""
    found: dict[Target, list[Referrer]] = {}
    for target, referrer in pairs:
        found.setdefault(target, []).append(referrer)
    return {target: tuple(referrers) for target, referrers in found.items()}


def backlinks(
    library: Library,
    articles: tuple[ArticleId, ...],
    events: tuple[EventId, ...],
    claims: tuple[ClaimId, ...],
    found: Mapping[ClaimId, ClaimFindings],
    names: Mapping[ArticleId, ArticleNames],
) -> Backlinks:
    """Return every index; articles and events are given by date, claims by agenda."""
    rank = {article: place for place, article in enumerate(articles)}
    sayings = tuple(saying for claim in claims for saying in found[claim].sayings)
    by_text = sorted(sayings, key=lambda saying: (_rank(rank, saying), *text_rank(saying)))
    entities = index(
        (article, mention.entity)
        for article in articles
        if article in names
        for mention in names[article].mentions
    )
    comparisons = sorted(library.comparisons)
    return Backlinks(
        articles_by_outlet=index((library.articles[article].outlet, article) for article in articles),
        articles_by_topic=_named_in(articles, lambda article: library.articles[article].topics),
        articles_by_event=_named_in(articles, lambda article: library.articles[article].events),
        articles_by_entity=_named_in(articles, lambda article: entities.get(article, ())),
        claims_by_article=index((saying.article, saying.claim) for saying in sayings),
        claims_by_topic=_named_in(claims, lambda claim: library.claims[claim].topics),
        claims_by_event=index(_event_of_claims(library, claims)),
        sayings_by_article=grouped((saying.article, saying) for saying in by_text),
        sayings_by_source=grouped(_sources(library, by_text)),
        sayings_by_event=grouped(
            (event, saying)
            for event, claim in _event_of_claims(library, claims)
            for saying in found[claim].sayings
        ),
        events_by_topic=_named_in(events, lambda event: library.events[event].topics),
        events_by_entity=_named_in(events, lambda event: _present(library, event)),
        comparisons_by_article=_named_in(comparisons, lambda one: library.comparisons[one].articles),
        comparisons_by_claim=_named_in(comparisons, lambda one: library.comparisons[one].claims),
        comparisons_by_topic=_named_in(comparisons, lambda one: library.comparisons[one].topics),
        origins_by_record=grouped(_origin_uses(library, articles)),
        narrower_topics=index(_parents(library, "topic", "broader", TopicId)),
        parts_of_entity=index(_parents(library, "entity", "part_of", EntityId)),
        owned_outlets=index(_parents(library, "outlet", "owner", OutletId)),
        entities_by_article=entities,
        entities_by_topic=_entities_by_topic(library, articles, events, entities),
        corrections_by_record=index(_corrections(library)),
    )


def text_rank(saying: Saying) -> tuple[bool, int, int, str, int]:
    """Return the sort key of sayings of one article: by place in the text, without a place last."""
    span = saying.quote.span if saying.quote else None
    place = (span.start, span.end) if span else (0, 0)
    return (span is None, *place, saying.claim, saying.index)


def _rank(rank: Mapping[ArticleId, int], saying: Saying) -> int:
    return rank.get(saying.article, len(rank))


def _named_in(
    referrers: Iterable[Referrer], targets_of: Callable[[Referrer], Iterable[Target]]
) -> Mapping[Target, tuple[Referrer, ...]]:
    return index((target, referrer) for referrer in referrers for target in targets_of(referrer))


def _event_of_claims(library: Library, claims: Iterable[ClaimId]) -> list[tuple[EventId, ClaimId]]:
    return [(event, claim) for claim in claims if (event := library.claims[claim].event) is not None]


def _sources(library: Library, sayings: Iterable[Saying]) -> list[tuple[RecordKey, Saying]]:
    attributed = ((attributed_record(library, saying.appearance.attributed_to), saying) for saying in sayings)
    return [(record, saying) for record, saying in attributed if record is not None]


def _present(library: Library, event: EventId) -> tuple[EntityId, ...]:
    record = library.events[event]
    return (*record.entities, record.place) if record.place else record.entities


def _origin_uses(library: Library, articles: Iterable[ArticleId]) -> list[tuple[RecordKey, OriginUse]]:
    return [
        (origin.of.record, OriginUse(article, path, origin))
        for article in articles
        for path, origin in walk_origins(library.articles[article])
        if origin.of.record is not None
    ]


def _parents(
    library: Library, kind: str, field: str, as_id: Callable[[str], Target]
) -> list[tuple[Target, Target]]:
    """Pairs of (wider record, record) by name."""
    records = library.records(kind)
    children = sorted(records, key=lambda child: (library.name_of(kind, child).casefold(), child))
    wider = ((getattr(records[child], field), child) for child in children)
    return [(as_id(parent), as_id(child)) for parent, child in wider if parent is not None]


def _entities_by_topic(
    library: Library,
    articles: Iterable[ArticleId],
    events: Iterable[EventId],
    entities: Mapping[ArticleId, tuple[EntityId, ...]],
) -> Mapping[TopicId, tuple[EntityId, ...]]:
    uses: dict[TopicId, Counter[EntityId]] = {}
    for article in articles:
        for topic in library.articles[article].topics:
            uses.setdefault(topic, Counter()).update(entities.get(article, ()))
    for event in events:
        for topic in library.events[event].topics:
            for entity in _present(library, event):
                uses.setdefault(topic, Counter())[entity] += 0
    return {
        topic: tuple(sorted(counts, key=lambda entity: (-counts[entity], entity)))
        for topic, counts in uses.items()
        if counts
    }


def _corrections(library: Library) -> list[tuple[RecordKey, str]]:
    newest_first = sorted(
        library.corrections,
        key=lambda one: (-library.corrections[one].date.lower.toordinal(), one),
    )
    return [
        ((kind, record_id), one)
        for one in newest_first
        for kind, _, record_id in [library.corrections[one].about.partition(":")]
    ]
