"""The page of a topic: what is contested first, then what fits together, what is the same, and who is silent."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.base import ArticleId, ClaimId, EventId, TopicId
from builder.model.claim import Reading
from builder.pages.kinds import At, Context, PageView, Subject, foreign_language, record_page
from builder.pages.parts.counts import count_part
from builder.pages.parts.linked_data import collection_data
from builder.pages.parts.links import record_link
from builder.pages.parts.matrix import matrix_view
from builder.pages.parts.naming import naming_views
from builder.pages.parts.records import CLAIM_SHAPES, TIME_SHAPES, contents_of, shapes
from builder.pages.parts.register import CardGroup, card_groups
from builder.pages.parts.rows import (
    article_rows,
    comparison_rows,
    correction_rows,
    event_rows,
    topic_rows,
    topic_size,
)
from builder.pages.parts.shared import pair_rows, pairs_among
from builder.pages.parts.silences import topic_silences
from builder.pages.parts.timeline import MOST_DRAWN, TimelineParts, timeline_parts
from builder.pages.parts.titles import told_apart
from builder.pages.shapes.claims import NamingView, SilenceView
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import CountsView, Link, NumberedLink, RecordHeadView
from builder.pages.shapes.tables import MatrixView

GLYPHS = shapes(CLAIM_SHAPES, TIME_SHAPES)

MOST_COLUMNS = 40
MOST_NAMED = 2
MOST_PAIRS = 12
"""A topic's page is an overview: so many tables of names, so many pairs of texts with words in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView(PageView):
    """A topic and all that belongs to it."""

    head: RecordHeadView
    counts: CountsView | None
    contents: tuple[Link, ...]
    broader: Link | None
    groups: tuple[CardGroup, ...]
    matrix: MatrixView | None
    timeline: TimelineParts | None
    naming: tuple[NamingView, ...]
    pairs: tuple[RowView, ...]
    articles: tuple[RowView, ...]
    events: tuple[RowView, ...]
    entities: tuple[NumberedLink, ...]
    silences: tuple[SilenceView, ...]
    comparisons: tuple[RowView, ...]
    narrower: tuple[RowView, ...]
    corrections: tuple[RowView, ...]


def topic_view(at: At, topic_id: Subject) -> TopicView:
    """Return what the page of one topic shows."""
    topic = at.library.topics[TopicId(topic_id)]
    known = TopicId(topic.id)
    links = at.findings.backlinks
    claims = at.findings.in_agenda_order(links.claims_by_topic.get(known, ()))
    articles = links.articles_by_topic.get(known, ())
    groups = card_groups(at, claims)
    matrix = _matrix(at, topic.name, claims, articles)
    events = links.events_by_topic.get(known, ())
    silences = topic_silences(at, known)
    size = topic_size(at.context, known)
    return TopicView(
        title=told_apart(at.library, "topic", topic_id),
        description=": ".join(filter(None, (topic.name, size))) + ".",
        linked_data=collection_data(at, topic.name, _parts(claims, articles)),
        glyphs=GLYPHS,
        head=RecordHeadView(
            "Topic",
            None,
            topic.name,
            title_lang=foreign_language(at.library),
            standfirst=at.prose(topic.description) if topic.description else None,
        ),
        counts=_counts(at.context, claims, articles),
        contents=_contents(groups, matrix is not None, bool(articles), bool(silences)),
        broader=record_link(at, "topic", topic.broader) if topic.broader else None,
        groups=groups,
        matrix=matrix,
        timeline=_timeline(at, events, articles),
        naming=naming_views(at, articles, MOST_NAMED),
        pairs=pair_rows(at, pairs_among(at.context, articles)[:MOST_PAIRS]),
        articles=article_rows(at, articles),
        events=event_rows(at, events),
        entities=tuple(
            NumberedLink(None, record_link(at, "entity", entity))
            for entity in links.entities_by_topic.get(known, ())
        ),
        silences=silences,
        comparisons=comparison_rows(at, links.comparisons_by_topic.get(known, ())),
        narrower=topic_rows(at, links.narrower_topics.get(known, ())),
        corrections=correction_rows(at, links.corrections_by_record.get(("topic", topic.id), ())),
    )


def _parts(claims: tuple[ClaimId, ...], articles: tuple[ArticleId, ...]) -> tuple[tuple[str, str], ...]:
    return (*(("claim", claim) for claim in claims), *(("article", article) for article in articles))


def _matrix(
    at: At, name: str, claims: tuple[ClaimId, ...], articles: tuple[ArticleId, ...]
) -> MatrixView | None:
    """The topic's texts, and those of other topics that speak to one of its claims."""
    speaking = {article for claim in claims for article in at.findings.claims[claim].articles}
    columns = speaking if len(articles) > MOST_COLUMNS else speaking.union(articles)
    caption = f"Claims of the topic {name}, by text; texts by date."
    return matrix_view(at, claims, columns, caption=caption, brief=True)


def _timeline(at: At, events: tuple[EventId, ...], articles: tuple[ArticleId, ...]) -> TimelineParts | None:
    """Events and texts on one axis; a single date needs none, and too many are on the page of the timeline."""
    if not 2 <= len(events) + len(articles) <= MOST_DRAWN:
        return None
    return timeline_parts(at, events, articles)


def _counts(
    context: Context, claims: tuple[ClaimId, ...], articles: tuple[ArticleId, ...]
) -> CountsView | None:
    contested = [claim for claim in claims if context.findings.claims[claim].reading is Reading.CONFLICT]
    counts = (
        (len(claims), "claim", "claims"),
        (len(contested), "in conflict", "in conflict"),
        (len(articles), "article", "articles"),
    )
    parts = tuple(count_part(*count) for count in counts if count[0])
    return CountsView(parts) if parts else None


def _contents(
    groups: tuple[CardGroup, ...], matrix: bool, articles: bool, silences: bool
) -> tuple[Link, ...]:
    sections = [group.link for group in groups]
    sections += [Link("#matrix", "Claim by text")] if matrix else []
    sections += [Link("#articles", "Articles")] if articles else []
    sections += [Link("#silent", "Who is silent")] if silences else []
    return contents_of(tuple(sections))


KIND = record_page("topic", "topics", topic_view)
