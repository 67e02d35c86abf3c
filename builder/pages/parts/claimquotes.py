"""The quotations of claims, text by text, as comparisons have them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from builder.analysis.claimfindings import Saying
from builder.analysis.findings import Findings
from builder.model.base import ArticleId, ClaimId
from builder.pages.kinds import At
from builder.pages.parts.links import numbered_link
from builder.pages.parts.quotes import appearance_quote
from builder.pages.shapes.claims import ClaimQuotesView

MOST = 60
"""Quotations under one heading: those of a claim that very many texts speak to stand under several."""


class ClaimSayings(Struct, frozen=True):
    """Some of what texts say of one claim, by date; `part` counts from 1."""

    claim: ClaimId
    part: int
    sayings: tuple[Saying, ...]


def sayings_among(
    findings: Findings, claim: ClaimId, articles: frozenset[ArticleId]
) -> Iterator[ClaimSayings]:
    """Yield what some texts say of a claim, so much at a time as stands under one heading."""
    found = [saying for saying in findings.claims[claim].sayings if saying.article in articles]
    for part, start in enumerate(range(0, len(found), MOST), start=1):
        yield ClaimSayings(claim, part, tuple(found[start : start + MOST]))


def claim_quotes(at: At, said: ClaimSayings) -> ClaimQuotesView:
    """Return the quotations under the claim that they are for."""
    return ClaimQuotesView(
        anchor=f"sentences-{said.claim}" + (f"-{said.part}" if said.part > 1 else ""),
        claim=numbered_link(at, "claim", said.claim),
        quotes=tuple(appearance_quote(at, saying) for saying in said.sayings),
    )
