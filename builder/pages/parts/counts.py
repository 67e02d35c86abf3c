"""The origins line: how many texts, how many named origins, how many without one, and what is not established.

Numbers of texts are never a number of confirmations, so the line always ends with what is known of independence.
"""

from __future__ import annotations

from builder.analysis.claimfindings import ClaimFindings, IndependenceStatus, NamedOrigin, PositionSupport
from builder.model.base import ClaimId
from builder.model.claim import Claim
from builder.pages.kinds import Context
from builder.pages.parts.links import source_view
from builder.pages.shapes.claims import OriginUseView, SupportView
from builder.pages.shapes.small import CountPart, CountsView, Link
from builder.paths import SitePath

NOT_ESTABLISHED = CountPart(None, "independence not established")


def count_part(number: int, singular: str, plural: str) -> CountPart:
    """Return a number with its words; the number is for the eye to find."""
    return CountPart(f"{number:,}", singular if number == 1 else plural)


def origins_line(context: Context, claim: ClaimId) -> CountsView:
    """Return articles, named origins and articles without one, for the texts that take a side."""
    findings = context.findings.claims[claim]
    return CountsView(tuple(_origin_parts(findings)))


def _origin_parts(findings: ClaimFindings) -> list[CountPart]:
    line = findings.origins
    if not line.articles:
        return [CountPart(None, "no article takes a side")]
    parts = [count_part(len(line.articles), "article", "articles")]
    parts.append(
        count_part(len(line.named), "named origin", "named origins")
        if line.named
        else CountPart(None, "no named origin")
    )
    if line.without:
        parts.append(CountPart(f"{len(line.without):,}", _without_words(len(line.described))))
    if findings.independence_open:
        parts.append(NOT_ESTABLISHED)
    return parts


def _without_words(described: int) -> str:
    if not described:
        return "without stated origin"
    return f"without stated origin, {described} of them with a source described and not named"


def origins_words(context: Context, claim: ClaimId) -> str:
    """Return the origins line as plain words for a card."""
    parts = origins_line(context, claim).parts
    return " · ".join(" ".join(filter(None, (part.number, part.words))) for part in parts)


def origin_uses(context: Context, page: SitePath, claim: ClaimId) -> tuple[OriginUseView, ...]:
    """Return the named origins of a claim, each with the texts whose words rest on it."""
    findings = context.findings.claims[claim]
    return tuple(_origin_use(context, page, findings, origin) for origin in findings.origins.named)


def _origin_use(
    context: Context, page: SitePath, findings: ClaimFindings, origin: NamedOrigin
) -> OriginUseView:
    articles = dict.fromkeys(
        saying.article
        for saying in findings.sayings
        if saying.counts and saying.origin is not None and saying.origin.key == origin.key
    )
    name = (
        Link(context.href(page, *origin.record), context.library.name_of(*origin.record))
        if origin.record
        else Link(None, origin.what or "")
    )
    what = origin.what if origin.record else None
    return OriginUseView(name, what, tuple(source_view(context, page, article) for article in articles))


def support_views(context: Context, claim: Claim) -> tuple[SupportView, ...]:
    """Return what is known of independence for each position that several texts share."""
    findings = context.findings.claims[ClaimId(claim.id)]
    return tuple(
        SupportView(claim.positions.get(support.position or ""), _support_parts(support))
        for support in findings.support
        if support.independence is not IndependenceStatus.NOTHING_TO_ESTABLISH
    )


def _support_parts(support: PositionSupport) -> tuple[CountPart, ...]:
    articles = count_part(len(support.articles), "article", "articles")
    if support.independence is IndependenceStatus.ESTABLISHED:
        return articles, CountPart(None, "independence recorded by the editors")
    return articles, NOT_ESTABLISHED
