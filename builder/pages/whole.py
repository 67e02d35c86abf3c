"""Pages of the lists that outgrow the page of their record: `topics/peace/articles.html`, then `…/articles-2.html`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from builder.analysis.findings import Findings
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.pages.kinds import At, PagedView, PageKind, Subject, foreign_language
from builder.pages.parts.compared import compared_events
from builder.pages.parts.links import told_apart
from builder.pages.parts.paging import filter_words
from builder.pages.parts.whole import AnyWhole
from builder.pages.parts.wholes import WHOLES
from builder.pages.shapes.small import Link, RecordHeadView
from builder.pages.shapes.whole import Shown
from builder.paths import SitePath
from builder.wording import marked, say


class Owner(Struct, frozen=True):
    """A kind of page that lists belong to: its records, and how their lists are worded and addressed."""

    record: str
    word: str
    back: str
    section: str
    folder: str
    records: Callable[[Library, Findings], Iterable[str]]


def _owner(kind: str, section: str = "") -> Owner:
    """Records of a kind, each with a page of its own; their section is named as their folder is, or else given."""
    words = RECORD_KINDS[kind]
    return Owner(
        kind,
        words.one,
        words.back,
        section or words.plural,
        f"{words.plural}/",
        lambda library, _: tuple(library.records(kind)),
    )


OWNERS: dict[str, Owner] = {
    "topic": _owner("topic"),
    "event": _owner("event"),
    "article": _owner("article"),
    "entity": _owner("entity"),
    "outlet": _owner("outlet", "sources"),
    "claim": _owner("claim"),
    "coding": _owner("coding", "claims"),
    "comparison": _owner("comparison"),
    "event-comparison": Owner(
        "event",
        marked("Comparison of an event"),
        marked("Back to the page of this comparison of an event"),
        "comparisons",
        "comparisons/event--",
        lambda _, findings: compared_events(findings),
    ),
}


class WholeView(PagedView, frozen=True, kw_only=True):
    """One page of a list that has outgrown the page of its record."""

    owner: Link
    """Back to the page of the record."""
    heading: str
    """What is listed: `Articles`."""
    shown: Shown
    """The entries of this page, in the form of their sort."""


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
        title=say("{list}: {record}", list=page.title, record=told_apart(at.library, owner.record, record)),
        description=say("{record}: {told}.", record=name, told=page.told),
        head=RecordHeadView(
            say(owner.word),
            None,
            name,
            title_lang=foreign_language(at.library),
            standfirst=say("{told}.", told=page.told),
        ),
        owner=Link(at.href(whole.owner, record), say(owner.back)),
        heading=say(whole.title),
        shown=page.shown,
        pages=page.pages,
        filter=filter_words(page.rows),
    )


KINDS = tuple(_kind(whole) for whole in WHOLES)
