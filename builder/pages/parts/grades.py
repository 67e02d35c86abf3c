"""Reliability notes: ours with words beside letter and number, others' in their own words."""

from __future__ import annotations

from builder.model.assessment import ADMIRALTY, AssessedSource, Assessment
from builder.model.claim import Claim
from builder.pages.kinds import Context
from builder.pages.parts.dates import date_words
from builder.pages.parts.words import CREDIBILITY_WORDS, SOURCE_GRADE_WORDS
from builder.pages.shapes.small import GradeView, Link, RatingView
from builder.paths import SitePath

NO_BASIS = frozenset({"F", "6"})
"""Grades that say "no basis to judge": they print as words only."""


def grade_views(
    context: Context, page: SitePath, assessments: tuple[Assessment, ...], claim: Claim | None = None
) -> tuple[GradeView, ...]:
    """Return our own judgements, latest first; a note without a grade is one too."""
    ours = [assessment for assessment in assessments if assessment.scale == ADMIRALTY]
    ours.sort(key=lambda assessment: (assessment.date.lower, assessment.date.upper), reverse=True)
    return tuple(_grade_view(context, page, assessment, claim) for assessment in ours)


def _grade_view(context: Context, page: SitePath, assessment: Assessment, claim: Claim | None) -> GradeView:
    axis, mark, words = _grade(assessment)
    position = claim.positions.get(assessment.position or "") if claim else None
    return GradeView(
        axis=axis,
        mark=None if mark in NO_BASIS else mark,
        open=mark in NO_BASIS,
        words=words,
        by=assessment.by,
        date=date_words(assessment.date),
        review=f"to be reviewed {date_words(assessment.review)}" if assessment.review else None,
        basis=context.prose(assessment.basis, page),
        source=source_link(assessment.source),
        subject=f"for the answer: {position}" if position else None,
    )


def _grade(assessment: Assessment) -> tuple[str, str | None, str]:
    if assessment.credibility is not None:
        return "Credibility", assessment.credibility.value, CREDIBILITY_WORDS[assessment.credibility]
    if assessment.source is not None and assessment.source.grade is not None:
        return "Source", assessment.source.grade.value, SOURCE_GRADE_WORDS[assessment.source.grade]
    return "Note", None, "Reliability note"


def rating_views(
    context: Context, page: SitePath, assessments: tuple[Assessment, ...]
) -> tuple[RatingView, ...]:
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
            basis=context.prose(assessment.basis, page),
        )
        for assessment in others
    )


def source_link(source: AssessedSource | None) -> Link | None:
    """Return the outside source of a judgement, with its date in words."""
    if source is None or source.publisher is None:
        return None
    words = ", ".join(filter(None, (source.title, source.publisher)))
    dated = f"{words}, {date_words(source.date)}" if source.date else words
    return Link(source.archived or source.url, dated)
