"""Whatever the coding is, the numbers of the answer are those of the cells: texts, never appearances."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings

from builder.analysis.answers import KINDS, AnswerKind, answer_of
from builder.analysis.claimfindings import Cell, CellKind, Rung
from builder.model.claim import Stance
from builder.model.library import Library
from builder.pages.parts.answers import answer_line
from tests.property.analysis.test_findings import libraries
from tests.unit.pages.showing import context_of

_FIRM = {Stance.IMPLIES: 1, Stance.ATTRIBUTES: 2, Stance.ASSERTS: 4}


def _counted(cell: Cell) -> set[tuple[str, bool, str | None]]:
    """Where one cell counts, told over again from its appearances alone."""
    if cell.kind is not CellKind.STANCES:
        return {(cell.kind.value, False, None)}
    sides = [saying.appearance for saying in cell.sayings if saying.stance is not Stance.MENTIONS]
    if not sides:
        return {(Stance.MENTIONS.value, False, None)}
    found: set[tuple[str, bool, str | None]] = set()
    for each in sides:
        mine = _FIRM.get(each.stance, 0) - (each.stance is Stance.ASSERTS and each.hedge is not None)
        others = [
            _FIRM.get(other.stance, 0) - (other.stance is Stance.ASSERTS and other.hedge is not None)
            for other in sides
            if other.position == each.position
        ]
        if mine == 0 or mine == max(others):
            found.add((each.stance.value, mine == Rung.ASSERTS_HEDGED, each.position))
    return found


@settings(max_examples=80, deadline=None)
@given(libraries())
def test_every_number_is_the_number_of_cells_that_say_so(made: Library) -> None:
    findings = context_of(made).findings
    for claim_id, claim in made.claims.items():
        cells = findings.cells(claim_id)  # type: ignore[arg-type]
        answer = answer_of(cells, claim.positions)
        expected = Counter(place for cell in cells for place in _counted(cell))
        told = {
            (part.kind.state.value, part.kind.hedged, part.position): len(part.articles)
            for part in answer.parts
        }
        assert told == dict(expected)
        assert all(len(set(part.articles)) == len(part.articles) for part in answer.parts)
        assert {article for part in answer.parts for article in part.articles} == {
            cell.article for cell in cells
        }
        assert set(answer.several) == {cell.article for cell in cells if len(_counted(cell)) > 1}
        assert [KINDS.index(part.kind) for part in answer.parts] == sorted(
            KINDS.index(part.kind) for part in answer.parts
        )


@settings(max_examples=80, deadline=None)
@given(libraries())
def test_the_line_prints_these_numbers_and_no_others(made: Library) -> None:
    context = context_of(made)
    for claim_id, claim in made.claims.items():
        answer = answer_of(context.findings.cells(claim_id), claim.positions)  # type: ignore[arg-type]
        by_kind: dict[tuple[AnswerKind, bool], set[str]] = {}
        for part in answer.parts:
            key = (part.kind, part.position in claim.positions)
            by_kind.setdefault(key, set()).update(part.articles)
        notes = [len(each) for each in (answer.hardening, answer.several) if each]
        line = answer_line(context, claim)
        ours = "".join(run.text for run in line.runs if not run.label)
        numbers = [int(number) for number in re.findall(r"(?:^|; )([0-9]+)", ours)]
        assert numbers == [*map(len, by_kind.values()), *notes]
