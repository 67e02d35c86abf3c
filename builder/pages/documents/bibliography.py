"""The articles as a bibliography: CSL-JSON, BibTeX (with BibLaTeX dates) and RIS."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import Annotated

from msgspec import Struct, field
from msgspec.structs import replace

from builder.blocks import Rows
from builder.model.base import ArticleId
from builder.model.datepoint import DatePoint
from builder.model.datewords import date_words
from builder.model.edtf import Edtf
from builder.model.outlet import OutletKind
from builder.pages.documents.kinds import DATA, DocumentKind, Section, listed, schema_file
from builder.pages.documents.rows import Json, Row, row_of, told
from builder.pages.kinds import Context
from builder.paths import SitePath
from builder.wording import marked

_BIBTEX_SPECIAL = {
    "\\": "{\\textbackslash}",
    "{": "{\\textbraceleft}",
    "}": "{\\textbraceright}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
    **{character: f"\\{character}" for character in "%$&#_"},
}
"""Braces count in BibTeX even behind a backslash, so they are written by name."""


class CslName(Row, frozen=True, kw_only=True):
    """Somebody, by name."""

    literal: Annotated[str, "The name as the text gives it."]


class CslDate(Row, frozen=True, kw_only=True):
    """A date in CSL."""

    parts: Annotated[
        tuple[tuple[int, ...], ...],
        {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
        "Year, month and day of one date or of two, as far as they are known.",
    ] = field(default=(), name="date-parts")
    season: Annotated[int | None, {"enum": [1, 2, 3, 4]}, "Spring, summer, autumn, winter."] = None
    circa: Annotated[bool, "Whether the date is uncertain or approximate."] = False
    literal: Annotated[str | None, "The date in words, where parts cannot say it."] = None


class CslItem(Row, frozen=True, kw_only=True):
    """An article in CSL."""

    id: Annotated[str, "The id of the article."]
    type: Annotated[str, "What it is by what published it."]
    title: Annotated[str, "Its title."]
    container: Annotated[str, "The name of the outlet."] = field(name="container-title")
    author: Annotated[tuple[CslName, ...], "Its byline."] = ()
    translator: Annotated[tuple[CslName, ...], "Who translated it."] = ()
    issued: Annotated[CslDate | None, "When it was published."] = None
    url: Annotated[str | None, "Where it was published."] = field(default=None, name="URL")
    archive: Annotated[str | None, "Where a copy is kept."] = field(default=None, name="archive_location")
    language: Annotated[str | None, "Its language."] = None
    summary: Annotated[str | None, "What it says, in the editors' words."] = field(
        default=None, name="abstract"
    )
    note: Annotated[str, "Where the dossier holds it, and how its date is known."]


def csl_of(context: Context, article: ArticleId) -> Json:
    """Return one article in CSL, without what it says."""
    return told(replace(_csl_item(_citation(context, article)), summary=None))


def _csl(context: Context) -> Json:
    return told(citations(context).map(_csl_item))


def _csl_item(citation: Citation) -> CslItem:
    return row_of(
        CslItem,
        citation,
        type=citation.work.csl,
        author=(CslName(literal=citation.author),) if citation.author else (),
        translator=(CslName(literal=citation.translator),) if citation.translator else (),
        issued=csl_date(citation.issued),
        **{name: getattr(citation, name) or None for name in ("url", "archive", "language", "summary")},
    )


def csl_date(edtf: Edtf) -> CslDate | None:
    """Date parts of one date or of two, a season, else words; nothing where the date is not known."""
    if edtf.is_unknown or not (edtf.start and edtf.end):
        return None
    points = (edtf.start, edtf.end) if edtf.is_interval else (edtf.start,)
    if any(point.year is None or (point.season and not _season(point)) for point in points):
        return CslDate(literal=date_words(edtf, long=True))
    parts = tuple(_date_parts(point) for point in points)
    return CslDate(parts=parts, season=_season(edtf.start), circa=edtf.is_qualified)


def _season(point: DatePoint) -> int | None:
    """Spring, summer, autumn and winter are 1 to 4 in CSL, which knows no hemispheres and no quarters."""
    return point.season - 20 if point.season and point.season <= 24 else None


def _date_parts(point: DatePoint) -> tuple[int, ...]:
    """The parts that are known: `2004-06-XX` says no more than June 2004."""
    written = point.digits[:1] if point.season else point.digits
    return tuple(int(digits) for digits in takewhile(str.isdigit, written))


def _agreed(edtf: Edtf) -> tuple[int, ...]:
    """Year, month and day as far as all days agree that the date may mean, every doubt taken seriously."""
    if edtf.is_unknown:
        return ()
    first, last = edtf.widened_lower, edtf.widened_upper
    parts = zip((first.year, first.month, first.day), (last.year, last.month, last.day), strict=True)
    return tuple(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], parts))


def _entries(entry: Callable[[Citation], str]) -> Callable[[Context], Rows[str]]:
    return lambda context: citations(context).map(entry)


def _bibtex_entry(citation: Citation) -> str:
    container = "journal" if citation.work.bibtex == "article" else "howpublished"
    year, month, *_ = (*map(str, _agreed(citation.issued)), "", "")
    fields = (
        ("title", f"{{{bibtex_text(citation.title)}}}"),
        ("author", f"{{{bibtex_text(citation.author)}}}" if citation.author else None),
        ("translator", f"{{{bibtex_text(citation.translator)}}}" if citation.translator else None),
        (container, bibtex_text(citation.container)),
        ("date", _biblatex_date(citation.issued)),
        ("year", year),
        ("month", month),
        ("url", citation.url),
        ("langid", citation.language),
        ("note", bibtex_text(citation.note)),
    )
    lines = (f"  {name} = {{{value}}}" for name, value in fields if value)
    return f"@{citation.work.bibtex}{{{citation.id},\n" + ",\n".join(lines) + "\n}\n"


_BIBLATEX_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?|-2[1-4])?[?~%]?|\d\d(\dX|XX)|\d{4}-XX(-XX)?|\d{4}-\d\d-XX"


def _biblatex_date(edtf: Edtf) -> str | None:
    """BibLaTeX reads EDTF as far as level 1; what it does not read stands in the note alone."""
    ends = edtf.text.split("/")
    known = all(re.fullmatch(_BIBLATEX_DATE, end, re.ASCII) for end in ends)
    return edtf.text if known and not edtf.is_unknown else None


def bibtex_text(text: str) -> str:
    """Return a text as BibTeX prints it letter for letter."""
    return "".join(_BIBTEX_SPECIAL.get(character, character) for character in text)


def _ris_entry(citation: Citation) -> str:
    agreed = _agreed(citation.issued)
    tags = (
        ("TY", citation.work.ris),
        ("ID", citation.id),
        ("TI", citation.title),
        ("AU", citation.author),
        ("A4", citation.translator),
        ("T2", citation.container),
        ("PY", f"{agreed[0]:04}" if agreed else None),
        ("DA", None if citation.issued.is_unknown else _ris_date(agreed, citation.issued_words)),
        ("UR", citation.url),
        ("L2", citation.archive),
        ("LA", citation.language),
        ("AB", citation.summary),
        ("N1", citation.note),
    )
    lines = [f"{tag}  - {value}" for tag, value in tags if value]
    return "\n".join([*lines, "ER  - ", ""])


def _ris_date(agreed: tuple[int, ...], words: str) -> str:
    """`year/month/day/other`: what is not known stays empty, and the words say how sure the date is."""
    parts = [f"{part:0{4 if place == 0 else 2}}" for place, part in enumerate(agreed)]
    return "/".join([*parts, *[""] * (3 - len(parts)), words])


DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(
        SitePath(f"{DATA}bibliography.ris"),
        _entries(_ris_entry),
        listed(Section.BIBLIOGRAPHY, "RIS", marked("for reference managers")),
    ),
    DocumentKind(
        SitePath(f"{DATA}bibliography.bib"),
        _entries(_bibtex_entry),
        listed(Section.BIBLIOGRAPHY, "BibTeX", marked("with BibLaTeX dates")),
    ),
    DocumentKind(
        SitePath(f"{DATA}bibliography.json"),
        _csl,
        listed(Section.BIBLIOGRAPHY, "CSL JSON", marked("for citation processors")),
    ),
    schema_file("bibliography", "CSL-JSON", Iterator[CslItem]),
)


class Work(Struct, frozen=True):
    """The type of a work in CSL, BibTeX, RIS and Zotero."""

    csl: str
    bibtex: str
    ris: str
    zotero: str


NEWSPAPER = Work("article-newspaper", "article", "NEWS", "newspaperArticle")
MAGAZINE = Work("article-magazine", "article", "MGZN", "magazineArticle")
JOURNAL = Work("article-journal", "article", "JOUR", "journalArticle")
BLOG = Work("post-weblog", "misc", "BLOG", "blogPost")
WEB_PAGE = Work("webpage", "misc", "ELEC", "webpage")

WORKS: dict[OutletKind, Work] = {
    OutletKind.NEWSPAPER: NEWSPAPER,
    OutletKind.AGENCY: NEWSPAPER,
    OutletKind.MAGAZINE: MAGAZINE,
    OutletKind.JOURNAL: JOURNAL,
    OutletKind.BLOG: BLOG,
}
"""What an article is by what published it; every other outlet publishes web pages."""


class Citation(Struct, frozen=True):
    """One article. Texts are on one line; `address` is absolute or relative to the site's root."""

    id: str
    work: Work
    title: str
    container: str
    author: str | None
    translator: str | None
    issued: Edtf
    issued_words: str
    url: str | None
    archive: str | None
    language: str | None
    summary: str | None
    note: str


