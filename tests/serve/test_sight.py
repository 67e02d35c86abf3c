"""A look tells whether anything differs from the last one."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from builder.serve import sight as looking
from builder.serve.sight import Sight


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two files in two folders."""
    for path in ("content/outlets/o.yaml", "seeds/a.txt"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text("one")
    return tmp_path


def settled(root: Path) -> Sight:
    """Return a look at files that were left alone for long enough."""
    sight = Sight(root)
    assert sight.look()
    for _ in range(100):
        if sight.is_settled:
            return sight
        time.sleep(0.02)
        assert not sight.look()
    raise AssertionError("files that nobody touches come to rest")


def test_what_stays_is_no_change_and_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sight = settled(root)
    read: list[str] = []
    monkeypatch.setattr(looking, "_digest", lambda path: read.append(path) or b"")
    assert not sight.look()
    assert read == []


def test_files_and_folders_that_come_go_and_change_are_seen(root: Path) -> None:
    sight = settled(root)
    changes = (
        lambda: (root / "seeds/a.txt").write_text("two"),
        lambda: (root / "seeds/b.txt").write_text("one"),
        lambda: (root / "seeds/b.txt").rename(root / "seeds/c.txt"),
        (root / "seeds/c.txt").unlink,
        (root / "content/topics").mkdir,
        (root / "content/topics").rmdir,
        (root / "templates").mkdir,
        lambda: (root / "content").rename(root / "gone"),
    )
    for change in changes:
        change()
        assert sight.look()
        assert not sight.look()


def test_what_is_outside_the_folders_that_are_read_is_nothing(root: Path) -> None:
    sight = settled(root)
    (root / "site").mkdir()
    (root / "site/index.html").write_text("x")
    assert not sight.look()


def test_a_second_change_with_the_same_stamp_is_seen_while_the_first_is_new(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "stamp_of", lambda _status: (1,))
    sight = Sight(root)
    sight.look()
    (root / "seeds/a.txt").write_text("two")
    assert sight.look()
    (root / "seeds/a.txt").write_text("six")
    assert sight.look()
    assert not sight.look()


def test_another_folder_of_the_same_name_is_another(root: Path) -> None:
    sight = settled(root)
    before = sight.folders[str(root / "seeds")]
    (root / "seeds").rename(root / "away")
    (root / "seeds").mkdir()
    assert sight.look()
    assert sight.folders[str(root / "seeds")] != before
