"""The comparison that the builder makes of an event: its texts, side by side, by the claims about it alone."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.findings import Findings
from builder.model.base import EventId
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject, foreign_language
from builder.pages.parts.citing import record_cite
from builder.pages.parts.compared import compared_events
from builder.pages.parts.comparing import ComparisonParts, comparison_parts
from builder.pages.parts.dates import statement_view
from builder.pages.parts.links import record_link, told_apart
from builder.pages.parts.wholes import EVENT_COMPARISON
from builder.pages.shapes.lists import CiteView
from builder.pages.shapes.small import DateView, Link, RecordHeadView
from builder.paths import SitePath
from builder.wording import marked, say

STANDFIRST = marked("What the texts that report this event, or were read for a claim about it, say of it.")


class EventComparisonView(PageView, frozen=True, kw_only=True):
    """An event as its texts tell it; the builder makes it, no editor does."""

    head: RecordHeadView
    """The event's number and title."""
    event: Link
    """The page of the event."""
    date: DateView
    """When it happened, with the words that say so."""
    parts: ComparisonParts
    """Everything that follows from its texts and claims."""
    cite: CiteView
    """Citation of the comparison as a part of the dossier."""


def event_comparison_view(at: At, event_id: Subject) -> EventComparisonView:
    """Return what the comparison of one event shows."""
    event = at.library.events[EventId(event_id)]
    number = event.number.upper() if event.number else None
    cue = at.library.quote("event", event.id, "date", "cue")
    return EventComparisonView(
        title=say("{event}, text by text", event=told_apart(at.library, "event", event_id)),
        description=say("{event}: {told}", event=event.title, told=say(STANDFIRST)),
        head=RecordHeadView(
            say("Comparison of an event"),
            number,
            event.title,
            title_lang=foreign_language(at.library),
            standfirst=say(STANDFIRST),
        ),
        event=record_link(at, "event", event.id),
        date=statement_view(at, event.date, cue),
        parts=comparison_parts(at, EVENT_COMPARISON, event_id, (EventId(event_id),)),
        cite=record_cite(at, say("Comparison of the event"), event.title, number),
    )


def event_comparison_path(event: Subject) -> SitePath:
    """Return the address of an event's comparison; no record's id has two hyphens together."""
    return SitePath(f"comparisons/event--{event}.html")


def _subjects(_library: Library, findings: Findings) -> Iterable[Subject]:
    return compared_events(findings)


KIND = PageKind(
    "event-comparison",
    "pages/event-comparison.html",
    "comparisons",
    _subjects,
    event_comparison_path,
    event_comparison_view,
)
