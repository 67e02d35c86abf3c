"""The number of a claim, as it stands behind the words that serve it as evidence."""

from __future__ import annotations

from builder.pages.kinds import At
from builder.pages.parts.links import numbered_link
from builder.pages.shapes.texts import TagView
from builder.wording import marked, say

UNNUMBERED = marked("claim")
"""What stands there where a claim has no number."""


def claim_tags(at: At, claim_id: str) -> tuple[TagView, ...]:
    """Return the tag of a claim, or nothing where the claim has no page."""
    claim = numbered_link(at, "claim", claim_id)
    if claim.link.href is None:
        return ()
    title = (
        say("Evidence for {number}: {claim}", number=claim.number, claim=claim.link.label)
        if claim.number
        else say("Evidence for {claim}", claim=claim.link.label)
    )
    return (TagView(claim.number or say(UNNUMBERED), claim.link.href, title),)
