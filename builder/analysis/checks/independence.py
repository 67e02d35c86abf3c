"""Whether findings of independence hold, and whether claims say more than their origins bear."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from builder.analysis.checks.told import error, listed, warning
from builder.analysis.claimfindings import RecordKey
from builder.analysis.findings import Findings
from builder.analysis.independence import SAYS_SO, Upstream, meeting_points
from builder.diagnostics import Diagnostic, Places
from builder.model.assessment import Credibility
from builder.model.base import ClaimId
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library

_MOST_MEETING = 100
"""Pairs of one finding that are told: each of them is enough to refuse it."""
_MOST_NAMED = 10
"""Origins that a message names."""


def meeting_chains(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Articles that an independence record joins share no origin."""
    upstream = Upstream(library)
    for claim in library.claims.values():
        for index, record in enumerate(claim.independence):
            meeting = islice(meeting_points(library, claim, record, upstream), _MOST_MEETING)
            for one, other, shared in meeting:
                names = listed([_name(library, key) for key in shared[:_MOST_NAMED]])
                yield error(
                    places,
                    claim,
                    ("independence", index, "between"),
                    "chains-meet",
                    f"`{one}` and `{other}` cannot be independent here: both rest on {names}",
                    "remove the record, or mend the `origins` of the articles",
                )


def independence_members(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """An independence record joins two or more articles that appear in the claim."""
    for claim in library.claims.values():
        appearing = {appearance.article for appearance in claim.appearances}
        for index, record in enumerate(claim.independence):
            path = ("independence", index, "between")
            if len(frozenset(record.between)) < 2:
                yield error(
                    places,
                    claim,
                    path,
                    "bad-independence",
                    "independence is a finding about two or more articles",
                    "name two articles",
                )
            for position, article in enumerate(record.between):
                if article not in appearing:
                    yield error(
                        places,
                        claim,
                        (*path, position),
                        "bad-independence",
                        f"`{article}` has no appearance in this claim",
                        "add its appearance, or take it out of `between`",
                    )


def unfounded_confirmation(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Credibility 1, "confirmed by independent sources", rests on an independence record."""
    for claim in library.claims.values():
        support = findings.claims[ClaimId(claim.id)].support
        for index, assessment in enumerate(claim.assessments):
            if assessment.credibility is not Credibility.CONFIRMED:
                continue
            judged = [held for held in support if assessment.position in (None, held.position)]
            if not any(held.records for held in judged):
                yield error(
                    places,
                    claim,
                    ("assessments", index, "credibility"),
                    "unfounded-confirmation",
                    "credibility 1 needs an `independence` record that joins articles which say so",
                    "add the record with its basis, or write 2",
                )


def one_named_origin(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Several articles that name one origin between them are one source, as far as readers can see."""
    for claim in library.claims.values():
        found = findings.claims[ClaimId(claim.id)]
        named_by: dict[str | None, dict[RecordKey, None]] = {}
        for saying in found.sayings:
            if saying.origin is not None and saying.stance in SAYS_SO:
                named_by.setdefault(saying.appearance.position, {})[saying.origin.key] = None
        for held in found.support:
            named = named_by.get(held.position, {})
            if len(held.articles) > 1 and len(named) == 1 and not held.records:
                yield warning(
                    places,
                    claim,
                    ("appearances",),
                    "one-named-origin",
                    f"{len(held.articles)} articles say so{_where(held.position)} and name one origin only, "
                    f"{_name(library, next(iter(named)))}",
                    "look for another origin, or acknowledge it",
                )


def _where(position: str | None) -> str:
    return f" (position `{position}`)" if position else ""


def _name(library: Library, key: RecordKey) -> str:
    kind, record_id = key
    if kind in RECORD_KINDS and record_id in library.records(kind):
        return f"{library.name_of(kind, record_id)} ({kind} `{record_id}`)"
    return f"“{record_id}”"
