"""Pages at addresses where no record lives: renamed, withdrawn or never there.

It is shown at any depth, so its links begin at the root of the site where the build knows its address.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.findings import Findings
from builder.model.base import Record
from builder.model.correction import Correction
from builder.model.datewords import date_words
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.pages.kinds import METHODOLOGY, WITHDRAWN, At, Context, PageKind, PageView, Subject, one_page
from builder.pages.parts.compared import compared_events
from builder.pages.parts.corrections import correction_href, correction_view, newest_first
from builder.pages.parts.links import record_link
from builder.pages.shapes.lists import CorrectionView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.pages.site import rooted
from builder.paths import SitePath, id_fault
from builder.wording import marked, say

_WITHOUT_PAGE = frozenset({"correction"})
_SEPARATOR = ":"


class FormerView(PageView, frozen=True, kw_only=True):
    """An address that a record has left."""

    head: RecordHeadView
    """That the page has moved."""
    refresh: str
    """For `<meta http-equiv="refresh">`: sends a browser on at once."""
    link: Link
    """The record by its name, for readers whose browser stays."""


def _former_subjects(library: Library, findings: Findings) -> Iterator[Subject]:
    """Yield `kind:former-id:present-id` for every former address, by kind and id."""
    compared = frozenset(compared_events(findings))
    for kind in RECORD_KINDS:
        if kind in _WITHOUT_PAGE:
            continue
        records = library.records(kind)
        for record_id in sorted(records):
            for former in _addresses(records[record_id]):
                yield _SEPARATOR.join((kind, former, record_id))
                if kind == "event" and record_id in compared:
                    yield _SEPARATOR.join(("event-comparison", former, record_id))
    for (kind, record_id), withdrawal in library.withdrawn.items():
        for former in _addresses(withdrawal) if kind not in _WITHOUT_PAGE else ():
            yield _SEPARATOR.join((kind, former, record_id))


def _addresses(record: Record) -> tuple[str, ...]:
    """The former ids that can be an address; others never were one."""
    return tuple(former for former in dict.fromkeys(record.former_ids) if id_fault(former) is None)


def _former_path(subject: Subject) -> SitePath:
    kind, former, _ = subject.split(_SEPARATOR)
    if kind == "event-comparison":
        return SitePath(f"comparisons/event--{former}.html")
    return RECORD_KINDS[kind].address(former)


def record_of(subject: Subject) -> tuple[str, str, str]:
    """Return of a former address the kind of its record, the former id and the present one."""
    kind, former, record_id = subject.split(_SEPARATOR)
    return "event" if kind == "event-comparison" else kind, former, record_id


def _former_view(at: At, subject: Subject) -> FormerView:
    kind, _, record_id = subject.split(_SEPARATOR)
    target = at.routes.path(kind, record_id)
    href = at.href(kind, record_id)
    assert target is not None, f"no page for {kind} {record_id}"
    assert href is not None
    record_kind = "event" if kind == "event-comparison" else kind
    name = at.library.name_of(record_kind, record_id)
    return FormerView(
        title=name,
        description=say("This page has moved: {name}", name=name),
        canonical=at.context.canonical(target),
        head=RecordHeadView(say("Moved"), None, say("This page has a new address")),
        refresh=f"0; url={href}",
        link=record_link(at, record_kind, record_id) if kind == record_kind else Link(href, name),
    )


FORMER = PageKind("former", "pages/former.html", "former", _former_subjects, _former_path, _former_view)


_ALWAYS_THERE = frozenset({("page", METHODOLOGY)})
"""Pages that a site has also without a record of theirs."""


class WithdrawnView(PageView, frozen=True, kw_only=True):
    """An address whose record was withdrawn."""

    head: RecordHeadView
    """What was there, when and by whom it was withdrawn."""
    corrections: tuple[CorrectionView, ...]
    """All changes of that record, the withdrawal included, newest first."""
    all: Link
    """The page of all corrections, at this entry."""


def _withdrawn_subjects(library: Library, _findings: Findings) -> tuple[Subject, ...]:
    return tuple(
        f"{kind}:{record_id}"
        for kind, record_id in library.withdrawn
        if kind != "correction" and (kind, record_id) not in _ALWAYS_THERE and id_fault(record_id) is None
    )


def _withdrawn_path(subject: Subject) -> SitePath:
    kind, _, record_id = subject.partition(":")
    return RECORD_KINDS[kind].address(record_id)


def _withdrawn_view(at: At, subject: Subject) -> WithdrawnView:
    kind, _, record_id = subject.partition(":")
    library = at.library
    last = library.withdrawn[kind, record_id]
    changes = newest_first(each for each in library.corrections.values() if each.about == last.about)
    when = date_words(last.date, long=True)
    words = RECORD_KINDS[kind]
    says = say(words.withdrawn, name=last.by, date=when)
    title = say("Withdrawn: {title}", title=last.title) if last.title else say(words.untitled)
    return WithdrawnView(
        title=_told_apart(at.context, title, last),
        description=says,
        head=RecordHeadView(say(words.one), None, title, standfirst=says),
        corrections=tuple(correction_view(at, each) for each in changes),
        all=Link(correction_href(at, last.id), say("All changes after publication")),
    )


def _told_apart(context: Context, title: str, withdrawal: Correction) -> str:
    """Add the date, and where several were withdrawn alike on one day their number: no two windows are alike."""
    withdrawn = context.library.withdrawn.values()
    same = [each for each in withdrawn if (each.title, each.date) == (withdrawal.title, withdrawal.date)]
    date = date_words(withdrawal.date)
    if len(same) < 2:
        return f"{title} ({date})"
    number = same.index(withdrawal) + 1
    return say("{title} ({date}, {number} of {all})", title=title, date=date, number=number, all=len(same))


WITHDRAWN_KIND = PageKind(
    WITHDRAWN, "pages/withdrawn.html", "corrections", _withdrawn_subjects, _withdrawn_path, _withdrawn_view
)


PATH = SitePath("404.html")
WAYS: tuple[tuple[str, str], ...] = (
    (marked("First page"), "home"),
    (marked("Search"), "search"),
    (marked("Claims"), "claims"),
    (marked("Articles"), "articles"),
    (marked("Topics"), "topics"),
    (marked("Outlets"), "outlets"),
    (marked("Events"), "events"),
    (marked("People, places, organisations"), "entities"),
)
"""Where a lost reader may go on: words and page kind; what this build has not is left out."""


class NotFoundView(PageView, frozen=True, kw_only=True):
    """No page at this address, and where to go on."""

    head: RecordHeadView
    """That nothing is here, and why that may be."""
    ways: tuple[Link, ...]
    """Where to go on; what this build has not is left out. Empty where nothing can be linked."""
    knows_root: bool
    """False where the site's address is not known: it then stands without style, scripts and links, at any depth."""


def _not_found_view(at: At, _subject: Subject) -> NotFoundView:
    hrefs = ((say(label), at.href(kind)) for label, kind in WAYS)
    knows_root = at.edition.base_url is not None
    return NotFoundView(
        title=say("Page not found"),
        description=say("There is no page at this address."),
        head=RecordHeadView(
            say("Not found"),
            "404",
            say("There is no page at this address"),
            standfirst=say(
                "The address may be mistyped, or the record was withdrawn. Records that were renamed keep"
                " their old addresses."
            )
            if knows_root
            else say(
                "The address may be mistyped, or the record was withdrawn. This copy does not know at which address"
                " it stands and can link nothing from here: shorten the address in your browser, part by part."
            ),
        ),
        ways=tuple(
            Link(rooted(at.edition, href), label) for label, href in hrefs if href is not None and knows_root
        ),
        knows_root=knows_root,
    )


NOT_FOUND = PageKind(
    "not-found",
    "pages/not-found.html",
    "not-found",
    one_page,
    lambda _subject: PATH,
    _not_found_view,
    at_any_depth=True,
)