def citations(context: Context) -> Rows[Citation]:
    """Return every article by date."""
    return Rows(context.findings.article_order, lambda article: (_citation(context, article),))


def work_of(kind: OutletKind) -> Work:
    """Return what an article of such an outlet is."""
    return WORKS.get(kind, WEB_PAGE)


def _citation(context: Context, article_id: ArticleId) -> Citation:
    article = context.library.articles[article_id]
    outlet = context.library.outlets[article.outlet]
    return Citation(
        id=article_id,
        work=work_of(outlet.kind),
        title=one_line(context.library.cited_title_of(article_id).text),
        container=one_line(outlet.name),
        author=one_line(article.byline) if article.byline else None,
        translator=one_line(article.translator) if article.translator else None,
        issued=article.published.edtf,
        issued_words=date_words(article.published.edtf, long=True),
        url=article.url,
        archive=article.archives[0].url if article.archives else None,
        language=context.library.language_of(article_id),
        summary=one_line(article.summary) if article.summary else None,
        note=_note(context, article_id),
    )


def _note(context: Context, article_id: ArticleId) -> str:
    """Where the dossier holds the article, and how its date is known."""
    article = context.library.articles[article_id]
    number = f"Article {article.siglum} in" if article.siglum else "In"
    edtf = article.published.edtf
    known = f"Date {article.published.basis.value}: {edtf}"
    dated = f"Publication {date_words(edtf, long=True)}" if edtf.is_unknown else known
    return one_line(f"{number} {context.library.dossier.title} (dossier). {dated}")


def one_line(text: str) -> str:
    """Return a text without line breaks or other runs of white space, which no bibliography format keeps."""
    return " ".join(text.split())
