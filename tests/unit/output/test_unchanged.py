"""A build is taken for done already only where nothing that it read or wrote has changed, by whatever means."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from builder import stamps
from builder.output import unchanged
from builder.output.destination import Destination, destination
from builder.output.lock import take_lock
from builder.output.unchanged import Remembered, Sight, look, recall, remember

SAID = Remembered("warning: w\n", "Built 1 page in \0: nothing changed.")
OPTIONS = ("", "full")
READ = ("content/dossier.yaml", "seeds/a.txt")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Destination:
    """A dossier that was built long ago, by a program of one module."""
    program = tmp_path / "program" / "builder"
    files = {
        program / "cli.py": "pass\n",
        tmp_path / "d/content/dossier.yaml": "title: T\n",
        tmp_path / "d/content/topics/t.yaml": "name: T\n",
        tmp_path / "d/seeds/a.txt": "He said so.\n",
        tmp_path / "d/site/index.html": "<p>T</p>",
        tmp_path / "d/site/topics/t.html": "<p>T</p>",
        tmp_path / "d/.build/comparison.json": "{}",
    }
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    monkeypatch.setattr(unchanged, "_PACKAGE", program)
    monkeypatch.setattr(stamps, "_FINE_STEP_NS", 0)  # nobody waits here
    monkeypatch.setattr(stamps, "_COARSE_STEP_NS", 0)
    return destination(tmp_path / "d")


def seen(place: Destination) -> Sight:
    return look(place, OPTIONS)


def test_what_was_said_is_said_again_where_nothing_changed(place: Destination) -> None:
    assert recall(place, seen(place)) is None
    assert remember(place, seen(place), SAID, read=READ) is None
    assert recall(place, seen(place)) == SAID
    assert recall(place, seen(place)) == SAID


def _rewrite(path: Path) -> None:
    """Write other words of the same length and set the times back."""
    found = path.stat()
    path.write_text(path.read_text("utf-8").replace("T", "U").replace("so", "no"), "utf-8")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def _rewrite_program(root: Path) -> None:
    (root.parent / "program/builder/cli.py").write_text("exit\n", "utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record is edited": lambda root: _rewrite(root / "content/topics/t.yaml"),
    "a text is edited": lambda root: _rewrite(root / "seeds/a.txt"),
    "a record is added": lambda root: (root / "content/topics/u.yaml").write_text("name: U\n", "utf-8"),
    "a record is renamed": lambda root: (root / "content/topics/t.yaml").rename(root / "content/topics/u.yaml"),
    "a record is removed": lambda root: (root / "content/topics/t.yaml").unlink(),
    "a record is a link": lambda root: (root / "content/topics/u.yaml").symlink_to("t.yaml"),
    "an empty folder is added": lambda root: (root / "content/events").mkdir(),
    "a file is no longer readable": lambda root: (root / "content/topics/t.yaml").chmod(0),
    "templates of its own": lambda root: _add(root / "templates/base.html"),
    "files of the publisher": lambda root: _add(root / "static/CNAME"),
    "the program": _rewrite_program,
    "a page is edited": lambda root: _rewrite(root / "site/index.html"),
    "a page is removed": lambda root: (root / "site/index.html").unlink(),
    "a file in the site": lambda root: _add(root / "site/other.html"),
    "a folder in the site": lambda root: (root / "site/other").mkdir(),
    "a link in the site": lambda root: (root / "site/other.html").symlink_to("index.html"),
    "the site is gone": lambda root: (root / "site").rename(root / "elsewhere"),
    "what a killed build left": lambda root: _add(root / ".build" / destination(root).key / "next/index.html"),
    "the record is cut off": lambda root: os.truncate(_record(root), 100),
    "the record is altered": lambda root: _record(root).write_bytes(_record(root).read_bytes().replace(b"warning", b"warming")),
    "the record is gone": lambda root: _record(root).unlink(),
}  # fmt: skip


def _add(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", "utf-8")


def _record(root: Path) -> Path:
    place = destination(root)
    return Path(place.state, f"{place.key}.seen.json")


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_looked_at(place: Destination, change: str) -> None:
    remember(place, seen(place), SAID, read=READ)
    CHANGES[change](Path(place.root))
    assert recall(place, seen(place)) is None


@pytest.mark.parametrize("change", list(CHANGES)[:11])
def test_what_changes_during_a_build_is_not_remembered(place: Destination, change: str) -> None:
    before = seen(place)
    CHANGES[change](Path(place.root))
    remember(place, before, SAID, read=READ)
    assert recall(place, seen(place)) is None


def test_other_options_and_another_day_are_another_build(place: Destination, monkeypatch) -> None:
    remember(place, seen(place), SAID, read=READ)
    assert recall(place, look(place, ("https://a.example/", "full"))) is None
    monkeypatch.setattr(unchanged.time, "strftime", lambda _form: "2030-01-01")
    assert recall(place, seen(place)) is None


def test_a_file_that_was_changed_just_now_is_not_told_by_its_stamp(place: Destination, monkeypatch) -> None:
    monkeypatch.setattr(stamps, "_FINE_STEP_NS", 3_600_000_000_000)
    monkeypatch.setattr(stamps, "_COARSE_STEP_NS", 3_600_000_000_000)
    assert seen(place).digest is None
    remember(place, seen(place), SAID, read=READ)
    assert recall(place, seen(place)) is None


def test_a_build_that_read_elsewhere_is_not_remembered(place: Destination) -> None:
    remember(place, seen(place), SAID, read=(*READ, "texts/a.txt"))
    assert recall(place, seen(place)) is None


def test_a_build_that_keeps_nothing_clears_away_what_a_killed_one_had_begun(place: Destination) -> None:
    half = Path(place.state, f"{place.key}.seen.json.new")
    half.write_bytes(b"{")
    assert remember(place, seen(place), SAID, read=("elsewhere/a.txt",)) is None
    assert not half.exists()
    assert recall(place, seen(place)) is None


def test_while_another_build_runs_nothing_is_remembered_and_nothing_of_its_own_touched(
    place: Destination,
) -> None:
    begun = Path(place.state, f"{place.key}.seen.json.new")
    begun.write_text("{")
    lock = take_lock(place.state, 0, lambda: None)
    assert remember(place, seen(place), SAID, read=READ) is None
    assert (begun.read_text(), recall(place, seen(place))) == ("{", None)
    os.close(lock)
    assert remember(place, seen(place), SAID, read=READ) is None
    assert (begun.exists(), recall(place, seen(place))) == (False, SAID)


def test_a_record_that_cannot_be_written_is_a_sentence(place: Destination, monkeypatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(unchanged.tree, "replace_file", full)
    note = remember(place, seen(place), SAID, read=READ)
    assert note is not None
    assert "No space left on device; the next build will look at everything again" in note


def test_compiled_modules_and_the_state_are_no_change(place: Destination) -> None:
    remember(place, seen(place), SAID, read=READ)
    _add(Path(place.root).parent / "program/builder/__pycache__/cli.cpython-311.pyc")
    assert recall(place, seen(place)) == SAID
