"""Lines of lists: each record with what tells it from the others."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from builder.model.base import ArticleId, ComparisonId, EventId, TopicId
from builder.model.correction import CorrectionKind
from builder.model.datewords import date_words
from builder.model.edtf import Edtf
from builder.pages.kinds import At, Context
from builder.pages.parts.corrections import about_link, correction_href, reason_of, said_link
from builder.pages.parts.links import record_link, siglum_view
from builder.pages.parts.names import outlet_name
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link
from builder.wording import listed, marked, say, say_many

CHANGE_WORDS: dict[CorrectionKind, str] = {
    CorrectionKind.CORRECTION: marked("correction"),
    CorrectionKind.CLARIFICATION: marked("clarification"),
    CorrectionKind.UPDATE: marked("update"),
    CorrectionKind.WITHDRAWAL: marked("withdrawal"),
}


def article_rows(at: At, articles: Iterable[ArticleId], *, summarised: bool = True) -> tuple[RowView, ...]:
    """Return articles with outlet and date, and the editors' summary where there is one and it is wanted."""
    return tuple(_article_row(at, article, summarised=summarised) for article in articles)


def _article_row(at: At, article: ArticleId, *, summarised: bool) -> RowView:
    record = at.library.articles[article]
    return RowView(
        link=title_link(at, article),
        siglum=siglum_view(at, article),
        outlet=outlet_name(at.library, record.outlet),
        aside=date_words(record.published.edtf),
        words=at.prose(record.summary) if record.summary and summarised else None,
    )


def title_link(at: At, article: ArticleId) -> Link:
    """Return an article by its title, in the language of its words."""
    return record_link(at, "article", article)


def event_rows(at: At, events: Iterable[EventId]) -> tuple[RowView, ...]:
    """Return events with their dates and how many articles report them."""
    return tuple(_event_row(at, event) for event in events)


def _event_row(at: At, event: EventId) -> RowView:
    record = at.library.events[event]
    reported = len(at.findings.backlinks.articles_by_event.get(event, ()))
    words = None
    if reported:
        words = say_many("reported in {count} article", "reported in {count} articles", reported)
    return RowView(record_link(at, "event", event), aside=date_words(record.date.edtf), words=words)


def topic_rows(at: At, topics: Iterable[TopicId]) -> tuple[RowView, ...]:
    """Return topics with how much they hold, and what they cover."""
    return tuple(_topic_row(at, topic) for topic in topics)


def _topic_row(at: At, topic: TopicId) -> RowView:
    description = at.library.topics[topic].description
    return RowView(
        link=record_link(at, "topic", topic),
        aside=topic_size(at.context, topic),
        words=at.prose(description) if description else None,
    )


def topic_size(context: Context, topic: TopicId) -> str | None:
    """Return how much a topic holds: `4 claims, 3 articles`."""
    links = context.findings.backlinks
    claims, articles, events = (
        len(held.get(topic, ()))
        for held in (links.claims_by_topic, links.articles_by_topic, links.events_by_topic)
    )
    told = [_claim_count(claims)] if claims else []
    told += [_article_count(articles)] if articles else []
    told += [say_many("{count} event", "{count} events", events)] if events else []
    return say(", ").join(told) or None


def _claim_count(count: int) -> str:
    return say_many("{count} claim", "{count} claims", count)


def _article_count(count: int) -> str:
    return say_many("{count} article", "{count} articles", count)


def comparison_rows(at: At, comparisons: Iterable[ComparisonId]) -> tuple[RowView, ...]:
    """Return the editors' comparisons with their questions."""
    return tuple(_comparison_row(at, comparison) for comparison in comparisons)


def _comparison_row(at: At, comparison: ComparisonId) -> RowView:
    record = at.library.comparisons[comparison]
    counts = [_article_count(len(frozenset(record.articles)))]
    counts += [_claim_count(len(frozenset(record.claims)))] if record.claims else []
    aside = say(", ").join(counts)
    return RowView(record_link(at, "comparison", comparison), aside=aside, words=record.question)


def event_comparison_rows(at: At, events: Iterable[EventId]) -> tuple[RowView, ...]:
    """Return the comparisons that the builder makes for events, those that exist."""
    findings = at.findings
    rows: list[RowView] = []
    for event in events:
        href = at.href("event-comparison", event)
        if href is not None:
            record = at.library.events[event]
            counts = (
                _article_count(len(findings.articles_compared[event])),
                _claim_count(len(findings.claims_compared[event])),
            )
            aside = f"{date_words(record.date.edtf)} · {say(', ').join(counts)}"
            rows.append(RowView(Link(href, record.title), aside=aside))
    return tuple(rows)


def correction_rows(at: At, corrections: Iterable[str]) -> tuple[RowView, ...]:
    """Return changes after publication, each leading to its entry on the page of corrections.

    On the record's own page one leads to what the record said before, where that is known.
    """
    return tuple(_correction_row(at, correction) for correction in corrections)


def _correction_row(at: At, correction: str) -> RowView:
    record = at.library.corrections[correction]
    kind, _, record_id = record.about.partition(":")
    said = said_link(at, correction) if at.routes.path(kind, record_id) == at.page else None
    return RowView(
        link=said or replace(about_link(at, record), href=correction_href(at, correction)),
        aside=say("{change}, {date}", change=say(CHANGE_WORDS[record.kind]), date=date_words(record.date)),
        words=at.prose(reason_of(at.library, record)),
    )


def signed(by: str | tuple[str, ...], date: Edtf) -> str:
    """Return who signs, one or several together, and when."""
    name = by if isinstance(by, str) else listed(by)
    return say("{name}, {date}", name=name, date=date_words(date))


ENOUGH_FOR_CONTENTS = 4
"""A page with fewer sections needs no list of them."""


def contents_of(sections: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return the links to a page's sections where there are enough of them to need a list."""
    return sections if len(sections) >= ENOUGH_FOR_CONTENTS else ()
