"""The lists that outgrow the pages of topics, events, claims, entities, outlets and comparisons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from builder.analysis.claimfindings import Cell, Saying
from builder.analysis.findings import Findings, OriginUse, Silence
from builder.model.base import ArticleId, ClaimId, ComparisonId, EntityId, EventId, OutletId, TopicId
from builder.model.library import Library
from builder.pages.kinds import At
from builder.pages.parts.answers import GROUP_WORDS, attribution_views
from builder.pages.parts.cards import (
    ClaimSayings,
    card_views,
    claim_quotes,
    sayings_among,
    silence_views,
    silences_of,
)
from builder.pages.parts.chain import chain_view, each_once, reliance_views
from builder.pages.parts.links import numbered_link
from builder.pages.parts.matrix import witnesses_view
from builder.pages.parts.matrixparts import MatrixPart, matrix_parts, whole_matrix
from builder.pages.parts.mentions import mention_groups
from builder.pages.parts.paging import year_of
from builder.pages.parts.quotes import appearance_quote
from builder.pages.parts.rows import article_rows, event_rows
from builder.pages.parts.whole import QUOTES, QUOTES_ON_A_PAGE, AnyWhole, Rank, Whole
from builder.pages.shapes.whole import Shown
from builder.wording import marked, say, say_many

CARDS, CARDS_ON_A_PAGE = 24, 40
"""Claims as cards, about 3 KB each."""
STATEMENTS = 12
"""Quotations with the claim that each is for, on the page of whom they are by."""
MENTIONS, MENTIONS_ON_A_PAGE = 60, 300
"""Sentences that name somebody, about 500 bytes each."""
SILENCES, SILENCES_ON_A_PAGE = 150, 1_200
"""Claims that texts leave out, about 140 bytes each; a text itself takes as much as three."""
WITNESSES, WITNESSES_ON_A_PAGE = 40, 150
"""Texts of a claim with the words that their dates rest on, about 1.3 KB each."""
_Entry = TypeVar("_Entry")
Of = Callable[[Library, Findings, str], Sequence[_Entry]]


def _year(at: At, article: ArticleId) -> str:
    return year_of(at.library.articles[article].published.edtf)


def _said_in(at: At, article: ArticleId) -> Rank:
    """Texts that speak to most claims first, of equal ones the newest."""
    day = at.library.articles[article].published.edtf.listed_at
    return -len(at.findings.backlinks.sayings_by_article.get(article, ())), -day.toordinal() if day else 0


def articles_of(owner: str, of: Of[ArticleId], *, summarised: bool = True) -> Whole[ArticleId]:
    """Return the texts of each record of a kind, by date; those that say most stand on the record's page."""
    return Whole(
        owner,
        "articles",
        marked("Articles"),
        lambda count: say_many("{count} article, by date", "{count} articles, by date", count),
        of,
        lambda at, _, held: Shown(rows=article_rows(at, held, summarised=summarised)),
        _year,
        rank=_said_in,
    )


def events_of(owner: str, of: Of[EventId]) -> Whole[EventId]:
    """Return the events of each record of a kind, by date; those that most texts report stand on the record's page."""
    return Whole(
        owner,
        "events",
        marked("Events"),
        lambda count: say_many("{count} event, by date", "{count} events, by date", count),
        of,
        lambda at, _, held: Shown(rows=event_rows(at, held)),
        lambda at, event: year_of(at.library.events[event].date.edtf),
        rank=lambda at, event: (-len(at.findings.backlinks.articles_by_event.get(event, ())),),
    )


def claims_of(owner: str, of: Of[ClaimId]) -> Whole[ClaimId]:
    """Return the claims of each record of a kind as cards, what is contested first."""
    return Whole(
        owner,
        "claims",
        marked("Claims"),
        lambda count: say_many(
            "{count} claim, what is contested first", "{count} claims, what is contested first", count
        ),
        of,
        _claims_shown,
        lambda at, claim: say(GROUP_WORDS[at.findings.claims[claim].reading]),
        first=CARDS,
        most=CARDS_ON_A_PAGE,
    )


def _claims_shown(at: At, _record: str, claims: Sequence[ClaimId]) -> Shown:
    unspoken = (claim for claim in claims if not at.findings.claims[claim].sayings)
    return Shown(
        cards=card_views(at, claims), names=tuple(numbered_link(at, "claim", claim) for claim in unspoken)
    )


