"""A claim with the two texts that speak against each other on it, as first pages and comparisons open with it."""

from __future__ import annotations

from builder.model.base import ClaimId
from builder.pages.kinds import Context
from builder.pages.parts.answers import answer_line
from builder.pages.parts.facing import facing_view
from builder.pages.parts.links import numbered_link
from builder.pages.parts.readings import claim_reading, finding_views
from builder.pages.shapes.claims import FacedClaim
from builder.paths import SitePath


def faced_claim(context: Context, page: SitePath, claim: ClaimId) -> FacedClaim | None:
    """Return a claim with one quotation of each of two texts, or None where no two texts speak against each other."""
    facing = facing_view(context, page, claim, brief=True)
    if facing is None:
        return None
    record = context.library.claims[claim]
    return FacedClaim(
        id=claim,
        claim=numbered_link(context, page, "claim", claim),
        reading=claim_reading(context, claim),
        answer=answer_line(context, record),
        findings=finding_views(record),
        facing=facing,
    )
