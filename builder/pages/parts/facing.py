"""Two texts that cannot both be right, side by side, by date as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.analysis.claimfindings import Saying
from builder.model.base import ClaimId
from builder.model.edtf import Edtf
from builder.pages.kinds import Context
from builder.pages.parts.dates import date_words
from builder.pages.parts.gaps import time_between
from builder.pages.parts.links import siglum_of, source_view
from builder.pages.parts.meets import holds_any, marked_runs, telling_apart, telling_words
from builder.pages.parts.places import placed_saying
from builder.pages.parts.quotes import appearance_quote
from builder.pages.parts.readings import claim_reading
from builder.pages.parts.sides import SIDED, collide, sharpest_collision
from builder.pages.parts.sourcing import through_words
from builder.pages.shapes.texts import FacingSide, FacingView
from builder.paths import SitePath

Sayings = tuple[Saying, ...]


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
    """One side; through whom its words come stands at its head where it holds for all of them, else at each."""
    first = sayings[0]
    dated = date_words(_published(context, first))
    together = len({through_words(context, saying) for saying in sayings}) == 1
    source = source_view(context, page, first.article, dated=False)
    quotes = (appearance_quote(context, page, saying, noted=noted, sourced=together) for saying in sayings)
    return FacingSide(
        label=f"{siglum_of(context, first.article)}, {dated}",
        date=dated,
        source=replace(source, through=through_words(context, first) if together else None),
        quotes=tuple(
            replace(quote, source=None, exact=marked_runs("".join(run.text for run in quote.exact), wanted))
            for quote in quotes
        ),
    )
