"""Lines of lists: articles, events, topics and comparisons, each with what tells it from the others."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.base import ArticleId, ComparisonId, EventId, TopicId
from builder.pages.kinds import Context
from builder.pages.parts.corrections import about_words
from builder.pages.parts.dates import date_words
from builder.pages.parts.links import record_link, siglum_view
from builder.pages.parts.words import counted
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link
from builder.paths import SitePath


def article_rows(
    context: Context, page: SitePath, articles: Iterable[ArticleId], *, summarised: bool = True
) -> tuple[RowView, ...]:
    """Return articles with outlet and date, and the editors' summary where there is one and it is wanted."""
    return tuple(_article_row(context, page, article, summarised=summarised) for article in articles)


def _article_row(context: Context, page: SitePath, article: ArticleId, *, summarised: bool) -> RowView:
    record = context.library.articles[article]
    outlet = context.library.outlets[record.outlet].name
    return RowView(
        link=title_link(context, page, article),
        siglum=siglum_view(context, page, article),
        aside=f"{outlet}, {date_words(record.published.edtf)}",
        words=context.prose(record.summary, page) if record.summary and summarised else None,
    )


def title_link(context: Context, page: SitePath, article: ArticleId) -> Link:
    """Return an article by its title, in the language of its words."""
    return record_link(context, page, "article", article)


def event_rows(context: Context, page: SitePath, events: Iterable[EventId]) -> tuple[RowView, ...]:
    """Return events with their dates and how many articles report them."""
    return tuple(_event_row(context, page, event) for event in events)


def _event_row(context: Context, page: SitePath, event: EventId) -> RowView:
    record = context.library.events[event]
    reported = len(context.findings.backlinks.articles_by_event.get(event, ()))
    words = f"reported in {counted(reported, 'article')}" if reported else None
    return RowView(
        record_link(context, page, "event", event), aside=date_words(record.date.edtf), words=words
    )


def topic_rows(context: Context, page: SitePath, topics: Iterable[TopicId]) -> tuple[RowView, ...]:
    """Return topics with how much they hold, and what they cover."""
    return tuple(_topic_row(context, page, topic) for topic in topics)


def _topic_row(context: Context, page: SitePath, topic: TopicId) -> RowView:
    description = context.library.topics[topic].description
    return RowView(
        link=record_link(context, page, "topic", topic),
        aside=topic_size(context, topic),
        words=context.prose(description, page) if description else None,
    )


def topic_size(context: Context, topic: TopicId) -> str | None:
    """Return how much a topic holds: `4 claims, 3 articles`."""
    links = context.findings.backlinks
    counts = (
        (len(links.claims_by_topic.get(topic, ())), "claim"),
        (len(links.articles_by_topic.get(topic, ())), "article"),
        (len(links.events_by_topic.get(topic, ())), "event"),
    )
    return ", ".join(counted(number, word) for number, word in counts if number) or None


def comparison_rows(
    context: Context, page: SitePath, comparisons: Iterable[ComparisonId]
) -> tuple[RowView, ...]:
    """Return the editors' comparisons with their questions."""
    return tuple(_comparison_row(context, page, comparison) for comparison in comparisons)


def _comparison_row(context: Context, page: SitePath, comparison: ComparisonId) -> RowView:
    record = context.library.comparisons[comparison]
    counts = [counted(len(frozenset(record.articles)), "article")]
    counts += [counted(len(frozenset(record.claims)), "claim")] if record.claims else []
    return RowView(
        record_link(context, page, "comparison", comparison), aside=", ".join(counts), words=record.question
    )


def event_comparison_rows(context: Context, page: SitePath, events: Iterable[EventId]) -> tuple[RowView, ...]:
    """Return the comparisons that the builder makes for events, those that exist."""
    findings = context.findings
    rows: list[RowView] = []
    for event in events:
        href = context.href(page, "event-comparison", event)
        if href is not None:
            record = context.library.events[event]
            counts = (
                counted(len(findings.articles_compared[event]), "article"),
                counted(len(findings.claims_compared[event]), "claim"),
            )
            aside = f"{date_words(record.date.edtf)} · {', '.join(counts)}"
            rows.append(RowView(Link(href, record.title), aside=aside))
    return tuple(rows)


def correction_rows(context: Context, page: SitePath, corrections: Iterable[str]) -> tuple[RowView, ...]:
    """Return changes after publication, each leading to its entry on the page of corrections."""
    return tuple(_correction_row(context, page, correction) for correction in corrections)


def _correction_row(context: Context, page: SitePath, correction: str) -> RowView:
    record = context.library.corrections[correction]
    return RowView(
        link=Link(context.href(page, "corrections", fragment=correction), about_words(context, record)),
        aside=f"{record.kind.value}, {date_words(record.date)}",
        words=context.prose(record.reason, page),
    )
