"""Feeds: Atom 1.0 (RFC 4287) and JSON Feed 1.1.

Links are absolute where the site's address is known, else relative to the feed, which both formats can carry.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from xml.etree.ElementTree import Element, SubElement

from builder.pages.documents.kinds import DocumentKind, Section, listed, schema_file
from builder.pages.documents.news import News, article_news, change_news, updated, urn
from builder.pages.documents.rows import Json, Row, like, row_of, told
from builder.pages.kinds import Context
from builder.paths import SitePath
from builder.wording import marked, say

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"
_INSTANT = like("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$")


def _instant(moment: datetime) -> str:
    """Return a moment as RFC 3339 wants it."""
    return moment.isoformat().replace("+00:00", "Z")


def _address(context: Context, path: str) -> str:
    return (context.edition.base_url or "") + path


def _atom(context: Context, path: str, title: str, entries: tuple[News, ...]) -> Element:
    dossier = context.library.dossier
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": dossier.language})
    if context.edition.base_url:
        feed.set("xml:base", context.edition.base_url)
    _add(feed, "id", urn(context, path))
    _add(feed, "title", title)
    if dossier.subtitle:
        _add(feed, "subtitle", dossier.subtitle)
    _add(feed, "updated", _instant(updated(context, entries)))
    for name in dossier.editors or (dossier.title,):
        _add(SubElement(feed, "author"), "name", name)
    _add_link(feed, "self", _address(context, path), "application/atom+xml")
    _add_link(feed, "alternate", _address(context, "index.html"), "text/html")
    if dossier.licence:
        _add(feed, "rights", dossier.licence.name)
    for entry in entries:
        _add_entry(context, feed, entry)
    return feed


def _add_entry(context: Context, feed: Element, entry: News) -> None:
    element = SubElement(feed, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", _instant(entry.updated))
    if entry.published:
        _add(element, "published", _instant(entry.published))
    _add_link(element, "alternate", _address(context, entry.path), "text/html")
    if entry.by:
        _add(SubElement(element, "author"), "name", entry.by)
    for tag in entry.tags:
        SubElement(element, "category", {"term": tag})
    _add(element, "summary", entry.text)
    if entry.markup is not None:
        _add(element, "content", entry.markup.__html__()).set("type", "html")


def _add(parent: Element, name: str, text: str) -> Element:
    child = SubElement(parent, name)
    child.text = text
    return child


def _add_link(parent: Element, relation: str, href: str, media_type: str) -> None:
    SubElement(parent, "link", {"rel": relation, "href": href, "type": media_type})


class FeedName(Row, frozen=True, kw_only=True):
    """Somebody, by name."""

    name: Annotated[str, "The name."]


class FeedItem(Row, frozen=True, kw_only=True):
    """An article in the feed."""

    id: Annotated[str, "A lasting id."]
    url: Annotated[str, "The address of its page."]
    title: Annotated[str, "Its title."]
    content_text: Annotated[str, "Its outlet and date, and what it says in the editors' words."]
    date_published: Annotated[str | None, _INSTANT, "When, where the day is known."] = None
    authors: Annotated[tuple[FeedName, ...], "Its byline, or its outlet."] = ()
    tags: Annotated[tuple[str, ...], "The names of its topics."] = ()
    language: Annotated[str | None, "Its language."] = None


class Feed(Row, frozen=True, kw_only=True):
    """The latest articles."""

    version: Annotated[str, "The address of the format."]
    title: Annotated[str, "The title of the dossier."]
    description: Annotated[str | None, "Its subtitle."] = None
    home_page_url: Annotated[str, "The address of the dossier."]
    feed_url: Annotated[str, "The address of this feed."]
    language: Annotated[str, "The language of the dossier."]
    authors: Annotated[tuple[FeedName, ...], "Its editors."]
    items: Annotated[tuple[FeedItem, ...], "Newest first."]


def _json_feed(context: Context) -> Json:
    dossier = context.library.dossier
    feed = Feed(
        version=JSON_FEED,
        title=dossier.title,
        description=dossier.subtitle or None,
        home_page_url=_address(context, "index.html"),
        feed_url=_address(context, "feed.json"),
        language=dossier.language,
        authors=tuple(FeedName(name=name) for name in dossier.editors or (dossier.title,)),
        items=tuple(_json_item(context, entry) for entry in article_news(context)),
    )
    return told(feed)


def _json_item(context: Context, entry: News) -> FeedItem:
    return row_of(
        FeedItem,
        entry,
        url=_address(context, entry.path),
        content_text=entry.text,
        date_published=_instant(entry.published) if entry.published else None,
        authors=(FeedName(name=entry.by),) if entry.by else (),
        language=entry.language or None,
    )


def _articles_feed(context: Context) -> Element:
    return _atom(context, "feed.xml", context.library.dossier.title, article_news(context))


def _changes_feed(context: Context) -> Element:
    title = say("Changes: {dossier}", dossier=context.library.dossier.title)
    return _atom(context, "changes.xml", title, change_news(context))


DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(
        SitePath("feed.xml"),
        _articles_feed,
        listed(Section.FEEDS, marked("Articles (Atom)"), marked("newest first")),
    ),
    DocumentKind(
        SitePath("feed.json"),
        _json_feed,
        listed(Section.FEEDS, marked("Articles (JSON Feed)"), marked("the same")),
    ),
    DocumentKind(
        SitePath("changes.xml"),
        _changes_feed,
        listed(
            Section.FEEDS,
            marked("Changes after publication (Atom)"),
            marked("corrections, clarifications, updates, withdrawals"),
        ),
    ),
    schema_file("feed", "JSON Feed 1.1", Feed),
)
