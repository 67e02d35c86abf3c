"""Long lists on several pages of a fixed number of rows, each page named by what it holds: years, initials, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from builder.model.edtf import Edtf
from builder.pages.kinds import At, Subject
from builder.pages.shapes.small import Link
from builder.paths import SitePath

ROWS = 500
"""Rows on one page of a list."""
UNDATED = "date unknown"
_Row = TypeVar("_Row")


def page_subjects(rows: int) -> tuple[Subject, ...]:
    """Return the subjects of a list of so many rows: the first page is the empty subject, then "2", "3" …"""
    pages = -(-rows // ROWS)
    return tuple("" if number == 1 else str(number) for number in range(1, pages + 1))


def page_path(folder: str, subject: Subject) -> SitePath:
    """Return where a page of a list lives: `articles/index.html`, `articles/page-2.html`."""
    return SitePath(f"{folder}/index.html" if not subject else f"{folder}/page-{subject}.html")


def year_of(edtf: Edtf) -> str:
    """Return the year under which a date stands in a list by date."""
    return str(edtf.listed_at.year) if edtf.listed_at else UNDATED


class Paging(Generic[_Row]):
    """A list cut into pages. `label` gives of a row what tells it from rows far away: its year, its initial."""

    def __init__(self, rows: Sequence[_Row], label: Callable[[_Row], str]) -> None:
        self._rows = rows
        self._label = label
        self._subjects = page_subjects(len(rows))

    def rows(self, subject: Subject) -> Sequence[_Row]:
        """Return the rows that stand on one page."""
        first = (int(subject or "1") - 1) * ROWS
        return self._rows[first : first + ROWS]

    def title(self, title: str, subject: Subject) -> str:
        """Return the title of a page: that of the list, and behind the first page what the page holds."""
        return f"{title}, {self._names()[subject]}" if subject else title

    def links(self, at: At, kind: str) -> tuple[Link, ...]:
        """Return links to all pages, the present one without address; nothing where there is one page only."""
        if len(self._subjects) < 2:
            return ()
        return tuple(
            Link(None if at.routes.path(kind, subject) == at.page else at.href(kind, subject), name)
            for subject, name in self._names().items()
        )

    def _names(self) -> dict[Subject, str]:
        """What each page holds, from its first row to its last; pages that hold the same are numbered."""
        pages = {subject: self.rows(subject) for subject in self._subjects}
        held = {
            subject: _range(self._label(rows[0]), self._label(rows[-1])) for subject, rows in pages.items()
        }
        many, reached = Counter(held.values()), Counter[str]()
        names: dict[Subject, str] = {}
        for subject, name in held.items():
            reached[name] += 1
            names[subject] = f"{name}, part {reached[name]}" if many[name] > 1 else name
        return names


def _range(first: str, last: str) -> str:
    if first == last:
        return first
    return f"{first}–{last}" if first.isdigit() and last.isdigit() else f"{first} – {last}"
