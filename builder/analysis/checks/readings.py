"""Whether readings and positions are such as their appearances allow."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.checks.told import error, listed, warning
from builder.analysis.findings import Findings
from builder.analysis.readings import counted, disagreement_fault
from builder.diagnostics import Diagnostic, Places
from builder.model.base import ClaimId
from builder.model.claim import Claim, Reading, Stance
from builder.model.library import Library

_TAKES_POSITION = frozenset({Stance.ASSERTS, Stance.ATTRIBUTES, Stance.IMPLIES})


def forbidden_readings(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """A written reading is one that the appearances allow."""
    for claim in library.claims.values():
        allowed = findings.claims[_id(claim)].allowed
        if claim.reading is None or claim.reading in allowed:
            continue
        yield error(
            places,
            claim,
            ("reading",),
            "forbidden-reading",
            f"the reading `{claim.reading}` is not possible: {_why(claim, allowed)}",
            _way_out(allowed),
        )


def missing_readings(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Where several readings are possible the editor says which one holds."""
    for claim in library.claims.values():
        allowed = findings.claims[_id(claim)].allowed
        if claim.reading is None and len(allowed) > 1:
            yield error(
                places,
                claim,
                (),
                "missing-reading",
                f"the claim needs a `reading`: {_why(claim, allowed)}",
                f"write `reading:` {listed([f'`{reading}`' for reading in allowed], 'or')}",
            )


def disagreements(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """A reading that names a disagreement has one, the others have none."""
    for claim in library.claims.values():
        if claim.reading is not None and claim.reading not in findings.claims[_id(claim)].allowed:
            continue
        fault = disagreement_fault(claim)
        if fault is not None:
            hint = (
                "remove `disagreement`"
                if claim.disagreement
                else "add `disagreement: [number]`, or the word of the list that fits"
            )
            path = ("disagreement",) if claim.disagreement else ("reading",)
            yield error(places, claim, path, "bad-disagreement", fault, hint)


def missing_positions(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Where a claim has positions, an appearance that says so says which."""
    for claim in library.claims.values():
        for index, appearance in enumerate(claim.appearances):
            if claim.positions and appearance.position is None and appearance.stance in _TAKES_POSITION:
                yield warning(
                    places,
                    claim,
                    ("appearances", index),
                    "missing-position",
                    f"the appearance of `{appearance.article}` takes none of the claim's positions",
                    f"add `position:` {listed([f'`{each}`' for each in claim.positions], 'or')}",
                )


def unused_positions(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Every position of a claim is some article's."""
    for claim in library.claims.values():
        taken = {appearance.position for appearance in claim.appearances if appearance.position}
        if not taken <= claim.positions.keys():
            continue  # a misspelt position, told already, may be the one that seems unused
        for position in claim.positions:
            if position not in taken:
                yield warning(
                    places,
                    claim,
                    ("positions", position),
                    "unused-position",
                    f"no appearance takes the position `{position}`",
                    "remove it, or add the appearance that takes it",
                )


def _id(claim: Claim) -> ClaimId:
    return ClaimId(claim.id)


def _why(claim: Claim, allowed: tuple[Reading, ...]) -> str:
    sides = counted(claim)
    if not sides:
        return "no appearance takes a side"
    if allowed == (Reading.ONE_ARTICLE,):
        return f"only `{sides[0].article}` takes a side"
    if allowed == (Reading.CONFLICT,):
        return "an appearance disputes or contradicts it"
    if len(allowed) > 2:
        return "the articles take several positions"
    return "an article doubts what another says" if len(allowed) > 1 else "all articles take one side"


def _way_out(allowed: tuple[Reading, ...]) -> str:
    if not allowed:
        return "remove `reading`"
    if len(allowed) == 1:
        return f"write `{allowed[0]}` or leave `reading` out"
    return f"write {listed([f'`{reading}`' for reading in allowed], 'or')}"
