"""The number of a claim, as it stands behind the words that serve it as evidence."""

from __future__ import annotations

from builder.pages.kinds import Context
from builder.pages.parts.links import numbered_link
from builder.pages.shapes.texts import TagView
from builder.paths import SitePath

UNNUMBERED = "claim"
"""What stands there where a claim has no number."""


def claim_tags(context: Context, page: SitePath, claim_id: str) -> tuple[TagView, ...]:
    """Return the tag of a claim, or nothing where the claim has no page."""
    claim = numbered_link(context, page, "claim", claim_id)
    if claim.link.href is None:
        return ()
    label = claim.number or UNNUMBERED
    words = f"{label}: {claim.link.label}" if claim.number else claim.link.label
    return (TagView(label, claim.link.href, f"Evidence for {words}"),)
