"""Whether it is on record who read what, and whether an article could know of what it tells."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.checks.told import warning
from builder.analysis.findings import Findings
from builder.diagnostics import Diagnostic, Places
from builder.model.base import ClaimId
from builder.model.claim import Claim, ClaimKind, Stance
from builder.model.library import Library

_MAY_BE_EARLIER = frozenset({ClaimKind.CHRONOLOGY, ClaimKind.PREDICTION})


def uncoded_claims(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """A claim says who read which articles for it; without that nothing can be called silent."""
    for claim in library.claims.values():
        if claim.coded is None and claim.appearances:
            yield warning(
                places,
                claim,
                (),
                "not-coded",
                "nobody signs which articles were read for this claim, so none can be called silent",
                "add `coded: {by: …, date: …, articles: […]}`",
            )


def uncoded_appearances(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """An article that appears in a claim is among those read for it."""
    for claim in library.claims.values():
        if claim.coded is None:
            continue
        for index, article in _first_appearances(claim):
            if article not in claim.coded.articles:
                yield warning(
                    places,
                    claim,
                    ("appearances", index, "article"),
                    "appearance-not-coded",
                    f"`{article}` appears here and is not among the articles read for the claim",
                    f"add `{article}` to `coded.articles`",
                )


def early_appearances(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """No article reports an event before it happens; it may contradict, foretell or tell of before."""
    for claim in library.claims.values():
        if claim.kind in _MAY_BE_EARLIER:
            continue
        begins = findings.cell_sources[_id(claim)].event_from
        for index, appearance in enumerate(claim.appearances):
            until = findings.article_until.get(appearance.article)
            if begins is None or until is None or appearance.stance is Stance.CONTRADICTS:
                continue
            if until < begins:
                yield warning(
                    places,
                    claim,
                    ("appearances", index),
                    "appearance-before-event",
                    f"`{appearance.article}` was published before the claim's event `{claim.event}`",
                    "check the two dates, or the claim's `event`",
                )


def _first_appearances(claim: Claim) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for index, appearance in enumerate(claim.appearances):
        if appearance.article not in seen:
            seen.add(appearance.article)
            yield index, appearance.article


def _id(claim: Claim) -> ClaimId:
    return ClaimId(claim.id)
