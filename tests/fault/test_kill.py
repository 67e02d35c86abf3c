"""A build that is killed leaves the old or the new site, whole; the next build is exact and leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.output import system
from tests.fault.toy_build import (
    Fault,
    begin_anew,
    build,
    in_child,
    publish,
    read_site,
    unexpected,
    whole,
)

pytestmark = pytest.mark.slow
A, B = whole("A"), whole("B")


def without_exchange(root: Path) -> str:
    system.exchange = lambda first, second: False  # type: ignore[assignment]
    return build(root, "B")


def without_exchange_or_move(root: Path) -> str:
    """As on an overlay whose lower layer has the folder: it can be emptied, not moved."""
    rename = os.rename

    def refuse(source: str, target: str) -> None:
        if source == f"{root}/site":
            raise OSError(18, "Invalid cross-device link", source)
        rename(source, target)

    os.rename = refuse  # type: ignore[assignment]
    return without_exchange(root)


def next_build_is_exact(root: Path) -> None:
    publish(root, "B")
    assert read_site(root / "site") == B
    assert unexpected(root) == []


def kill_at_each_call(
    root: Path,
    prepare: Callable[[], None],
    action: Callable[[], str],
    whole_sites: tuple[object, ...],
    what: str,
) -> int:
    """Kill a build at its 1st, 2nd, 3rd … call until one gets through; returns the number of kills."""
    for at in range(1, 2000):
        prepare()
        operations = ("write",) if what == "half" else Fault(what, at).operations
        outcome = in_child(action, Fault(what, at, operations))
        if not outcome.reached:
            assert outcome.code == 0, outcome.said
            return at - 1
        assert outcome.code == -signal.SIGKILL
        assert read_site(root / "site") in whole_sites, f"torn at call {at}"
        next_build_is_exact(root)
    raise AssertionError("the build never got through")


def test_a_kill_at_any_call_of_an_update_leaves_the_old_or_the_new_site(root: Path) -> None:
    begin_anew(root, "B")
    kills = kill_at_each_call(root, lambda: publish(root, "A"), lambda: build(root, "B"), (A, B), "kill")
    assert kills > 100


def test_a_kill_in_the_middle_of_any_write_leaves_the_old_or_the_new_site(root: Path) -> None:
    begin_anew(root, "B")
    kills = kill_at_each_call(root, lambda: publish(root, "A"), lambda: build(root, "B"), (A, B), "half")
    assert kills > 10


def test_a_kill_at_any_call_of_the_first_build_leaves_no_site_or_the_whole_one(root: Path) -> None:
    assert kill_at_each_call(root, lambda: begin_anew(root), lambda: build(root, "B"), (None, B), "kill") > 80


def test_a_kill_at_any_call_after_the_state_was_deleted_leaves_the_old_or_the_new_site(root: Path) -> None:
    def fresh_clone() -> None:
        begin_anew(root, "A")
        shutil.rmtree(root / ".build")

    assert kill_at_each_call(root, fresh_clone, lambda: build(root, "B"), (A, B), "kill") > 80


def test_where_folders_cannot_be_exchanged_a_kill_never_leaves_a_torn_site_and_the_next_build_recovers(
    root: Path,
) -> None:
    action = lambda: without_exchange(root)  # noqa: E731 - three words, used once
    assert kill_at_each_call(root, lambda: begin_anew(root, "A"), action, (A, B, None), "kill") > 80


def test_where_the_site_cannot_even_be_moved_the_next_build_recovers_from_a_kill_at_any_call(
    root: Path,
) -> None:
    begin_anew(root, "A")
    for at in range(1, 2000):
        outcome = in_child(
            lambda: without_exchange_or_move(root), Fault("kill", at, ("unlink", "rmdir", "rename"))
        )
        next_build_is_exact(root)
        if not outcome.reached:
            assert "emptied" in outcome.said
            break
        begin_anew(root, "A")
    assert at > 40
