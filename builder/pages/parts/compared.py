"""Which texts and claims the comparison of an event has, and which sets of texts this build compares at all."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.findings import Findings
from builder.model.base import ArticleId, EventId
from builder.pages.kinds import Context, Subject
from builder.pages.parts.shared import PAIR, pair_subject
from builder.paths import SitePath

ENOUGH_ARTICLES = 2

ComparedSet = tuple[SitePath, tuple[ArticleId, ...]]
"""The address of a page that compares texts, and these, by date."""


def compared_events(findings: Findings) -> tuple[EventId, ...]:
    """Return the events that have a comparison, by date: a claim of their own and two or more texts."""
    return tuple(
        event
        for event in findings.event_order
        if event in findings.claims_compared and len(findings.articles_compared[event]) >= ENOUGH_ARTICLES
    )


def compared_sets(context: Context) -> Iterator[ComparedSet]:
    """Yield every page that compares texts, and which, by date: editors' comparisons, events, then pairs."""
    library, findings = context.library, context.findings
    sets: list[tuple[str, Subject, tuple[ArticleId, ...]]] = []
    sets.extend(("comparison", key, tuple(record.articles)) for key, record in library.comparisons.items())
    sets.extend(
        ("event-comparison", event, findings.articles_compared[event]) for event in compared_events(findings)
    )
    sets.extend((PAIR, pair_subject(*articles), articles) for articles in findings.comparison.pairs)
    for kind, subject, articles in sets:
        page = context.routes.path(kind, subject)
        if page is not None:
            yield page, findings.in_article_order(articles)
