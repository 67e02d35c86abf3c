"""Claims as cards: reading, statement, one sentence for each side, and the origins line."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.claimfindings import ClaimFindings, Saying
from builder.model.base import ClaimId
from builder.model.claim import Reading
from builder.pages.kinds import At, Context
from builder.pages.parts.answers import answer_line
from builder.pages.parts.counts import origins_words
from builder.pages.parts.links import numbered_link
from builder.pages.parts.places import saying_phrase, saying_place
from builder.pages.parts.readings import claim_reading, finding_views
from builder.pages.parts.sides import SIDED, one_per_article, one_per_side, sharpest_collision
from builder.pages.parts.sourcing import saying_source
from builder.pages.parts.stances import stance_view
from builder.pages.shapes.lists import CardSide, CardView

MAX_SIDES = 6
"""A card stays a card; the claim's own page has every sentence."""


def card_views(at: At, claims: Iterable[ClaimId]) -> tuple[CardView, ...]:
    """Return the cards of claims that some text speaks to, in the order given."""
    return tuple(_card(at, claim) for claim in claims if at.findings.claims[claim].sayings)


def _card(at: At, claim: ClaimId) -> CardView:
    findings, record = at.findings.claims[claim], at.library.claims[claim]
    sayings = _spoken(at.context, findings)
    sides = tuple(_side(at, saying) for saying in sayings[:MAX_SIDES])
    return CardView(
        anchor=f"card-{claim}",
        reading=claim_reading(at.context, claim),
        claim=numbered_link(at, "claim", claim),
        answer=answer_line(at.context, record),
        findings=finding_views(record),
        sides=sides,
        foot=origins_words(at.context, claim),
    )


def _spoken(context: Context, findings: ClaimFindings) -> tuple[Saying, ...]:
    """One appearance per side; where all say the same, one per article; where none takes a side, the first."""
    if findings.reading is None:
        return findings.sayings[:1]
    if findings.reading is Reading.AGREE:
        return one_per_article(findings.sayings)
    pair = sharpest_collision(context, findings) if findings.reading in SIDED else None
    return one_per_side(findings.sayings, pair)


def _side(at: At, saying: Saying) -> CardSide:
    href, place = saying_place(at, saying)
    return CardSide(
        stance=stance_view(at.context, saying, noted=False, sourced=True),
        source=saying_source(at, saying),
        quote=saying_phrase(at.context, saying),
        href=href,
        locator=place,
    )
