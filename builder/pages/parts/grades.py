"""What is judged of outlets, texts or claims: by us with words beside letter or number, by others in their words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from builder.analysis.knowntoday import Known, WhenKnown
from builder.model.assessment import ADMIRALTY, AssessedSource, Assessment
from builder.model.base import ClaimId, OutletId
from builder.model.claim import Claim, Independence, KnownToday
from builder.model.datewords import date_words
from builder.model.edtf import Edtf, Precision
from builder.model.outlet import Outlet, Response
from builder.pages.kinds import At, Context
from builder.pages.parts.chain import outside_source
from builder.pages.parts.coded import country_name
from builder.pages.parts.dates import date_view
from builder.pages.parts.links import source_view
from builder.pages.parts.quotes import quote_view
from builder.pages.parts.rows import signed
from builder.pages.parts.words import CREDIBILITY_WORDS, OUTLET_KIND_WORDS, SOURCE_GRADE_WORDS
from builder.pages.shapes.claims import IndependenceView
from builder.pages.shapes.lists import KnownTodayEntry, KnownTodayView
from builder.pages.shapes.small import GradeView, Html, Link, Phrase, RatingView
from builder.wording import in_row, marked, numbered, say, say_many

NO_POSITIONS: Mapping[str, str] = MappingProxyType({})
NO_BASIS = frozenset({"F", "6"})
"""Grades that say "no basis to judge": they print as words only."""
CREDIBILITY, SOURCE = marked("Credibility"), marked("Source")
SCALES: dict[str, str] = {
    CREDIBILITY: marked("on a scale from 1, confirmed by other sources, to 5, improbable"),
    SOURCE: marked("on a scale from A, completely reliable, to E, unreliable"),
}
"""What the marks of each axis run from and to, in words."""
Judged = tuple[str, str]
"""What is judged: the sentence of a grade, and that of a note without one."""
TEXT: Judged = marked("the editors’ assessment of this text"), marked("the editors’ note on this text")
OUTLET: Judged = marked("the editors’ assessment of this outlet"), marked("the editors’ note on this outlet")
STATEMENT: Judged = (
    marked("the editors’ assessment of this statement"),
    marked("the editors’ note on this statement"),
)
ANSWER: Judged = (
    marked("the editors’ assessment of the answer: {position}"),
    marked("the editors’ note on the answer: {position}"),
)


class Dated(NamedTuple):
    """One sentence for each way that a date stands in it."""

    day: str
    longer: str
    as_it_is: str


JUDGED = Dated(
    marked("judged by {name} on {date}"),
    marked("judged by {name} in {date}"),
    marked("judged by {name} {date}"),
)
NOTED = Dated(
    marked("noted by {name} on {date}"),
    marked("noted by {name} in {date}"),
    marked("noted by {name} {date}"),
)


def grade_views(
    at: At,
    assessments: tuple[Assessment, ...],
    judged: Judged,
    positions: Mapping[str, str] = NO_POSITIONS,
) -> tuple[GradeView, ...]:
    """Return our own judgements, latest first; a note without a grade is one too.

    `judged` says what is; a judgement of one position of a claim names its words instead.
    """
    ours = [assessment for assessment in assessments if assessment.scale == ADMIRALTY]
    ours.sort(key=lambda assessment: assessment.date.text, reverse=True)
    return tuple(
        _grade_view(at, assessment, judged, positions.get(assessment.position or "")) for assessment in ours
    )


def _grade_view(at: At, assessment: Assessment, judged: Judged, position: str | None) -> GradeView:
    axis, mark, words = _grade(assessment)
    of = (ANSWER if position else judged)[0 if mark else 1]
    return GradeView(
        axis=say(axis),
        mark=None if mark in NO_BASIS else mark,
        open=mark in NO_BASIS,
        words=say(words),
        signed=_signed(NOTED if mark in NO_BASIS else JUDGED, assessment.by, assessment.date),
        names=(Phrase(assessment.by),),
        of=say(of, position=position) if position else say(of),
        scale=say(SCALES[axis]) if mark and mark not in NO_BASIS else None,
        review=say("to be reviewed {date}", date=date_words(assessment.review))
        if assessment.review
        else None,
        basis=at.prose(assessment.basis),
        source=source_link(assessment.source),
    )


def _signed(told: Dated, name: str, date: Edtf) -> str:
    """A date that is not plainly a day, a month or a year has words of its own for how it stands to one."""
    point = date.plain_point
    words = told.as_it_is if point is None else told.day if point.precision is Precision.DAY else told.longer
    return say(words, name=name, date=date_words(date))


def grade_words(assessment: Assessment) -> str | None:
    """Return the words of a grade of ours for documents of data, in English: `improbable`; None without one."""
    _, mark, words = _grade(assessment)
    return words[:1].lower() + words[1:] if mark else None


def _grade(assessment: Assessment) -> tuple[str, str | None, str]:
    if assessment.credibility is not None:
        return CREDIBILITY, assessment.credibility.value, CREDIBILITY_WORDS[assessment.credibility]
    if assessment.source is not None and assessment.source.grade is not None:
        return SOURCE, assessment.source.grade.value, SOURCE_GRADE_WORDS[assessment.source.grade]
    return marked("Note"), None, marked("Reliability note")


def rating_views(at: At, assessments: tuple[Assessment, ...]) -> tuple[RatingView, ...]:
    """Return outside judgements, latest first, each with its author, date and source."""
    others = [assessment for assessment in assessments if assessment.scale != ADMIRALTY]
    others.sort(key=lambda assessment: (assessment.date.lower, assessment.date.upper), reverse=True)
    return tuple(
        RatingView(
            rating=assessment.rating or "",
            by=assessment.by,
            date=date_words(assessment.date),
            source=source_link(assessment.source),
            basis=at.prose(assessment.basis),
        )
        for assessment in others
    )


def source_link(source: AssessedSource | None) -> Link | None:
    """Return the outside source of a judgement, with its date in words."""
    if source is None or source.publisher is None:
        return None
    date = date_words(source.date) if source.date else None
    return Link(source.archived or source.url, in_row((source.title, source.publisher, date)))


KNOWN_OUTSIDE = (
    marked("Known from outside"),
    marked("From outside the texts; each entry says how its date stands to theirs."),
)
WHEN_TITLES: dict[WhenKnown | None, tuple[str, str]] = {
    WhenKnown.ALREADY_PUBLIC: (
        marked("Already public"),
        marked("From outside the texts, and public before them."),
    ),
    WhenKnown.SAME_DAYS: (marked("Of the same days"), KNOWN_OUTSIDE[1]),
    WhenKnown.LATER: (
        marked("Learned later"),
        marked("From outside the texts, and later than all of them."),
    ),
}
"""Title and lead of a list whose entries are all the same to the texts."""


def known_today(at: At, claim: Claim) -> KnownTodayView | None:
    """Return what is known from outside the texts, earliest first, or None where nothing is."""
    found = zip(claim.known_today, at.findings.claims[ClaimId(claim.id)].known_today, strict=True)
    entries = sorted(found, key=lambda each: (each[0].date.lower, each[0].date.upper))
    if not entries:
        return None
    kinds = {known.when for _, known in entries}
    title, lead = WHEN_TITLES.get(next(iter(kinds)), KNOWN_OUTSIDE) if len(kinds) == 1 else KNOWN_OUTSIDE
    return KnownTodayView(say(title), say(lead), tuple(_known_entry(at, *each) for each in entries))


def _known_entry(at: At, entry: KnownToday, known: Known) -> KnownTodayEntry:
    return KnownTodayEntry(
        date=date_view(entry.date),
        text=at.prose(entry.text),
        by=entry.by,
        source=outside_source(entry.source),
        when=_when_words(known),
        shape="late" if known.when is WhenKnown.LATER else "event",
    )


def _when_words(known: Known) -> str | None:
    """Say what an entry is to the texts: `Later than both texts`, `Later than 2 of the 3 texts, public before 1`."""
    told = (
        (known.after, marked("Later than {texts}"), marked("later than {texts}")),
        (known.same, marked("In the same days as {texts}"), marked("in the same days as {texts}")),
        (known.before, marked("Public before {texts}"), marked("public before {texts}")),
        (known.open, marked("Order to {texts} unknown"), marked("order to {texts} unknown")),
    )
    parts = [part for part in told if part[0]]
    if not parts:
        return None
    (number, first, _), *others = parts
    texts = (
        say("{number} of the {all} texts", number=numbered(number), all=numbered(known.texts))
        if others
        else _all_words(known.texts)
    )
    return in_row((say(first, texts=texts), *(say(words, texts=numbered(more)) for more, _, words in others)))


def _all_words(texts: int) -> str:
    if texts == 1:
        return say("the text")
    return say("both texts") if texts == 2 else say_many("all {count} texts", "all {count} texts", texts)


def independence_views(at: At, claim: Claim) -> tuple[IndependenceView, ...]:
    """Return the editors' findings that texts are independent, with the words that show it."""
    return tuple(
        _independence_view(at, claim, index, finding) for index, finding in enumerate(claim.independence)
    )


