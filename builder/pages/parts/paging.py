"""Long lists on several pages of a fixed number of rows, each page named by what it holds: years, initials, counts.

By name alone the first screen of a large dossier would tell nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Generic, TypeVar

from builder.languages import name_order
from builder.model.base import ArticleId, OutletId, TopicId
from builder.model.edtf import Edtf
from builder.pages.kinds import At, Subject
from builder.pages.shapes.small import Link
from builder.paths import SitePath
from builder.wording import marked, say, say_many

ROWS = 250
"""Rows on one page of a list: with a summary of some lines each they stay below 300 KB."""
ENOUGH_TO_FILTER = 24
"""With fewer rows the eye is as fast as a field to type in."""
UNDATED = marked("date unknown")
_Row = TypeVar("_Row")


PROSE_ROWS = 100
"""The same where each row has prose of several lines, up to 3 KB."""


def page_subjects(rows: int, most: int = ROWS) -> tuple[Subject, ...]:
    """Return the subjects of a list of so many rows: the first page is the empty subject, then "2", "3" …"""
    return subjects_of(cuts([1] * rows, most))


def subjects_of(pages: Sequence[slice]) -> tuple[Subject, ...]:
    """Return the subjects of so many pages."""
    return tuple("" if number == 1 else str(number) for number in range(1, len(pages) + 1))


def cuts(weights: Iterable[int], most: int = ROWS) -> tuple[slice, ...]:
    """Return which rows stand on each page, in order: as many as weigh `most` together, and one at least."""
    found: list[slice] = []
    first = held = end = 0
    for place, weight in enumerate(weights):
        if place > first and held + weight > most:
            found.append(slice(first, place))
            first, held = place, 0
        held, end = held + weight, place + 1
    return (*found, slice(first, end)) if end else ()


def page_path(folder: str, subject: Subject) -> SitePath:
    """Return where a page of a list lives: `articles/index.html`, `articles/page-2.html`."""
    return SitePath(f"{folder}/index.html" if not subject else f"{folder}/page-{subject}.html")


def year_of(edtf: Edtf) -> str:
    """Return the year under which a date stands in a list by date."""
    return str(edtf.listed_at.year) if edtf.listed_at else say(UNDATED)


def filter_words(rows: int) -> str | None:
    """Return the label of the field that filters the rows of a page; None where they are too few to need one."""
    if rows <= ENOUGH_TO_FILTER:
        return None
    return say_many("Filter the {count} row of this page", "Filter the {count} rows of this page", rows)


class Paging(Generic[_Row]):
    """A list cut into pages. `label` gives of a row what tells it from rows far away: its year, its initial.

    Each page has `ROWS` rows, or those that `pages` says.
    """

    def __init__(
        self, rows: Sequence[_Row], label: Callable[[_Row], str], pages: Sequence[slice] | None = None
    ) -> None:
        self._rows = rows
        self._label = label
        self._pages = cuts([1] * len(rows)) if pages is None else pages
        self._subjects = subjects_of(self._pages)

    def rows(self, subject: Subject) -> Sequence[_Row]:
        """Return the rows that stand on one page."""
        return self._rows[self._pages[int(subject or "1") - 1]] if self._pages else ()

    def title(self, title: str, subject: Subject) -> str:
        """Return the title of a page: that of the list, and behind the first page what the page holds."""
        return say("{list}, {part}", list=title, part=self._names()[subject]) if subject else title

    def links(self, at: At, kind: str, record: Subject = "") -> tuple[Link, ...]:
        """Return links to all pages, the present one without address; nothing where there is one page only.

        `record` is whose list it is, where a kind has lists of several records.
        """
        if len(self._subjects) < 2:
            return ()
        named = ((":".join(filter(None, (record, subject))), name) for subject, name in self._names().items())
        return tuple(
            Link(None if at.routes.path(kind, each) == at.page else at.href(kind, each), name)
            for each, name in named
        )

    def _names(self) -> dict[Subject, str]:
        """What each page holds, from its first row to its last; pages that hold the same are numbered."""
        pages = {subject: self.rows(subject) for subject in self._subjects}
        held = {
            subject: range_words(self._label(rows[0]), self._label(rows[-1]))
            for subject, rows in pages.items()
        }
        many, reached = Counter(held.values()), Counter[str]()
        names: dict[Subject, str] = {}
        for subject, name in held.items():
            reached[name] += 1
            numbered = many[name] > 1
            names[subject] = (
                say("{name}, part {number}", name=name, number=reached[name]) if numbered else name
            )
        return names


def range_words(first: str, last: str) -> str:
    """Return what a page holds from its first row to its last: `2012–2014`, `A – D`."""
    if first == last:
        return first
    return f"{first}–{last}" if first.isdigit() and last.isdigit() else f"{first} – {last}"


def ranked_topics(at: At, topics: Iterable[TopicId]) -> tuple[TopicId, ...]:
    """Return topics by how many claims they hold, then texts, then by their latest text, then by name."""
    links, library = at.findings.backlinks, at.library

    def rank(topic: TopicId) -> tuple[int, int, int, tuple[str, str], TopicId]:
        articles = links.articles_by_topic.get(topic, ())
        claims = links.claims_by_topic.get(topic, ())
        latest = _latest(at, articles)
        return (
            -len(claims),
            -len(articles),
            -latest.toordinal(),
            name_order(library.topics[topic].name),
            topic,
        )

    return tuple(sorted(topics, key=rank))


def ranked_outlets(at: At, outlets: Iterable[OutletId]) -> tuple[OutletId, ...]:
    """Return outlets by how many texts of theirs are here, then by the latest of them, then by name."""
    links, library = at.findings.backlinks, at.library

    def rank(outlet: OutletId) -> tuple[int, int, tuple[str, str], OutletId]:
        articles = links.articles_by_outlet.get(outlet, ())
        latest = _latest(at, articles)
        return -len(articles), -latest.toordinal(), name_order(library.outlets[outlet].name), outlet

    return tuple(sorted(outlets, key=rank))


def _latest(at: At, articles: Iterable[ArticleId]) -> date:
    found = (at.library.articles[article].published.edtf.listed_at for article in articles)
    return max((day for day in found if day is not None), default=date.min)
