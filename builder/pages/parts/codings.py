"""Second readings in words: how much was read, where the words differ, who decided. No word here says who was right."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from builder.analysis.agreement import FEWEST_UNITS, Alpha, agreement
from builder.analysis.dissents import SecondPlace
from builder.model.base import CodingId
from builder.model.claim import Decided
from builder.model.coding import SecondWord
from builder.pages.kinds import At
from builder.pages.parts.counts import count_part
from builder.pages.parts.links import numbered_link, source_view
from builder.pages.parts.quotes import absent_view
from builder.pages.parts.rows import signed, title_link
from builder.pages.shapes.codings import AgreementView, SecondPlacesView, SecondPlaceView, SecondReadingView
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import CountsView, FindingView, Link
from builder.wording import decimal, marked_many, numbered, say, say_many

MOST_READINGS = 12
"""Second readings on the page of methodology; the list of them has all."""
MOST_DISSENTS = 12
"""Places of each where the words differ; its own page has all."""


def newest_codings(at: At) -> tuple[CodingId, ...]:
    """Return all second readings, the latest first."""
    codings = at.library.codings
    return tuple(sorted(codings, key=lambda each: (-codings[each].date.lower.toordinal(), each)))


def coding_rows(at: At, codings: Iterable[CodingId]) -> tuple[RowView, ...]:
    """Return second readings with how many places each judged."""
    return tuple(
        RowView(
            coding_link(at, coding),
            aside=say(" · ").join(
                " ".join(filter(None, (part.number, part.words))) for part in coding_counts(at, coding).parts
            ),
        )
        for coding in codings
    )


def coding_link(at: At, coding: CodingId) -> Link:
    """Return a second reading by its name, which is in our words."""
    return Link(at.href("coding", coding), at.library.name_of("coding", coding))


def coding_counts(at: At, coding: CodingId) -> CountsView:
    """Return how many places were judged, in how many the words agree and differ, and how many are open."""
    places = at.findings.second.by_coding[coding]
    differing = sum(place.differs for place in places)
    readings = at.library.codings[coding].readings
    counts = (
        (len(places), *marked_many("{count} place read twice", "{count} places read twice")),
        (len(places) - differing, *marked_many("{count} in the same word", "{count} in the same word")),
        (differing, *marked_many("{count} in another word", "{count} in another word")),
        (
            sum(reading.stance is SecondWord.OPEN for reading in readings),
            *marked_many("{count} still open", "{count} still open"),
        ),
    )
    return CountsView(
        tuple(count_part(*count) for place, count in enumerate(counts) if count[0] or not place)
    )


def place_groups(
    at: At, places: Iterable[SecondPlace], *, with_claims: bool = True
) -> tuple[SecondPlacesView, ...]:
    """Return places claim by claim; without their claims on the page of one, where each says who read it."""
    return tuple(
        SecondPlacesView(
            claim=numbered_link(at, "claim", claim) if with_claims else None,
            places=tuple(_place(at, place, with_reader=not with_claims) for place in held),
        )
        for claim, held in groupby(places, key=lambda place: place.claim)
    )


def _place(at: At, place: SecondPlace, *, with_reader: bool) -> SecondPlaceView:
    decided = [at.library.claims[place.claim].decided[index] for index in place.decided]
    return SecondPlaceView(
        source=source_view(at, place.article),
        title=title_link(at, place.article),
        first=tuple(absent_view(word) for word in place.first),
        second=absent_view(place.second),
        reader=_reader(at, place.coding) if with_reader else None,
        decisions=tuple(_decision(each) for each in decided),
        undecided=say("Nobody has decided yet.") if place.differs and not decided else None,
    )


def _decision(decided: Decided) -> FindingView:
    return FindingView(decided.why, say("decided by {signature}", signature=signed(decided.by, decided.date)))


def _reader(at: At, coding: CodingId) -> Link:
    record = at.library.codings[coding]
    return Link(at.href("coding", coding), signed(record.by, record.date))


def agreement_view(at: At) -> AgreementView | None:
    """Return how far the readings agree; None where nobody read a second time."""
    codings = newest_codings(at)
    if not codings:
        return None
    found = agreement(at.findings.second.units)
    href = at.href("codings")
    return AgreementView(
        counts=say_many(
            "{agreed} of {count} place was put into the same word.",
            "{agreed} of {count} places were put into the same word.",
            found.units,
            agreed=numbered(found.agreed),
        ),
        alpha=_alpha_words(found.units, found.alpha),
        readings=tuple(_reading(at, coding) for coding in codings[:MOST_READINGS]),
        all=Link(href, say("All second readings")) if href and len(codings) > MOST_READINGS else None,
    )


def _alpha_words(units: int, alpha: Alpha | None) -> str:
    if alpha is not None:
        return say(
            "Krippendorff’s alpha is {alpha}, and lies between {low} and {high} in 95 of 100 tables that are drawn from"
            " this one by chance. It is reckoned for words without an order: 1 where all readers agree, 0 where they"
            " agree as often as chance would have them.",
            alpha=decimal(alpha.value),
            low=decimal(alpha.low),
            high=decimal(alpha.high),
        )
    if units < FEWEST_UNITS:
        return say_many(
            "With fewer than {count} place no measure of agreement is told.",
            "With fewer than {count} places no measure of agreement is told.",
            FEWEST_UNITS,
        )
    return say("All readers chose one and the same word throughout, so no measure of agreement can be told.")


def _reading(at: At, coding: CodingId) -> SecondReadingView:
    places = at.findings.second.by_coding[coding]
    dissents = [place for place in places if place.differs]
    link = coding_link(at, coding)
    words = say_many("All {count} place of this reading", "All {count} places of this reading", len(places))
    return SecondReadingView(
        link=link,
        counts=coding_counts(at, coding),
        dissents=place_groups(at, dissents[:MOST_DISSENTS]),
        all=Link(link.href, words) if len(dissents) > MOST_DISSENTS else None,
    )
