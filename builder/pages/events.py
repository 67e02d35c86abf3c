"""The list of all events by date."""

from __future__ import annotations

from dataclasses import dataclass

from builder.analysis.findings import Findings
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject
from builder.pages.parts.dates import by_date
from builder.pages.parts.paging import page_links, page_path, page_subjects, rows_of
from builder.pages.parts.rows import event_rows
from builder.pages.parts.words import counted
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsView(PageView):
    """One page of the list of events."""

    head: RecordHeadView
    rows: tuple[RowView, ...]
    pages: tuple[Link, ...]


def _path(subject: Subject) -> SitePath:
    return page_path("events", subject)


def _subjects(library: Library, _findings: Findings) -> tuple[Subject, ...]:
    return page_subjects(len(library.events))


def _view(at: At, subject: Subject) -> EventsView:
    order = at.findings.event_order
    dates = (record.date.edtf for record in at.library.events.values())
    size = f"{counted(len(order), 'event')}, {by_date(dates)}"
    return EventsView(
        title=f"Events, page {subject}" if subject else "Events",
        description=f"{size}: {at.library.dossier.title}",
        head=RecordHeadView("Events", None, size),
        rows=event_rows(at, rows_of(order, subject)),
        pages=page_links(at, "events", len(order)),
    )


KIND = PageKind("events", "pages/events.html", "timeline", _subjects, _path, _view)
