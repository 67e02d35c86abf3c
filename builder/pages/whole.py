"""Pages of the lists that outgrow the page of their record: `topics/peace/articles.html`, then `…/articles-2.html`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from builder.analysis.findings import Findings
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject, foreign_language
from builder.pages.parts.compared import compared_events
from builder.pages.parts.paging import filter_words
from builder.pages.parts.titles import told_apart
from builder.pages.parts.whole import AnyWhole
from builder.pages.parts.wholes import WHOLES
from builder.pages.shapes.small import Link, RecordHeadView
from builder.pages.shapes.whole import Shown
from builder.paths import SitePath


class Owner(Struct, frozen=True):
    """A kind of page that lists belong to: its records, and how their lists are worded and addressed."""

    record: str
    word: str
    section: str
    folder: str
    records: Callable[[Library, Findings], Iterable[str]]


def _every(kind: str) -> Callable[[Library, Findings], Iterable[str]]:
    return lambda library, _: tuple(library.records(kind))


OWNERS: dict[str, Owner] = {
    "topic": Owner("topic", "Topic", "topics", "topics/", _every("topic")),
    "event": Owner("event", "Event", "events", "events/", _every("event")),
    "article": Owner("article", "Article", "articles", "articles/", _every("article")),
    "entity": Owner("entity", "Entity", "entities", "entities/", _every("entity")),
    "outlet": Owner("outlet", "Outlet", "sources", "outlets/", _every("outlet")),
    "claim": Owner("claim", "Claim", "claims", "claims/", _every("claim")),
    "comparison": Owner("comparison", "Comparison", "comparisons", "comparisons/", _every("comparison")),
    "event-comparison": Owner(
        "event",
        "Comparison of an event",
        "comparisons",
        "comparisons/event--",
        lambda _, findings: compared_events(findings),
    ),
}


class WholeView(PageView, frozen=True, kw_only=True):
    """One page of a record's list. `pages` are links to all of its pages, empty where there is only one.

    `filter` is the label of the field that filters the rows.
    """

    head: RecordHeadView
    owner: Link
    heading: str
    shown: Shown
    pages: tuple[Link, ...]
    filter: str | None


def _kind(whole: AnyWhole) -> PageKind:
    owner = OWNERS[whole.owner]
    return PageKind(
        whole.name,
        "pages/whole.html",
        owner.section,
        lambda library, findings: whole.subjects(library, findings, owner.records(library, findings)),
        lambda subject: _path(owner, whole.part, subject),
        lambda at, subject: _view(at, owner, whole, subject),
    )


def _path(owner: Owner, part: str, subject: Subject) -> SitePath:
    record, _, page = subject.partition(":")
    return SitePath(f"{owner.folder}{record}/{part}{f'-{page}' if page else ''}.html")


def _view(at: At, owner: Owner, whole: AnyWhole, subject: Subject) -> WholeView:
    record = subject.partition(":")[0]
    name, page = at.library.name_of(owner.record, record), whole.page(at, subject)
    return WholeView(
        title=f"{page.title}: {told_apart(at.library, owner.record, record)}",
        description=f"{name}: {page.told}.",
        head=RecordHeadView(
            owner.word, None, name, title_lang=foreign_language(at.library), standfirst=f"{page.told}."
        ),
        owner=Link(at.href(whole.owner, record), f"Back to the page of this {owner.word.lower()}"),
        heading=whole.title,
        shown=page.shown,
        pages=page.pages,
        filter=filter_words(page.rows),
    )


KINDS = tuple(_kind(whole) for whole in WHOLES)
