"""The register of claims: every claim by how the texts relate on it, contested first."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.findings import Findings
from builder.model.library import Library
from builder.pages.kinds import At, PagedView, PageKind, Subject
from builder.pages.parts.answers import GROUP_WORDS
from builder.pages.parts.cards import register_groups
from builder.pages.parts.paging import Paging, filter_words, page_path, page_subjects
from builder.pages.shapes.lists import RegisterGroup
from builder.pages.shapes.small import RecordHeadView
from builder.wording import marked, numbered, say, say_many

STANDFIRST = marked(
    "Every claim of this dossier, grouped by how the texts relate on it. "
    "A reading compares texts with each other; it is no verdict on what is true."
)


class RegisterView(PagedView, frozen=True, kw_only=True):
    """One page of all claims by reading."""

    groups: tuple[RegisterGroup, ...]
    """By reading, contested first; empty in a dossier without claims."""


def claims_view(at: At, subject: Subject) -> RegisterView:
    """Return what the register of claims shows."""
    claims = at.findings.claim_order
    paging = Paging(claims, lambda claim: say(GROUP_WORDS[at.findings.claims[claim].reading]))
    return RegisterView(
        title=paging.title(say("Claims"), subject),
        description=say_many(
            "{count} claim by how the texts relate on them, what is contested first.",
            "{count} claims by how the texts relate on them, what is contested first.",
            len(claims),
        ),
        head=RecordHeadView(
            say("Claims"),
            numbered(len(claims)),
            say("What the texts say of each claim"),
            standfirst=say(STANDFIRST),
        ),
        groups=register_groups(at, paging.rows(subject)),
        pages=paging.links(at, "claims"),
        filter=filter_words(len(paging.rows(subject))),
    )


def _subjects(library: Library, _findings: Findings) -> Iterable[Subject]:
    return page_subjects(len(library.claims))


KIND = PageKind(
    "claims",
    "pages/claims.html",
    "claims",
    _subjects,
    lambda subject: page_path("claims", subject),
    claims_view,
)
