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
from builder.pages.parts.names import record_name
from builder.pages.parts.quotes import origin_name
from builder.pages.parts.whole import First
from builder.pages.shapes.claims import OriginUseView, SupportView
from builder.pages.shapes.small import CountPart, CountsView, Link
from builder.wording import in_clauses, marked, marked_many, numbered, say, say_many

ARTICLES = marked_many("{count} article", "{count} articles")
NAMED = marked_many("{count} named origin", "{count} named origins")
WITHOUT = marked_many("{count} without stated origin", "{count} without stated origin")
DESCRIBED_TOO = marked_many(
    "{count} without stated origin, {described} of them with a source described and not named",
    "{count} without stated origin, {described} of them with a source described and not named",
)


def count_part(number: int, one: str, many: str, /, **places: object) -> CountPart:
    """Return a number with its words, `{count} article`; where it comes first it is for the eye to find."""
    told, shown = say_many(one, many, number, **places), numbered(number)
    if not told.startswith(shown):
        return CountPart(None, told)
    return CountPart(shown, told.removeprefix(shown).lstrip())


def _not_established() -> CountPart:
    return CountPart(None, say("independence not established"))


def origins_line(context: Context, claim: ClaimId) -> CountsView:
    """Return articles, named origins and articles without one, for the texts that take a side."""
    findings = context.findings.claims[claim]
    return CountsView(tuple(_origin_parts(context, findings)))


def _origin_parts(context: Context, findings: ClaimFindings) -> list[CountPart]:
    line = findings.origins
    if not line.articles:
        return [CountPart(None, say("no article takes a side"))]
    parts = [count_part(len(line.articles), *ARTICLES)]
    parts.append(
        count_part(len(line.named), *NAMED) if line.named else CountPart(None, say("no named origin"))
    )
    if line.meeting:
        parts.append(CountPart(None, _meeting_words(context, line.meeting)))
    if line.described:
        parts.append(count_part(len(line.without), *DESCRIBED_TOO, described=len(line.described)))
    elif line.without:
        parts.append(count_part(len(line.without), *WITHOUT))
    if findings.independence_open:
        parts.append(_not_established())
    return parts


def _meeting_words(context: Context, meeting: tuple[RecordKey, ...]) -> str:
    if len(meeting) == 1:
        return say("their chains meet at {place}", place=origin_name(context, meeting[0]))
    return say_many(
        "their chains meet at {count} place further back",
        "their chains meet at {count} places further back",
        len(meeting),
    )


def origins_words(context: Context, claim: ClaimId) -> str:
    """Return the origins line as plain words for a card."""
    parts = origins_line(context, claim).parts
    return " · ".join(" ".join(filter(None, (part.number, part.words))) for part in parts)


MOST_USES, MOST_SOURCES = 24, 12
"""So many words that a claim rests on, and so many texts of each; the quotations have all."""
OWN_WORDS = marked("No source stated")
NOT_SAID = marked("Does not say who")
LINKED = marked("stands behind another of these in one chain, and counts with it")


def origin_uses(at: At, claim: ClaimId, quotes: str) -> First[OriginUseView]:
    """Return on whose word the texts of a claim speak: named, described, not said, and without any source stated.

    Where they are many the first are shown, each with its first texts; `quotes` leads to the quotations of the claim.
    """
    findings = at.findings.claims[claim]
    linked = {origin.key for origin in findings.origins.linked}
    groups: dict[OriginUseView, dict[ArticleId, None]] = {}
    for saying in findings.sayings:
        if saying.counts:
            for use in _uses(at, saying, linked):
                groups.setdefault(use, {})[saying.article] = None
    last = ("", say(NOT_SAID), say(OWN_WORDS))
    ranked = sorted(groups, key=lambda use: last.index(use.name.label) if use.name.label in last else 0)
    is_cut = len(ranked) > MOST_USES or any(len(articles) > MOST_SOURCES for articles in groups.values())
    words = say_many(
        "All {count} quotation, each with the word that it rests on",
        "All {count} quotations, each with the word that it rests on",
        len(findings.sayings),
    )
    return First(
        tuple(_with_sources(at, use, tuple(groups[use])) for use in ranked[:MOST_USES]),
        Link(quotes, words) if is_cut else None,
    )


def _with_sources(at: At, use: OriginUseView, articles: tuple[ArticleId, ...]) -> OriginUseView:
    left = len(articles) - MOST_SOURCES
    return replace(
        use,
        sources=tuple(source_view(at, article) for article in articles[:MOST_SOURCES]),
        more=say_many("and {count} more text", "and {count} more texts", left) if left > 0 else None,
    )


def _uses(at: At, saying: Saying, linked: set[RecordKey]) -> Iterator[OriginUseView]:
    """What one appearance rests on: a source that it describes, or keeps to itself, and the nearest that is named."""
    attributed, origin = saying.appearance.attributed_to, saying.origin
    if attributed is not None and attributed.described is not None:
        yield OriginUseView(Link(None, attributed.described), say("described in the text"), ())
    elif attributed is not None and attributed.unstated:
        yield OriginUseView(Link(None, say(NOT_SAID)), None, ())
    if origin is not None:
        href = at.href(*origin.record) if origin.record else None
        what = origin.what if origin.record else None
        note = say(LINKED) if origin.key in linked else None
        words = in_clauses((what, note)) or None
        lang = record_name(at.library, *origin.record).lang if origin.record else None
        yield OriginUseView(Link(href, origin_name(at.context, origin.key), lang), words, ())
    elif attributed is None:
        yield OriginUseView(Link(None, say(OWN_WORDS)), None, ())


def support_views(context: Context, claim: Claim) -> tuple[SupportView, ...]:
    """Return what is known of independence for each position that several texts share."""
    findings = context.findings.claims[ClaimId(claim.id)]
    return tuple(
        SupportView(claim.positions.get(support.position or ""), _support_parts(support))
        for support in findings.support
        if support.independence is not IndependenceStatus.NOTHING_TO_ESTABLISH
    )


def _support_parts(support: PositionSupport) -> tuple[CountPart, ...]:
    articles = count_part(len(support.articles), *ARTICLES)
    if support.independence is IndependenceStatus.ESTABLISHED:
        return articles, CountPart(None, say("independence recorded by the editors"))
    return articles, _not_established()
