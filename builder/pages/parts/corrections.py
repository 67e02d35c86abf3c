"""Changes after publication as pages show them: what was changed, from what to what, why, by whom and when."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.correction import Correction, CorrectionKind
from builder.model.datewords import date_words
from builder.model.dossier import Dossier
from builder.model.library import Library
from builder.model.said import Said
from builder.pages.kinds import At, Context, foreign_language
from builder.pages.parts.dates import date_view
from builder.pages.parts.links import record_link
from builder.pages.parts.paging import PROSE_ROWS
from builder.pages.shapes.lists import CorrectionLabels, CorrectionView
from builder.pages.shapes.small import Link
from builder.regexes import regex
from builder.urls import link_fault
from builder.wording import marked, say

KIND_WORDS: dict[CorrectionKind, str] = {
    CorrectionKind.CORRECTION: marked("Correction"),
    CorrectionKind.CLARIFICATION: marked("Clarification"),
    CorrectionKind.UPDATE: marked("Update"),
    CorrectionKind.WITHDRAWAL: marked("Withdrawal"),
}
NOT_THERE = marked("a record that is not published")


def newest_first(corrections: Iterable[Correction]) -> list[Correction]:
    """Return changes by date, the latest first."""
    return sorted(corrections, key=_newest_first)


def _newest_first(correction: Correction) -> tuple[int, str]:
    return -correction.date.lower.toordinal(), correction.id


def correction_href(at: At, correction: str) -> str | None:
    """Return the link to a change on the page that has it."""
    changes, number = at.library.corrections, 0
    if len(changes) > PROSE_ROWS:
        rank = _newest_first(changes[correction])
        number = sum(_newest_first(each) < rank for each in changes.values()) // PROSE_ROWS
    return at.href("corrections", str(number + 1) if number else "", correction)


def correction_view(at: At, correction: Correction) -> CorrectionView:
    """Return a change as a page shows it."""
    return CorrectionView(
        anchor=correction.id,
        date=date_view(correction.date),
        kind=say(KIND_WORDS[correction.kind]),
        about=about_link(at, correction),
        was=at.prose(correction.was) if correction.was else None,
        now=at.prose(correction.now) if correction.now else None,
        reason=at.prose(reason_of(at.library, correction)),
        by=correction.by,
        labels=CorrectionLabels(was=say("Was"), now=say("Now"), reason=say("Reason")),
        said=said_link(at, correction.id),
    )


def reason_of(library: Library, correction: Correction) -> str:
    """Return why something was changed, as Markdown; of a change that was found in git that it was."""
    said = library.said.get(correction.id)
    if said is None or not said.is_found:
        return correction.reason
    date = date_words(said.date, long=True)
    return say("Found in the repository: the edition of {date} has it otherwise.", date=date)


def said_subject(correction: str, said: Said) -> str:
    """Return which page tells what a record said before a change."""
    return f"{said.kind}:{said.record_id}:{said.name}:{correction}"


def said_link(at: At, correction: str) -> Link | None:
    """Return the link to what the record said before a change; None where that is not known."""
    said = at.library.said.get(correction)
    if said is None:
        return None
    label = say("What it said on {date}", date=date_words(said.date, long=True))
    return Link(at.href("said", said_subject(correction, said)), label)


def about_link(at: At, correction: Correction) -> Link:
    """Return the record that was changed, by its name; a withdrawn one leads to the page that says so."""
    kind, _, record_id = correction.about.partition(":")
    if (kind, record_id) in at.library.withdrawn:
        return Link(
            at.href(kind, record_id), at.library.name_of(kind, record_id), foreign_language(at.library)
        )
    known = at.library.is_known(kind, record_id)
    return record_link(at, kind, record_id) if known else Link(None, say(NOT_THERE))


def about_words(context: Context, correction: Correction) -> str:
    """Return what was changed, in plain words."""
    kind, _, record_id = correction.about.partition(":")
    known = context.library.is_known(kind, record_id)
    return context.library.name_of(kind, record_id) if known else say(NOT_THERE)


_MAIL = regex(r"[^\s@:/<>\"]+@[^\s@:/<>\"]+\.[^\s@:/<>\"]+")


def report_links(dossier: Dossier) -> tuple[Link, ...]:
    """Return the ways to report an error that the dossier names, the editors' contact first."""
    links = []
    if dossier.contact:
        links.append(Link(_contact_href(dossier.contact), dossier.contact))
    if dossier.repository:
        links.append(Link(dossier.repository, say("Where the sources of this dossier are kept")))
    return tuple(links)


def _contact_href(contact: str) -> str | None:
    """A contact is an address, a mail address or words; words are not linked."""
    if _MAIL.fullmatch(contact):
        href = f"mailto:{contact}"
        return None if link_fault(href) else href
    return contact if "://" in contact and not link_fault(contact) else None
