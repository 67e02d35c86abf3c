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
    """Return the events that two or more texts report, by date."""
    reported = findings.backlinks.articles_by_event
    return tuple(event for event in findings.event_order if len(reported.get(event, ())) >= ENOUGH_ARTICLES)


def event_articles(findings: Findings, event: EventId) -> tuple[ArticleId, ...]:
    """Return the texts that report an event, and any other that speaks to a claim about it, by date."""
    reporting = findings.backlinks.articles_by_event.get(event, ())
    about = findings.backlinks.claims_by_event.get(event, ())
    speaking = (article for claim in about for article in findings.claims[claim].articles)
    return findings.in_article_order((*reporting, *speaking))


def compared_claims(findings: Findings, event: EventId) -> tuple[ClaimId, ...]:
    """Return the claims about an event and those that two or more of its texts speak to, by agenda order."""
    speaking: dict[ClaimId, int] = {}
    for article in findings.backlinks.articles_by_event.get(event, ()):
        for claim in findings.backlinks.claims_by_article.get(article, ()):
            speaking[claim] = speaking.get(claim, 0) + 1
    shared = [claim for claim, texts in speaking.items() if texts >= ENOUGH_ARTICLES]
    return findings.in_agenda_order([*findings.backlinks.claims_by_event.get(event, ()), *shared])


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
