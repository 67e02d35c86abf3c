"""The number of a claim, as it stands behind the words that serve it as evidence."""

from __future__ import annotations

from builder.pages.kinds import At
from builder.pages.parts.links import numbered_link
from builder.pages.shapes.texts import TagView

UNNUMBERED = "claim"
"""What stands there where a claim has no number."""


def claim_tags(at: At, claim_id: str) -> tuple[TagView, ...]:
    """Return the tag of a claim, or nothing where the claim has no page."""
    claim = numbered_link(at, "claim", claim_id)
    if claim.link.href is None:
        return ()
    label = claim.number or UNNUMBERED
    words = f"{label}: {claim.link.label}" if claim.number else claim.link.label
    return (TagView(label, claim.link.href, f"Evidence for {words}"),)
