"""What feeds tell of: the articles of the dossier, and what was changed after publication.

Dates come from the content; there is no clock. Ids stay the same wherever a copy of the site is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from builder.links import RECORD_LINK
from builder.model.article import Article
from builder.model.correction import Correction
from builder.model.edtf import Edtf
from builder.model.library import RECORD_KINDS
from builder.pages.documents.citations import one_line
from builder.pages.kinds import Context
from builder.pages.parts.dates import date_words
from builder.pages.shapes.small import Html
from builder.paths import SitePath

LATEST = 100
"""A feed tells of the latest; the lists and the data have all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news. `path` is from the root of the site; `day` is when it happened or was published."""

    id: str
    title: str
    path: str
    day: date
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


def article_news(context: Context) -> tuple[Entry, ...]:
    """Return the latest articles, newest first."""
    newest = reversed(context.findings.article_order)
    articles = (context.library.articles[article] for article in newest)
    dated = ((article, _day(article.published.edtf)) for article in articles)
    found = [(article, day) for article, day in dated if day is not None][:LATEST]
    return tuple(_article(context, article, day) for article, day in found)


def _article(context: Context, article: Article, day: date) -> Entry:
    outlet = context.library.outlets[article.outlet].name
    published = date_words(article.published.edtf, long=True)
    return Entry(
        id=urn(context, "article", article.id),
        title=one_line(article.title),
        path=str(context.routes.path("article", article.id)),
        day=day,
        by=article.byline or outlet,
        language=article.language,
        text=one_line(f"{outlet}, {published}. {plain_words(context, article.summary or '')}"),
        markup=context.prose(article.summary, SitePath("feed.xml")) if article.summary else None,
        tags=tuple(context.library.topics[topic].name for topic in article.topics),
    )


def change_news(context: Context) -> tuple[Entry, ...]:
    """Return the latest changes after publication, newest first."""
    corrections = sorted(
        context.library.corrections.values(), key=lambda each: (-each.date.lower.toordinal(), each.id)
    )
    dated = ((correction, _day(correction.date)) for correction in corrections)
    found = [(correction, day) for correction, day in dated if day is not None][:LATEST]
    return tuple(_change(context, correction, day) for correction, day in found)


def _change(context: Context, correction: Correction, day: date) -> Entry:
    kind, _, record_id = correction.about.partition(":")
    known = record_id in context.library.records(kind)
    name = context.library.name_of(kind, record_id) if known else correction.about
    parts = (("Was", correction.was), ("Now", correction.now), ("Reason", correction.reason))
    return Entry(
        id=urn(context, "correction", correction.id),
        title=one_line(f"{correction.kind.value.capitalize()}: {name}"),
        path=f"corrections.html#{correction.id}",
        day=day,
        by=correction.by,
        language=None,
        text=" ".join(f"{label}: {one_line(plain_words(context, words))}" for label, words in parts if words),
        markup=None,
        tags=(correction.kind.value,),
    )


_INLINE_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]+\)")


def plain_words(context: Context, prose: str) -> str:
    """Return editors' Markdown with its links as words: a feed reader's list shows no markup."""

    def named(match: re.Match[str]) -> str:
        kind, record_id, words = match.groups()
        known = kind in RECORD_KINDS and record_id in context.library.records(kind)
        return str(words or (context.library.name_of(kind, record_id) if known else record_id))

    return _INLINE_LINK.sub(lambda match: match[1], RECORD_LINK.sub(named, prose))


def _day(edtf: Edtf) -> date | None:
    """The first day that is stated; the last where only that is known."""
    point = edtf.start or edtf.end
    return point.first_day if point else None


def updated(context: Context, entries: Iterable[Entry]) -> str:
    """Return when a feed was last changed: the clock of the build, else its latest entry."""
    as_of = context.library.dossier.as_of
    latest = max((entry.day for entry in entries), default=date(1970, 1, 1))
    return midnight(max(as_of.lower, latest) if as_of and as_of.start else latest)


def midnight(day: date) -> str:
    """Return a day as RFC 3339 wants it: feeds know no days, only instants."""
    return f"{day.isoformat()}T00:00:00Z"
