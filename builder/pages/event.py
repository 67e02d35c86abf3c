"""The page of an event: when it happened and how that is known, and what the texts say of it."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.base import EventId
from builder.model.datewords import date_words
from builder.model.event import Event
from builder.pages.kinds import At, Context, PageView, Subject, foreign_language, record_page
from builder.pages.parts.cards import card_views
from builder.pages.parts.chain import outside_source, reliance_views
from builder.pages.parts.citing import record_cite
from builder.pages.parts.dates import statement_view
from builder.pages.parts.links import numbered_link, record_link, told_apart
from builder.pages.parts.rows import article_rows, comparison_rows, correction_rows, event_comparison_rows
from builder.pages.parts.whole import links_of
from builder.pages.parts.wholes import EVENT_ARTICLES, EVENT_CLAIMS, EVENT_RELIANCE
from builder.pages.shapes.lists import CardView, CiteView, RelianceView, RowView
from builder.pages.shapes.small import DateView, Link, NumberedLink, RecordHeadView
from builder.wording import say, say_many


class EventView(PageView, frozen=True, kw_only=True):
    """An event. Parts that it has not are None or empty and print nothing."""

    head: RecordHeadView
    """Number, title and description."""
    date: DateView
    """When it happened, with the words that say so."""
    date_source: Link | None
    """Publication outside the dossier that dates it; None where there is none."""
    place: Link | None
    """The entity where it happened; None where the record names none."""
    entities: tuple[Link, ...]
    """Who and what took part; may be empty."""
    topics: tuple[Link, ...]
    """Those that it belongs to; may be empty."""
    claims: tuple[CardView, ...]
    """Those about it that some text speaks to, contested first; the first where they are many."""
    claims_lead: str
    """How they stand and how many texts speak to them."""
    unspoken: tuple[NumberedLink, ...]
    """Claims about it to which no text speaks; may be empty."""
    articles: tuple[RowView, ...]
    """Those that report it, by date; the first where they are many."""
    reliance: tuple[RelianceView, ...]
    """Articles in whose chain of origins it stands; may be empty."""
    comparisons: tuple[RowView, ...]
    """That of the event itself, then the editors'; may be empty."""
    sources: tuple[Link, ...]
    """Publications outside the dossier; may be empty."""
    corrections: tuple[RowView, ...]
    """Changes to this record after publication; may be empty."""
    cite: CiteView
    """Citation of the event as a part of the dossier."""
    wholes: Mapping[str, Link]
    """Where a list is cut: its whole by the name of its field, `claims`."""


def event_view(at: At, subject: Subject) -> EventView:
    """Return what the page of one event shows."""
    event_id = EventId(subject)
    event = at.library.events[event_id]
    links, claims = at.findings.backlinks, at.findings.claims
    cards, articles = EVENT_CLAIMS.first_of(at, subject), EVENT_ARTICLES.first_of(at, subject)
    reliance = EVENT_RELIANCE.first_of(at, subject)
    number = event.number.upper() if event.number else None
    return EventView(
        title=told_apart(at.library, "event", subject),
        description=_description(at.context, event),
        head=RecordHeadView(
            say("Event"),
            number,
            event.title,
            title_lang=foreign_language(at.library),
            standfirst=at.prose(event.description) if event.description else None,
        ),
        date=_date(at, event),
        date_source=outside_source(event.date.source),
        place=record_link(at, "entity", event.place) if event.place else None,
        entities=tuple(record_link(at, "entity", entity) for entity in event.entities),
        topics=tuple(record_link(at, "topic", topic) for topic in event.topics),
        claims=card_views(at, cards.entries),
        claims_lead=_claims_lead(at.context, event_id),
        unspoken=tuple(
            numbered_link(at, "claim", claim) for claim in cards.entries if not claims[claim].sayings
        ),
        articles=article_rows(at, articles.entries),
        reliance=reliance_views(at, reliance.entries),
        comparisons=event_comparison_rows(at, (event_id,)) + _curated(at, event_id),
        sources=tuple(link for source in event.sources if (link := outside_source(source)) is not None),
        corrections=correction_rows(at, links.corrections_by_record.get(("event", subject), ())),
        cite=record_cite(at, say("Event"), event.title, number),
        wholes=links_of(claims=cards.all, articles=articles.all, reliance=reliance.all),
    )


def _date(at: At, event: Event) -> DateView:
    cue = at.library.quote("event", event.id, "date", "cue")
    return statement_view(at, event.date, cue, sourced=False)


def _description(context: Context, event: Event) -> str:
    reported = len(context.findings.backlinks.articles_by_event.get(EventId(event.id), ()))
    date = date_words(event.date.edtf, long=True)
    if not reported:
        return say("{event}. {date}.", event=event.title, date=date)
    return say_many(
        "{event}. {date}. reported in {count} article.",
        "{event}. {date}. reported in {count} articles.",
        reported,
        event=event.title,
        date=date,
    )


def _claims_lead(context: Context, event: EventId) -> str:
    speaking = dict.fromkeys(
        saying.article for saying in context.findings.backlinks.sayings_by_event.get(event, ())
    )
    return say_many(
        "Claims about this event, what is contested first; {count} text speaks to them.",
        "Claims about this event, what is contested first; {count} texts speak to them.",
        len(speaking),
    )


def _curated(at: At, event: EventId) -> tuple[RowView, ...]:
    """The editors' comparisons by which some claim about the event is compared."""
    links = at.findings.backlinks
    found = dict.fromkeys(
        comparison
        for claim in links.claims_by_event.get(event, ())
        for comparison in links.comparisons_by_claim.get(claim, ())
    )
    return comparison_rows(at, found)


KIND = record_page("event", "events", event_view)