def silences_in(owner: str, of: Of[Silence]) -> Whole[Silence]:
    """Return the texts of each record of a kind that leave out claims, by date; those that leave out most first."""
    return Whole(
        owner,
        "silent",
        marked("Who is silent"),
        lambda count: say_many(
            "{count} text that is silent on a claim, by date",
            "{count} texts that are silent on a claim, by date",
            count,
        ),
        of,
        lambda at, _, held: Shown(silences=silence_views(at, held)),
        lambda at, silence: _year(at, silence.article),
        lambda _library, _findings, silence: 3 + len(silence.silent),
        lambda _, silence: (-len(silence.silent),),
        SILENCES,
        SILENCES_ON_A_PAGE,
    )


def attributed_to(owner: str) -> Whole[Saying]:
    """Return what is said on the word of each record of a kind, by date of the texts."""
    return Whole(
        owner,
        "attributed",
        marked("Said on this word"),
        lambda count: say_many(
            "{count} statement on this word, by date", "{count} statements on this word, by date", count
        ),
        lambda _, findings, record: findings.backlinks.sayings_by_source.get((owner, record), ()),
        lambda at, _, held: Shown(backlinks=attribution_views(at, held)),
        lambda at, saying: _year(at, saying.article),
        first=STATEMENTS,
        most=QUOTES_ON_A_PAGE,
    )


def relied_on(owner: str) -> Whole[OriginUse]:
    """Return the articles that relied on each record of a kind, by date."""
    return Whole(
        owner,
        "relied-on-by",
        marked("Who relied on it"),
        lambda count: say_many(
            "{count} article that relied on it, by date", "{count} articles that relied on it, by date", count
        ),
        lambda _, findings, record: each_once(findings.backlinks.origins_by_record.get((owner, record), ())),
        lambda at, _, held: Shown(reliances=reliance_views(at, held)),
        lambda at, use: _year(at, use.article),
    )


# Topics


def _topic_claims(_library: Library, findings: Findings, topic: str) -> Sequence[ClaimId]:
    return findings.in_agenda_order(findings.backlinks.claims_by_topic.get(TopicId(topic), ()))


def _topic_silences(_library: Library, findings: Findings, topic: str) -> Sequence[Silence]:
    return tuple(each for each in findings.topic_silences.get(TopicId(topic), ()) if each.silent)


def _topic_matrix(library: Library, findings: Findings, topic: str) -> tuple[MatrixPart, ...]:
    return matrix_parts(library, findings, _topic_claims(library, findings, topic))


def _topic_caption(at: At, topic: str) -> str:
    name = at.library.topics[TopicId(topic)].name
    return say("Claims of the topic {topic}, by text; texts by date.", topic=name)


TOPIC_CLAIMS = claims_of("topic", _topic_claims)
TOPIC_MATRIX = whole_matrix("topic", _topic_matrix, _topic_caption, brief=True)
TOPIC_ARTICLES = articles_of(
    "topic", lambda _, findings, topic: findings.backlinks.articles_by_topic.get(TopicId(topic), ())
)
TOPIC_EVENTS = events_of(
    "topic", lambda _, findings, topic: findings.backlinks.events_by_topic.get(TopicId(topic), ())
)
TOPIC_ENTITIES: Whole[EntityId] = Whole(
    "topic",
    "entities",
    marked("People, places, organisations"),
    lambda count: say_many(
        "{count} name, those in most texts first", "{count} names, those in most texts first", count
    ),
    lambda _, findings, topic: findings.backlinks.entities_by_topic.get(TopicId(topic), ()),
    lambda at, _, held: Shown(names=tuple(numbered_link(at, "entity", entity) for entity in held)),
    lambda at, entity: at.library.entities[entity].name,
    first=40,
)
TOPIC_SILENCES = silences_in("topic", _topic_silences)

# Events

EVENT_CLAIMS = claims_of(
    "event", lambda _, findings, event: findings.backlinks.claims_by_event.get(EventId(event), ())
)
EVENT_ARTICLES = articles_of(
    "event", lambda _, findings, event: findings.backlinks.articles_by_event.get(EventId(event), ())
)
EVENT_RELIANCE = relied_on("event")

# Articles, entities and outlets

ARTICLE_RELIANCE = relied_on("article")


def _mentions_in(_library: Library, findings: Findings, entry: tuple[EntityId, ArticleId]) -> int:
    entity, article = entry
    table = findings.naming[entity]
    return 1 + sum(row.counts.get(article, 0) for row in table.rows)


