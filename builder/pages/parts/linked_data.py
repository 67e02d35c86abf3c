"""What a page says, in the words of schema.org (JSON-LD), for search engines and catalogues.

Only what the page itself shows. Grades are left out: a rating without its basis would be a verdict.
"""

from __future__ import annotations

import json

from msgspec import Struct

from builder.analysis.claimfindings import Saying
from builder.model.article import Article, Relation
from builder.model.base import ArticleId, ClaimId
from builder.pages.kinds import At, Context
from builder.pages.parts.answers import answer_words
from builder.pages.parts.dates import machine_date
from builder.paths import SitePath, relative_href
from builder.wording import marked, say

VOCABULARY = "https://schema.org"
DOWNLOADS: tuple[tuple[str, str], ...] = (
    ("dossier.json", "application/json"),
    ("appearances.csv", "text/csv"),
    ("naming.csv", "text/csv"),
    ("provenance.json", "application/json"),
)
FOLDER_WORDS: dict[str, str] = {
    "articles": marked("Articles"),
    "claims": marked("Claims"),
    "topics": marked("Topics"),
}
"""What the list is called in whose folder a page lies."""
_UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}

Node = dict[str, object]


class LinkedData(Struct, frozen=True):
    """JSON that stands safely inside a script element: no letter of it can end the element or begin another."""

    json: str

    def __html__(self) -> str:
        return self.json


def article_data(at: At, article: Article) -> LinkedData:
    """Return an article's page: a page of ours about a text of somebody else's."""
    title = at.library.title_of(ArticleId(article.id)).text
    return _linked(_web_page(at, "WebPage", title, mainEntity=_news_article(at.context, article)))


def claim_data(at: At, claim_id: ClaimId) -> LinkedData:
    """Return a claim with the articles that say it, on whose word ever; no verdict on it."""
    claim = at.library.claims[claim_id]
    sayings = at.findings.claims[claim_id].sayings
    node: Node = {"@type": "Claim", "text": claim.statement, "description": answer_words(at.context, claim)}
    appearances = {saying.article: _appearance(at, saying) for saying in reversed(sayings) if saying.rung}
    if appearances:
        node["appearance"] = list(reversed(appearances.values()))
    if claim.number:
        node["identifier"] = claim.number.upper()
    return _linked(_web_page(at, "WebPage", claim.statement, mainEntity=node))


def collection_data(at: At, name: str, parts: tuple[tuple[str, str], ...]) -> LinkedData:
    """Return a page that gathers others; `parts` are kinds and ids of records, whose names stand on their own pages."""
    paths = (at.routes.path(kind, record_id) for kind, record_id in parts)
    listed = [{"@type": "WebPage", "url": _address(at, path)} for path in paths if path]
    return _linked(_web_page(at, "CollectionPage", name, **({"hasPart": listed} if listed else {})))


def dataset(at: At) -> LinkedData:
    """Return the data of the dossier as a data set with its files."""
    dossier = at.library.dossier
    node: Node = {
        "@context": VOCABULARY,
        "@type": "Dataset",
        "name": dossier.title,
        "description": dossier.subtitle
        or say("Claims, quotations and sources: {dossier}", dossier=dossier.title),
        "inLanguage": dossier.language,
        "isAccessibleForFree": True,
    }
    if dossier.licence:
        node["license"] = dossier.licence.url or dossier.licence.name
    if dossier.editors:
        node["creator"] = [{"@type": "Organization", "name": name} for name in dossier.editors]
    as_of = machine_date(dossier.as_of) if dossier.as_of else None
    if as_of:
        node["dateModified"] = as_of
    files = ((at.routes.path("data", name), media_type) for name, media_type in DOWNLOADS)
    node["distribution"] = [
        {"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": _address(at, path)}
        for path, media_type in files
        if path is not None
    ]
    return _linked(_with_url(at, node))


