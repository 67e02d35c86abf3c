"""Which texts and claims the comparison of an event has, and which sets of texts this build compares at all."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.findings import Findings
from builder.model.base import ArticleId, ClaimId, EventId
from builder.pages.kinds import Context, Subject
from builder.pages.parts.shared import PAIR, pair_subject
from builder.paths import SitePath

ENOUGH_ARTICLES = 2


def compared_events(findings: Findings) -> tuple[EventId, ...]:
    """Return the events that have a comparison, by date: a claim of their own and two or more texts."""
    return tuple(
        event
        for event in findings.event_order
        if compared_claims(findings, event) and len(event_articles(findings, event)) >= ENOUGH_ARTICLES
    )


def event_articles(findings: Findings, event: EventId) -> tuple[ArticleId, ...]:
    """Return the texts that report an event, and any other that speaks to or was read for its claims, by date."""
    found = set(findings.backlinks.articles_by_event.get(event, ()))
    for claim in compared_claims(findings, event):
        found.update(findings.claims[claim].articles)
        found.update(findings.cell_sources[claim].coded)
    return findings.in_article_order(found)


def compared_claims(findings: Findings, event: EventId) -> tuple[ClaimId, ...]:
    """Return the claims about an event, by agenda order: what its texts say of other matters is not its own."""
    return findings.in_agenda_order(findings.backlinks.claims_by_event.get(event, ()))


def compared_sets(context: Context) -> Iterator[tuple[SitePath, tuple[ArticleId, ...]]]:
    """Yield every page that compares texts, and which, by date: editors' comparisons, events, then pairs."""
    library, findings = context.library, context.findings
    sets: list[tuple[str, Subject, tuple[ArticleId, ...]]] = []
    sets.extend(("comparison", key, tuple(record.articles)) for key, record in library.comparisons.items())
    sets.extend(
        ("event-comparison", event, event_articles(findings, event)) for event in compared_events(findings)
    )
    sets.extend((PAIR, pair_subject(*articles), articles) for articles in findings.comparison.pairs)
    for kind, subject, articles in sets:
        page = context.routes.path(kind, subject)
        if page is not None:
            yield page, findings.in_article_order(articles)
