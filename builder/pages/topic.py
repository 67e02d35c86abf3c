"""The page of a topic: what is contested first, then what fits together, what is the same, and who is silent."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.base import ArticleId, ClaimId, EventId, TopicId
from builder.model.claim import Reading
from builder.pages.kinds import At, Context, PageView, Subject, foreign_language, record_page
from builder.pages.parts.cards import CardGroup, card_groups, silence_views
from builder.pages.parts.counts import count_part
from builder.pages.parts.linked_data import collection_data
from builder.pages.parts.links import record_link, told_apart
from builder.pages.parts.matrixparts import matrices
from builder.pages.parts.naming import naming_views
from builder.pages.parts.onelines import names_line, onelines, silences_line
from builder.pages.parts.rows import (
    article_rows,
    comparison_rows,
    contents_of,
    correction_rows,
    event_rows,
    topic_rows,
    topic_size,
)
from builder.pages.parts.shared import pair_rows
from builder.pages.parts.timeline import TimelineParts, timeline_parts
from builder.pages.parts.whole import links_of
from builder.pages.parts.wholes import (
    TOPIC_ARTICLES,
    TOPIC_CLAIMS,
    TOPIC_ENTITIES,
    TOPIC_EVENTS,
    TOPIC_MATRIX,
    TOPIC_PAIRS,
    TOPIC_SILENCES,
    topic_caption,
)
from builder.pages.shapes.claims import NamingView, SilenceView
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import CountsView, Link, NumberedLink, RecordHeadView
from builder.pages.shapes.tables import MatricesView
from builder.wording import marked_many, say

MOST_NAMED = 2
"""A topic's page is an overview: the names of so many."""


class TopicView(PageView, frozen=True, kw_only=True):
    """A topic and all that belongs to it."""

    head: RecordHeadView
    """Its name and description."""
    counts: CountsView | None
    """Claims, how many of them are in conflict, and articles; None where it has neither."""
    contents: tuple[Link, ...]
    """Links to the sections of this page; empty with fewer than 4."""
    broader: Link | None
    """The topic above it; None where there is none."""
    matrix: MatricesView | None
    """Claims by texts, whole or in parts, without quotations where the cards have them; None where there are none."""
    groups: tuple[CardGroup, ...]
    """Its claims by reading, contested first; empty where no text speaks to one."""
    timeline: TimelineParts | None
    """Its events and texts on one axis; None with fewer than two dates."""
    naming: tuple[NamingView, ...]
    """The 2 entities whose names its texts use most and differently; may be empty."""
    pairs: tuple[RowView, ...]
    """Every two of its texts that share a passage, the longest first, 12 at most; may be empty."""
    articles: tuple[RowView, ...]
    """By date; the first where they are many."""
    events: tuple[RowView, ...]
    """By date, the first where they are many; empty where the timeline has all of them."""
    entities: tuple[NumberedLink, ...]
    """Who and what belongs to it; may be empty, the first where they are many."""
    silences: tuple[SilenceView, ...]
    """Texts that leave out some of its claims, where the matrix is too large for the page; the first of them."""
    comparisons: tuple[RowView, ...]
    """The editors' comparisons that belong to it; may be empty."""
    narrower: tuple[RowView, ...]
    """Topics beneath it; may be empty."""
    corrections: tuple[RowView, ...]
    """Changes to this record after publication; may be empty."""
    wholes: Mapping[str, Link]
    """Where a list is cut: its whole by the name of its field, `claims`."""
    onelines: Mapping[str, str]
    """What a folded section finds, in a line outside it, by the name of its field."""


