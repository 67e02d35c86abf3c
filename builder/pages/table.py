"""The visible table of all page kinds, and the plan of a site: every page once, each at its own address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from builder.analysis.findings import Findings
from builder.diagnostics import FieldPath
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.pages import (
    any_two,
    article,
    choose_two,
    claim,
    claims,
    coding,
    comparison,
    corrections,
    data,
    entity,
    event,
    event_comparison,
    former,
    home,
    lists,
    methodology,
    outlet,
    page,
    pair_comparison,
    received,
    said,
    search,
    sources,
    timeline,
    topic,
    topics,
    tour,
    whole,
)
from builder.pages.documents.kinds import DocumentKind
from builder.pages.documents.table import DOCUMENTS
from builder.pages.kinds import METHODOLOGY, At, Context, PageKind, PageView, Routes, Subject
from builder.pages.parts.chain import quoted_on
from builder.pages.parts.search_meta import search_meta
from builder.pages.parts.sharing import sharing_tags
from builder.pages.parts.touring import tour_place
from builder.pages.site import Frames, SiteView, rooted_site
from builder.paths import SitePath

KINDS: tuple[PageKind, ...] = (
    home.KIND,
    tour.KIND,
    claim.KIND,
    claims.KIND,
    coding.KIND,
    comparison.KIND,
    event_comparison.KIND,
    pair_comparison.KIND,
    any_two.KIND,
    choose_two.KIND,
    article.KIND,
    received.KIND,
    *lists.KINDS,
    topic.KIND,
    topics.KIND,
    entity.KIND,
    outlet.KIND,
    sources.KIND,
    event.KIND,
    timeline.KIND,
    *whole.KINDS,
    corrections.KIND,
    said.KIND,
    data.KIND,
    methodology.KIND,
    page.KIND,
    search.KIND,
    former.NOT_FOUND,
    former.FORMER,
    former.WITHDRAWN_KIND,
)
"""Every kind of page, in the order in which pages are planned."""

ALIASES: dict[tuple[str, Subject], tuple[str, Subject]] = {("page", METHODOLOGY): ("methodology", "")}
"""Records whose page is one of another kind, so that links to them lead there."""


class PlannedPage(Struct, frozen=True):
    """A page that is to be rendered: its address, its template and how to make what the template sees."""

    path: SitePath
    kind: PageKind
    subject: Subject

    def view(self, context: Context) -> PageView:
        """Make the page's view."""
        view = self.kind.view(At(context, self.path), self.subject)
        canonical = view.canonical or (None if self.kind.at_any_depth else context.canonical(self.path))
        shared = (
            () if self.kind.at_any_depth else sharing_tags(context, self.kind.name, view.title, canonical)
        )
        return replace(
            view,
            title=view.title if self.kind is home.KIND else f"{view.title} · {context.library.dossier.title}",
            canonical=canonical,
            tags=(*view.tags, *shared),
            quoted=quoted_on(context.library, self.kind.name, self.subject),
        )

    def shared_frame(self, frames: Frames) -> SiteView:
        """Make the frame that the page shares with its neighbours."""
        if self.kind.at_any_depth:
            return rooted_site(At(frames.context, self.path), self.kind.section)
        return frames.frame(self.path, self.kind.section)

    def frame(self, context: Context, shared: SiteView) -> SiteView:
        """Make the whole frame of the page: the shared one, with what search is told of it and which stop it is."""
        if self.kind.at_any_depth:
            return shared
        found = search_meta(context, self.kind.name, self.subject)
        stop = tour_place(At(context, self.path), self.kind.name, self.subject)
        return replace(shared, search_meta=found, tour=stop) if found or stop else shared

    def site(self, context: Context) -> SiteView:
        """Make the frame of the page, with no neighbours."""
        return self.frame(context, self.shared_frame(Frames(context)))


class AddressTaken(Exception):
    """Two pages would live at one address (compared as a file system that ignores case would)."""

    def __init__(self, path: SitePath, first: tuple[str, Subject], second: tuple[str, Subject]) -> None:
        super().__init__(f"{path}: {first} and {second}")
        self.path, self.first, self.second = path, first, second


def plan_pages(
    library: Library, findings: Findings, without: frozenset[str] = frozenset()
) -> tuple[PlannedPage, ...]:
    """Return every page of the site in the order of the table, but for kinds left out; raises `AddressTaken`."""
    planned: list[PlannedPage] = []
    taken: dict[str, tuple[str, Subject]] = {}
    for kind, subject in _subjects(library, findings):
        path = kind.path(subject)
        first = taken.setdefault(path.casefold(), (kind.name, subject))
        if first != (kind.name, subject):
            raise AddressTaken(path, first, (kind.name, subject))
        if kind.name not in without:
            planned.append(PlannedPage(path, kind, subject))
    return tuple(planned)


def plan_documents(
    base_url: str | None = None, asked: frozenset[str] = frozenset()
) -> tuple[DocumentKind, ...]:
    """Return every file for machines, by address; those that need the site's own address only where it is known, those
    that somebody has to ask for only where their address is among the `asked`.
    """
    wanted = (
        document
        for document in DOCUMENTS
        if (base_url or not document.absolute) and (document.path in asked or not document.is_asked_for)
    )
    return tuple(sorted(wanted, key=lambda document: document.path))


def _subjects(library: Library, findings: Findings) -> Iterator[tuple[PageKind, Subject]]:
    for kind in KINDS:
        for subject in kind.subjects(library, findings):
            yield kind, subject


def routes_of(pages: Iterable[PlannedPage], documents: Iterable[SitePath] = ()) -> Routes:
    """Return the addresses of planned pages; a document `data/x.json` is the subject `x.json` of the kind `data`."""
    paths = {(planned.kind.name, planned.subject): planned.path for planned in pages}
    paths.update({alias: paths[target] for alias, target in ALIASES.items() if target in paths})
    paths.update({("data", path.removeprefix("data/")): path for path in documents})
    return Routes(paths)


def owner_of_page(library: Library, kind: str, subject: Subject) -> tuple[str, str, FieldPath] | None:
    """Return the kind and id of the record whose page it is, and which of its fields asks for the address, or None."""
    if kind in RECORD_KINDS:
        return kind, subject, ()
    if kind == former.WITHDRAWN_KIND.name:
        record_kind, _, record_id = subject.partition(":")
        return "correction", library.withdrawn[record_kind, record_id].id, ("about",)
    if kind == former.FORMER.name:
        record_kind, _, record_id = former.record_of(subject)
        if record_id in library.records(record_kind):
            return record_kind, record_id, ("former_ids",)
        return "correction", library.withdrawn[record_kind, record_id].id, ("former_ids",)
    return None
