"""A claim with the two texts that speak against each other on it, as first pages and comparisons open with it."""

from __future__ import annotations

from builder.model.base import ClaimId
from builder.pages.kinds import At
from builder.pages.parts.answers import answer_line
from builder.pages.parts.facing import facing_view
from builder.pages.parts.links import numbered_link
from builder.pages.parts.readings import claim_reading, finding_views
from builder.pages.shapes.claims import FacedClaim


def faced_claim(at: At, claim: ClaimId) -> FacedClaim | None:
    """Return a claim with one quotation of each of two texts, or None where no two texts speak against each other."""
    facing = facing_view(at, claim, brief=True)
    if facing is None:
        return None
    record = at.library.claims[claim]
    return FacedClaim(
        id=claim,
        claim=numbered_link(at, "claim", claim),
        reading=claim_reading(at.context, claim),
        answer=answer_line(at.context, record),
        findings=finding_views(record),
        facing=facing,
    )
