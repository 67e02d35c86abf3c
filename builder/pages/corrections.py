"""What was changed after publication, newest first, and how to report an error."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.correction import Correction, CorrectionKind
from builder.pages.kinds import Context, PageKind, PageView, Subject, one_page
from builder.pages.parts.contact import report_links
from builder.pages.parts.dates import date_view
from builder.pages.parts.links import record_link
from builder.pages.parts.records import page_title
from builder.pages.parts.words import counted
from builder.pages.shapes.lists import CorrectionLabels, CorrectionView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath

PATH = SitePath("corrections.html")
LABELS = CorrectionLabels(was="Was", now="Now", reason="Reason")
KIND_WORDS: dict[CorrectionKind, str] = {
    CorrectionKind.CORRECTION: "Correction",
    CorrectionKind.CLARIFICATION: "Clarification",
    CorrectionKind.UPDATE: "Update",
    CorrectionKind.WITHDRAWAL: "Withdrawal",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView(PageView):
    """All changes after publication. `report` tells where errors can be reported, empty where nothing is known."""

    head: RecordHeadView
    corrections: tuple[CorrectionView, ...]
    report: tuple[Link, ...]


def _view(context: Context, _subject: Subject) -> CorrectionsView:
    corrections = sorted(
        context.library.corrections.values(), key=lambda each: (-each.date.lower.toordinal(), each.id)
    )
    number = len(corrections)
    says = (
        f"{counted(number, 'change')} since publication, newest first. Nothing is changed in silence."
        if number
        else "No correction has been made since publication."
    )
    return CorrectionsView(
        title=page_title(context, "Corrections"),
        description=says,
        canonical=context.canonical(PATH),
        head=RecordHeadView("Corrections", f"{number:,}" if number else None, "Corrections", standfirst=says),
        corrections=tuple(_correction(context, correction) for correction in corrections),
        report=report_links(context.library.dossier),
    )


def _correction(context: Context, correction: Correction) -> CorrectionView:
    return CorrectionView(
        anchor=correction.id,
        date=date_view(correction.date),
        kind=KIND_WORDS[correction.kind],
        about=_about(context, correction),
        was=context.prose(correction.was, PATH) if correction.was else None,
        now=context.prose(correction.now, PATH) if correction.now else None,
        reason=context.prose(correction.reason, PATH),
        by=correction.by,
        labels=LABELS,
    )


def _about(context: Context, correction: Correction) -> Link:
    """The record that was changed; a withdrawn record has no page, and its address stands in words."""
    kind, _, record_id = correction.about.partition(":")
    if record_id in context.library.records(kind):
        return record_link(context, PATH, kind, record_id)
    return Link(None, correction.about)


KIND = PageKind(
    "corrections", "pages/corrections.html", "corrections", one_page, lambda _subject: PATH, _view
)
