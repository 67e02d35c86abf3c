"""The list of all outlets by name."""

from __future__ import annotations

from dataclasses import dataclass

from builder.analysis.findings import Findings
from builder.model.library import Library
from builder.model.outlet import Outlet
from builder.pages.kinds import At, PageKind, PageView, Subject
from builder.pages.parts.links import record_link
from builder.pages.parts.paging import page_links, page_path, page_subjects, rows_of
from builder.pages.parts.publishers import outlet_aside
from builder.pages.parts.words import counted
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletsView(PageView):
    """One page of the list of outlets."""

    head: RecordHeadView
    rows: tuple[RowView, ...]
    pages: tuple[Link, ...]


def _path(subject: Subject) -> SitePath:
    return page_path("outlets", subject)


def _subjects(library: Library, _findings: Findings) -> tuple[Subject, ...]:
    return page_subjects(len(library.outlets))


def _view(at: At, subject: Subject) -> OutletsView:
    outlets = sorted(at.library.outlets.values(), key=lambda outlet: (outlet.name.casefold(), outlet.id))
    size = counted(len(outlets), "outlet")
    return OutletsView(
        title=f"Outlets, page {subject}" if subject else "Outlets",
        description=f"{size}: who published the articles, and on whom they relied",
        head=RecordHeadView("Outlets", None, size),
        rows=tuple(_row(at, outlet) for outlet in rows_of(outlets, subject)),
        pages=page_links(at, "outlets", len(outlets)),
    )


def _row(at: At, outlet: Outlet) -> RowView:
    words = at.prose(outlet.description) if outlet.description else None
    return RowView(record_link(at, "outlet", outlet.id), None, outlet_aside(at.context, outlet), words)


KIND = PageKind("outlets", "pages/outlets.html", "sources", _subjects, _path, _view)
