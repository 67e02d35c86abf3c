"""The guided path: every stop of the tour on one page, each with what is found there, in short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from builder.analysis.claimfindings import Saying
from builder.analysis.findings import Findings
from builder.model.base import ArticleId, ClaimId, ComparisonId, EventId, OutletId, TopicId
from builder.model.datewords import date_words
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.model.tour import BuiltPage, Stop
from builder.pages.kinds import At, PageKind, PageView, Subject, foreign_language
from builder.pages.parts.answers import answer_line
from builder.pages.parts.cards import card_views, faced_claim
from builder.pages.parts.grades import outlet_aside
from builder.pages.parts.links import numbered_link
from builder.pages.parts.quotes import appearance_quote
from builder.pages.parts.rows import topic_size
from builder.pages.parts.touring import (
    BUILT_WORDS,
    TOUR,
    place_words,
    stop_anchor,
    stop_href,
    stop_name,
    stop_page,
    tour_title,
)
from builder.pages.shapes.lists import AnsweredClaim
from builder.pages.shapes.small import Html, Link, NumberedLink, RecordHeadView
from builder.pages.shapes.texts import QuoteView
from builder.pages.shapes.tour import StopView, TourStep
from builder.paths import SitePath
from builder.wording import marked, numbered, say, say_many

STANDFIRST = marked(
    "One after the other, each with the words that it rests on and the way to the page that has all of it."
)
MOST_CLAIMS = 3
"""Claims of a stop that are told; the page that it leads to has all of them."""


class TourView(PageView, frozen=True, kw_only=True):
    """All stops."""

    head: RecordHeadView
    """What the tour is called, and how many stops it has."""
    contents: tuple[TourStep, ...]
    """All stops in order."""
    stops: tuple[StopView, ...]
    """The same, told; never empty."""


def tour_view(at: At, _subject: Subject) -> TourView:
    """Return what the page of the tour shows."""
    tour = at.library.dossier.tour
    title = tour_title(len(tour))
    return TourView(
        title=title,
        description=say("{title}: {dossier}", title=title, dossier=at.library.dossier.title),
        head=RecordHeadView(
            say("Tour"),
            say_many("{count} stop", "{count} stops", len(tour)),
            title,
            standfirst=say(STANDFIRST),
        ),
        contents=_steps(at, None),
        stops=tuple(_stop(at, place) for place in range(len(tour))),
    )


def _steps(at: At, current: int | None) -> tuple[TourStep, ...]:
    return tuple(
        TourStep(
            numbered(place + 1),
            stop_href(at, place),
            stop.says or stop_name(at.library, stop),
            _lang(at, stop),
            place == current,
        )
        for place, stop in enumerate(at.library.dossier.tour)
    )


def _stop(at: At, place: int) -> StopView:
    tour = at.library.dossier.tour
    stop = tour[place]
    kind, subject = stop_page(at.library, stop)
    record, name = _record(at, stop), _kind_words(kind)
    claim = ClaimId(subject) if kind == "claim" and stop.article is None else None
    faced = faced_claim(at, claim) if claim else None
    cards = card_views(at, [claim]) if claim and not faced else ()
    return StopView(
        anchor=stop_anchor(place),
        place=place_words(place, len(tour)),
        title=stop.says or _untold(at, stop, is_named=bool(faced or cards)),
        lang=_lang(at, stop),
        record=record,
        kind=name,
        aside=_ASIDES[kind](at, subject) if kind in _ASIDES else None,
        faced=faced,
        card=replace(cards[0], anchor=None) if cards else None,
        quotes=_quotes(at, stop),
        words=_words(at, kind, subject),
        claims=_claims(at, kind, subject),
        steps=_steps(at, place),
        previous=Link(stop_href(at, place - 1), say("Previous stop")) if place else _home(at),
        next=Link(stop_href(at, place + 1), say("Next stop")) if place + 1 < len(tour) else _home(at),
    )


def _lang(at: At, stop: Stop) -> str | None:
    return foreign_language(at.library) if stop.says else None


def _untold(at: At, stop: Stop, *, is_named: bool) -> str:
    """What stands over a stop of which the editors say nothing: its name, or its kind where that stands beneath."""
    kind, _ = stop_page(at.library, stop)
    if not is_named:
        return stop_name(at.library, stop)
    return " ".join(filter(None, (_kind_words(kind), _record(at, stop).number)))


def _home(at: At) -> Link:
    return Link(at.href("home"), say("First page"))


def _record(at: At, stop: Stop) -> NumberedLink:
    kind, subject = stop_page(at.library, stop)
    if kind in RECORD_KINDS:
        return numbered_link(at, kind, subject)
    return NumberedLink(None, Link(at.href(kind, subject), stop_name(at.library, stop)))


def _kind_words(kind: str) -> str:
    return say(RECORD_KINDS[kind].one) if kind in RECORD_KINDS else say("Page")


_ASIDES: Mapping[str, Callable[[At, str], str | None]] = {
    "article": lambda at, name: say(
        "{outlet}, {date}",
        outlet=at.library.outlets[at.library.articles[ArticleId(name)].outlet].name,
        date=date_words(at.library.articles[ArticleId(name)].published.edtf),
    ),
    "event": lambda at, name: date_words(at.library.events[EventId(name)].date.edtf),
    "outlet": lambda at, name: outlet_aside(at.context, at.library.outlets[OutletId(name)]),
    "topic": lambda at, name: topic_size(at.context, TopicId(name)),
}


def _quotes(at: At, stop: Stop) -> tuple[QuoteView, ...]:
    """The words of one article: on the claim of the stop, or the first it says where nobody sums it up."""
    kind, subject = stop_page(at.library, stop)
    said: Iterable[Saying] = ()
    if kind == "claim" and stop.article is not None:
        said = (each for each in at.findings.claims[ClaimId(subject)].sayings if each.article == stop.article)
    elif kind == "article" and not at.library.articles[ArticleId(subject)].summary:
        said = at.findings.backlinks.sayings_by_article.get(ArticleId(subject), ())[:1]
    return tuple(appearance_quote(at, saying) for saying in said)


def _words(at: At, kind: str, subject: Subject) -> Html | str | None:
    """The editors' question, description or summary; of a page that the builder makes, what it is."""
    if kind not in RECORD_KINDS:
        return say(BUILT_WORDS[BuiltPage(kind)][1])
    record = at.library.records(kind)[subject]
    line = getattr(record, "question", None)
    prose = getattr(record, "description", None) or getattr(record, "summary", None)
    if line or kind == "page":
        return line or prose
    return at.prose(prose) if prose else None


def _claims(at: At, kind: str, subject: Subject) -> tuple[AnsweredClaim, ...]:
    """What is contested first of the claims that belong to the stop."""
    comparison = at.library.comparisons.get(ComparisonId(subject)) if kind == "comparison" else None
    held: Mapping[str, Iterable[ClaimId]] = {
        "comparison": comparison.claims if comparison else (),
        "event": at.findings.backlinks.claims_by_event.get(EventId(subject), ()),
        "topic": at.findings.backlinks.claims_by_topic.get(TopicId(subject), ()),
    }
    first = at.findings.in_agenda_order(frozenset(held.get(kind, ())))[:MOST_CLAIMS]
    return tuple(
        AnsweredClaim(numbered_link(at, "claim", claim), answer_line(at.context, at.library.claims[claim]))
        for claim in first
    )


def _subjects(library: Library, _findings: Findings) -> tuple[Subject, ...]:
    return ("",) if library.dossier.tour else ()


KIND = PageKind(TOUR, "pages/tour.html", TOUR, _subjects, lambda _: SitePath("tour.html"), tour_view)
