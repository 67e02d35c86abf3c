"""What a bibliography says of an article, before any format: plain values, each told once."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from builder.model.base import ArticleId
from builder.model.edtf import Edtf
from builder.model.outlet import OutletKind
from builder.pages.kinds import Context
from builder.pages.parts.dates import date_words


class Work(Struct, frozen=True):
    """The type of a work in CSL, BibTeX and RIS."""

    csl: str
    bibtex: str
    ris: str


NEWSPAPER = Work("article-newspaper", "article", "NEWS")
MAGAZINE = Work("article-magazine", "article", "MGZN")
JOURNAL = Work("article-journal", "article", "JOUR")
BLOG = Work("post-weblog", "misc", "BLOG")
WEB_PAGE = Work("webpage", "misc", "ELEC")

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


def citations(context: Context) -> Iterator[Citation]:
    """Yield every article by date."""
    return (_citation(context, article) for article in context.findings.article_order)


def _citation(context: Context, article_id: ArticleId) -> Citation:
    article = context.library.articles[article_id]
    outlet = context.library.outlets[article.outlet]
    return Citation(
        id=article_id,
        work=WORKS.get(outlet.kind, WEB_PAGE),
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
