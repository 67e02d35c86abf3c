"""Feeds of articles as they come: Atom 1.0 (RFC 4287) and JSON Feed 1.1.

Links are absolute where the site's address is known, else relative to the feed, which both formats can carry.

Dates come from the content; there is no clock. Ids stay the same wherever a copy of the site is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Annotated
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree.ElementTree import Element, SubElement

from msgspec import Struct

from builder.links import RECORD_LINK
from builder.model.article import Article
from builder.model.base import ArticleId
from builder.model.correction import Correction
from builder.model.datewords import date_words
from builder.model.edtf import Edtf
from builder.model.kinds import RECORD_KINDS
from builder.pages.documents.bibliography import one_line
from builder.pages.documents.kinds import DocumentKind, Section, listed, schema_file
from builder.pages.documents.rows import Json, Row, like, row_of, told
from builder.pages.kinds import Context
from builder.pages.parts.corrections import KIND_WORDS, about_words, reason_of
from builder.pages.shapes.small import Html
from builder.paths import SitePath
from builder.regexes import regex
from builder.wording import marked, say

ATOM = "http://www.w3.org/2005/Atom"
_HREF = regex('href="([^"]*)"')
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
        _add(element, "content", _leading(context, entry.markup)).set("type", "html")


def _leading(context: Context, markup: Html) -> str:
    """Return editors' words whose links are absolute where the site's address is known: few readers know `xml:base`."""
    told, base = markup.__html__(), context.edition.base_url
    return _HREF.sub(lambda found: f'href="{urljoin(base, found[1])}"', told) if base else told


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


LATEST = 100
"""A feed tells of the latest; the lists and the data have all."""
EPOCH = date(1970, 1, 1)
"""What stands for a day that nothing tells of."""


class News(Struct, frozen=True):
    """One piece of news. `path` is from the root of the site.

    `published` is there only where it is known to the day. `updated`, which Atom demands and readers sort by, is then
    the first day that the date may mean; without any the oldest of the feed, so that the entry stands last.
    """

    id: str
    title: str
    path: str
    published: datetime | None
    updated: datetime
    by: str | None
    language: str | None
    text: str
    markup: Html | None
    tags: tuple[str, ...]


def urn(context: Context, *names: str) -> str:
    """Return a lasting id: the same in every edition of the dossier that names the same address or title."""
    dossier = context.library.dossier
    seed = "\0".join((dossier.url or dossier.title, *names))
    return uuid5(UUID(str(NAMESPACE_URL)), seed.encode("utf-8", "backslashreplace").decode()).urn


def article_news(context: Context) -> tuple[News, ...]:
    """Return the latest articles, newest first and those without a known date last."""
    library, order = context.library, context.findings.article_order
    dated = [each for each in order if library.articles[each].published.edtf.listed_at]
    latest = (*reversed(dated), *order[len(dated) :])[:LATEST]
    oldest = library.articles[dated[0]].published.edtf.listed_at if dated else None
    return tuple(_article(context, library.articles[article], oldest) for article in latest)


def _article(context: Context, article: Article, oldest: date | None) -> News:
    edtf = article.published.edtf
    outlet = context.library.outlets[article.outlet].name
    published = date_words(edtf, long=True)
    moment = _moment(edtf, article.published.instant)
    return News(
        id=urn(context, "article", article.id),
        title=one_line(context.library.title_of(ArticleId(article.id)).text),
        path=str(context.routes.path("article", article.id)),
        published=moment,
        updated=moment or midnight(edtf.listed_at or oldest or _clock(context)),
        by=article.byline or outlet,
        language=context.library.language_of(ArticleId(article.id)),
        text=one_line(
            say(
                "{outlet}, {date}. {summary}",
                outlet=outlet,
                date=published,
                summary=plain_words(context, article.summary or ""),
            )
        ),
        markup=context.prose(article.summary, SitePath("feed.xml")) if article.summary else None,
        tags=tuple(context.library.topics[topic].name for topic in article.topics),
    )


def change_news(context: Context) -> tuple[News, ...]:
    """Return the latest changes after publication, newest first."""
    corrections = sorted(
        context.library.corrections.values(), key=lambda each: (-each.date.lower.toordinal(), each.id)
    )
    return tuple(_change(context, correction) for correction in corrections[:LATEST])


def _change(context: Context, correction: Correction) -> News:
    moment = _moment(correction.date)
    parts = (
        (marked("Was: {words}"), correction.was),
        (marked("Now: {words}"), correction.now),
        (marked("Reason: {words}"), reason_of(context.library, correction)),
    )
    return News(
        id=urn(context, "correction", correction.id),
        title=one_line(
            say(
                "{change}: {record}",
                change=say(KIND_WORDS[correction.kind]),
                record=about_words(context, correction),
            )
        ),
        path=f"corrections.html#{correction.id}",
        published=moment,
        updated=moment or midnight(correction.date.listed_at or _clock(context)),
        by=correction.by,
        language=None,
        text=" ".join(
            say(told, words=one_line(plain_words(context, words))) for told, words in parts if words
        ),
        markup=None,
        tags=(correction.kind.value,),
    )


_ESCAPED = regex(r"\\([!-/:-@\[-`{-~])")
_INLINE_LINK = regex(r"\[([^\[\]]+)\]\([^()\s]+\)")


def plain_words(context: Context, prose: str) -> str:
    """Return editors' Markdown with its links as words: a feed reader's list shows no markup."""

    def named(match: re.Match[str]) -> str:
        kind, record_id, words = match.groups()
        known = kind in RECORD_KINDS and context.library.is_known(kind, record_id)
        return str(words or (context.library.name_of(kind, record_id) if known else record_id))

    told = _INLINE_LINK.sub(lambda match: match[1], RECORD_LINK.sub(named, prose))
    return _ESCAPED.sub(lambda match: match[1], told)


def _moment(edtf: Edtf, instant: datetime | None = None) -> datetime | None:
    """When something was published, where that is known to the day: feeds know no days, only instants."""
    return instant or (midnight(edtf.exact_day) if edtf.exact_day else None)


def _clock(context: Context) -> date:
    as_of = context.library.dossier.as_of
    return as_of.lower if as_of and as_of.start else EPOCH


def updated(context: Context, entries: Iterable[News]) -> datetime:
    """Return when a feed was last changed: the clock of the build, or its latest entry where that is later."""
    return max([midnight(_clock(context)), *(entry.updated for entry in entries)])


def midnight(day: date) -> datetime:
    """Return the beginning of a day in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
