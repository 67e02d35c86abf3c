"""Where a quotation stands: the link to it and its place in words."""

from __future__ import annotations

from builder.analysis.claimfindings import Saying
from builder.model.library import PlacedQuote
from builder.pages.kinds import At, Context
from builder.pages.parts.quotes import locator, placed_appearance, quote_href
from builder.pages.shapes.small import Phrase


def placed_saying(context: Context, saying: Saying) -> PlacedQuote:
    """Return the verified quote of an appearance."""
    return placed_appearance(context, context.library.claims[saying.claim], saying.index)


def saying_phrase(context: Context, saying: Saying) -> Phrase:
    """Return the exact words of an appearance in their language."""
    language = saying.appearance.lang or context.library.language_of(saying.article)
    return Phrase(placed_saying(context, saying).words, language)


def saying_place(at: At, saying: Saying) -> tuple[str, str]:
    """Return the link to an appearance's sentence and its place in words; every article has a page."""
    placed = placed_saying(at.context, saying)
    href = quote_href(at, placed)
    assert href is not None, f"no page for article {placed.article}"
    return href, locator(at.context, placed)
