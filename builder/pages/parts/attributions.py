"""What is said on somebody's word: the statements that texts attribute to an entity or outlet."""

from __future__ import annotations

from builder.pages.kinds import At
from builder.pages.parts.links import numbered_link
from builder.pages.parts.quotes import appearance_quote
from builder.pages.parts.readings import claim_reading
from builder.pages.shapes.lists import BacklinkView


def attributions(at: At, kind: str, record_id: str) -> tuple[BacklinkView, ...]:
    """Return each statement that rests on the word of a record, with its sentence, by date of the article."""
    sayings = at.findings.backlinks.sayings_by_source.get((kind, record_id), ())
    return tuple(
        BacklinkView(
            title=numbered_link(at, "claim", saying.claim),
            quote=appearance_quote(at, saying),
            reading=claim_reading(at.context, saying.claim),
        )
        for saying in sayings
    )
