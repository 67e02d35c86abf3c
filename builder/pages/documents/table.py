"""The visible table of all files for machines."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from builder.pages.documents import bibliography, feeds, whole
from builder.pages.documents.kinds import DATA, DocumentKind, Section, listed
from builder.pages.kinds import Context
from builder.paths import SitePath
from builder.wording import marked

SITEMAP = SitePath("sitemap.xml")
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_UNLISTED = frozenset({"not-found", "former", "withdrawn"})
MOST_ADDRESSES = 50_000
"""More than this a sitemap may not hold; the pages of records come first in the order of their addresses."""


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
    *whole.DOCUMENTS,
    *bibliography.DOCUMENTS,
    *feeds.DOCUMENTS,
    *ADDRESSES,
)
"""Every file for machines, each at its own address, in the order in which the Data page lists them."""
