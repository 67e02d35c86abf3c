"""The page at the address of a withdrawn record: what was there, when, why and by whom it was withdrawn."""

from __future__ import annotations

from builder.analysis.findings import Findings
from builder.model.correction import Correction
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.pages.kinds import WITHDRAWN, At, Context, PageKind, PageView, Subject
from builder.pages.parts.corrections import correction_href, correction_view, newest_first
from builder.pages.parts.dates import date_words
from builder.pages.parts.recordwords import RECORD_WORDS
from builder.pages.parts.special import METHODOLOGY
from builder.pages.shapes.lists import CorrectionView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath, id_fault
from builder.wording import say

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


def _subjects(library: Library, _findings: Findings) -> tuple[Subject, ...]:
    return tuple(
        f"{kind}:{record_id}"
        for kind, record_id in library.withdrawn
        if kind != "correction" and (kind, record_id) not in _ALWAYS_THERE and id_fault(record_id) is None
    )


def _path(subject: Subject) -> SitePath:
    kind, _, record_id = subject.partition(":")
    return RECORD_KINDS[kind].address(record_id)


def _view(at: At, subject: Subject) -> WithdrawnView:
    kind, _, record_id = subject.partition(":")
    library = at.library
    last = library.withdrawn[kind, record_id]
    changes = newest_first(each for each in library.corrections.values() if each.about == last.about)
    when = date_words(last.date, long=True)
    words = RECORD_WORDS[kind]
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


KIND = PageKind(WITHDRAWN, "pages/withdrawn.html", "corrections", _subjects, _path, _view)
