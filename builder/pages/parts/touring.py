"""The stops of the guided path: what each is, where it is told, and how a page finds its own."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.library import Library
from builder.model.tour import STOP_KINDS, BuiltPage, Stop
from builder.pages.kinds import METHODOLOGY, At, Subject
from builder.pages.shapes.small import Link
from builder.pages.shapes.tour import TourPlace
from builder.wording import marked, say, say_many

TOUR = "tour"
"""The name of the page kind."""

_TITLES: Mapping[int, str] = {
    1: marked("One finding in one minute"),
    2: marked("Two findings in two minutes"),
    3: marked("Three findings in three minutes"),
    4: marked("Four findings in four minutes"),
    5: marked("Five findings in five minutes"),
    6: marked("Six findings in six minutes"),
    7: marked("Seven findings in seven minutes"),
    8: marked("Eight findings in eight minutes"),
    9: marked("Nine findings in nine minutes"),
    10: marked("Ten findings in ten minutes"),
}
"""Whole titles, since languages bend numbers, and what is counted, in their own ways."""

BUILT_WORDS: Mapping[BuiltPage, tuple[str, str]] = {
    BuiltPage.CLAIMS: (
        marked("Claims"),
        marked("Every claim by how the texts relate on it, what is contested first."),
    ),
    BuiltPage.COMPARISONS: (
        marked("Comparisons"),
        marked("Texts laid side by side: by question, by event, and by the words they share."),
    ),
    BuiltPage.ARTICLES: (marked("Articles"), marked("Every text by date, with who published it.")),
    BuiltPage.TOPICS: (marked("Topics"), marked("Every topic with its claims, articles and events.")),
    BuiltPage.TIMELINE: (marked("Timeline"), marked("Events and texts on one axis.")),
    BuiltPage.SOURCES: (
        marked("Sources"),
        marked("Reliability notes on outlets and articles, each with its date and what it rests on."),
    ),
    BuiltPage.ENTITIES: (marked("People, places, organisations"), marked("Names that the texts share.")),
    BuiltPage.CORRECTIONS: (marked("Corrections"), marked("What was changed after publication, and why.")),
    BuiltPage.METHODOLOGY: (
        marked("Methodology"),
        marked("How this dossier is made, and what its words mean."),
    ),
}
"""What each is called, and what it is."""


def tour_title(count: int) -> str:
    """Return what a tour of so many stops is called: `Five findings in five minutes`."""
    if count in _TITLES:
        return say(_TITLES[count])
    return say_many("{count} finding in {count} minutes", "{count} findings in {count} minutes", count)


def stop_page(library: Library, stop: Stop) -> tuple[str, Subject]:
    """Return the page that a stop leads to, by page kind and subject.

    Beside a claim an article says only whose words are shown. Every reference of a stop was checked.
    """
    if stop.built is not None:
        return stop.built.value, ""
    kind, name = next(((kind, getattr(stop, kind)) for kind in STOP_KINDS if getattr(stop, kind)), ("", ""))
    if stop.record is not None:
        name = stop.record
        kind = next(each for each in STOP_KINDS if name in library.records(each))
    return (METHODOLOGY, "") if (kind, name) == ("page", METHODOLOGY) else (kind, str(name))


def stop_name(library: Library, stop: Stop) -> str:
    """Return what a stop's record or page is called."""
    kind, name = stop_page(library, stop)
    if stop.built is not None or not name:
        return say(BUILT_WORDS[BuiltPage(kind)][0])
    return library.name_of(kind, name)


def stop_anchor(place: int) -> str:
    """Return the address of a stop on the page of the tour, for its place from 0."""
    return f"stop-{place + 1}"


def stop_href(at: At, place: int) -> str:
    """Return the link to a stop, by its place from 0; there is a page of the tour."""
    href = at.href(TOUR, "", stop_anchor(place))
    assert href is not None, "stops without a tour"
    return href


def place_words(place: int, count: int) -> str:
    """Return which stop it is, for its place from 0: `Stop 2 of 5`."""
    return say("Stop {number} of {count}", number=place + 1, count=count)


def tour_place(at: At, kind: str, subject: Subject) -> TourPlace | None:
    """Return which stop a page is, the first where it is several; None for a page that is none.

    The words of one article on a claim are a stop, and neither page of the two is.
    """
    tour = at.library.dossier.tour
    pages = ((stop_page(at.library, stop), stop.claim and stop.article) for stop in tour)
    found = next(
        (place for place, (page, quoted) in enumerate(pages) if page == (kind, subject) and not quoted), None
    )
    if found is None or at.routes.path(TOUR) is None:
        return None
    previous, following = found - 1, found + 1
    return TourPlace(
        place=place_words(found, len(tour)),
        tour=Link(stop_href(at, found), tour_title(len(tour))),
        previous=Link(stop_href(at, previous), say("Previous stop")) if previous >= 0 else None,
        next=Link(stop_href(at, following), say("Next stop")) if following < len(tour) else None,
    )
