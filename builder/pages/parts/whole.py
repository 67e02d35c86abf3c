"""Lists that belong to a record and outgrow its page: the page has the first of them, pages of their own have all.

A record's page stays readable however much belongs to it, and nothing is lost: where its page has not everything, it
says how much there is and leads to where the rest stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from builder.analysis.findings import Findings
from builder.model.library import Library
from builder.pages.kinds import At, Subject
from builder.pages.parts.paging import Paging, cuts, subjects_of
from builder.pages.shapes.small import Link
from builder.pages.shapes.whole import Shown
from builder.wording import say

LINES, LINES_ON_A_PAGE = 24, 200
"""Of lines with a title: so many on the page of their record, so many on a page of their own."""
QUOTES, QUOTES_ON_A_PAGE = 40, 120
"""The same of quotations, each with its stance and source, about 1 KB."""
Rank = tuple[int, ...]
"""What comes first has the smaller numbers."""
_Entry = TypeVar("_Entry")


def alike(_library: Library, _findings: Findings, _entry: object) -> int:
    """Say that every entry weighs the same."""
    return 1


class First(Struct, Generic[_Entry], frozen=True):
    """What a record's page has of a list; `all` leads to the whole list, None where nothing is left out."""

    entries: tuple[_Entry, ...]
    all: Link | None


class WholePage(Struct, frozen=True):
    """One page of a list with so many entries. `told`: `All 312 articles, by date`.

    `pages` are links to all pages, where there are several.
    """

    title: str
    told: str
    shown: Shown
    rows: int
    pages: tuple[Link, ...]


class AnyWhole(Protocol):
    """A list of whatever entries, as its pages need it."""

    @property
    def owner(self) -> str:
        """The page kind of the records."""

    @property
    def part(self) -> str:
        """Its name in addresses."""

    @property
    def name(self) -> str:
        """The name of the page kind."""

    @property
    def title(self) -> str:
        """Its heading, marked for the catalogue."""

    def subjects(self, library: Library, findings: Findings, records: Iterable[str]) -> Iterable[Subject]:
        """Return `record` and `record:2` … for every record whose list outgrows its page."""

    def page(self, at: At, subject: Subject) -> WholePage:
        """Return what one page of a list shows."""


class Whole(Struct, Generic[_Entry], frozen=True):
    """A list that belongs to each record of a kind.

    `owner` is the page kind of the records, `part` the list's name in addresses, `title` its heading, marked, and
    `told` says how many entries of what it has, and that these are all. A record's page has entries that weigh
    `first` together, a page of the list `most`.
    """

    owner: str
    part: str
    title: str
    told: Callable[[int], str]
    entries: Callable[[Library, Findings, str], Sequence[_Entry]]
    shown: Callable[[At, str, Sequence[_Entry]], Shown]
    label: Callable[[At, _Entry], str]
    weight: Callable[[Library, Findings, _Entry], int] = alike
    rank: Callable[[At, _Entry], Rank] | None = None
    """By what entries come first on the record's page, where they stand in the list's own order; else that order."""
    first: int = LINES
    most: int = LINES_ON_A_PAGE

    @property
    def name(self) -> str:
        """The name of the page kind."""
        return f"{self.owner}-{self.part}"

    def subjects(self, library: Library, findings: Findings, records: Iterable[str]) -> Iterable[Subject]:
        """Return `record` and `record:2` … for every record whose list outgrows its page."""
        for record in records:
            weights = self._weights(library, findings, self.entries(library, findings, record))
            if sum(weights) > self.first:
                for page in subjects_of(cuts(weights, self.most)):
                    yield f"{record}:{page}" if page else record

    def pages(self, at: At, record: str) -> Iterator[tuple[Subject, Sequence[_Entry]]]:
        """Yield the subject of every page of one record's list, and what stands there."""
        entries = self.entries(at.library, at.findings, record)
        pages = cuts(self._weights(at.library, at.findings, entries), self.most)
        for page, held in zip(subjects_of(pages), pages, strict=True):
            yield f"{record}:{page}" if page else record, entries[held]

    def paging(self, at: At, record: str) -> Paging[_Entry]:
        """Return the pages of one record's list."""
        entries = self.entries(at.library, at.findings, record)
        pages = cuts(self._weights(at.library, at.findings, entries), self.most)
        return Paging(entries, lambda entry: self.label(at, entry), pages)

    def page(self, at: At, subject: Subject) -> WholePage:
        """Return what one page of a list shows."""
        record, _, page = subject.partition(":")
        paging = self.paging(at, record)
        return WholePage(
            title=paging.title(say(self.title), page),
            told=self.told(len(self.entries(at.library, at.findings, record))),
            shown=self.shown(at, record, paging.rows(page)),
            rows=len(paging.rows(page)),
            pages=paging.links(at, self.name, record),
        )

    def first_of(self, at: At, record: str) -> First[_Entry]:
        """Return what the record's page has."""
        entries = tuple(self.entries(at.library, at.findings, record))
        weights = self._weights(at.library, at.findings, entries)
        if sum(weights) <= self.first:
            return First(entries, None)
        places = sorted(range(len(entries)), key=lambda place: (self._rank(at, entries[place]), place))
        (opening, *_) = cuts([weights[place] for place in places], self.first)
        chosen = sorted(places[opening])
        href = at.href(self.name, record)
        return First(
            tuple(entries[place] for place in chosen), Link(href, self.told(len(entries))) if href else None
        )

    def _rank(self, at: At, entry: _Entry) -> Rank:
        return self.rank(at, entry) if self.rank else ()

    def _weights(self, library: Library, findings: Findings, entries: Sequence[_Entry]) -> list[int]:
        return [self.weight(library, findings, entry) for entry in entries]


def links_of(**links: Link | None) -> Mapping[str, Link]:
    """Return the links to whole lists by the name of their section; a section that is whole has none."""
    return {section: link for section, link in links.items() if link}
