"""The way to the data: every file for machines, what it holds, and under which terms."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.library import RECORD_KINDS
from builder.pages.kinds import At, Context, PageKind, PageView, Subject, one_page
from builder.pages.parts.linked_data import dataset
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.pages.shapes.tables import TableHead
from builder.paths import SitePath

PATH = SitePath("data/index.html")
STANDFIRST = (
    "Everything that the pages show, as files. Offsets count code points of the stored texts, without words that are"
    " redacted; addresses of pages begin at the root of this site. Tables open in a spreadsheet: a cell that begins"
    " like a formula has an apostrophe before it, while JSON keeps every letter."
)
WHOLE: tuple[tuple[str, str, str], ...] = (
    ("dossier.json", "All data (JSON)", "every record with what follows from it"),
    ("appearances.csv", "Claim by article (CSV)", "every stance with its quotation and its place"),
    ("appearances.json", "Claim by article (JSON)", "the same"),
    ("matrix.csv", "Cells of the matrix (CSV)", "stances, silence, not applicable"),
    ("matrix.json", "Cells of the matrix (JSON)", "the same"),
    ("naming.csv", "Names that the texts use (CSV)", "how often each text uses each name"),
    ("naming.json", "Names that the texts use (JSON)", "the same"),
    ("provenance.json", "Who relied on whom (JSON)", "the chain of each article, step by step"),
    ("passages.csv", "Words that texts share (CSV)", "each shared passage with its place in both texts"),
    ("passages.json", "Words that texts share (JSON)", "the same, how much of each text, and the rule"),
    ("quotations.csv", "Quotations (CSV)", "words between quotation marks, with speaker and cue"),
    ("quotations.json", "Quotations (JSON)", "the same, and which of them are one utterance"),
    ("figures.csv", "Figures (CSV)", "numbers with what they count"),
    ("figures.json", "Figures (JSON)", "the same, and which of them stand side by side"),
    ("dates.csv", "Dates that texts give (CSV)", "each with the words that give it"),
    ("dates.json", "Dates that texts give (JSON)", "the same"),
    (
        "keywords.csv",
        "Words used more (CSV)",
        "each word that one text uses markedly more than others, with counts",
    ),
    ("keywords.json", "Words used more (JSON)", "the same, and the rule"),
)
BIBLIOGRAPHY: tuple[tuple[str, str, str], ...] = (
    ("bibliography.ris", "RIS", "for reference managers"),
    ("bibliography.bib", "BibTeX", "with BibLaTeX dates"),
    ("bibliography.json", "CSL JSON", "for citation processors"),
)
FEEDS: tuple[tuple[str, str, str], ...] = (
    ("feed.xml", "Articles (Atom)", "newest first"),
    ("feed.json", "Articles (JSON Feed)", "the same"),
    ("changes.xml", "Changes after publication (Atom)", "corrections, clarifications, updates, withdrawals"),
)
TERMS: tuple[tuple[str, str, str], ...] = (
    ("licence.txt", "Terms of use", "for the editors’ words and data, never for the texts"),
)
HEADS = (TableHead("Records"), TableHead("Number", number=True), TableHead("Files"))


@dataclass(frozen=True, slots=True)
class KindFiles:
    """The files of one kind of record."""

    name: str
    count: str
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView(PageView):
    """All files for machines; parts that this build has not are empty."""

    head: RecordHeadView
    whole: tuple[RowView, ...]
    heads: tuple[TableHead, ...]
    kinds: tuple[KindFiles, ...]
    bibliography: tuple[RowView, ...]
    feeds: tuple[RowView, ...]
    terms: tuple[RowView, ...]


def _view(at: At, _subject: Subject) -> DataView:
    return DataView(
        title="Data",
        description=f"All data of {at.library.dossier.title} as JSON and CSV, with a schema for each file.",
        head=RecordHeadView("Data", None, "Take the data with you", standfirst=STANDFIRST),
        whole=_rows(at.context, WHOLE),
        heads=HEADS,
        kinds=tuple(_kind_files(at.context, kind) for kind in RECORD_KINDS if at.library.records(kind)),
        bibliography=_rows(at.context, BIBLIOGRAPHY),
        feeds=_rows(at.context, FEEDS),
        terms=_rows(at.context, TERMS),
        linked_data=dataset(at),
    )


def _rows(context: Context, files: tuple[tuple[str, str, str], ...]) -> tuple[RowView, ...]:
    hrefs = ((context.href(PATH, "data", name), label, aside) for name, label, aside in files)
    return tuple(RowView(Link(href, label), aside=aside) for href, label, aside in hrefs if href is not None)


def _kind_files(context: Context, kind: str) -> KindFiles:
    folder = RECORD_KINDS[kind][1]
    names = (
        ("CSV", f"{folder}.csv"),
        ("JSON", f"{folder}.json"),
        ("Schema", f"schemas/{folder}.schema.json"),
    )
    hrefs = ((label, context.href(PATH, "data", name)) for label, name in names)
    files = tuple(Link(href, f"{folder.capitalize()}, {label}") for label, href in hrefs if href is not None)
    return KindFiles(folder.capitalize(), f"{len(context.library.records(kind)):,}", files)


KIND = PageKind("data", "pages/data.html", "data", one_page, lambda _subject: PATH, _view)
