"""Whether it is on record who read what, and whether an article could know of what it tells."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.checks.told import error, warning
from builder.analysis.findings import Findings
from builder.diagnostics import Diagnostic, FieldPath, Places
from builder.model.base import ClaimId
from builder.model.claim import Claim, ClaimKind, Stance
from builder.model.library import Library
from builder.yamltext import scalar

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
                f"add {_signature(library, claim)}, with the articles that were read for it",
            )


def _signature(library: Library, claim: Claim) -> str:
    """Return the line that says who read which articles, with those that appear; the editors look at it."""
    by = scalar(library.dossier.editors[0]) if library.dossier.editors else "A. Editor"
    date = library.dossier.as_of.text if library.dossier.as_of else "2026-05-14"
    articles = ", ".join(dict.fromkeys(str(entry.article) for entry in claim.appearances))
    return f"`coded: {{by: {by}, date: {date}, articles: [{articles}]}}`"


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
                    f"write articles: [{', '.join((*claim.coded.articles, article))}] under `coded`",
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


def unsigned_findings(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """What editors say of a disagreement is printed with a name and a date, or not at all."""
    for claim in library.claims.values():
        for path, message, hint in _unsigned(claim):
            yield error(places, claim, path, "unsigned-finding", message, hint)


def _unsigned(claim: Claim) -> Iterator[tuple[FieldPath, str, str]]:
    found = claim.finding
    if found is not None and (found.by is None) != (found.date is None):
        missing = "by" if found.by is None else "date"
        yield ("finding",), "a finding has both `by` and `date`, or neither", f"add `{missing}: …`"
    elif found is not None and found.by is None and claim.coded is None:
        hint = "write `finding: {says: …, by: …, date: …}`"
        yield ("finding",), "nobody signs this finding", hint
    spoken = [index for index, each in enumerate(claim.disagreement) if each.says is not None]
    if spoken and claim.coded is None:
        articles = ", ".join(dict.fromkeys(appearance.article for appearance in claim.appearances))
        hint = f"add `coded: {{by: …, date: …, articles: [{articles}]}}`"
        yield ("disagreement", spoken[0], "says"), "nobody signs what is said of this disagreement", hint


def _first_appearances(claim: Claim) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for index, appearance in enumerate(claim.appearances):
        if appearance.article not in seen:
            seen.add(appearance.article)
            yield index, appearance.article


def _id(claim: Claim) -> ClaimId:
    return ClaimId(claim.id)
