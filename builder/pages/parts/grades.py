"""Reliability notes: ours with words beside letter and number, others' in their own words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.model.assessment import ADMIRALTY, AssessedSource, Assessment
from builder.model.edtf import Edtf, Precision
from builder.pages.kinds import At
from builder.pages.parts.dates import date_words
from builder.pages.parts.words import CREDIBILITY_WORDS, SOURCE_GRADE_WORDS, in_row
from builder.pages.shapes.small import GradeView, Link, RatingView
from builder.wording import marked, say

NO_POSITIONS: Mapping[str, str] = MappingProxyType({})
NO_BASIS = frozenset({"F", "6"})
"""Grades that say "no basis to judge": they print as words only."""
CREDIBILITY, SOURCE = marked("Credibility"), marked("Source")
SCALES: dict[str, str] = {
    CREDIBILITY: marked("on a scale from 1, confirmed by other sources, to 5, improbable"),
    SOURCE: marked("on a scale from A, completely reliable, to E, unreliable"),
}
"""What the marks of each axis run from and to, in words."""


def grade_views(
    at: At,
    assessments: tuple[Assessment, ...],
    subject: str,
    positions: Mapping[str, str] = NO_POSITIONS,
) -> tuple[GradeView, ...]:
    """Return our own judgements, latest first; a note without a grade is one too.

    `subject` is what is judged, `this text`; a judgement of one position of a claim names its words instead.
    """
    ours = [assessment for assessment in assessments if assessment.scale == ADMIRALTY]
    ours.sort(key=lambda assessment: assessment.date.text, reverse=True)
    return tuple(_grade_view(at, assessment, _subject(assessment, subject, positions)) for assessment in ours)


def _subject(assessment: Assessment, subject: str, positions: Mapping[str, str]) -> str:
    position = positions.get(assessment.position or "")
    return say("the answer: {position}", position=position) if position else subject


def _grade_view(at: At, assessment: Assessment, subject: str) -> GradeView:
    axis, mark, words = _grade(assessment)
    return GradeView(
        axis=say(axis),
        mark=None if mark in NO_BASIS else mark,
        open=mark in NO_BASIS,
        words=say(words),
        by=assessment.by,
        when=_when(assessment.date),
        of=say("the editors’ assessment of {subject}", subject=subject)
        if mark
        else say("the editors’ note on {subject}", subject=subject),
        scale=say(SCALES[axis]) if mark and mark not in NO_BASIS else None,
        review=say("to be reviewed {date}", date=date_words(assessment.review))
        if assessment.review
        else None,
        basis=at.prose(assessment.basis),
        source=source_link(assessment.source),
    )


def _when(date: Edtf) -> str:
    is_day = not date.is_interval and date.start is not None and date.start.precision is Precision.DAY
    return say("on {date}", date=date_words(date)) if is_day else say("in {date}", date=date_words(date))


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
            scale=assessment.scale,
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
