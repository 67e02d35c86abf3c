"""Warnings that an editor has answered in the record they are about."""

from __future__ import annotations

from collections.abc import Iterable

from builder.diagnostics import Diagnostic, Severity
from builder.load.decode import Records
from builder.load.places import RecordPlaces

SUGGESTED = "suggest-"
"""How the codes of suggestions begin; they are answered by `dossier check --suggest`, never by a build."""


def without_answered(
    found: Iterable[Diagnostic], records: Records, places: RecordPlaces
) -> tuple[Diagnostic, ...]:
    """Return the problems, sorted, without the warnings that their record's file acknowledges.

    What stands in no record's file, such as a stored text that no article names, is answered by the dossier's own.
    An acknowledgement that answers nothing is a warning itself; it is told only where no error hides what it answers.
    """
    problems = sorted(set(found), key=lambda one: one.sort_key)
    answers = _answers(records, places)
    files = {places.path(kind, record_id) for kind, record_id, _ in records.every()}
    kept: list[Diagnostic] = []
    used: set[tuple[str, str]] = set()
    for one in problems:
        answer = (one.span.path if one.span.path in files else places.path("dossier", ""), one.code)
        if one.severity is Severity.WARNING and answer in answers:
            used.add(answer)
        else:
            kept.append(one)
    if not any(one.severity is Severity.ERROR for one in problems):
        kept += [_unused(*answers[key], key[1], places) for key in sorted(answers.keys() - used)]
    return tuple(sorted(kept, key=lambda one: one.sort_key))


def _answers(records: Records, places: RecordPlaces) -> dict[tuple[str, str], tuple[str, str, int]]:
    """From (file, code) to (kind, id, place in its list) of each acknowledgement."""
    return {
        (places.path(kind, record_id), answer.code): (kind, record_id, index)
        for kind, record_id, record in records.every()
        for index, answer in enumerate(record.acknowledge)
        if not answer.code.startswith(SUGGESTED)
    }


def _unused(kind: str, record_id: str, index: int, code: str, places: RecordPlaces) -> Diagnostic:
    return Diagnostic(
        "unused-acknowledgement",
        Severity.WARNING,
        f"this record has no warning `{code}` to answer",
        places.span(kind, record_id, ("acknowledge", index, "code")),
        "remove the acknowledgement",
    )
