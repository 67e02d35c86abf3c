"""The list of all articles by date."""

from __future__ import annotations

from dataclasses import dataclass

from builder.analysis.findings import Findings
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject
from builder.pages.parts.dates import by_date
from builder.pages.parts.paging import page_links, page_path, page_subjects, rows_of
from builder.pages.parts.rows import article_rows
from builder.pages.parts.words import counted
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesView(PageView):
    """One page of the list of articles."""

    head: RecordHeadView
    rows: tuple[RowView, ...]
    pages: tuple[Link, ...]


def _path(subject: Subject) -> SitePath:
    return page_path("articles", subject)


def _subjects(library: Library, _findings: Findings) -> tuple[Subject, ...]:
    return page_subjects(len(library.articles))


def _view(at: At, subject: Subject) -> ArticlesView:
    order = at.findings.article_order
    dates = (record.published.edtf for record in at.library.articles.values())
    size = f"{counted(len(order), 'article')}, {by_date(dates)}"
    return ArticlesView(
        title=f"Articles, page {subject}" if subject else "Articles",
        description=f"{size}: {at.library.dossier.title}",
        head=RecordHeadView("Articles", None, size),
        rows=article_rows(at, rows_of(order, subject)),
        pages=page_links(at, "articles", len(order)),
    )


KIND = PageKind("articles", "pages/articles.html", "articles", _subjects, _path, _view)
