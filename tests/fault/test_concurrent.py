"""Builds that run at once take turns; a reader meets the one site or the other, never a mixture."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from builder.output.destination import destination
from builder.output.generations import open_generation
from builder.output.refusal import OutputRefused
from tests.fault.toy_build import await_child, begin_anew, build, read_site, start_child, unexpected, whole

A, B = whole("A"), whole("B")


def test_a_reader_of_a_site_that_three_builds_publish_sees_one_whole_site_at_every_look(root: Path) -> None:
    begin_anew(root, "A")
    children = [
        start_child(lambda names=names: build_each(root, names)) for names in ("AB" * 5, "BA" * 5, "B" * 10)
    ]  # type: ignore[misc]
    looks = 0
    running = {child for child, _ in children}
    while running:
        seen = look_at(root / "site")
        assert seen is None or seen in (A, B)
        looks += seen is not None
        running = {
            child
            for child in running
            if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
        }
    assert [await_child(*child).code for child in children] == [0, 0, 0]
    assert looks > 10
    assert read_site(root / "site") in (A, B)
    assert unexpected(root) == []


def build_each(root: Path, names: str) -> str:
    return "".join(build(root, name) for name in names)


def look_at(site: Path) -> dict[str, bytes] | None:
    """Read one generation through its own handle; None when it was replaced before the look was over."""
    handle = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
    try:
        seen: dict[str, bytes] = {}
        for folder, _, names, at in os.fwalk(".", dir_fd=handle):
            for name in names:
                opened = os.open(name, os.O_RDONLY, dir_fd=at)
                with os.fdopen(opened, "rb") as file:
                    seen[os.path.normpath(f"{folder}/{name}")] = file.read()
        return seen if os.fstat(handle).st_ino == site.stat().st_ino else None
    except FileNotFoundError:
        return None  # two generations later its files are removed
    finally:
        os.close(handle)


def test_a_build_that_waits_too_long_for_another_says_so_and_changes_nothing(root: Path) -> None:
    begin_anew(root, "A")
    waited: list[bool] = []
    with (root / ".build/lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with (
            pytest.raises(OutputRefused, match="another build of this dossier is still running"),
            open_generation(destination(root), wait_seconds=0, on_wait=lambda: waited.append(True)),
        ):
            raise AssertionError("the lock was not held")
    assert waited == [True]
    assert read_site(root / "site") == A
