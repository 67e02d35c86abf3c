"""Every text that was read for a claim: when it was published, and what it says or does not say."""

from __future__ import annotations

from collections.abc import Sequence

from builder.analysis.claimfindings import Cell, CellKind, Saying
from builder.model.base import ClaimId
from builder.model.claim import Claim
from builder.pages.kinds import At
from builder.pages.parts.dates import statement_view
from builder.pages.parts.links import source_view
from builder.pages.parts.matrix import absent_stance
from builder.pages.parts.places import saying_place
from builder.pages.parts.rows import title_link
from builder.pages.parts.stances import stance_view
from builder.pages.shapes.claims import WitnessesView, WitnessStance, WitnessView
from builder.wording import marked, say, say_many

LEAD = marked("By date.")
LEAD_CODED = marked("By date. Silence is recorded too, and kept apart from texts published before the event.")


def witnesses_view(at: At, claim: Claim, cells: Sequence[Cell]) -> WitnessesView | None:
    """Return some of the texts that speak to a claim, were read for it or report its event; None where there is none.

    Other texts are counted, not listed: a large dossier has thousands of them for every claim.
    """
    if not cells:
        return None
    listed = len(at.findings.cells(ClaimId(claim.id)))
    return WitnessesView(
        lead=say(LEAD_CODED if claim.coded else LEAD),
        caption=say("What each text says of this claim: {claim}", claim=claim.statement),
        heads=(say("Text"), say("Published, and the words it rests on"), say("Stance")),
        rows=tuple(_witness(at, cell) for cell in cells),
        rest=_rest_words(len(at.library.articles) - listed) if claim.coded else None,
    )


def _rest_words(count: int) -> str | None:
    if count <= 0:
        return None
    return say_many(
        "{count} other text of this dossier is not listed: not read for this claim, so nothing is said of their"
        " silence.",
        "{count} other texts of this dossier are not listed: not read for this claim, so nothing is said of their"
        " silence.",
        count,
    )


def _witness(at: At, cell: Cell) -> WitnessView:
    article = cell.article
    published = at.library.articles[article].published
    cue = at.library.quote("article", article, "published", "cue")
    return WitnessView(
        source=source_view(at, article, dated=False),
        title=title_link(at, article),
        date=statement_view(at, published, cue),
        stances=_stances(at, cell),
    )


def _stances(at: At, cell: Cell) -> tuple[WitnessStance, ...]:
    if cell.kind is not CellKind.STANCES:
        return (WitnessStance(absent_stance(cell.kind)),)
    return tuple(_stance(at, saying) for saying in cell.sayings)


def _stance(at: At, saying: Saying) -> WitnessStance:
    href, place = saying_place(at, saying)
    return WitnessStance(stance_view(at.context, saying, noted=False), href, place)
