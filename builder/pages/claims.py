"""The register of claims: every claim by how the texts relate on it, contested first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.analysis.findings import Findings
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject
from builder.pages.parts.records import CLAIM_SHAPES
from builder.pages.parts.register import register_groups
from builder.pages.parts.words import counted
from builder.pages.shapes.lists import RegisterGroup
from builder.pages.shapes.small import RecordHeadView
from builder.paths import SitePath

PATH = SitePath("claims/index.html")
STANDFIRST = (
    "Every claim of this dossier, grouped by how the texts relate on it. "
    "A reading compares texts with each other; it is no verdict on what is true."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsView(PageView):
    """All claims by reading."""

    head: RecordHeadView
    groups: tuple[RegisterGroup, ...]


def claims_view(at: At, _subject: Subject) -> ClaimsView:
    """Return what the register of claims shows."""
    claims = at.findings.claim_order
    size = counted(len(claims), "claim")
    return ClaimsView(
        title="Claims",
        description=f"{size} by how the texts relate on them, what is contested first.",
        glyphs=CLAIM_SHAPES,
        head=RecordHeadView(
            "Claims", f"{len(claims):,}", "What the texts say of each claim", standfirst=STANDFIRST
        ),
        groups=register_groups(at, claims),
    )


def _subjects(library: Library, _findings: Findings) -> Iterable[Subject]:
    return ("",) if library.claims else ()


KIND = PageKind("claims", "pages/claims.html", "claims", _subjects, lambda _subject: PATH, claims_view)