def _linked(node: Node) -> LinkedData:
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    return LinkedData(text.translate(_UNSAFE).encode("utf-8", "backslashreplace").decode("utf-8"))


def _web_page(at: At, kind: str, name: str, **more: object) -> Node:
    dossier = at.library.dossier
    node: Node = {"@context": VOCABULARY, "@type": kind, "name": name, "inLanguage": dossier.language}
    node["isPartOf"] = {
        "@type": "WebSite",
        "name": dossier.title,
        "url": _address(at, SitePath("index.html")),
    }
    breadcrumb = _breadcrumb(at, name)
    return _with_url(at, {**node, **({"breadcrumb": breadcrumb} if breadcrumb else {}), **more})


def _breadcrumb(at: At, name: str) -> Node | None:
    """First page, list, this page; nothing for pages at the root."""
    folder, _, file = at.page.rpartition("/")
    if not folder or file == "index.html":
        return None
    steps = (
        (at.library.dossier.title, SitePath("index.html")),
        (say(FOLDER_WORDS[folder]), SitePath(f"{folder}/index.html")),
        (name, at.page),
    )
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": label, "item": _address(at, path)}
            for place, (label, path) in enumerate(steps, start=1)
        ],
    }


def _with_url(at: At, node: Node) -> Node:
    url = at.canonical
    return {**node, "url": url} if url else node


def _address(at: At, target: SitePath) -> str:
    return at.context.canonical(target) or relative_href(target, at.page)


def _news_article(context: Context, article: Article) -> Node:
    outlet = context.library.outlets[article.outlet]
    publisher: Node = {
        "@type": "Organization",
        "name": outlet.name,
        **({"url": outlet.url} if outlet.url else {}),
    }
    node: Node = {
        "@type": "NewsArticle",
        **_titled(context, article),
        "publisher": publisher,
    }
    published = _published(article)
    optional = (
        ("datePublished", published),
        ("inLanguage", context.library.language_of(ArticleId(article.id))),
        ("url", article.url),
        ("archivedAt", article.archives[0].url if article.archives else None),
        ("abstract", article.summary),
        ("author", _person(article.byline)),
        ("translator", _person(article.translator or _translator(article))),
        ("translationOfWork", _original(context, article)),
    )
    return {**node, **{key: value for key, value in optional if value}}


def _titled(context: Context, article: Article) -> Node:
    """A headline is what the text has; a title of the editors is a name, in brackets."""
    title = context.library.cited_title_of(ArticleId(article.id))
    return {"name" if title.is_ours else "headline": title.text}


def _published(article: Article) -> str | None:
    """A date that is not sure, or not one date, is left out: the vocabulary cannot say so."""
    instant = article.published.instant
    return instant.isoformat() if instant else machine_date(article.published.edtf)


def _person(name: str | None) -> Node | None:
    return {"@type": "Person", "name": name} if name else None


def _translator(article: Article) -> str | None:
    return next(
        (each.agent.name for each in article.origins if each.relation is Relation.TRANSLATES and each.agent),
        None,
    )


def _original(context: Context, article: Article) -> Node | None:
    translated = next((each for each in article.origins if each.relation is Relation.TRANSLATES), None)
    if translated is None:
        return None
    record = translated.of.record
    work: Node = {
        "@type": "CreativeWork",
        "name": translated.of.what or (context.library.name_of(*record) if record else ""),
    }
    if record is not None and record[0] == "outlet":
        work["publisher"] = {"@type": "Organization", "name": context.library.name_of(*record)}
    return work


def _appearance(at: At, saying: Saying) -> Node:
    article = at.library.articles[ArticleId(saying.article)]
    node: Node = {"@type": "NewsArticle", **_titled(at.context, article)}
    published = _published(article)
    path = at.routes.path("article", article.id)
    return {
        **node,
        **({"datePublished": published} if published else {}),
        **({"url": _address(at, path)} if path else {}),
    }
