"""Long lists on several pages of a fixed number of rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from builder.pages.kinds import At, Subject
from builder.pages.shapes.small import Link
from builder.paths import SitePath

ROWS = 500
"""Rows on one page of a list."""
_Row = TypeVar("_Row")


def page_subjects(rows: int) -> tuple[Subject, ...]:
    """Return the subjects of a list of so many rows: the first page is the empty subject, then "2", "3" …"""
    pages = -(-rows // ROWS)
    return tuple("" if number == 1 else str(number) for number in range(1, pages + 1))


def page_path(folder: str, subject: Subject) -> SitePath:
    """Return where a page of a list lives: `articles/index.html`, `articles/page-2.html`."""
    return SitePath(f"{folder}/index.html" if not subject else f"{folder}/page-{subject}.html")


def rows_of(rows: Sequence[_Row], subject: Subject) -> Sequence[_Row]:
    """Return the rows that stand on one page of a list."""
    first = (int(subject or "1") - 1) * ROWS
    return rows[first : first + ROWS]


def page_links(at: At, kind: str, rows: int) -> tuple[Link, ...]:
    """Return links to all pages of a list, the present one without address; nothing where there is one page only."""
    subjects = page_subjects(rows)
    if len(subjects) < 2:
        return ()
    links = ((subject or "1", at.routes.path(kind, subject)) for subject in subjects)
    return tuple(
        Link(
            None if path == at.page else at.href(kind, subject if subject != "1" else ""),
            f"Page {subject}",
        )
        for subject, path in links
    )
