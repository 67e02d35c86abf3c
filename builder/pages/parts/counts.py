"""The origins line: how many texts, how many named origins, how many without one, and what is not established.

Numbers of texts are never a number of confirmations, so the line always ends with what is known of independence.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from builder.analysis.claimfindings import (
    ClaimFindings,
    IndependenceStatus,
    PositionSupport,
    RecordKey,
    Saying,
)
from builder.model.base import ArticleId, ClaimId
from builder.model.claim import Claim
from builder.pages.kinds import At, Context
from builder.pages.parts.links import source_view
from builder.pages.parts.sourcing import origin_name
from builder.pages.shapes.claims import OriginUseView, SupportView
from builder.pages.shapes.small import CountPart, CountsView, Link

NOT_ESTABLISHED = CountPart(None, "independence not established")


def count_part(number: int, singular: str, plural: str) -> CountPart:
    """Return a number with its words; the number is for the eye to find."""
    return CountPart(f"{number:,}", singular if number == 1 else plural)


def origins_line(context: Context, claim: ClaimId) -> CountsView:
    """Return articles, named origins and articles without one, for the texts that take a side."""
    findings = context.findings.claims[claim]
    return CountsView(tuple(_origin_parts(context, findings)))


def _origin_parts(context: Context, findings: ClaimFindings) -> list[CountPart]:
    line = findings.origins
    if not line.articles:
        return [CountPart(None, "no article takes a side")]
    parts = [count_part(len(line.articles), "article", "articles")]
    parts.append(
        count_part(len(line.named), "named origin", "named origins")
        if line.named
        else CountPart(None, "no named origin")
    )
    if line.meeting:
        parts.append(CountPart(None, f"their chains meet at {_meeting_words(context, line.meeting)}"))
    if line.without:
        parts.append(CountPart(f"{len(line.without):,}", _without_words(len(line.described))))
    if findings.independence_open:
        parts.append(NOT_ESTABLISHED)
    return parts


def _meeting_words(context: Context, meeting: tuple[RecordKey, ...]) -> str:
    return origin_name(context, meeting[0]) if len(meeting) == 1 else f"{len(meeting):,} places further back"


def _without_words(described: int) -> str:
    if not described:
        return "without stated origin"
    return f"without stated origin, {described} of them with a source described and not named"


def origins_words(context: Context, claim: ClaimId) -> str:
    """Return the origins line as plain words for a card."""
    parts = origins_line(context, claim).parts
    return " · ".join(" ".join(filter(None, (part.number, part.words))) for part in parts)


OWN_WORDS = "No source stated"
NOT_SAID = "Does not say who"
DESCRIBED = "described in the text"
LINKED = "stands behind another of these in one chain, and counts with it"


def origin_uses(at: At, claim: ClaimId) -> tuple[OriginUseView, ...]:
    """Return on whose word the texts of a claim speak: named, described, not said, and without any source stated."""
    findings = at.findings.claims[claim]
    linked = {origin.key for origin in findings.origins.linked}
    groups: dict[OriginUseView, dict[ArticleId, None]] = {}
    for saying in findings.sayings:
        if saying.counts:
            for use in _uses(at, saying, linked):
                groups.setdefault(use, {})[saying.article] = None
    ranked = sorted(
        groups, key=lambda use: (use.name.label in (OWN_WORDS, NOT_SAID), use.name.label == OWN_WORDS)
    )
    return tuple(
        replace(use, sources=tuple(source_view(at, article) for article in groups[use])) for use in ranked
    )


def _uses(at: At, saying: Saying, linked: set[RecordKey]) -> Iterator[OriginUseView]:
    """What one appearance rests on: a source that it describes, or keeps to itself, and the nearest that is named."""
    attributed, origin = saying.appearance.attributed_to, saying.origin
    if attributed is not None and attributed.described is not None:
        yield OriginUseView(Link(None, attributed.described), DESCRIBED, ())
    elif attributed is not None and attributed.unstated:
        yield OriginUseView(Link(None, NOT_SAID), None, ())
    if origin is not None:
        href = at.href(*origin.record) if origin.record else None
        what = origin.what if origin.record else None
        note = LINKED if origin.key in linked else None
        words = "; ".join(filter(None, (what, note))) or None
        yield OriginUseView(Link(href, origin_name(at.context, origin.key)), words, ())
    elif attributed is None:
        yield OriginUseView(Link(None, OWN_WORDS), None, ())


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
