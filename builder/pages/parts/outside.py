"""Words that editors quote from outside the dossier: who published them, and that no text here holds them."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.base import QuotedFrom, Record
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.pages.parts.datewords import date_words
from builder.pages.shapes.small import Link, OutsideQuote
from builder.wording import marked, say

REMARK = marked("in no text of this dossier")


_ONE_PAGE_FOR_ALL = {"corrections": "correction", "home": "dossier"}
"""Pages that show records which have none of their own."""


def quoted_on(library: Library, kind: str, subject: str) -> tuple[OutsideQuote, ...]:
    """Return the words from outside that a page quotes in texts which are no Markdown."""
    shown = _ONE_PAGE_FOR_ALL.get(kind, kind)
    if shown == "dossier":
        return _outside_quotes(library, [library.dossier])
    if shown not in RECORD_KINDS:
        return ()
    records = library.records(shown)
    subjects = records.values() if shown != kind else filter(None, [records.get(subject)])
    return _outside_quotes(library, subjects)


def outside_source(library: Library, source: QuotedFrom) -> str:
    """Return where words from outside are from: `The Echo, Evening news, 3 May 2015`."""
    publisher = library.outlets[source.outlet].name if source.outlet else source.publisher
    return say(", ").join(
        filter(None, (publisher, source.what, date_words(source.date) if source.date else None))
    )


def _outside_quotes(library: Library, records: Iterable[Record]) -> tuple[OutsideQuote, ...]:
    """Return the declared words of records that no Markdown of theirs shows with their source beside them."""
    return tuple(
        OutsideQuote(one.exact, Link(one.from_.url, outside_source(library, one.from_)), say(REMARK))
        for record in records
        for one in record.quoted
        if one.from_.article is None and one.from_ not in library.sources_beside_words
    )