def _independence_view(at: At, claim: Claim, index: int, finding: Independence) -> IndependenceView:
    places = range(len(finding.evidence))
    placed = (
        at.library.quote("claim", claim.id, "independence", index, "evidence", place) for place in places
    )
    return IndependenceView(
        sources=tuple(source_view(at, article) for article in at.findings.in_article_order(finding.between)),
        basis=at.prose(finding.basis),
        evidence=tuple(
            quote_view(at, quote, quoted=evidence)
            for quote, evidence in zip(placed, finding.evidence, strict=True)
            if quote is not None
        ),
        by=signed(finding.by, finding.date),
    )


class ResponseView(Struct, frozen=True):
    """What an outlet answered to our notes."""

    text: Html
    """Its words, from the editors' Markdown."""
    signed: str | None
    """Who answered and when; None where neither is known."""


def outlet_words(outlet: Outlet) -> str:
    """Return what sort of publisher it is and where: `newspaper, Israel`."""
    country = country_name(outlet.country) if outlet.country else None
    return say(", ").join(filter(None, (say(OUTLET_KIND_WORDS[outlet.kind]), country)))


def outlet_aside(context: Context, outlet: Outlet) -> str:
    """Return the same with the number of its articles here: `newspaper, Israel · 1 article`."""
    articles = context.findings.backlinks.articles_by_outlet.get(OutletId(outlet.id), ())
    count = say_many("{count} article", "{count} articles", len(articles)) if articles else None
    return " · ".join(filter(None, (outlet_words(outlet), count)))


def response_view(at: At, response: Response | None) -> ResponseView | None:
    """Return an outlet's answer with who gave it and when."""
    if response is None:
        return None
    date = date_words(response.date) if response.date else None
    signed = say(", ").join(filter(None, (response.by, date)))
    return ResponseView(at.prose(response.text), signed or None)
