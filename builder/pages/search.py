"""The search page: the field and its facets, and without script the ways to every index."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from builder.languages import name_order
from builder.model.base import ArticleId
from builder.model.kinds import RECORD_KINDS
from builder.pages.kinds import At, Context, PageKind, PageView, Subject, foreign_language, one_page
from builder.pages.parts.names import record_name, title_name
from builder.pages.parts.search_meta import own_names
from builder.pages.parts.words import ENTITY_KIND_WORDS
from builder.pages.shapes.lists import FacetView, SearchView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath
from builder.wording import marked, say, say_as

PATH = SitePath("search.html")

FACETS: tuple[tuple[str, str], ...] = (
    ("kind", marked("Kind")),
    ("outlet", marked("Outlet")),
    ("topic", marked("Topic")),
    ("entity", marked("Person, place, organisation")),
    ("year", marked("Year")),
    ("stance", marked("Stance")),
    ("reading", marked("Reading")),
    ("reliability", marked("Source grade")),
)
"""The facets in order: the filter that pages carry, and what it is called."""

INDEXES: tuple[tuple[str, str], ...] = (
    ("claims", marked("Claims")),
    ("comparisons", marked("Comparisons")),
    ("articles", marked("Articles")),
    ("topics", marked("Topics")),
    ("events", marked("Events")),
    ("entities", marked("People, places, organisations")),
    ("outlets", marked("Outlets")),
    ("timeline", marked("Timeline")),
    ("sources", marked("Sources")),
)


class SearchPageView(PageView, frozen=True, kw_only=True):
    """The search page; `indexes` are the ways for a browser without script."""

    head: RecordHeadView
    """That one can search here."""
    form: SearchView
    """Field, button and facets."""
    indexes: tuple[Link, ...]
    """The way to every list, for a browser without script."""


class NamedRecord(Struct, frozen=True):
    """A record that a question may name; `href` is relative to the site's root."""

    title: str
    kind: str
    href: str
    names: tuple[str, ...] = ()
    exact_names: tuple[str, ...] = ()
    number: str = ""
    lang: str = ""
    """Language of the title; empty where it is the page's."""


def named_records(context: Context) -> tuple[NamedRecord, ...]:
    """Return every entity that has a page, by name, and then every record with a number or siglum, by that."""
    entities = sorted(context.library.entities.values(), key=lambda each: (name_order(each.name), each.id))
    pages = ((entity, context.routes.path("entity", entity.id)) for entity in entities)
    named = tuple(
        NamedRecord(
            entity.name,
            say(ENTITY_KIND_WORDS[entity.kind]),
            path,
            *own_names(entity),
            lang=foreign_language(context.library) or "",
        )
        for entity, path in pages
        if path is not None
    )
    return named + tuple(sorted(_numbered(context), key=lambda each: (each.number, each.href)))


def _numbered(context: Context) -> Iterator[NamedRecord]:
    library = context.library
    numbers = (
        *(("article", each.id, each.siglum) for each in library.articles.values()),
        *(("claim", each.id, each.number) for each in library.claims.values()),
        *(("event", each.id, each.number) for each in library.events.values()),
    )
    for kind, record_id, number in numbers:
        path = context.routes.path(kind, record_id)
        if number and path is not None:
            title = (
                title_name(library, ArticleId(record_id))
                if kind == "article"
                else record_name(library, kind, record_id)
            )
            yield NamedRecord(
                title.text, say(RECORD_KINDS[kind].one), path, number=number, lang=title.lang or ""
            )


def search_view(at: At, _subject: Subject) -> SearchPageView:
    """Return what the search page shows."""
    indexes = ((say(words), at.href(kind)) for kind, words in INDEXES)
    return SearchPageView(
        title=say("Search"),
        description=say(
            "Search the articles, claims and names of {dossier}.", dossier=at.library.dossier.title
        ),
        head=RecordHeadView(say("Search"), None, say("Search the dossier")),
        form=SearchView(
            action="search.html",
            label=say("Words, names, or a quotation"),
            button=say_as("button", "Search"),
            hint=say("Quotation marks find the exact words."),
            noscript=say("Search needs scripts. Without them everything can be reached from these lists:"),
            facets=tuple(FacetView(name, say(label)) for name, label in FACETS),
        ),
        indexes=tuple(Link(href, label) for label, href in indexes if href is not None),
    )


KIND = PageKind("search", "pages/search.html", "search", one_page, lambda _subject: PATH, search_view)
