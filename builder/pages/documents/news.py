"""What feeds tell of: the articles of the dossier, and what was changed after publication.

Dates come from the content; there is no clock. Ids stay the same wherever a copy of the site is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from msgspec import Struct

from builder.links import RECORD_LINK
from builder.model.article import Article
from builder.model.base import ArticleId
from builder.model.correction import Correction
from builder.model.edtf import Edtf
from builder.model.kinds import RECORD_KINDS
from builder.pages.documents.citations import one_line
from builder.pages.kinds import Context
from builder.pages.parts.corrections import KIND_WORDS, about_words
from builder.pages.parts.dates import date_words
from builder.pages.shapes.small import Html
from builder.paths import SitePath
from builder.wording import marked, say

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
        (marked("Reason: {words}"), correction.reason),
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


_INLINE_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]+\)")


def plain_words(context: Context, prose: str) -> str:
    """Return editors' Markdown with its links as words: a feed reader's list shows no markup."""

    def named(match: re.Match[str]) -> str:
        kind, record_id, words = match.groups()
        known = kind in RECORD_KINDS and context.library.is_known(kind, record_id)
        return str(words or (context.library.name_of(kind, record_id) if known else record_id))

    return _INLINE_LINK.sub(lambda match: match[1], RECORD_LINK.sub(named, prose))


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
