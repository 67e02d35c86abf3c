"""What is said on somebody's word: the statements that texts attribute to an entity or outlet."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.claimfindings import Saying
from builder.pages.kinds import At
from builder.pages.parts.links import numbered_link
from builder.pages.parts.quotes import appearance_quote
from builder.pages.parts.readings import claim_reading
from builder.pages.shapes.lists import BacklinkView


def attribution_views(at: At, sayings: Iterable[Saying]) -> tuple[BacklinkView, ...]:
    """Return statements that rest on the word of a record, each with its sentence."""
    return tuple(
        BacklinkView(
            title=numbered_link(at, "claim", saying.claim),
            quote=appearance_quote(at, saying),
            reading=claim_reading(at.context, saying.claim),
        )
        for saying in sayings
    )
