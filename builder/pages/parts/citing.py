"""How to cite a page: its words, its lasting address, what the stored text can be checked with."""

from __future__ import annotations

import json

from builder.model.article import Article
from builder.model.base import ArticleId
from builder.model.datewords import date_words
from builder.model.dossier import Dossier
from builder.pages.documents.bibliography import csl_date, csl_of, work_of
from builder.pages.documents.rows import Json, told
from builder.pages.kinds import At, told_language
from builder.pages.parts.dates import known_date
from builder.pages.parts.manuscript import DIGEST_NOTE
from builder.pages.parts.names import outlet_name, text_name
from builder.pages.shapes.lists import CiteView
from builder.pages.shapes.small import Link, MetaTag, Phrase
from builder.wording import in_row, marked, say

DATA: tuple[tuple[str, str], ...] = (
    (marked("Claim by article (CSV)"), "appearances.csv"),
    (marked("All data (JSON)"), "dossier.json"),
)
"""Data to take along: words, and the name of the document in `data/`; those that a build lacks are left out."""


def record_cite(at: At, kind: str, title: str, number: str | None = None) -> CiteView:
    """Return how to cite a record as this dossier holds it: kind, number and title, editors, dossier, date."""
    name = " ".join(filter(None, (kind, number)))
    dossier = dossier_words(at.library.dossier, with_editors=True)
    return CiteView(
        label=say("Citation"),
        text=say("{kind}: “{title}”. In: {dossier}.", kind=name, title=title, dossier=dossier),
        permalink=at.canonical,
        hash=None,
        hash_label="",
        csl=_record_csl(at, say("{kind}: “{title}”", kind=name, title=title)),
        downloads=_downloads(at),
    )


def _record_csl(at: At, title: str) -> str:
    dossier = at.library.dossier
    issued = csl_date(dossier.as_of) if dossier.as_of else None
    item: dict[str, Json] = {
        "id": at.page.rpartition("/")[2].removesuffix(".html"),
        "type": "webpage",
        "title": title,
        "container-title": dossier.title,
        "author": [{"literal": editor} for editor in dossier.editors],
        "issued": told(issued) if issued else None,
        "URL": at.canonical,
    }
    return _json({key: value for key, value in item.items() if value})


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _downloads(at: At) -> tuple[Link, ...]:
    hrefs = ((label, at.href("data", name)) for label, name in DATA)
    return tuple(Link(href, say(label)) for label, href in hrefs if href is not None)


def dossier_words(dossier: Dossier, *, with_editors: bool = False) -> str:
    """Return the dossier as a citation names it: `A flood (dossier), edited by A. N., as of 1 May 2024`."""
    editors = in_row(dossier.editors) if with_editors else ""
    as_of = date_words(dossier.as_of, long=True) if dossier.as_of else ""
    return in_row(
        (
            say("{dossier} (dossier)", dossier=dossier.title),
            say("edited by {editors}", editors=editors) if editors else None,
            say("as of {date}", date=as_of) if as_of else None,
        )
    )


DOWNLOADS: tuple[tuple[str, str], ...] = (
    ("RIS", "bibliography.ris"),
    ("BibTeX", "bibliography.bib"),
    ("CSL JSON", "bibliography.json"),
)
"""Bibliographies: words, and the name of the document in `data/`; those that a build lacks are left out."""


def article_cite(at: At, article: Article) -> CiteView:
    """Return how to cite an article as this dossier holds it."""
    cited = at.library.cited_title_of(ArticleId(article.id))
    title = cited.text if cited.is_ours else say("“{title}”", title=cited.text)
    by = [text_name(at.library, ArticleId(article.id), article.byline)] if article.byline else []
    published = date_words(article.published.edtf, long=True)
    dossier = dossier_words(at.library.dossier)
    text = at.library.texts.get(ArticleId(article.id))
    return CiteView(
        label=say("Citation"),
        names=(*by, Phrase(title, told_language(cited.lang)), outlet_name(at.library, article.outlet)),
        text=say(
            "{date}. Article {number} in: {dossier}.", date=published, number=article.siglum, dossier=dossier
        )
        if article.siglum
        else say("{date}. In: {dossier}.", date=published, dossier=dossier),
        permalink=at.canonical,
        hash=text.sha256 if text else None,
        hash_label=say("SHA-256 {of}", of=say(DIGEST_NOTE))
        if text and text.is_redacted
        else say("SHA-256 of the stored text"),
        downloads=downloads(at),
        csl=_json(csl_of(at.context, ArticleId(article.id))),
    )


def article_tags(at: At, article: Article) -> tuple[MetaTag, ...]:
    """Return what citation managers and reading views look for; of a date as much as is beyond doubt."""
    published = article.published.instant
    date = published.isoformat() if published else known_date(article.published.edtf)
    outlet = at.library.outlets[article.outlet]
    tags = (
        ("z:itemType", work_of(outlet.kind).zotero),
        ("author", article.byline),
        ("citation_title", at.library.cited_title_of(ArticleId(article.id)).text),
        ("citation_author", article.byline),
        ("citation_journal_title", outlet.name),
        ("citation_publication_date", known_date(article.published.edtf)),
        ("citation_language", at.library.language_of(ArticleId(article.id))),
        ("citation_public_url", article.url or at.canonical),
    )
    properties = (
        ("article:published_time", date),
        (
            "article:author",
            None if article.byline else outlet.name,
        ),  # a reading view has a line for who says it
    )
    return (
        *(MetaTag("name", name, content) for name, content in tags if content),
        *(MetaTag("property", name, content) for name, content in properties if content),
    )


def downloads(at: At) -> tuple[Link, ...]:
    """Return links to the bibliographies that this build carries."""
    hrefs = ((label, at.href("data", name)) for label, name in DOWNLOADS)
    return tuple(Link(href, label) for label, href in hrefs if href is not None)
