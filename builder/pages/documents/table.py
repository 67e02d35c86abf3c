"""The visible table of all files for machines, and the one of them that leads to the others.

Why, and from which size on: docs/decisions/0005-data-documents.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from xml.etree.ElementTree import Element, SubElement

from msgspec.structs import replace

from builder.model.dossier import Dossier
from builder.pages.documents import bibliography, feeds
from builder.pages.documents.card import CARD
from builder.pages.documents.comparing import KEYWORDS, PASSAGES
from builder.pages.documents.database import database_file
from builder.pages.documents.kinds import DATA, DataKind, DocumentKind, Entry, Part, Section, listed
from builder.pages.documents.mentions import DATES, FIGURES, QUOTATIONS
from builder.pages.documents.package import package_files
from builder.pages.documents.published import published_fields
from builder.pages.documents.records import KINDS
from builder.pages.documents.relations import APPEARANCES, MATRIX, NAMING, PROVENANCE
from builder.pages.documents.rows import JsonObject, Row
from builder.pages.kinds import Context
from builder.paths import SitePath
from builder.wording import marked, say

WHOLE_UP_TO = 100
"""Articles up to which `dossier.json` holds every record: some megabytes at most, which one request may fetch.

Above, what it held would stand in two files, and it alone would grow to a hundred megabytes."""


class DataFile(Row, frozen=True, kw_only=True):
    """A document of the data."""

    name: Annotated[str, "What it is called: `articles`."]
    description: Annotated[str, "What it holds."]
    path: Annotated[str, "Its address, from the root of the site."]
    table: Annotated[str | None, "The address of the same as a table."] = None
    schema: Annotated[str, "The address of its schema."]
    count: Annotated[int | None, "How many records it holds, where it holds records."] = None


def _settings(context: Context) -> JsonObject:
    return published_fields(context, "dossier", "", context.library.dossier)


def _files(context: Context) -> Iterator[DataFile]:
    for kind in OTHERS:
        record = next((name for name, each in KINDS.items() if each is kind), None)
        yield DataFile(
            name=kind.name,
            description=kind.about or kind.title,
            path=kind.path,
            table=kind.table_path if kind.table else None,
            schema=kind.schema_path,
            count=len(context.library.records(record)) if record else None,
        )


OTHERS: tuple[DataKind, ...] = (
    *KINDS.values(),
    *(APPEARANCES, MATRIX, NAMING, PROVENANCE, PASSAGES, QUOTATIONS, FIGURES, DATES, KEYWORDS),
)
"""Every document of the data but the dossier's own."""
SETTINGS = Part("settings", Dossier, _settings)
WHOLE = DataKind(
    "dossier",
    marked("All data"),
    (SETTINGS, *(part for kind in (*KINDS.values(), NAMING, PROVENANCE) for part in kind.parts)),
    marked("every record with what follows from it"),
)
INDEX = replace(
    WHOLE, parts=(SETTINGS, Part("files", Iterator[DataFile], _files)), about=marked("where every record is")
)


def _chosen(context: Context) -> DataKind:
    return WHOLE if len(context.library.articles) <= WHOLE_UP_TO else INDEX


WHOLE_DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(
        WHOLE.path,
        lambda context: _chosen(context).json(context),
        lambda context: Entry(Section.WHOLE, say("All data (JSON)"), say(_chosen(context).about)),
    ),
    DocumentKind(WHOLE.schema_path, lambda context: _chosen(context).schema()),
    *(document for kind in OTHERS for document in kind.files()),
    *package_files(OTHERS),
    database_file(OTHERS),
)


SITEMAP = SitePath("sitemap.xml")
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_UNLISTED = frozenset({"not-found", "former", "withdrawn"})
MOST_ADDRESSES = 50_000
"""More than this a sitemap may not hold, the first in the order of addresses; links lead to all pages."""


def _sitemap(context: Context) -> Element:
    root = Element("urlset", {"xmlns": _NAMESPACE})
    paths = sorted(
        {path for (kind, _), path in context.routes if kind not in _UNLISTED and path.endswith(".html")}
    )
    for path in paths[:MOST_ADDRESSES]:
        location = SubElement(SubElement(root, "url"), "loc")
        location.text = f"{context.edition.base_url}{path}"
    return root


def _robots(context: Context) -> str:
    lines = ["User-agent: *", "Allow: /"]
    if context.edition.base_url:
        lines += ["", f"Sitemap: {context.edition.base_url}{SITEMAP}"]
    return "\n".join(lines) + "\n"


def _licence(context: Context) -> str:
    dossier = context.library.dossier
    terms = dossier.licence
    ours = "No terms are given for the editors' own words and data."
    if terms:
        ours = f"The editors' own words and data: {terms.name}"
    parts = [dossier.title, ours]
    if terms and terms.url:
        parts.append(terms.url)
    parts.append(
        "The texts of the articles belong to their authors and publishers. These terms do not cover them."
    )
    if dossier.editors:
        parts.append(f"Editors: {', '.join(dossier.editors)}")
    return "\n\n".join(parts) + "\n"


ADDRESSES: tuple[DocumentKind, ...] = (
    CARD,
    DocumentKind(SITEMAP, _sitemap, absolute=True),
    DocumentKind(SitePath("robots.txt"), _robots),
    DocumentKind(
        SitePath(f"{DATA}licence.txt"),
        _licence,
        listed(
            Section.TERMS,
            marked("Terms of use"),
            marked("for the editors’ words and data, never for the texts"),
        ),
    ),
)


DOCUMENTS: tuple[DocumentKind, ...] = (
    *WHOLE_DOCUMENTS,
    *bibliography.DOCUMENTS,
    *feeds.DOCUMENTS,
    *ADDRESSES,
)
"""Every file for machines, each at its own address, in the order in which the Data page lists them."""
