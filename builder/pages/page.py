"""A long page of the editors' own: `content/pages/<id>.md`. The methodology page has a kind of its own."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.findings import Findings
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.pages.kinds import METHODOLOGY, At, PageKind, PageView, Subject, foreign_language
from builder.pages.parts.links import told_apart
from builder.pages.parts.rows import correction_rows
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Html, RecordHeadView
from builder.wording import say


class LongPageView(PageView, frozen=True, kw_only=True):
    """A page of the editors' own."""

    head: RecordHeadView
    """Title and description of the record."""
    body: Html | None
    """Its prose, from Markdown; None where it has a head only."""
    corrections: tuple[RowView, ...]
    """Changes to this page after publication; may be empty."""


def _subjects(library: Library, _findings: Findings) -> Iterable[Subject]:
    return tuple(page for page in library.pages if page != METHODOLOGY)


def _view(at: At, subject: Subject) -> LongPageView:
    record = at.library.pages[subject]
    changed = at.findings.backlinks.corrections_by_record.get(("page", subject), ())
    return LongPageView(
        title=told_apart(at.library, "page", record.id),
        description=record.description or record.title,
        head=RecordHeadView(
            say("About"),
            None,
            record.title,
            title_lang=foreign_language(at.library),
            standfirst=record.description,
        ),
        body=at.prose(record.body) if record.body.strip() else None,
        corrections=correction_rows(at, changed),
    )


KIND = PageKind("page", "pages/page.html", "page", _subjects, RECORD_KINDS["page"].address, _view)
