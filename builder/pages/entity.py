"""The page of one entity: its names as each source uses them, and every sentence that names it."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.base import EntityId
from builder.model.entity import Entity
from builder.pages.kinds import At, PageView, Subject, foreign_language, record_page
from builder.pages.parts.answers import attribution_views
from builder.pages.parts.chain import reliance_views
from builder.pages.parts.links import outgoing, record_link, told_apart
from builder.pages.parts.mentions import alias_views, false_friend_views, mention_groups, names_table
from builder.pages.parts.rows import correction_rows, event_rows
from builder.pages.parts.whole import links_of
from builder.pages.parts.wholes import (
    ENTITY_ATTRIBUTED,
    ENTITY_EVENTS,
    ENTITY_MENTIONS,
    ENTITY_RELIANCE,
)
from builder.pages.parts.words import ENTITY_KIND_WORDS
from builder.pages.shapes.lists import (
    AliasView,
    BacklinkView,
    MentionGroup,
    MentionView,
    RelianceView,
    RowView,
)
from builder.pages.shapes.small import Link, RecordHeadView
from builder.pages.shapes.tables import TableView
from builder.pages.shapes.texts import OutgoingLink
from builder.wording import say


class EntityView(PageView, frozen=True, kw_only=True):
    """Everything that an entity's page shows."""

    head: RecordHeadView
    """Kind, name and description."""
    aliases: tuple[AliasView, ...]
    """Further names as the editors wrote them; may be empty."""
    part_of: Link | None
    """The larger whole that it belongs to; None where there is none."""
    parts: tuple[Link, ...]
    """What belongs to it; may be empty."""
    outgoing: tuple[OutgoingLink, ...]
    """Its own site, and the same in other collections; may be empty."""
    naming: TableView | None
    """Which text uses which of its names, how often; None where none names it."""
    mentions: tuple[MentionGroup, ...]
    """Sentences that name it, article by article; the first where they are many."""
    false_friends: tuple[MentionView, ...]
    """Words that look like one of its names and are not; may be empty."""
    attributed: tuple[BacklinkView, ...]
    """Statements that texts make on its word; may be empty, the first where they are many."""
    relied_on_by: tuple[RelianceView, ...]
    """Articles in whose chain of origins it stands; may be empty, the first where they are many."""
    events: tuple[RowView, ...]
    """Those that name it, by date; may be empty, the first where they are many."""
    corrections: tuple[RowView, ...]
    """Changes to this record after publication; may be empty."""
    wholes: Mapping[str, Link]
    """Where a list is cut: its whole by the name of its field, `mentions`."""


def _view(at: At, subject: Subject) -> EntityView:
    entity_id = EntityId(subject)
    entity, links = at.library.entities[entity_id], at.findings.backlinks
    mentions, attributed = ENTITY_MENTIONS.first_of(at, subject), ENTITY_ATTRIBUTED.first_of(at, subject)
    relied, events = ENTITY_RELIANCE.first_of(at, subject), ENTITY_EVENTS.first_of(at, subject)
    return EntityView(
        title=told_apart(at.library, "entity", subject),
        description=say(
            "{name}: where the texts of this dossier name it, and in which words", name=entity.name
        ),
        head=_head(at, entity),
        aliases=alias_views(at.context, entity),
        part_of=record_link(at, "entity", entity.part_of) if entity.part_of else None,
        parts=tuple(record_link(at, "entity", each) for each in links.parts_of_entity.get(entity_id, ())),
        outgoing=_outgoing(entity),
        naming=names_table(at.context, entity),
        mentions=mention_groups(at, entity_id, [article for _, article in mentions.entries]),
        false_friends=false_friend_views(at, entity),
        attributed=attribution_views(at, attributed.entries, sentences=not mentions.entries),
        relied_on_by=reliance_views(at, relied.entries, cued=not mentions.entries),
        events=event_rows(at, events.entries),
        corrections=correction_rows(at, links.corrections_by_record.get(("entity", subject), ())),
        wholes=links_of(
            mentions=mentions.all, attributed=attributed.all, relied_on_by=relied.all, events=events.all
        ),
    )


def _head(at: At, entity: Entity) -> RecordHeadView:
    description = at.prose(entity.description) if entity.description else None
    return RecordHeadView(
        say(ENTITY_KIND_WORDS[entity.kind]).capitalize(),
        None,
        entity.name,
        title_lang=foreign_language(at.library),
        standfirst=description,
    )


def _outgoing(entity: Entity) -> tuple[OutgoingLink, ...]:
    own = (outgoing(entity.url, say("Its own site")),) if entity.url else ()
    return (*own, *(outgoing(url, say("The same in another collection")) for url in entity.same_as))


KIND = record_page("entity", "entities", _view)
