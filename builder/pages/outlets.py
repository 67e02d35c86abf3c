"""The list of all outlets by name."""

from __future__ import annotations

from dataclasses import dataclass

from builder.analysis.findings import Findings
from builder.model.library import Library
from builder.model.outlet import Outlet
from builder.pages.kinds import Context, PageKind, PageView, Subject
from builder.pages.parts.links import record_link
from builder.pages.parts.paging import page_links, page_path, page_subjects, rows_of
from builder.pages.parts.publishers import outlet_aside
from builder.pages.parts.records import page_title
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


def _view(context: Context, subject: Subject) -> OutletsView:
    page = _path(subject)
    outlets = sorted(context.library.outlets.values(), key=lambda outlet: (outlet.name.casefold(), outlet.id))
    size = counted(len(outlets), "outlet")
    return OutletsView(
        title=page_title(context, f"Outlets, page {subject}" if subject else "Outlets"),
        description=f"{size}: who published the articles, and on whom they relied",
        canonical=context.canonical(page),
        head=RecordHeadView("Outlets", None, size),
        rows=tuple(_row(context, page, outlet) for outlet in rows_of(outlets, subject)),
        pages=page_links(context, page, "outlets", len(outlets)),
    )


def _row(context: Context, page: SitePath, outlet: Outlet) -> RowView:
    words = context.prose(outlet.description, page) if outlet.description else None
    return RowView(
        record_link(context, page, "outlet", outlet.id), None, outlet_aside(context, outlet), words
    )


KIND = PageKind("outlets", "pages/outlets.html", "sources", _subjects, _path, _view)
