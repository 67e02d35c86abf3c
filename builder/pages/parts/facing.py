"""Two texts that cannot both be right, side by side in date order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from builder.analysis.claimfindings import Saying
from builder.model.base import ClaimId
from builder.model.edtf import DatePoint, Edtf, Precision
from builder.pages.kinds import Context
from builder.pages.parts.dates import date_words
from builder.pages.parts.links import siglum_of, source_view
from builder.pages.parts.meets import holds_any, marked_runs, telling_apart, telling_words
from builder.pages.parts.places import placed_saying
from builder.pages.parts.quotes import appearance_quote
from builder.pages.parts.readings import claim_reading
from builder.pages.parts.sides import SIDED, collide, sharpest_collision
from builder.pages.parts.words import counted
from builder.pages.shapes.texts import FacingSide, FacingView
from builder.paths import SitePath

Sayings = tuple[Saying, ...]
MONTHS_IN_YEARS = 36
"""From three years on the time between two texts is told in years."""


def facing_sayings(context: Context, claim: ClaimId) -> tuple[Sayings, Sayings] | None:
    """Return what the two texts say that tell a conflict or difference best, the earlier text first, or None."""
    findings = context.findings.claims[claim]
    if findings.reading not in SIDED:
        return None
    pair = sharpest_collision(context, findings)
    if pair is None:
        return None
    return _against(findings.sayings, pair.first, pair.second), _against(
        findings.sayings, pair.second, pair.first
    )


def _against(sayings: Sayings, own: Saying, other: Saying) -> Sayings:
    return tuple(saying for saying in sayings if saying.article == own.article and collide(saying, other))


@dataclass(frozen=True, slots=True)
class Meeting:
    """The words to mark in each of two texts. `apart`: they name the positions; else both texts share them."""

    words: tuple[tuple[str, ...], tuple[str, ...]]
    apart: bool


def facing_view(
    context: Context, page: SitePath, claim: ClaimId, *, brief: bool = False
) -> FacingView | None:
    """Return the two texts that face each other on a claim, or None where no two collide.

    `brief` prints one quotation for each text and no notes, as the first page does.
    """
    found = _sharpest(context, claim) if brief else facing_sayings(context, claim)
    if found is None:
        return None
    wanted = meeting_of(context, claim, found).words
    first, second = (
        _side(context, page, own, wanted[place], noted=not brief) for place, own in enumerate(found)
    )
    gap, gap_words = time_between(_published(context, found[0][0]), _published(context, found[1][0]))
    return FacingView((first, second), gap, gap_words, claim_reading(context, claim))


def _sharpest(context: Context, claim: ClaimId) -> tuple[Sayings, Sayings] | None:
    findings = context.findings.claims[claim]
    pair = sharpest_collision(context, findings) if findings.reading in SIDED else None
    return ((pair.first,), (pair.second,)) if pair else None


def _published(context: Context, saying: Saying) -> Edtf:
    return context.library.articles[saying.article].published.edtf


def meeting_of(context: Context, claim: ClaimId, sides: tuple[Sayings, Sayings]) -> Meeting:
    """Return the words to mark in two sides: those that name their positions where both do, else those they share."""
    first, second = (" ".join(placed_saying(context, saying).exact for saying in side) for side in sides)
    labels = context.library.claims[claim].positions
    own, other = (labels.get(side[0].appearance.position or "", "") for side in sides)
    apart = telling_apart(own, other), telling_apart(other, own)
    if holds_any(first, apart[0]) and holds_any(second, apart[1]):
        return Meeting(apart, apart=True)
    return Meeting((telling_words(second), telling_words(first)), apart=False)


def _side(
    context: Context, page: SitePath, sayings: Sayings, wanted: tuple[str, ...], *, noted: bool
) -> FacingSide:
    article = sayings[0].article
    claim = context.library.claims[sayings[0].claim]
    dated = date_words(_published(context, sayings[0]))
    quotes = (appearance_quote(context, page, claim, saying.index, noted=noted) for saying in sayings)
    return FacingSide(
        label=f"{siglum_of(context, article)}, {dated}",
        date=dated,
        source=source_view(context, page, article, dated=False),
        quotes=tuple(
            replace(quote, source=None, exact=marked_runs("".join(run.text for run in quote.exact), wanted))
            for quote in quotes
        ),
    )


def time_between(first: Edtf, second: Edtf) -> tuple[str, str]:
    """Return the time from one date to another in words, `22 months` and `apart`, never more exact than the dates."""
    if first.start is None or second.start is None:
        return "Time between", "not known"
    exact = _is_exact(first) and _is_exact(second)
    start, end = sorted((first.start.first_day, second.start.first_day))
    if start == end:
        return ("Same day" if exact else "Same time"), "two texts"
    in_years = Precision.YEAR in (first.start.precision, second.start.precision)
    words, rounded = _span_words(start, end, in_years=in_years)
    return words if exact and not rounded else f"about {words}", "apart"


def _is_exact(edtf: Edtf) -> bool:
    return not edtf.is_qualified and not edtf.is_interval and _is_day(edtf.start)


def _is_day(point: DatePoint | None) -> bool:
    return point is not None and point.precision is Precision.DAY


def _span_words(start: date, end: date, *, in_years: bool) -> tuple[str, bool]:
    """Return the time between two different days in words, and whether it is rounded to years."""
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    if in_years or months >= MONTHS_IN_YEARS:
        return counted(max(round(months / 12), 1), "year"), months % 12 != 0
    return (counted(months, "month") if months >= 2 else counted((end - start).days, "day")), False