def topic_view(at: At, topic_id: Subject) -> TopicView:
    """Return what the page of one topic shows."""
    topic = at.library.topics[TopicId(topic_id)]
    known = TopicId(topic.id)
    links = at.findings.backlinks
    claims = at.findings.in_agenda_order(links.claims_by_topic.get(known, ()))
    articles = links.articles_by_topic.get(known, ())
    events = links.events_by_topic.get(known, ())
    cards, first = TOPIC_CLAIMS.first_of(at, known), TOPIC_ARTICLES.first_of(at, known)
    happened, named = TOPIC_EVENTS.first_of(at, known), TOPIC_ENTITIES.first_of(at, known)
    silent, pairs = TOPIC_SILENCES.first_of(at, known), TOPIC_PAIRS.first_of(at, known)
    naming = naming_views(at, articles, (named.all and named.all.href) or "#entities", MOST_NAMED)
    groups = card_groups(at, cards.entries)
    matrix = matrices(at, TOPIC_MATRIX, known, articles, topic_caption(at, known))
    size = topic_size(at.context, known)
    silences = () if matrix and matrix.tables else silence_views(at, silent.entries)
    timeline = _timeline(at, events, articles)
    cut = links_of(
        claims=cards.all,
        articles=first.all,
        events=happened.all,
        entities=named.all,
        silences=silent.all if silences else None,
        naming=naming.all,
        pairs=pairs.all,
    )
    return TopicView(
        title=told_apart(at.library, "topic", topic_id),
        description=say("{topic}: {size}.", topic=topic.name, size=size) if size else f"{topic.name}.",
        linked_data=collection_data(at, topic.name, _parts(cards.entries, first.entries)),
        head=RecordHeadView(
            say("Topic"),
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
        timeline=timeline,
        naming=naming.entries,
        pairs=pair_rows(at, pairs.entries),
        # Where claims tell what the texts say, a line for each text is enough.
        articles=article_rows(at, first.entries, summarised=not claims),
        events=() if timeline and not timeline.all else event_rows(at, happened.entries),
        entities=tuple(NumberedLink(None, record_link(at, "entity", entity)) for entity in named.entries),
        silences=silences,
        comparisons=comparison_rows(at, links.comparisons_by_topic.get(known, ())),
        narrower=topic_rows(at, links.narrower_topics.get(known, ())),
        corrections=correction_rows(at, links.corrections_by_record.get(("topic", topic.id), ())),
        wholes=cut,
        onelines=onelines(
            cut,
            naming=names_line(naming.entries, cut="naming" in cut),
            silences=silences_line(silences, cut="silences" in cut),
        ),
    )


def _parts(claims: tuple[ClaimId, ...], articles: tuple[ArticleId, ...]) -> tuple[tuple[str, str], ...]:
    return (*(("claim", claim) for claim in claims), *(("article", article) for article in articles))


def _timeline(at: At, events: tuple[EventId, ...], articles: tuple[ArticleId, ...]) -> TimelineParts | None:
    """Events and texts on one axis; a single date needs none."""
    if len(events) + len(articles) < 2:
        return None
    return timeline_parts(at, events, articles)


def _counts(
    context: Context, claims: tuple[ClaimId, ...], articles: tuple[ArticleId, ...]
) -> CountsView | None:
    contested = [claim for claim in claims if context.findings.claims[claim].reading is Reading.CONFLICT]
    counts = (
        (len(claims), *marked_many("{count} claim", "{count} claims")),
        (len(contested), *marked_many("{count} in conflict", "{count} in conflict")),
        (len(articles), *marked_many("{count} article", "{count} articles")),
    )
    parts = tuple(count_part(*count) for count in counts if count[0])
    return CountsView(parts) if parts else None


def _contents(
    groups: tuple[CardGroup, ...], matrix: bool, articles: bool, silences: bool
) -> tuple[Link, ...]:
    sections = [Link("#matrix", say("Claim by text"))] if matrix else []
    sections += [group.link for group in groups]
    sections += [Link("#articles", say("Articles"))] if articles else []
    sections += [Link("#silent", say("Who is silent"))] if silences else []
    return contents_of(tuple(sections))


KIND = record_page("topic", "topics", topic_view)
