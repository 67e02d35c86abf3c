"""Feeds: Atom 1.0 (RFC 4287) and JSON Feed 1.1.

Links are absolute where the site's address is known, else relative to the feed, which both formats can carry.
"""

from __future__ import annotations

from datetime import datetime
from xml.etree.ElementTree import Element, SubElement

from builder.pages.documents.kinds import DocumentKind, Json, JsonObject
from builder.pages.documents.news import Entry, article_news, change_news, updated, urn
from builder.pages.kinds import Context
from builder.paths import SitePath

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"


def _instant(moment: datetime) -> str:
    """Return a moment as RFC 3339 wants it."""
    return moment.isoformat().replace("+00:00", "Z")


def _address(context: Context, path: str) -> str:
    return (context.edition.base_url or "") + path


def _atom(context: Context, path: str, title: str, entries: tuple[Entry, ...]) -> Element:
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


def _add_entry(context: Context, feed: Element, entry: Entry) -> None:
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


def _json_feed(context: Context) -> JsonObject:
    dossier, entries = context.library.dossier, article_news(context)
    feed: JsonObject = {"version": JSON_FEED, "title": dossier.title}
    if dossier.subtitle:
        feed["description"] = dossier.subtitle
    feed["home_page_url"] = _address(context, "index.html")
    feed["feed_url"] = _address(context, "feed.json")
    feed["language"] = dossier.language
    authors: list[Json] = [{"name": name} for name in dossier.editors or (dossier.title,)]
    feed["authors"] = authors
    feed["items"] = [_json_item(context, entry) for entry in entries]
    return feed


def _json_item(context: Context, entry: Entry) -> JsonObject:
    item: JsonObject = {
        "id": entry.id,
        "url": _address(context, entry.path),
        "title": entry.title,
        "content_text": entry.text,
    }
    if entry.published:
        item["date_published"] = _instant(entry.published)
    if entry.by:
        item["authors"] = [{"name": entry.by}]
    if entry.tags:
        item["tags"] = list(entry.tags)
    if entry.language:
        item["language"] = entry.language
    return item


def _articles_feed(context: Context) -> Element:
    return _atom(context, "feed.xml", context.library.dossier.title, article_news(context))


def _changes_feed(context: Context) -> Element:
    title = f"Changes: {context.library.dossier.title}"
    return _atom(context, "changes.xml", title, change_news(context))


DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(SitePath("feed.xml"), "Articles (Atom feed)", _articles_feed),
    DocumentKind(SitePath("feed.json"), "Articles (JSON feed)", _json_feed, "feed"),
    DocumentKind(SitePath("changes.xml"), "Changes after publication (Atom feed)", _changes_feed),
)
