"""The page of one outlet: who it is, what is judged of it, its articles, and who relied on it."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.base import OutletId
from builder.model.outlet import Outlet
from builder.pages.kinds import At, PageView, Subject, record_page
from builder.pages.parts.answers import attribution_views
from builder.pages.parts.chain import reliance_views
from builder.pages.parts.coded import country_name, language_name
from builder.pages.parts.grades import (
    OUTLET,
    ResponseView,
    grade_views,
    outlet_words,
    rating_views,
    response_view,
)
from builder.pages.parts.links import outgoing, record_link, told_apart
from builder.pages.parts.names import outlet_name
from builder.pages.parts.rows import article_rows, correction_rows
from builder.pages.parts.standing import STANDING_LEAD, standing_rows
from builder.pages.parts.whole import links_of
from builder.pages.parts.wholes import OUTLET_ARTICLES, OUTLET_ATTRIBUTED, OUTLET_RELIANCE, OUTLET_STANDING
from builder.pages.parts.words import OUTLET_KIND_WORDS
from builder.pages.shapes.lists import BacklinkView, RelianceView, RowView
from builder.pages.shapes.small import GradeView, Link, RatingView, RecordHeadView
from builder.pages.shapes.texts import HeadFact, OutgoingLink
from builder.wording import say


class OutletView(PageView, frozen=True, kw_only=True):
    """Everything that an outlet's page shows."""

    head: RecordHeadView
    """Its name and description."""
    facts: tuple[HeadFact, ...]
    """Kind, country and language, as far as they are known."""
    owner: Link | None
    """The outlet that it belongs to; None where none is recorded."""
    owned: tuple[Link, ...]
    """Outlets that belong to it; may be empty."""
    outgoing: tuple[OutgoingLink, ...]
    """Its own site; empty where none is recorded."""
    grades: tuple[GradeView, ...]
    """Our own notes on it, latest first; may be empty."""
    ratings: tuple[RatingView, ...]
    """Others' judgements of it, latest first; may be empty."""
    response: ResponseView | None
    """What it answered to them; None where it did not."""
    articles: tuple[RowView, ...]
    """By date; the first where they are many."""
    standing: tuple[RowView, ...]
    """What it prints under many of its texts, 10 lines at most; may be empty."""
    standing_lead: str
    """That such words count in no comparison."""
    relied_on_by: tuple[RelianceView, ...]
    """Articles in whose chain of origins it stands; may be empty, the first where they are many."""
    attributed: tuple[BacklinkView, ...]
    """Statements that texts make on its word; may be empty, the first where they are many."""
    corrections: tuple[RowView, ...]
    """Changes to this record after publication; may be empty."""
    wholes: Mapping[str, Link]
    """Where a list is cut: its whole by the name of its field, `articles`."""


def _view(at: At, subject: Subject) -> OutletView:
    outlet_id = OutletId(subject)
    outlet, links = at.library.outlets[outlet_id], at.findings.backlinks
    articles, attributed = OUTLET_ARTICLES.first_of(at, subject), OUTLET_ATTRIBUTED.first_of(at, subject)
    relied, standing = OUTLET_RELIANCE.first_of(at, subject), OUTLET_STANDING.first_of(at, subject)
    return OutletView(
        title=told_apart(at.library, "outlet", subject),
        description=say("{outlet}: {told}", outlet=outlet.name, told=outlet_words(outlet)),
        head=_head(at, outlet),
        facts=_facts(outlet),
        owner=record_link(at, "outlet", outlet.owner) if outlet.owner else None,
        owned=tuple(record_link(at, "outlet", each) for each in links.owned_outlets.get(outlet_id, ())),
        outgoing=(outgoing(outlet.url, say("Its own site")),) if outlet.url else (),
        grades=grade_views(at, outlet.assessments, OUTLET),
        ratings=rating_views(at, outlet.assessments),
        response=response_view(at, outlet.response),
        articles=article_rows(at, articles.entries),
        standing=standing_rows(at, standing.entries),
        standing_lead=say(STANDING_LEAD),
        relied_on_by=reliance_views(at, relied.entries),
        attributed=attribution_views(at, attributed.entries),
        corrections=correction_rows(at, links.corrections_by_record.get(("outlet", subject), ())),
        wholes=links_of(
            articles=articles.all,
            standing=standing.all,
            attributed=attributed.all,
            relied_on_by=relied.all,
        ),
    )


def _head(at: At, outlet: Outlet) -> RecordHeadView:
    description = at.prose(outlet.description) if outlet.description else None
    name = outlet_name(at.library, OutletId(outlet.id))
    return RecordHeadView(say("Outlet"), None, name.text, title_lang=name.lang, standfirst=description)


def _facts(outlet: Outlet) -> tuple[HeadFact, ...]:
    facts = (
        HeadFact(say("Kind"), say(OUTLET_KIND_WORDS[outlet.kind])),
        HeadFact(say("Country"), country_name(outlet.country) if outlet.country else None),
        HeadFact(say("Language"), language_name(outlet.language) if outlet.language else None),
    )
    return tuple(fact for fact in facts if fact.words)


KIND = record_page("outlet", "sources", _view)