ENTITY_MENTIONS: Whole[tuple[EntityId, ArticleId]] = Whole(
    "entity",
    "mentions",
    marked("Where it is named"),
    lambda count: say_many(
        "{count} article that names it, by date", "{count} articles that name it, by date", count
    ),
    lambda _, findings, entity: [
        (EntityId(entity), article)
        for article in findings.backlinks.articles_by_entity.get(EntityId(entity), ())
    ],
    lambda at, entity, held: Shown(
        mentions=mention_groups(at, EntityId(entity), [article for _, article in held])
    ),
    lambda at, entry: _year(at, entry[1]),
    _mentions_in,
    lambda at, entry: (-_mentions_in(at.library, at.findings, entry),),
    MENTIONS,
    MENTIONS_ON_A_PAGE,
)
ENTITY_ATTRIBUTED = attributed_to("entity")
ENTITY_RELIANCE = relied_on("entity")
ENTITY_EVENTS = events_of(
    "entity", lambda _, findings, entity: findings.backlinks.events_by_entity.get(EntityId(entity), ())
)
OUTLET_ARTICLES = articles_of(
    "outlet", lambda _, findings, outlet: findings.backlinks.articles_by_outlet.get(OutletId(outlet), ())
)
OUTLET_ATTRIBUTED = attributed_to("outlet")
OUTLET_RELIANCE = relied_on("outlet")

# Claims

CLAIM_QUOTES: Whole[Saying] = Whole(
    "claim",
    "sentences",
    marked("What the texts say"),
    lambda count: say_many("{count} quotation, by date", "{count} quotations, by date", count),
    lambda _, findings, claim: findings.claims[ClaimId(claim)].sayings,
    lambda at, _, held: Shown(quotes=tuple(appearance_quote(at, saying) for saying in held)),
    lambda at, saying: _year(at, saying.article),
    first=QUOTES,
    most=QUOTES_ON_A_PAGE,
)
CLAIM_TEXTS: Whole[Cell] = Whole(
    "claim",
    "texts",
    marked("Text by text"),
    lambda count: say_many("{count} text, by date", "{count} texts, by date", count),
    lambda _, findings, claim: findings.cells(ClaimId(claim)),
    lambda at, claim, held: Shown(
        witnesses=witnesses_view(at, at.library.claims[ClaimId(claim)], tuple(held))
    ),
    lambda at, cell: _year(at, cell.article),
    rank=lambda _, cell: (-len(cell.sayings),),
    first=WITNESSES,
    most=WITNESSES_ON_A_PAGE,
)

# Comparisons


def _chained(findings: Findings, articles: Iterable[ArticleId]) -> tuple[ArticleId, ...]:
    return tuple(article for article in articles if findings.chain_lengths.get(article))


class ComparisonWholes:
    """The lists of one kind of comparison, made from the claims and the texts that each compares."""

    def __init__(self, owner: str, claims: Of[ClaimId], articles: Of[ArticleId]) -> None:
        def shown(library: Library, findings: Findings, record: str) -> frozenset[ArticleId]:
            return frozenset(articles(library, findings, record))

        def quoted(library: Library, findings: Findings, record: str) -> Sequence[ClaimSayings]:
            among = shown(library, findings, record)
            return [
                said
                for claim in claims(library, findings, record)
                for said in sayings_among(findings, claim, among)
            ]

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
        self.quotes: Whole[ClaimSayings] = Whole(
            owner,
            "sentences",
            marked("Sentence by sentence"),
            lambda count: say_many(
                "{count} claim in the words of each text", "{count} claims in the words of each text", count
            ),
            quoted,
            lambda at, _, held: Shown(claims=tuple(claim_quotes(at, said) for said in held)),
            lambda at, said: _claim_words(at, said.claim),
            weight=lambda _library, _findings, said: len(said.sayings),
            first=QUOTES,
            most=QUOTES_ON_A_PAGE,
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
                "{count} text with an origin, by date", "{count} texts with an origin, by date", count
            ),
            lambda library, findings, record: _chained(findings, articles(library, findings, record)),
            lambda at, _, held: Shown(chains=tuple(filter(None, (chain_view(at, each) for each in held)))),
            _year,
            lambda _library, findings, article: findings.chain_lengths[article],
            lambda at, article: (-at.findings.chain_lengths[article],),
            40,
            200,
        )
        self.articles = articles_of(owner, articles, summarised=False)
        self.lists: tuple[AnyWhole, ...] = (
            self.matrix,
            self.quotes,
            self.silences,
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
    *(EVENT_CLAIMS, EVENT_ARTICLES, EVENT_RELIANCE),
    ARTICLE_RELIANCE,
    *(ENTITY_MENTIONS, ENTITY_ATTRIBUTED, ENTITY_RELIANCE, ENTITY_EVENTS),
    *(OUTLET_ARTICLES, OUTLET_ATTRIBUTED, OUTLET_RELIANCE),
    *(CLAIM_QUOTES, CLAIM_TEXTS),
    *COMPARISON.lists,
    *EVENT_COMPARISON.lists,
)
"""Every list that may outgrow the page of its record."""
