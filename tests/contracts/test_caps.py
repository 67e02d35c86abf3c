"""What pages leave out is told: no number cuts a list unless it is said beside it where the rest stands."""

from __future__ import annotations

import pytest

from tests.contracts.caps import cap_faults
from tests.contracts.conftest import Plant
from tests.contracts.source import Module, told

TOLD = 'MAX_ROWS, MOST_WORDS = 3, 4\nFIRST = 5\n"""The first; the list has all."""\n'
SILENT = 'MAX_ROWS, MOST_WORDS = 3, 4\nFIRST = 5\n"""More are a wall."""\n'
CUTS = (
    "shown = rows[:MAX_ROWS]\n",
    "shown = rows[1 : MOST_WORDS + 1]\n",
    "shown = tuple(islice(rows, FIRST))\n",
    "shown = rows if len(rows) <= MAX_ROWS else ()\n",
)


def test_every_number_that_cuts_what_pages_show_says_where_the_rest_is(builder: tuple[Module, ...]) -> None:
    faults = cap_faults(builder)
    assert not faults, told(faults)


@pytest.mark.parametrize("cut", CUTS)
def test_a_number_that_swallows_the_rest_is_found(plant: Plant, cut: str) -> None:
    (fault,) = cap_faults(plant({"pages/home.py": SILENT + cut}))
    assert fault.startswith("builder/pages/home.py:4: `")


@pytest.mark.parametrize("cut", CUTS)
def test_a_number_that_tells_of_the_rest_may_cut(plant: Plant, cut: str) -> None:
    assert cap_faults(plant({"pages/home.py": TOLD + cut})) == []


def test_words_below_something_else_tell_nothing(plant: Plant) -> None:
    cut = 'MAX_ROWS = 3\ndef shown(rows):\n    return rows[:MAX_ROWS]\n"""The list has all."""\n'
    assert len(cap_faults(plant({"pages/home.py": cut}))) == 1


def test_other_rooms_may_cut(plant: Plant) -> None:
    assert cap_faults(plant({"load/home.py": SILENT + CUTS[0]})) == []


def test_an_imported_number_is_told_where_it_is_defined(plant: Plant) -> None:
    cut = "from builder.pages.parts import rows\nfrom builder.pages.parts.rows import MAX_ROWS\nx = y[:MAX_ROWS]\n"
    for text, count in ((TOLD, 0), (SILENT, 1)):
        assert len(cap_faults(plant({"pages/parts/rows.py": text, "pages/home.py": cut}))) == count
