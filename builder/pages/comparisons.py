"""The list of comparisons: those that editors made, one for each event with claims and several texts, one for each two
texts that share words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.analysis.comparisonfindings import Cluster, PairComparison
from builder.analysis.findings import Findings
from builder.model.base import ComparisonId
from builder.model.library import Library
from builder.pages.kinds import At, Context, PageKind, PageView, Subject
from builder.pages.parts.compared import compared_events
from builder.pages.parts.links import siglum_of
from builder.pages.parts.paging import page_links, page_path, page_subjects, rows_of
from builder.pages.parts.rows import article_rows, comparison_rows, event_comparison_rows
from builder.pages.parts.shared import pair_rows
from builder.pages.parts.words import counted
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath

MAX_CLUSTERS = 50


@dataclass(frozen=True, slots=True)
class ClusterView:
    """Texts that are nearly the same, and where they appeared first."""

    words: str
    articles: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonsView(PageView):
    """All comparisons; of the pairs those of one page."""

    head: RecordHeadView
    curated: tuple[RowView, ...]
    events: tuple[RowView, ...]
    clusters: tuple[ClusterView, ...]
    pairs: tuple[RowView, ...]
    pages: tuple[Link, ...]


def _path(subject: Subject) -> SitePath:
    return page_path("comparisons", subject)


def comparisons_view(at: At, subject: Subject) -> ComparisonsView:
    """Return what one page of the list of comparisons shows; the first has all but the further pairs."""
    first = not subject
    curated = comparison_rows(at, _by_title(at.library))
    events = event_comparison_rows(at, at.findings.event_order)
    pairs = _longest_first(at.findings)
    number = len(curated) + len(events) + len(pairs)
    return ComparisonsView(
        title=f"Comparisons, page {subject}" if subject else "Comparisons",
        description=f"{counted(number, 'comparison')} of texts on one question, on one event, or with words in common.",
        head=RecordHeadView("Comparisons", f"{number:,}", "Texts side by side"),
        curated=curated if first else (),
        events=events if first else (),
        clusters=tuple(_clusters(at)) if first else (),
        pairs=pair_rows(at, rows_of(pairs, subject)),
        pages=page_links(at, "comparisons", len(pairs)),
    )


def _longest_first(findings: Findings) -> tuple[PairComparison, ...]:
    """Pairs by how many words they share; of equal ones the earlier first."""
    pairs = findings.comparison.pairs.values()
    return tuple(sorted(pairs, key=lambda pair: -sum(passage.words for passage in pair.passages)))


def _clusters(at: At) -> Iterable[ClusterView]:
    for cluster in at.findings.comparison.clusters[:MAX_CLUSTERS]:
        yield ClusterView(_cluster_words(at.context, cluster), article_rows(at, cluster.articles))


def _cluster_words(context: Context, cluster: Cluster) -> str:
    size = counted(len(cluster.articles), "text")
    if cluster.first_in is None:
        return f"{size}, order unknown"
    return f"{size}, appeared first in {siglum_of(context, cluster.first_in)}, by date"


def _by_title(library: Library) -> tuple[ComparisonId, ...]:
    comparisons = library.comparisons
    return tuple(sorted(comparisons, key=lambda each: (comparisons[each].title.casefold(), each)))


def _subjects(library: Library, findings: Findings) -> Iterable[Subject]:
    pairs = len(findings.comparison.pairs)
    some = library.comparisons or pairs or compared_events(findings)
    return page_subjects(max(pairs, 1)) if some else ()


KIND = PageKind("comparisons", "pages/comparisons.html", "comparisons", _subjects, _path, comparisons_view)
