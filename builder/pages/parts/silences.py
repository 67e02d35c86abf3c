"""Which texts say nothing of which claims; told only where an editor has signed to have read them."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.claimfindings import CellKind
from builder.analysis.findings import Silence
from builder.model.base import ArticleId, ClaimId, TopicId
from builder.pages.kinds import Context
from builder.pages.parts.links import numbered_link, source_view
from builder.pages.parts.rows import title_link
from builder.pages.parts.words import counted
from builder.pages.shapes.claims import SilenceView
from builder.paths import SitePath


def topic_silences(context: Context, page: SitePath, topic: TopicId) -> tuple[SilenceView, ...]:
    """Return the texts of a topic that leave out some of its claims, by date."""
    silences = context.findings.topic_silences.get(topic, ())
    return tuple(_silence(context, page, silence) for silence in silences if silence.silent)


def silences_among(
    context: Context, page: SitePath, claims: Iterable[ClaimId], articles: Iterable[ArticleId]
) -> tuple[SilenceView, ...]:
    """Return the texts among `articles` that leave out some of `claims`, by date."""
    ordered = context.findings.in_agenda_order(claims)
    found = (
        _silence_of(context, article, ordered) for article in context.findings.in_article_order(articles)
    )
    return tuple(_silence(context, page, silence) for silence in found if silence.silent)


def _silence_of(context: Context, article: ArticleId, claims: tuple[ClaimId, ...]) -> Silence:
    kinds = {claim: context.findings.cell(claim, article).kind for claim in claims}
    silent = tuple(claim for claim, kind in kinds.items() if kind is CellKind.SILENT)
    return Silence(article, silent, ())


def _silence(context: Context, page: SitePath, silence: Silence) -> SilenceView:
    return SilenceView(
        source=source_view(context, page, silence.article),
        title=title_link(context, page, silence.article),
        count=f"silent on {counted(len(silence.silent), 'claim')}",
        silent=tuple(numbered_link(context, page, "claim", claim) for claim in silence.silent),
    )
