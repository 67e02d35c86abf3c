"""Standing text of an outlet in words: what it prints under many of its texts, and under how many."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.comparisonfindings import StandingText
from builder.pages.kinds import At
from builder.pages.parts.printed import place_of, words_in
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link
from builder.wording import marked, say, say_many

STANDING_LEAD = marked(
    "Words that five or more of its texts here have in common. They count in no comparison of texts."
)
_MOST_WORDS = 14
"""Of a standing text; the whole stands in the article that its line leads to."""


def standing_rows(at: At, standing: Iterable[StandingText]) -> tuple[RowView, ...]:
    """Return a line for each standing text of an outlet."""
    return tuple(_row(at, each) for each in standing)


def _row(at: At, standing: StandingText) -> RowView:
    article, span = standing.places[0]
    href, _ = place_of(at, article, span)
    words = words_in(at.context, article, span).split()
    shown = " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
    label = say("“{words}”", words=shown) if shown else say("Words that are not published here")
    language = at.library.language_of(article) if shown else None
    aside = say_many("in {count} text", "in {count} texts", len(standing.articles))
    return RowView(Link(href, label, language), aside=aside)
