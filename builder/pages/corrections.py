"""What was changed after publication, newest first, and how to report an error."""

from __future__ import annotations

from dataclasses import dataclass

from builder.pages.kinds import At, PageKind, PageView, Subject, one_page
from builder.pages.parts.contact import report_links
from builder.pages.parts.corrections import correction_view, newest_first
from builder.pages.parts.words import counted
from builder.pages.shapes.lists import CorrectionView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath

PATH = SitePath("corrections.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView(PageView):
    """All changes after publication. `report` tells where errors can be reported, empty where nothing is known."""

    head: RecordHeadView
    corrections: tuple[CorrectionView, ...]
    report: tuple[Link, ...]


def _view(at: At, _subject: Subject) -> CorrectionsView:
    corrections = newest_first(at.library.corrections.values())
    number = len(corrections)
    says = (
        f"{counted(number, 'change')} since publication, newest first. Nothing is changed in silence."
        if number
        else "No correction has been made since publication."
    )
    return CorrectionsView(
        title="Corrections",
        description=says,
        head=RecordHeadView("Corrections", f"{number:,}" if number else None, "Corrections", standfirst=says),
        corrections=tuple(correction_view(at, correction) for correction in corrections),
        report=report_links(at.library.dossier),
    )


KIND = PageKind(
    "corrections", "pages/corrections.html", "corrections", one_page, lambda _subject: PATH, _view
)
