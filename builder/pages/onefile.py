"""What stands around a dossier in one file: its title, and the contents of all that follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import quote

from msgspec import Struct

from builder.analysis.findings import Findings
from builder.languages import direction_of
from builder.model.base import ArticleId
from builder.model.datewords import date_words
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.pages.former import FORMER
from builder.pages.kinds import foreign_language
from builder.pages.shapes.small import Link
from builder.pages.site import NAVIGATION, licence_words
from builder.pages.table import PlannedPage, routes_of
from builder.paths import SitePath
from builder.regexes import regex
from builder.wording import language, marked, marked_many, numbered, say, say_many

POLICY = "default-src 'none'; style-src {style}; base-uri 'none'; form-action 'none'"
"""What the file may load: nothing. It runs nothing, and its one style sheet is known by its digest."""

PARTS: Mapping[str, str] = {
    **{kind: label for label, kind in NAVIGATION},
    **{kind.plural: kind.list_title for kind in (RECORD_KINDS["event"], RECORD_KINDS["entity"])},
}
"""What the parts of the contents are called, by the section of their pages, in order; the rest is about the dossier."""
REST = marked("About")
FIRST = SitePath("index.html")

WITHOUT = frozenset({"search", "not-found", "former", "choose-two"})
"""Pages that are of use on a site alone."""

ON_SCREEN_ONLY = WITHOUT | {"data", "article-received", "pair-comparison"}
"""What paper goes without, beside all lists: there the contents have their place."""

IN_ONE_FILE = marked_many(
    "{count} page of this dossier in one file. Search, filters and files of data are on the site alone.",
    "{count} pages of this dossier in one file. Search, filters and files of data are on the site alone.",
)
ON_PAPER = marked_many(
    "{count} page of the site on paper. Pictures, texts as received and files of data are on the site alone.",
    "{count} pages of the site on paper. Pictures, texts as received and files of data are on the site alone.",
)

_ORDER = (*PARTS, REST)
_LISTS = frozenset(kind.plural for kind in RECORD_KINDS.values())
_ONLY_LISTS = _LISTS - {"corrections"}
_DIGITS = regex(r"\d+")


class ContentsPart(Struct, frozen=True):
    """A part of the contents."""

    heading: str | None
    """Name of a section; None for the first page, which stands before all."""
    count: str
    """How many chapters it has."""
    links: tuple[Link, ...]
    """To its chapters, in their order."""


class OneFileView(Struct, frozen=True):
    """The file around its chapters."""

    language: str
    """Language tag of our own words."""
    direction: str
    """Of our own words: `ltr` or `rtl`."""
    content_language: str
    """Language tag of the editors' words."""
    content_lang: str | None
    """The same where it is another than ours; else None."""
    csp: str
    """Content Security Policy: one style sheet, no script, nothing from anywhere."""
    title: str
    """The dossier's name, in the editors' words."""
    subtitle: str | None
    """What stands under it; None where the editors gave none."""
    about: str | None
    """Who edits, how to reach them, and the licence; None where nothing is said of it."""
    as_of: str | None
    """Date to which the dossier is complete, in words; None where the editors gave none."""
    address: str | None
    """Where the site stands on the web; None where that is not known."""
    pages: str
    """How many pages of the site follow, and what of it only works there."""
    parts: tuple[ContentsPart, ...]
    """The contents, in the order of the chapters; none is empty."""


class Chapter(Struct, frozen=True):
    """A page that becomes a chapter, and the part of the contents that it stands in: empty for the first page."""

    path: SitePath
    part: str


class Entry(Struct, frozen=True):
    """What a chapter is called in the contents, and the language of that where it is another than ours."""

    chapter: Chapter
    title: str
    lang: str | None


def paper_pages(planned: Iterable[PlannedPage]) -> tuple[PlannedPage, ...]:
    """Return the pages that go on paper: what a reader reads, without lists of it, raw texts and files of data."""
    return tuple(
        page for page in planned if page.kind.name not in ON_SCREEN_ONLY and page.kind.name not in _ONLY_LISTS
    )


def chapters(findings: Findings, library: Library, planned: Iterable[PlannedPage]) -> tuple[Chapter, ...]:
    """Return the pages of a dossier in the order in which one reads them: the first page, then part by part.

    In each part lists come first, articles stand by date, and what is numbered by number.
    """
    dated = {article: place for place, article in enumerate(findings.article_order)}

    def key(page: PlannedPage) -> tuple[bool, int, bool, int, str, str]:
        kind, part = page.kind.name, page.kind.section if page.kind.section in PARTS else REST
        is_list = kind in _LISTS or not page.subject
        place = dated.get(ArticleId(page.subject), 0)
        return page.path != FIRST, _ORDER.index(part), not is_list, place, _number(library, page), page.path

    shown = sorted((page for page in planned if page.kind.name not in WITHOUT), key=key)
    return tuple(
        Chapter(page.path, "" if page.path == FIRST else PARTS.get(page.kind.section, REST)) for page in shown
    )


def _number(library: Library, page: PlannedPage) -> str:
    """A claim's or event's number, its digits of one width; those without come last."""
    is_numbered = page.kind.name in ("claim", "event")
    number = (
        getattr(library.records(page.kind.name).get(page.subject), "number", None) if is_numbered else None
    )
    return _DIGITS.sub(lambda found: found[0].zfill(9), number or "~")


def answered(chapters: Iterable[Chapter], planned: Iterable[PlannedPage]) -> dict[str, str]:
    """Return for each address of the site the chapter that answers it; a former address has that of its record."""
    paths: dict[str, str] = {chapter.path: chapter.path for chapter in chapters}
    routes = routes_of(planned)
    for page in planned:
        if page.kind is FORMER:
            kind, _, record_id = page.subject.split(":")
            target = routes.path(kind, record_id)
            if target in paths:
                paths[page.path] = paths[target]
    return paths


def one_file_view(
    library: Library, entries: Sequence[Entry], style: str, base_url: str | None, *, on_paper: bool = False
) -> OneFileView:
    """Return what stands around the chapters; `style` is what the policy knows the style sheet by."""
    dossier = library.dossier
    return OneFileView(
        language=language(),
        direction=direction_of(language()),
        content_language=dossier.language,
        content_lang=foreign_language(library),
        csp=POLICY.format(style=style),
        title=dossier.title,
        subtitle=dossier.subtitle,
        about=licence_words(dossier),
        as_of=date_words(dossier.as_of) if dossier.as_of else None,
        address=base_url,
        pages=say_many(*(ON_PAPER if on_paper else IN_ONE_FILE), len(entries)),
        parts=tuple(_parts(entries)),
    )


def _parts(entries: Sequence[Entry]) -> Iterator[ContentsPart]:
    for part, group in groupby(entries, lambda entry: entry.chapter.part):
        links = tuple(
            Link(f"#{quote(entry.chapter.path, safe='/')}", entry.title, entry.lang) for entry in group
        )
        yield ContentsPart(say(part) if part else None, numbered(len(links)), links)
