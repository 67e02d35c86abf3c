"""Standing text of an outlet in words: what it prints under many of its texts, and under how many."""

from __future__ import annotations

from builder.analysis.comparisonfindings import StandingText
from builder.model.base import OutletId
from builder.pages.kinds import Context
from builder.pages.parts.printed import place_of, words_in
from builder.pages.parts.words import counted
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link
from builder.paths import SitePath

STANDING_LEAD = (
    "Words that five or more of its texts here have in common. They count in no comparison of texts."
)
MOST_SHOWN = 10
_MOST_WORDS = 14


def standing_rows(context: Context, page: SitePath, outlet: OutletId) -> tuple[RowView, ...]:
    """Return a line for each standing text of an outlet, those in most articles first; ten at most."""
    standing = context.findings.comparison.standing.get(outlet, ())
    return tuple(_row(context, page, each) for each in standing[:MOST_SHOWN])


def _row(context: Context, page: SitePath, standing: StandingText) -> RowView:
    article, span = standing.places[0]
    href, _ = place_of(context, page, article, span)
    words = words_in(context, article, span).split()
    shown = " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
    label = f"“{shown}”" if shown else "Words that are not published here"
    language = context.library.language_of(article) if shown else None
    return RowView(Link(href, label, language), aside=f"in {counted(len(standing.articles), 'text')}")
