"""The way to the data: every file for machines, what it holds, and under which terms."""

from __future__ import annotations

from msgspec import Struct

from builder.model.kinds import RECORD_KINDS
from builder.pages.documents.kinds import Section
from builder.pages.documents.table import DOCUMENTS
from builder.pages.kinds import At, Context, PageKind, PageView, Subject, one_page
from builder.pages.parts.linked_data import dataset
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.pages.shapes.tables import TableHead
from builder.paths import SitePath
from builder.wording import marked, numbered, say

PATH = SitePath("data/index.html")
STANDFIRST = marked(
    "Everything that the pages show, as files. Offsets count code points of the stored texts, without words that are"
    " redacted; addresses of pages begin at the root of this site. Tables open in a spreadsheet: a cell that begins"
    " like a formula has an apostrophe before it, while JSON keeps every letter."
)

RELATIVE_FEEDS = marked(
    "This copy does not know at which address it stands, so the links in its feeds begin at its first page. A feed"
    " reader needs whole addresses: subscribe to a copy that was published with its address."
)


class KindFiles(Struct, frozen=True):
    """The files of one kind of record."""

    name: str
    """Plural of the kind, in capitals at its start: `Outlets`."""
    count: str
    """How many records, in groups of three digits."""
    files: tuple[Link, ...]
    """CSV, JSON and schema, those that this build has."""


class DataView(PageView, frozen=True, kw_only=True):
    """All files for machines; parts that this build has not are empty."""

    head: RecordHeadView
    """What the files are, and how offsets and addresses in them are counted."""
    whole: tuple[RowView, ...]
    """Files that have everything."""
    heads: tuple[TableHead, ...]
    """Of the table of kinds: records, number, files."""
    kinds: tuple[KindFiles, ...]
    """One row for each kind that has records."""
    bibliography: tuple[RowView, ...]
    """The articles in formats for citing."""
    feeds: tuple[RowView, ...]
    """Articles and changes as they come."""
    feeds_lead: str | None
    """That their links are not whole, where the site's address is not known; else None."""
    terms: tuple[RowView, ...]
    """Terms of use of the words and data."""


def _view(at: At, _subject: Subject) -> DataView:
    return DataView(
        title=say("Data"),
        description=say(
            "All data of {dossier} as JSON and CSV, with a schema for each file.",
            dossier=at.library.dossier.title,
        ),
        head=RecordHeadView(say("Data"), None, say("Take the data with you"), standfirst=say(STANDFIRST)),
        whole=_rows(at.context, Section.WHOLE),
        heads=(TableHead(say("Records")), TableHead(say("Number"), number=True), TableHead(say("Files"))),
        kinds=tuple(_kind_files(at.context, kind) for kind in RECORD_KINDS if at.library.records(kind)),
        bibliography=_rows(at.context, Section.BIBLIOGRAPHY),
        feeds=_rows(at.context, Section.FEEDS),
        feeds_lead=None if at.edition.base_url else say(RELATIVE_FEEDS),
        terms=_rows(at.context, Section.TERMS),
        linked_data=dataset(at),
    )


def _rows(context: Context, section: Section) -> tuple[RowView, ...]:
    entries = (
        (document.entry(context), context.href(PATH, "data", document.path.removeprefix("data/")))
        for document in DOCUMENTS
        if document.entry
    )
    return tuple(
        RowView(Link(href, entry.label), aside=entry.about)
        for entry, href in entries
        if href and entry.section is section
    )


def _kind_files(context: Context, kind: str) -> KindFiles:
    folder, records = RECORD_KINDS[kind].plural, say(RECORD_KINDS[kind].many)
    names = (
        ("CSV", f"{folder}.csv"),
        ("JSON", f"{folder}.json"),
        (say("Schema"), f"schemas/{folder}.schema.json"),
    )
    hrefs = ((label, context.href(PATH, "data", name)) for label, name in names)
    files = tuple(
        Link(href, say("{records}, {format}", records=records, format=label))
        for label, href in hrefs
        if href is not None
    )
    return KindFiles(records, numbered(len(context.library.records(kind))), files)


KIND = PageKind("data", "pages/data.html", "data", one_page, lambda _subject: PATH, _view)
