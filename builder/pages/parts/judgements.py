"""What the editors and others judge of a claim, what was learned later, and which texts are independent."""

from __future__ import annotations

from builder.model.claim import Claim, Independence, LearnedLater
from builder.pages.kinds import Context
from builder.pages.parts.chain import outside_source
from builder.pages.parts.dates import date_view
from builder.pages.parts.links import source_view
from builder.pages.parts.quotes import quote_view
from builder.pages.parts.records import signed
from builder.pages.shapes.claims import IndependenceView
from builder.pages.shapes.lists import KnownTodayEntry
from builder.paths import SitePath


def learned_later(context: Context, page: SitePath, claim: Claim) -> tuple[KnownTodayEntry, ...]:
    """Return what became known after the texts, earliest first."""
    entries = sorted(claim.known_today, key=lambda entry: (entry.date.lower, entry.date.upper))
    return tuple(_known_entry(context, page, entry) for entry in entries)


def _known_entry(context: Context, page: SitePath, entry: LearnedLater) -> KnownTodayEntry:
    text = context.prose(entry.text, page)
    return KnownTodayEntry(date_view(entry.date), text, entry.by, outside_source(entry.source))


def independence_views(context: Context, page: SitePath, claim: Claim) -> tuple[IndependenceView, ...]:
    """Return the editors' findings that texts are independent, with the words that show it."""
    return tuple(
        _independence_view(context, page, claim, index, finding)
        for index, finding in enumerate(claim.independence)
    )


def _independence_view(
    context: Context, page: SitePath, claim: Claim, index: int, finding: Independence
) -> IndependenceView:
    places = range(len(finding.evidence))
    placed = (
        context.library.quote("claim", claim.id, "independence", index, "evidence", place) for place in places
    )
    return IndependenceView(
        sources=tuple(
            source_view(context, page, article)
            for article in context.findings.in_article_order(finding.between)
        ),
        basis=context.prose(finding.basis, page),
        evidence=tuple(
            quote_view(context, page, quote, checked=evidence.checked)
            for quote, evidence in zip(placed, finding.evidence, strict=True)
            if quote is not None
        ),
        by=signed(finding.by, finding.date),
    )
