"""What a page says of itself to programs: JSON-LD, OpenGraph, Dublin Core, and the other fields of its head."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from builder.regexes import regex

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES: Final = regex(r"Article|BlogPosting|Report|SocialMediaPosting", re.IGNORECASE)
_MOST_NODES: Final = 20_000
_MOST_CHARS: Final = 2_000
_TITLES: Final = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "title",
)
_OUTLETS: Final = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "citation_journal_title",
    "apple-mobile-web-app-title",
    "twitter:site",
)
_AUTHORS: Final = (
    *(
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
        "byl",
    ),
    *("citation_author", "twitter:creator"),
)
_DATES: Final = (
    *(
        "article:published_time",
        "og:published_time",
        "og:article:published_time",
        "datepublished",
        "dc.date.issued",
    ),
    *(
        "dcterms.issued",
        "parsely-pub-date",
        "sailthru.date",
        "citation_publication_date",
        "publishdate",
        "publish-date",
    ),
    *(
        "pubdate",
        "publication_date",
        "article.published",
        "cxenseparse:recs:publishtime",
        "rnews:datepublished",
    ),
    *(
        "dc.date.created",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "article_date_original",
        "originalpublicationdate",
    ),
    *("ptime", "pdate", "dat", "date"),
)
_UPDATES: Final = (
    *(
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "dcterms.modified",
        "dc.date.modified",
        "last-modified",
    ),
)
_LANGUAGES: Final = ("content-language", "og:locale", "dc.language")


class Told(Struct, frozen=True):
    """A value and the name of the field that holds it."""

    value: str
    field: str


class Metadata(Struct, frozen=True):
    """What was told, the best first; nothing was compared with what the page shows."""

    titles: tuple[Told, ...]
    outlets: tuple[Told, ...]
    authors: tuple[Told, ...]
    published: tuple[Told, ...]
    updated: tuple[Told, ...]
    url: str
    language: str


def metadata_of(tree: HtmlElement) -> Metadata:
    """Read all that the head and the JSON-LD of a page tell."""
    fields = _fields(tree)
    node = _article_node(tree)
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return Metadata(
        titles=(*_told(_texts(node.get("headline")), "JSON-LD headline"), *_of(fields, _TITLES)),
        outlets=(*_told(_names(node.get("publisher")), "JSON-LD publisher"), *_of(fields, _OUTLETS)),
        authors=(*_told(_names(node.get("author") or node.get("creator")), "JSON-LD author"), *_authors(fields)),
        published=(
            *_told(_texts(node.get("datePublished")), "JSON-LD datePublished"),
            *_of(fields, _DATES),
            *_told(_stated(tree), "itemprop datePublished"),
        ),
        updated=(*_told(_texts(node.get("dateModified")), "JSON-LD dateModified"), *_of(fields, _UPDATES)),
        url=_address(tree, fields, node),
        language=language or _first(fields, _LANGUAGES) or "".join(_texts(node.get("inLanguage"))[:1]),
    )  # fmt: skip


def _fields(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.xpath("//meta[@content]"):
        for name in (meta.get("property"), meta.get("name"), meta.get("itemprop"), meta.get("http-equiv")):
            value = " ".join(meta.get("content").split())[:_MOST_CHARS]
            if name and value:
                found.setdefault(name.strip().lower().replace("dc:", "dc."), []).append(value)
    return found


def _stated(tree: HtmlElement) -> list[str]:
    """The moment that microdata give as the one of publication; where they give several it may be another story's."""
    found = tree.xpath("//*[@itemprop='datePublished' and (@datetime or @content)]")
    moments = {" ".join((each.get("datetime") or each.get("content") or "").split()) for each in found} - {""}
    return [moment[:_MOST_CHARS] for moment in moments] if len(moments) == 1 else []


def _of(fields: Mapping[str, list[str]], names: tuple[str, ...]) -> Iterator[Told]:
    return (Told(value, name) for name in names for value in fields.get(name, ()))


def _authors(fields: Mapping[str, list[str]]) -> Iterator[Told]:
    """Yield what each field says of authors; several fields of one name are several persons."""
    for name in _AUTHORS:
        if name in fields:
            yield from _told(_names(fields[name]), name)


def _first(fields: Mapping[str, list[str]], names: tuple[str, ...]) -> str:
    return next((told.value for told in _of(fields, names)), "")


def _told(values: list[str], field: str) -> Iterator[Told]:
    return (Told(value, field) for value in values)


def _address(tree: HtmlElement, fields: Mapping[str, list[str]], node: Mapping[str, object]) -> str:
    links = tree.xpath("//link[@rel='canonical']/@href")
    page = node.get("mainEntityOfPage")
    main = page.get("@id") if isinstance(page, Mapping) else page
    told = (*map(str, links), *fields.get("og:url", ()), *_texts(main), *_texts(node.get("url")))
    return next((url.strip() for url in told if url.strip().startswith(("https://", "http://"))), "")


def _article_node(tree: HtmlElement) -> Mapping[str, object]:
    """The object of the page's JSON-LD that is its article: one that stands by itself before one inside a list."""
    found: list[tuple[bool, Mapping[str, object]]] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        found += _articles_in(_loaded(script.text_content()))
    found.sort(key=lambda one: one[0])
    return found[0][1] if found else {}


def _loaded(written: str) -> object:
    """JSON as pages write it: control characters inside texts, remarks and `CDATA` around it, a comma too many."""
    bare = re.sub(
        r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?:/\*|//)?\s*\]\]>\s*(?:\*/)?)\s*$",
        "",
        written,
    )
    for text in (bare, re.sub(r",(\s*[}\]])", r"\1", bare)):
        try:
            loaded: object = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        return loaded
    return None


def _articles_in(loaded: object) -> list[tuple[bool, Mapping[str, object]]]:
    waiting: list[tuple[object, bool]] = [(loaded, False)]
    found: list[tuple[bool, Mapping[str, object]]] = []
    seen = 0
    while waiting and seen < _MOST_NODES:
        node, listed = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting += [(each, listed) for each in node]
        elif isinstance(node, dict):
            kinds = " ".join(_texts(node.get("@type")))
            if _ARTICLES.search(kinds):
                found.append((listed, node))
            inside = listed or "List" in kinds or bool(_ARTICLES.search(kinds))
            waiting += [
                (each, inside or key in ("hasPart", "itemListElement", "relatedLink"))
                for key, each in node.items()
            ]
    return found


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [" ".join(each.split())[:_MOST_CHARS] for each in values if isinstance(each, str) and each.strip()]


def _names(value: object) -> list[str]:
    """The names of persons or organisations, each a text or an object with a name; several authors are one value."""
    values = value if isinstance(value, list) else [value]
    names = [name for each in values for name in _texts(each.get("name") if isinstance(each, dict) else each)]
    return [", ".join(dict.fromkeys(names))] if names else []
