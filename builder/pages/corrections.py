"""What was changed after publication, newest first, and how to report an error."""

from __future__ import annotations

from builder.analysis.findings import Findings
from builder.model.library import Library
from builder.pages.kinds import At, PagedView, PageKind, Subject
from builder.pages.parts.corrections import correction_view, newest_first, report_links
from builder.pages.parts.paging import PROSE_ROWS, Paging, cuts, filter_words, page_subjects, year_of
from builder.pages.shapes.lists import CorrectionView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath
from builder.wording import numbered, say, say_many


class CorrectionsView(PagedView, frozen=True, kw_only=True):
    """One page of all changes after publication."""

    corrections: tuple[CorrectionView, ...]
    """Newest first; empty where there was none."""
    report: tuple[Link, ...]
    """Where errors can be reported, the contact first; empty where nothing is known."""


def _view(at: At, subject: Subject) -> CorrectionsView:
    corrections = newest_first(at.library.corrections.values())
    number = len(corrections)
    pages = cuts([1] * number, PROSE_ROWS)
    paging = Paging(corrections, lambda each: year_of(each.date), pages)
    held = paging.rows(subject)
    says = (
        say_many(
            "{count} change since publication, newest first. Nothing is changed in silence.",
            "{count} changes since publication, newest first. Nothing is changed in silence.",
            number,
        )
        if number
        else say("No correction has been made since publication.")
    )
    return CorrectionsView(
        title=paging.title(say("Corrections"), subject),
        description=says,
        head=RecordHeadView(
            say("Corrections"), numbered(number) if number else None, say("Corrections"), standfirst=says
        ),
        corrections=tuple(correction_view(at, correction) for correction in held),
        report=report_links(at.library.dossier),
        pages=paging.links(at, "corrections"),
        filter=filter_words(len(held)),
    )


def _subjects(library: Library, _findings: Findings) -> tuple[Subject, ...]:
    return page_subjects(len(library.corrections), PROSE_ROWS) or ("",)


def _path(subject: Subject) -> SitePath:
    return SitePath(f"corrections-{subject}.html" if subject else "corrections.html")


KIND = PageKind("corrections", "pages/corrections.html", "corrections", _subjects, _path, _view)
