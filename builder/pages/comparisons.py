"""The list of comparisons: those that editors made, and one for each event that several texts report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.analysis.findings import Findings
from builder.model.base import ComparisonId
from builder.model.library import Library
from builder.pages.kinds import Context, PageKind, PageView, Subject
from builder.pages.parts.records import page_title
from builder.pages.parts.rows import comparison_rows, event_comparison_rows
from builder.pages.parts.words import counted
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import RecordHeadView
from builder.paths import SitePath

PATH = SitePath("comparisons/index.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonsView(PageView):
    """All comparisons."""

    head: RecordHeadView
    curated: tuple[RowView, ...]
    events: tuple[RowView, ...]


def comparisons_view(context: Context, _subject: Subject) -> ComparisonsView:
    """Return what the list of comparisons shows."""
    curated = comparison_rows(context, PATH, _by_title(context.library))
    events = event_comparison_rows(context, PATH, context.findings.event_order)
    number = len(curated) + len(events)
    return ComparisonsView(
        title=page_title(context, "Comparisons"),
        description=f"{counted(number, 'comparison')} of texts on one question or one event.",
        canonical=context.canonical(PATH),
        head=RecordHeadView("Comparisons", f"{number:,}", "Texts side by side"),
        curated=curated,
        events=events,
    )


def _by_title(library: Library) -> tuple[ComparisonId, ...]:
    comparisons = library.comparisons
    return tuple(sorted(comparisons, key=lambda each: (comparisons[each].title.casefold(), each)))


def _subjects(library: Library, findings: Findings) -> Iterable[Subject]:
    several = any(len(articles) > 1 for articles in findings.backlinks.articles_by_event.values())
    return ("",) if library.comparisons or several else ()


KIND = PageKind(
    "comparisons", "pages/comparisons.html", "comparisons", _subjects, lambda _subject: PATH, comparisons_view
)
