"""The timeline of the whole dossier: what happened above the axis, who wrote of it below."""

from __future__ import annotations

from builder.analysis.claimfindings import RecordKey
from builder.analysis.findings import Findings
from builder.model.base import ArticleId, EventId
from builder.model.library import Library
from builder.pages.kinds import At, Context, PagedView, PageKind, Subject
from builder.pages.parts.paging import Paging, filter_words, page_subjects, year_of
from builder.pages.parts.timeline import TimelineParts, timeline_parts
from builder.pages.shapes.pictures import PictureView, TimelineEntry
from builder.pages.shapes.small import RecordHeadView
from builder.paths import SitePath
from builder.wording import listed, marked, say, say_many

STANDFIRST = marked(
    "Dates are never more exact than their source: a bar or a dashed outline is a date that is not known to the day."
    " The page of each event and text has the words that its date was read from."
)


class TimelineView(PagedView, frozen=True, kw_only=True):
    """One page of the timeline."""

    picture: PictureView | None
    """Those of this page on one axis; None where there are too few dates to draw."""
    entries: tuple[TimelineEntry, ...]
    """Each event and text of this page, by date."""


def _path(subject: Subject) -> SitePath:
    return SitePath(f"timeline-{subject}.html" if subject else "timeline.html")


def _subjects(library: Library, _findings: Findings) -> tuple[Subject, ...]:
    return page_subjects(len(library.events) + len(library.articles))


def _view(at: At, subject: Subject) -> TimelineView:
    paging = Paging(at.findings.timeline_order, lambda record: _year(at, record))
    found = _parts(at, tuple(paging.rows(subject)))
    size = _size(at.context)
    told = (
        say("{records} on one axis, {period}.", records=size, period=found.period)
        if found.period
        else say("{records} on one axis.", records=size)
    )
    return TimelineView(
        title=paging.title(say("Timeline"), subject),
        description=told,
        head=RecordHeadView(
            say("Timeline"),
            found.period,
            say("{records}, by date", records=size),
            standfirst=say(STANDFIRST),
        ),
        picture=found.picture,
        entries=found.entries,
        pages=paging.links(at, "timeline"),
        filter=filter_words(len(found.entries)),
    )


def _year(at: At, record: RecordKey) -> str:
    kind, record_id = record
    if kind == "event":
        return year_of(at.library.events[EventId(record_id)].date.edtf)
    return year_of(at.library.articles[ArticleId(record_id)].published.edtf)


def _size(context: Context) -> str:
    events, texts = len(context.library.events), len(context.library.articles)
    told = [say_many("{count} event", "{count} events", events)] if events else []
    told += [say_many("{count} text", "{count} texts", texts)] if texts else []
    return listed(told)


def _parts(at: At, records: tuple[RecordKey, ...]) -> TimelineParts:
    return timeline_parts(
        at,
        [EventId(record) for kind, record in records if kind == "event"],
        [ArticleId(record) for kind, record in records if kind == "article"],
        last_text=at.findings.last_text,
        most=None,
    )


KIND = PageKind("timeline", "pages/timeline.html", "timeline", _subjects, _path, _view)
