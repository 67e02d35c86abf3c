"""What is said on somebody's word: the statements that texts attribute to an entity or outlet."""

from __future__ import annotations

from builder.pages.kinds import Context
from builder.pages.parts.links import numbered_link
from builder.pages.parts.quotes import appearance_quote
from builder.pages.parts.readings import claim_reading
from builder.pages.shapes.lists import BacklinkView
from builder.paths import SitePath


def attributions(context: Context, page: SitePath, kind: str, record_id: str) -> tuple[BacklinkView, ...]:
    """Return each statement that rests on the word of a record, with its sentence, by date of the article."""
    sayings = context.findings.backlinks.sayings_by_source.get((kind, record_id), ())
    return tuple(
        BacklinkView(
            title=numbered_link(context, page, "claim", saying.claim),
            quote=appearance_quote(context, page, saying),
            reading=claim_reading(context, saying.claim),
        )
        for saying in sayings
    )
