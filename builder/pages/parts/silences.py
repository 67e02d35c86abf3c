"""Which texts say nothing of which claims; told only where an editor has signed to have read them."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.claimfindings import CellKind
from builder.analysis.findings import Findings, Silence
from builder.model.base import ArticleId, ClaimId
from builder.pages.kinds import At
from builder.pages.parts.links import numbered_link, source_view
from builder.pages.parts.rows import title_link
from builder.pages.shapes.claims import SilenceView
from builder.wording import say_many


def silences_of(
    findings: Findings, claims: Iterable[ClaimId], articles: Iterable[ArticleId]
) -> tuple[Silence, ...]:
    """Return the texts among `articles` that leave out some of `claims`, by date."""
    ordered = findings.in_agenda_order(claims)
    found = (_silence_of(findings, article, ordered) for article in findings.in_article_order(articles))
    return tuple(silence for silence in found if silence.silent)


def _silence_of(findings: Findings, article: ArticleId, claims: tuple[ClaimId, ...]) -> Silence:
    kinds = {claim: findings.cell(claim, article).kind for claim in claims}
    silent = tuple(claim for claim, kind in kinds.items() if kind is CellKind.SILENT)
    return Silence(article, silent, ())


def silence_views(at: At, silences: Iterable[Silence]) -> tuple[SilenceView, ...]:
    """Return texts with the claims that each leaves out."""
    return tuple(_silence(at, silence) for silence in silences)


def _silence(at: At, silence: Silence) -> SilenceView:
    return SilenceView(
        source=source_view(at, silence.article),
        title=title_link(at, silence.article),
        count=say_many("silent on {count} claim", "silent on {count} claims", len(silence.silent)),
        silent=tuple(numbered_link(at, "claim", claim) for claim in silence.silent),
    )
