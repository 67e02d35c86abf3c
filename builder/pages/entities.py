"""The list of all entities, grouped by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.analysis.findings import Findings
from builder.model.base import EntityId
from builder.model.entity import Entity
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject
from builder.pages.parts.links import record_link
from builder.pages.parts.paging import page_links, page_path, page_subjects, rows_of
from builder.pages.parts.words import ENTITY_GROUP_WORDS, counted
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath


@dataclass(frozen=True, slots=True)
class EntityGroup:
    """The entities of one kind."""

    anchor: str
    heading: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesView(PageView):
    """One page of the list of entities."""

    head: RecordHeadView
    groups: tuple[EntityGroup, ...]
    pages: tuple[Link, ...]


KIND_RANK = {kind: rank for rank, kind in enumerate(ENTITY_GROUP_WORDS)}


def _path(subject: Subject) -> SitePath:
    return page_path("entities", subject)


def _subjects(library: Library, _findings: Findings) -> tuple[Subject, ...]:
    return page_subjects(len(library.entities))


def _view(at: At, subject: Subject) -> EntitiesView:
    entities = sorted(at.library.entities.values(), key=_order)
    title = "People, places, organisations"
    return EntitiesView(
        title=f"{title}, page {subject}" if subject else title,
        description=f"{counted(len(entities), 'name')} that the texts of this dossier share",
        head=RecordHeadView("Entities", f"{len(entities):,}", title),
        groups=_groups(at, rows_of(entities, subject)),
        pages=page_links(at, "entities", len(entities)),
    )


def _order(entity: Entity) -> tuple[int, str, str]:
    return KIND_RANK[entity.kind], entity.name.casefold(), entity.id


def _groups(at: At, entities: Sequence[Entity]) -> tuple[EntityGroup, ...]:
    groups: dict[str, list[RowView]] = {}
    for entity in entities:
        groups.setdefault(entity.kind.value, []).append(_row(at, entity))
    return tuple(EntityGroup(kind, ENTITY_GROUP_WORDS[kind], tuple(rows)) for kind, rows in groups.items())


def _row(at: At, entity: Entity) -> RowView:
    naming = at.findings.naming.get(EntityId(entity.id))
    times = sum(row.total for row in naming.rows) if naming else 0
    articles = len(naming.articles) if naming else 0
    how_often = "once" if times == 1 else counted(times, "time")
    aside = f"named {how_often} in {counted(articles, 'article')}" if times else None
    return RowView(record_link(at, "entity", entity.id), None, aside)


KIND = PageKind("entities", "pages/entities.html", "entities", _subjects, _path, _view)
