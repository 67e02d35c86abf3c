"""The lists that outgrow the pages of topics, events, claims, entities, outlets, articles and comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.analysis.claimfindings import Cell
from builder.analysis.comparisonfindings import StandingText
from builder.analysis.dissents import SecondPlace
from builder.analysis.findings import Findings, Silence
from builder.model.base import (
    ArticleId,
    ClaimId,
    CodingId,
    ComparisonId,
    EntityId,
    EventId,
    OutletId,
    TopicId,
)
from builder.model.library import Library
from builder.pages.kinds import At
from builder.pages.parts.cards import silences_of
from builder.pages.parts.chain import chain_view
from builder.pages.parts.codings import place_groups
from builder.pages.parts.links import numbered_link
from builder.pages.parts.matrix import witnesses_view
from builder.pages.parts.matrixparts import MatrixPart, matrix_parts, whole_matrix
from builder.pages.parts.mentions import mention_groups
from builder.pages.parts.shared import partner_rows, partners_of
from builder.pages.parts.standing import standing_rows
from builder.pages.parts.states import Revised, changes_of, revision_views
from builder.pages.parts.whole import QUOTES, QUOTES_ON_A_PAGE, AnyWhole, Whole
from builder.pages.parts.wholekinds import (
    Of,
    articles_of,
    attributed_to,
    claims_of,
    dates_in,
    events_of,
    linked,
    pairs_of,
    relied_on,
    silences_in,
    year_in,
)
from builder.pages.shapes.whole import Shown
from builder.wording import marked, say, say_many

MENTIONS, MENTIONS_ON_A_PAGE = 60, 300
"""Sentences that name somebody, about 500 bytes each."""
PARTNERS = 50
"""Texts with words in common with an article, a line each below the passages."""
CHANGES = 100
"""Changed paragraphs of a text, as they were and as they are, about 1.3 KB each."""
PLACES = 60
"""Places of a second reading, about 600 bytes each; those where the words differ come first."""
STANDING = 10
"""Standing texts of an outlet: those in most articles tell enough for a glance."""

# Topics


def _topic_claims(_library: Library, findings: Findings, topic: str) -> Sequence[ClaimId]:
    return findings.in_agenda_order(findings.backlinks.claims_by_topic.get(TopicId(topic), ()))


def _topic_silences(_library: Library, findings: Findings, topic: str) -> Sequence[Silence]:
    return tuple(each for each in findings.topic_silences.get(TopicId(topic), ()) if each.silent)


def _topic_matrix(library: Library, findings: Findings, topic: str) -> tuple[MatrixPart, ...]:
    return matrix_parts(library, findings, _topic_claims(library, findings, topic))


def topic_caption(at: At, topic: str) -> str:
    """Return what the tables of a topic lay side by side."""
    name = at.library.topics[TopicId(topic)].name
    return say("Claims of the topic {topic}, by text; texts by date.", topic=name)


TOPIC_CLAIMS = claims_of("topic", _topic_claims)
TOPIC_MATRIX = whole_matrix("topic", _topic_matrix, topic_caption)
TOPIC_ARTICLES = articles_of("topic", linked(lambda links: links.articles_by_topic, TopicId))
TOPIC_EVENTS = events_of("topic", linked(lambda links: links.events_by_topic, TopicId))
TOPIC_ENTITIES: Whole[EntityId] = Whole(
    "topic",
    "entities",
    marked("People, places, organisations"),
    lambda count: say_many(
        "{count} name, those in most texts first", "All {count} names, those in most texts first", count
    ),
    linked(lambda links: links.entities_by_topic, TopicId),
    lambda at, _, held: Shown(names=tuple(numbered_link(at, "entity", entity) for entity in held)),
    lambda at, entity: at.library.entities[entity].name,
    first=40,
)
TOPIC_SILENCES = silences_in("topic", _topic_silences)
TOPIC_PAIRS = pairs_of("topic", TOPIC_ARTICLES.entries)

# Events

EVENT_CLAIMS = claims_of("event", linked(lambda links: links.claims_by_event, EventId))
EVENT_ARTICLES = articles_of("event", linked(lambda links: links.articles_by_event, EventId))
EVENT_RELIANCE = relied_on("event")

# Articles, entities and outlets

ARTICLE_RELIANCE = relied_on("article")
ARTICLE_PARTNERS: Whole[ArticleId] = Whole(
    "article",
    "shares-words",
    marked("Words it shares with others"),
    lambda count: say_many(
        "{count} text that has words in common with it, by date",
        "All {count} texts that have words in common with it, by date",
        count,
    ),
    lambda _, findings, article: partners_of(findings, ArticleId(article)),
    lambda at, article, held: Shown(rows=partner_rows(at, ArticleId(article), held)),
    year_in,
    first=PARTNERS,
)
ARTICLE_CHANGES: Whole[Revised] = Whole(
    "article",
    "changes",
    marked("What changed in this text"),
    lambda count: say_many("{count} changed paragraph", "All {count} changed paragraphs", count),
    lambda _, findings, article: changes_of(findings, ArticleId(article)),
    lambda at, article, held: Shown(
        revisions=revision_views(at, at.library.articles[ArticleId(article)], held)
    ),
    lambda _, revised: say("state {number}", number=revised[0] + 2),
    first=CHANGES,
    most=CHANGES,
)


def _mentions_in(_library: Library, findings: Findings, entry: tuple[EntityId, ArticleId]) -> int:
    entity, article = entry
    table = findings.naming[entity]
    return 1 + sum(row.counts.get(article, 0) for row in table.rows)


ENTITY_MENTIONS: Whole[tuple[EntityId, ArticleId]] = Whole(
    "entity",
    "mentions",
    marked("Where it is named"),
    lambda count: say_many(
        "{count} article that names it, by date", "All {count} articles that name it, by date", count
    ),
    lambda _, findings, entity: [
        (EntityId(entity), article)
        for article in findings.backlinks.articles_by_entity.get(EntityId(entity), ())
    ],
    lambda at, entity, held: Shown(
        mentions=mention_groups(at, EntityId(entity), [article for _, article in held])
    ),
    lambda at, entry: year_in(at, entry[1]),
    _mentions_in,
    lambda at, entry: (-_mentions_in(at.library, at.findings, entry),),
    MENTIONS,
    MENTIONS_ON_A_PAGE,
)
ENTITY_ATTRIBUTED = attributed_to("entity")
ENTITY_RELIANCE = relied_on("entity")
ENTITY_EVENTS = events_of("entity", linked(lambda links: links.events_by_entity, EntityId))
OUTLET_ARTICLES = articles_of("outlet", linked(lambda links: links.articles_by_outlet, OutletId))
OUTLET_ATTRIBUTED = attributed_to("outlet")
OUTLET_RELIANCE = relied_on("outlet")
OUTLET_STANDING: Whole[StandingText] = Whole(
    "outlet",
    "standing",
    marked("Standing text"),
    lambda count: say_many(
        "{count} standing text, those in most articles first",
        "All {count} standing texts, those in most articles first",
        count,
    ),
    lambda _, findings, outlet: findings.comparison.standing.get(OutletId(outlet), ()),
    lambda at, _, held: Shown(rows=standing_rows(at, held)),
    lambda _, each: say_many("{count} text", "{count} texts", len(each.articles)),
    first=STANDING,
)

# Claims

CLAIM_TEXTS: Whole[Cell] = Whole(
    "claim",
    "texts",
    marked("Text by text"),
    lambda count: say_many("{count} text, by date", "All {count} texts, by date", count),
    lambda _, findings, claim: findings.cells(ClaimId(claim)),
    lambda at, claim, held: Shown(
        witnesses=witnesses_view(at, at.library.claims[ClaimId(claim)], tuple(held))
    ),
    lambda at, cell: year_in(at, cell.article),
    weight=lambda _library, _findings, cell: max(len(cell.sayings), 1),
    rank=lambda _, cell: (-len(cell.sayings),),
    first=QUOTES,
    most=QUOTES_ON_A_PAGE,
)

CLAIM_DISSENTS: Whole[SecondPlace] = Whole(
    "claim",
    "second-readings",
    marked("Where a second reader chose another word"),
    lambda count: say_many("{count} place, by date", "All {count} places, by date", count),
    lambda _, findings, claim: findings.second.dissents.get(ClaimId(claim), ()),
    lambda at, _, held: Shown(places=place_groups(at, held, with_claims=False)),
    lambda at, place: year_in(at, place.article),
)

# Second readings

CODING_PLACES: Whole[SecondPlace] = Whole(
    "coding",
    "places",
    marked("Place by place"),
    lambda count: say_many("{count} place, by claim", "All {count} places, by claim", count),
    lambda _, findings, coding: findings.second.by_coding[CodingId(coding)],
    lambda at, _, held: Shown(places=place_groups(at, held)),
    lambda at, place: _claim_words(at, place.claim),
    rank=lambda _, place: (not place.differs,),
    first=PLACES,
)

# Comparisons


def _chained(findings: Findings, articles: Iterable[ArticleId]) -> tuple[ArticleId, ...]:
    return tuple(article for article in articles if findings.chain_lengths.get(article))


class ComparisonWholes:
    """The lists of one kind of comparison, made from the claims and the texts that each compares."""

    def __init__(self, owner: str, claims: Of[ClaimId], articles: Of[ArticleId]) -> None:
        def shown(library: Library, findings: Findings, record: str) -> frozenset[ArticleId]:
            return frozenset(articles(library, findings, record))

        self.claims = claims
        self.matrix = whole_matrix(
            owner,
            lambda library, findings, record: matrix_parts(
                library, findings, claims(library, findings, record), shown(library, findings, record)
            ),
            lambda at, record: say(
                "Claims of “{record}”, by text; texts by date.", record=_compared(at, owner, record)
            ),
        )
        self.silences = silences_in(
            owner,
            lambda library, findings, record: silences_of(
                findings, claims(library, findings, record), articles(library, findings, record)
            ),
        )
        self.chains: Whole[ArticleId] = Whole(
            owner,
            "relied",
            marked("Who relied on whom"),
            lambda count: say_many(
                "{count} text with an origin, by date", "All {count} texts with an origin, by date", count
            ),
            lambda library, findings, record: _chained(findings, articles(library, findings, record)),
            lambda at, _, held: Shown(
                chains=tuple(filter(None, (chain_view(at, each, cued=False) for each in held)))
            ),
            year_in,
            lambda _library, findings, article: findings.chain_lengths[article],
            lambda at, article: (-at.findings.chain_lengths[article],),
            40,
            200,
        )
        self.dates = dates_in(owner, articles)
        self.pairs = pairs_of(owner, articles)
        self.articles = articles_of(owner, articles, summarised=False)
        self.lists: tuple[AnyWhole, ...] = (
            self.matrix,
            self.silences,
            self.dates,
            self.pairs,
            self.chains,
            self.articles,
        )


def _claim_words(at: At, claim: ClaimId) -> str:
    named = numbered_link(at, "claim", claim)
    return named.number or named.link.label


def _compared(at: At, owner: str, record: str) -> str:
    if owner == "comparison":
        return at.library.comparisons[ComparisonId(record)].title
    return at.library.events[EventId(record)].title


COMPARISON = ComparisonWholes(
    "comparison",
    lambda library, _, record: tuple(dict.fromkeys(library.comparisons[ComparisonId(record)].claims)),
    lambda library, findings, record: findings.in_article_order(
        library.comparisons[ComparisonId(record)].articles
    ),
)
EVENT_COMPARISON = ComparisonWholes(
    "event-comparison",
    lambda _, findings, event: findings.claims_compared[EventId(event)],
    lambda _, findings, event: findings.articles_compared[EventId(event)],
)

WHOLES: tuple[AnyWhole, ...] = (
    *(TOPIC_CLAIMS, TOPIC_MATRIX, TOPIC_ARTICLES, TOPIC_EVENTS, TOPIC_ENTITIES, TOPIC_SILENCES),
    TOPIC_PAIRS,
    *(EVENT_CLAIMS, EVENT_ARTICLES, EVENT_RELIANCE),
    *(ARTICLE_RELIANCE, ARTICLE_PARTNERS, ARTICLE_CHANGES),
    *(ENTITY_MENTIONS, ENTITY_ATTRIBUTED, ENTITY_RELIANCE, ENTITY_EVENTS),
    *(OUTLET_ARTICLES, OUTLET_ATTRIBUTED, OUTLET_RELIANCE, OUTLET_STANDING),
    *(CLAIM_TEXTS, CLAIM_DISSENTS),
    CODING_PLACES,
    *COMPARISON.lists,
    *EVENT_COMPARISON.lists,
)
"""Every list that may outgrow the page of its record."""
