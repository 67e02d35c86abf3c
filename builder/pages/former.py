"""Pages at the former addresses of renamed records: each leads on to where the record lives now."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.findings import Findings
from builder.model.base import Record
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject
from builder.pages.parts.compared import compared_events
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath, id_fault
from builder.wording import say

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


def _subjects(library: Library, findings: Findings) -> Iterator[Subject]:
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


def _path(subject: Subject) -> SitePath:
    kind, former, _ = subject.split(_SEPARATOR)
    if kind == "event-comparison":
        return SitePath(f"comparisons/event--{former}.html")
    return RECORD_KINDS[kind].address(former)


def record_of(subject: Subject) -> tuple[str, str, str]:
    """Return of a former address the kind of its record, the former id and the present one."""
    kind, former, record_id = subject.split(_SEPARATOR)
    return "event" if kind == "event-comparison" else kind, former, record_id


def _view(at: At, subject: Subject) -> FormerView:
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
        link=Link(href, name),
    )


KIND = PageKind("former", "pages/former.html", "former", _subjects, _path, _view)
