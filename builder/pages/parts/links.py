"""What records are called wherever a link leads to one: sigla, sources, numbered titles, window titles.

The headline on the page stays as the editors wrote it.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from builder.lookalikes import shown_host
from builder.model.article import Article
from builder.model.base import ArticleId, OutletId
from builder.model.datewords import date_words
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.model.sources import Archive
from builder.pages.kinds import At, Context, foreign_language, told_language
from builder.pages.parts.names import outlet_name, sigled_name
from builder.pages.shapes.small import Link, NumberedLink, SiglumView, SourceView
from builder.pages.shapes.texts import OutgoingLink, TagView
from builder.wording import in_row, marked, say


def record_link(at: At, kind: str, record_id: str, fragment: str = "") -> Link:
    """Return a link to a record by the name that pages use."""
    href = at.href(kind, record_id, fragment)
    if kind == "article":
        title = at.library.title_of(ArticleId(record_id))
        return Link(href, title.text, told_language(title.lang))
    if kind == "outlet" and record_id in at.library.outlets:
        name = outlet_name(at.library, OutletId(record_id))
        return Link(href, name.text, name.lang)
    return Link(href, at.library.name_of(kind, record_id), foreign_language(at.library))


def numbered_link(at: At, kind: str, record_id: str) -> NumberedLink:
    """Return a link to a claim or event with its number, where it has one."""
    number = getattr(at.library.records(kind)[record_id], "number", None)
    return NumberedLink(number.upper() if number else None, record_link(at, kind, record_id))


def siglum_of(context: Context, article_id: ArticleId) -> str:
    """Return the short name of an article; its outlet's name where it has no siglum."""
    article = context.library.articles[article_id]
    return article.siglum or context.library.outlets[article.outlet].name


def siglum_view(at: At, article_id: ArticleId) -> SiglumView | None:
    """Return an article's siglum as a link, or None where the article has none."""
    article = at.library.articles[article_id]
    if article.siglum is None:
        return None
    title = at.library.title_of(article_id).text
    return SiglumView(article.siglum, at.href("article", article_id), title)


def source_view(at: At, article_id: ArticleId, *, dated: bool = True) -> SourceView:
    """Return an article as the source of words: siglum, outlet and, where wanted, date."""
    article = at.library.articles[article_id]
    date = date_words(article.published.edtf) if dated else None
    return SourceView(siglum_view(at, article_id), outlet_name(at.library, article.outlet), date)


def source_words(context: Context, article_id: ArticleId) -> str:
    """Return an article as a source in plain words: `002 The Jerusalem Post, 12 Nov 2015`."""
    article = context.library.articles[article_id]
    return in_row((sigled_name(context.library, article_id).text, date_words(article.published.edtf)))


UNNUMBERED = marked("claim")
"""What stands there where a claim has no number."""


def claim_tags(at: At, claim_id: str) -> tuple[TagView, ...]:
    """Return the tag of a claim, or nothing where the claim has no page."""
    claim = numbered_link(at, "claim", claim_id)
    if claim.link.href is None:
        return ()
    title = (
        say("Evidence for {number}: {claim}", number=claim.number, claim=claim.link.label)
        if claim.number
        else say("Evidence for {claim}", claim=claim.link.label)
    )
    return (TagView(claim.number or say(UNNUMBERED), claim.link.href, title),)


def outgoing(url: str, label: str) -> OutgoingLink:
    """Return a link out of the site."""
    return OutgoingLink(url, label, shown_host(urlsplit(url).hostname or url))


def article_links(article: Article) -> tuple[OutgoingLink, ...]:
    """Return where an article was published and where copies of it are kept."""
    original = (outgoing(article.url, say("Original page")),) if article.url else ()
    return (*original, *(outgoing(archive.url, _copy_words(archive)) for archive in article.archives))


def _copy_words(archive: Archive) -> str:
    kept = say("Copy kept by {service}", service=archive.service) if archive.service else say("Lasting copy")
    return say("{copy}, {date}", copy=kept, date=date_words(archive.date)) if archive.date else kept


LISTS = (
    *(kind.list_title for kind in RECORD_KINDS.values() if not kind.at_top),
    marked("Data"),
    marked("Methodology"),
    marked("Page not found"),
    marked("Search"),
    marked("Sources"),
    marked("Timeline"),
)
"""What the windows of lists are called: a record of that name says which kind it is."""


def told_apart(library: Library, kind: str, record_id: str) -> str:
    """Return what a record is called, with what tells it from all others that are called the same.

    That is its kind, for an article its outlet and date, and where another of the kind has those too, its id.
    """
    record = library.records(kind)[record_id]
    number = getattr(record, "number", None)
    name = library.name_of(kind, record_id)
    words = f"{number.upper()} {name}" if number else name
    others = [other for other in library.namesakes(name) if other != (kind, record_id)]
    if not others and not _is_a_list(name.casefold()):
        return words
    more = _more(library, kind, record_id)
    if any(other == kind and _more(library, other, other_id) == more for other, other_id in others):
        more = say("{more}, {id}", more=more, id=record_id)
    return f"{words} ({more})"


def _is_a_list(name: str) -> bool:
    return any(say(words).casefold() == name for words in LISTS)


def dated_title(library: Library, article: ArticleId) -> str:
    """Return the title of an article with its date, and what else tells it from all others."""
    name = library.name_of("article", article)
    told = told_apart(library, "article", article)
    return f"{name} ({date_words(library.articles[article].published.edtf)})" if told == name else told


def _more(library: Library, kind: str, record_id: str) -> str:
    if kind != "article":
        return say(RECORD_KINDS[kind].aside)
    article = library.articles[ArticleId(record_id)]
    outlet = library.outlets[article.outlet].name
    return say("{outlet}, {date}", outlet=outlet, date=date_words(article.published.edtf))
