"""What a record said on a day: an earlier edition's words, as the history that a build was asked for has them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from builder.analysis.findings import Findings
from builder.model.datewords import date_words
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject
from builder.pages.parts.corrections import correction_href, said_subject
from builder.pages.parts.links import record_link, told_apart
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath
from builder.wording import say


class SaidRow(Struct, frozen=True):
    """One key of the record with its words then."""

    key: str
    """As editors write it, with spaces: `known today`."""
    words: tuple[str, ...]
    """A text for each entry, as it was written; never empty."""
    is_changed: bool
    """Whether the next edition has it otherwise."""


class SaidView(PageView, frozen=True, kw_only=True):
    """A record as an edition had it."""

    head: RecordHeadView
    """What the record is called today, and of which day and edition these words are."""
    record: Link
    """The record as it is today."""
    change: Link
    """What is told of the change that came after."""
    rows: tuple[SaidRow, ...]
    """In the order of the model."""


def _subjects(library: Library, _findings: Findings) -> Iterable[Subject]:
    return tuple(said_subject(correction, said) for correction, said in library.said.items())


def _path(subject: Subject) -> SitePath:
    kind, record_id, name, _ = subject.split(":")
    return RECORD_KINDS[kind].address(f"{record_id}--{name}")


def _view(at: At, subject: Subject) -> SaidView:
    correction = subject.rpartition(":")[2]
    said = at.library.said[correction]
    name = told_apart(at.library, said.kind, said.record_id)
    date = date_words(said.date, long=True)
    says = say(
        "As the edition {edition} of {date} had it. It has been changed since.",
        edition=said.edition,
        date=date,
    )
    record = record_link(at, said.kind, said.record_id)
    return SaidView(
        title=say("{name}: what it said on {date} ({edition})", name=name, date=date, edition=said.edition),
        description=says,
        head=RecordHeadView(say("What it said"), None, record.label, title_lang=record.lang, standfirst=says),
        record=Link(record.href, say("What it says today")),
        change=Link(correction_href(at, correction), say("What was changed after it")),
        rows=tuple(
            SaidRow(value.key.replace("_", " "), value.words, value.is_changed) for value in said.values
        ),
    )


KIND = PageKind("said", "pages/said.html", "corrections", _subjects, _path, _view)
