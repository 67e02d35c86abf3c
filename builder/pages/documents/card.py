"""The picture of the dossier for those who are sent a link to it: which texts say what, as a table of signs."""

from __future__ import annotations

from builder.analysis.claimfindings import Cell
from builder.model.base import ArticleId, ClaimId
from builder.pages.documents.kinds import DocumentKind, SignedRow
from builder.pages.kinds import Context
from builder.paths import SitePath

PATH = SitePath("card.png")
MOST_CLAIMS, MOST_TEXTS = 6, 8
"""What is still told apart where messengers make the picture as wide as a thumb; the link beside it leads to all."""


def card_rows(context: Context) -> tuple[SignedRow, ...]:
    """Return the featured claims, then others by agenda, with each first stance; without claims the texts alone."""
    library, findings = context.library, context.findings
    if not library.claims:
        return tuple((len(library.title_of(text).text), ()) for text in findings.article_order[:MOST_CLAIMS])
    claims = tuple(dict.fromkeys((*library.dossier.featured, *findings.in_agenda_order(library.claims))))
    shown = tuple(ClaimId(claim) for claim in claims[:MOST_CLAIMS])
    speaking = {saying.article for claim in shown for saying in findings.claims[claim].sayings}
    texts = findings.in_article_order(ArticleId(article) for article in speaking)[:MOST_TEXTS]
    return tuple(
        (
            len(library.claims[claim].statement),
            tuple(_sign(findings.cell(claim, article)) for article in texts),
        )
        for claim in shown
    )


def _sign(cell: Cell) -> str:
    return cell.sayings[0].appearance.stance.value if cell.sayings else cell.kind.value


CARD = DocumentKind(PATH, card_rows, absolute=True)
