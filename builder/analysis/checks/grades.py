"""Whether judgements stand where they belong and can still be relied on."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.checks.told import error, warning
from builder.analysis.findings import Findings
from builder.diagnostics import Diagnostic, Places
from builder.model.assessment import ADMIRALTY, Assessment
from builder.model.base import Record
from builder.model.library import Library


def assessments(library: Library) -> Iterator[tuple[Record, int, Assessment]]:
    """Yield every judgement with its record and its place in the record's list."""
    judged: list[tuple[Record, tuple[Assessment, ...]]] = [
        *((outlet, outlet.assessments) for outlet in library.outlets.values()),
        *((article, article.assessments) for article in library.articles.values()),
        *((claim, claim.assessments) for claim in library.claims.values()),
    ]
    for record, notes in judged:
        for index, assessment in enumerate(notes):
            yield record, index, assessment


def misplaced_grades(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Letters judge outlets and articles, numbers judge claims: the two axes stay apart."""
    for record, index, assessment in assessments(library):
        path = ("assessments", index)
        has_letter = assessment.source is not None and assessment.source.grade is not None
        if record.KIND == "claim" and has_letter:
            yield error(
                places,
                record,
                (*path, "source"),
                "misplaced-grade",
                "a letter A to F judges a source; a claim has a number under `credibility`",
                "move it to the article or outlet",
            )
        if record.KIND != "claim" and assessment.credibility is not None:
            yield error(
                places,
                record,
                (*path, "credibility"),
                "misplaced-grade",
                f"a number 1 to 6 judges a claim; {_article(record)} has a letter under `source`",
                "move it to the claim",
            )
        if record.KIND != "claim" and assessment.position is not None:
            yield error(
                places,
                record,
                (*path, "position"),
                "misplaced-grade",
                "only claims have positions",
                "remove `position`",
            )


def sourceless_ratings(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """A judgement on somebody else's scale says where it was published."""
    for record, index, assessment in assessments(library):
        published = assessment.source is not None and assessment.source.publisher is not None
        if assessment.scale != ADMIRALTY and not published:
            yield warning(
                places,
                record,
                ("assessments", index),
                "assessment-without-source",
                f"the judgement on the scale `{assessment.scale}` has no outside `source`",
                "add `source: {publisher: …, url: …, date: …}`",
            )


def passed_reviews(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """A judgement is looked at again by the date it promises."""
    clock = library.dossier.as_of
    for record, index, assessment in assessments(library):
        if clock is not None and assessment.review is not None and assessment.review.upper < clock.lower:
            yield warning(
                places,
                record,
                ("assessments", index, "review"),
                "review-passed",
                f"the review date {assessment.review} has passed ({clock} is today in this dossier)",
                "look at the judgement again and date it anew",
            )


def _article(record: Record) -> str:
    return f"an {record.KIND}" if record.KIND[0] in "aeiou" else f"a {record.KIND}"
