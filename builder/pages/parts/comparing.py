"""What every comparison page shows, be it an editor's or made for an event: the same parts from claims and texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from builder.model.base import ArticleId, ClaimId
from builder.model.claim import Disagreement, Reading
from builder.pages.kinds import Context
from builder.pages.parts.chain import chain_view
from builder.pages.parts.counts import count_part
from builder.pages.parts.facing import facing_sayings, facing_view
from builder.pages.parts.ladder import hardening_words, ladder_view
from builder.pages.parts.links import numbered_link
from builder.pages.parts.matrix import matrix_view
from builder.pages.parts.naming import naming_views
from builder.pages.parts.quotes import appearance_quote
from builder.pages.parts.readings import claim_reading
from builder.pages.parts.records import contents_of
from builder.pages.parts.rows import article_rows
from builder.pages.parts.silences import silences_among
from builder.pages.shapes.claims import ClaimQuotesView, FacedClaim, NamingView, SilenceView
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.pictures import OriginView
from builder.pages.shapes.small import CountsView, Link, NumberedLink
from builder.pages.shapes.tables import LadderView, MatrixView
from builder.paths import SitePath

MAX_FACING = 4
"""So many conflicts are shown text against text; the matrix and the quotations have all of them."""
MAX_LADDERS = 4
"""So many ladders of certainty; each claim's own page has its ladder."""


@dataclass(frozen=True, slots=True)
class FirmnessView:
    """A claim that texts put with different certainty."""

    claim: NumberedLink
    lead: str | None
    ladder: LadderView


@dataclass(frozen=True, slots=True)
class ComparisonParts:
    """The parts of a comparison page, each None or empty where the dossier has nothing for it."""

    counts: CountsView
    contents: tuple[Link, ...]
    faced: tuple[FacedClaim, ...]
    matrix: MatrixView | None
    quotes: tuple[ClaimQuotesView, ...]
    firmness: tuple[FirmnessView, ...]
    naming: tuple[NamingView, ...]
    chains: tuple[OriginView, ...]
    silences: tuple[SilenceView, ...]
    articles: tuple[RowView, ...]


def comparison_parts(
    context: Context, page: SitePath, title: str, claims: Sequence[ClaimId], articles: Iterable[ArticleId]
) -> ComparisonParts:
    """Return the parts for these claims, in the order to read them, and these texts."""
    columns = context.findings.in_article_order(articles)
    shown = frozenset(columns)
    faced = _faced(context, page, claims, shown)
    matrix = matrix_view(
        context, page, claims, columns, caption=f"Claims of “{title}”, by text, in date order."
    )
    quotes = _quotes(context, page, claims, shown)
    firmness = _firmness(context, page, claims)
    naming = naming_views(context, page, columns)
    chains = tuple(filter(None, (chain_view(context, page, article) for article in columns)))
    silences = silences_among(context, page, claims, columns)
    sections = (
        ("#contested", "What is contested", faced),
        ("#matrix", "Claim by text", matrix),
        ("#sentences", "Sentence by sentence", quotes),
        ("#certainty", "How firmly", firmness),
        ("#naming", "Names", naming),
        ("#relied", "Who relied on whom", chains),
        ("#silent", "Who is silent", silences),
        ("#articles", "Articles", columns),
    )
    return ComparisonParts(
        counts=_counts(context, claims, columns),
        contents=contents_of(tuple(Link(href, label) for href, label, present in sections if present)),
        faced=faced,
        matrix=matrix,
        quotes=quotes,
        firmness=firmness,
        naming=naming,
        chains=chains,
        silences=silences,
        articles=article_rows(context, page, columns),
    )


def _counts(context: Context, claims: Sequence[ClaimId], articles: tuple[ArticleId, ...]) -> CountsView:
    contested = [claim for claim in claims if context.findings.claims[claim].reading is Reading.CONFLICT]
    counts = (
        (len(articles), "article", "articles"),
        (len(claims), "claim", "claims"),
        (len(contested), "in conflict", "in conflict"),
    )
    return CountsView(tuple(count_part(*count) for count in counts if count[0]))


def _faced(
    context: Context, page: SitePath, claims: Sequence[ClaimId], shown: frozenset[ArticleId]
) -> tuple[FacedClaim, ...]:
    contested = (claim for claim in claims if context.findings.claims[claim].reading is Reading.CONFLICT)
    found = (_faced_claim(context, page, claim, shown) for claim in contested)
    return tuple(each for each in found if each is not None)[:MAX_FACING]


def _faced_claim(
    context: Context, page: SitePath, claim: ClaimId, shown: frozenset[ArticleId]
) -> FacedClaim | None:
    sides = facing_sayings(context, claim)
    if sides is None or not shown.issuperset(side[0].article for side in sides):
        return None
    facing = facing_view(context, page, claim, brief=True)
    assert facing is not None, "two sides face each other"
    return FacedClaim(
        claim, numbered_link(context, page, "claim", claim), claim_reading(context, claim), facing
    )


def _quotes(
    context: Context, page: SitePath, claims: Sequence[ClaimId], shown: frozenset[ArticleId]
) -> tuple[ClaimQuotesView, ...]:
    views = (
        ClaimQuotesView(
            anchor=f"sentences-{claim}",
            claim=numbered_link(context, page, "claim", claim),
            quotes=tuple(
                appearance_quote(context, page, context.library.claims[claim], saying.index)
                for saying in context.findings.claims[claim].sayings
                if saying.article in shown
            ),
        )
        for claim in claims
    )
    return tuple(view for view in views if view.quotes)


def _firmness(context: Context, page: SitePath, claims: Sequence[ClaimId]) -> tuple[FirmnessView, ...]:
    """The ladders that say most: a text hardens or certainty is disputed; where there is none, the others."""
    told = [claim for claim in claims if _certainty_is_told(context, claim)]
    ladders = ((claim, ladder_view(context, page, claim)) for claim in (told or claims))
    views = (
        FirmnessView(numbered_link(context, page, "claim", claim), hardening_words(context, claim), ladder)
        for claim, ladder in ladders
        if ladder is not None
    )
    return tuple(islice(views, MAX_LADDERS))


def _certainty_is_told(context: Context, claim: ClaimId) -> bool:
    findings = context.findings.claims[claim]
    return Disagreement.CERTAINTY in findings.disagreement or any(
        saying.hardens for saying in findings.sayings
    )
