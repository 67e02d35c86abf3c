"""What a build leaves for the next one: believed where this very builder left it, and never in the way of a build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder.analysis.findings import Known
from builder.lastbuild import LastBuild
from builder.load import load_dossier
from builder.output.destination import Destination, destination
from builder.output.state import open_state
from tests.unit.load.test_remembered import GOLDEN, settle


@pytest.fixture
def place(tmp_path: Path) -> Destination:
    """Where a dossier is built, with what one build found out beside it."""
    root = tmp_path / "dossier"
    shutil.copytree(GOLDEN, root)
    settle()
    place = destination(root, None)
    open_state(Path(place.state))
    last = LastBuild(place, clean=False)
    load_dossier(root, memory=last.memory)
    assert last.keep(Known()) == ()
    return place


def test_the_next_build_knows_the_files(place: Destination) -> None:
    assert LastBuild(place, clean=False).memory.files.earlier


def test_a_clean_build_knows_nothing_and_leaves_it_all_the_same(place: Destination) -> None:
    last = LastBuild(place, clean=True)
    assert not last.memory.files.earlier
    load_dossier(Path(place.root), memory=last.memory)
    Path(place.state, "load.json").unlink()
    last.keep(Known())
    assert LastBuild(place, clean=False).memory.files.earlier


def test_what_was_altered_is_not_believed(place: Destination) -> None:
    path = Path(place.state, "load.json")
    path.write_bytes(path.read_bytes().replace(b'"name"', b'"nome"'))
    assert not LastBuild(place, clean=False).memory.files.earlier


def test_a_fault_of_the_disk_is_told_and_stops_nothing(place: Destination) -> None:
    last = LastBuild(place, clean=False)
    load_dossier(Path(place.root), memory=last.memory)
    shutil.rmtree(place.state)
    Path(place.state).write_text("in the way", "utf-8")
    notes = last.keep(Known())
    assert len(notes) == 1
    assert notes[0].endswith("the next build will read all files again")
