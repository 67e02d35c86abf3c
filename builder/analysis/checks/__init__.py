"""What is checked once all facts are read and computed.

A check is a pure function from the facts to problems. Whether a value has the right shape, a reference leads
somewhere and a quote stands in its text is `load`'s concern, and so is whether a warning has been answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from builder.analysis.checks import codings, fit, grades, independence, readings, references, signatures
from builder.analysis.findings import Findings
from builder.diagnostics import Diagnostic, Places
from builder.model.library import Library

Check = Callable[[Library, Findings, Places], Iterable[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    readings.forbidden_readings,
    readings.missing_readings,
    readings.disagreements,
    readings.missing_positions,
    readings.unused_positions,
    independence.independence_members,
    independence.meeting_chains,
    independence.unfounded_confirmation,
    independence.one_named_origin,
    grades.misplaced_grades,
    grades.sourceless_ratings,
    grades.passed_reviews,
    signatures.uncoded_claims,
    signatures.uncoded_appearances,
    signatures.unsigned_findings,
    signatures.early_appearances,
    codings.repeated_readings,
    codings.unsigned_readings,
    codings.undecided_dissents,
    codings.idle_decisions,
    fit.unfounded_words,
    references.shared_names,
    references.unarchived_articles,
    references.small_comparisons,
    references.too_many_names,
    references.unread_figures,
    references.uncompared_quotations,
    references.crowded_quotations,
    references.uncompared_texts,
)
"""Every check, in the order in which they run; the problems are sorted by place when they are told."""


def check(library: Library, findings: Findings, places: Places) -> tuple[Diagnostic, ...]:
    """Return every problem that the checks find, in a total order."""
    found = {problem for each in CHECKS for problem in each(library, findings, places)}
    return tuple(sorted(found, key=lambda problem: problem.sort_key))
