"""An error of the operating system at any call gives one line and exit 1, or a site that is published all the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.fault.toy_build import (
    OPERATIONS,
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
CALLS = tuple(name for _, name in OPERATIONS)


@pytest.mark.parametrize(
    ("error", "calls", "for_good"),
    [
        ("ENOSPC", ("open", "write", "mkdir", "link", "rename", "replace", "exchange"), False),
        ("ENOSPC", ("write",), True),
        ("EIO", CALLS, False),
        ("EIO", CALLS, True),
        ("EMFILE", ("open", "scandir"), True),
        ("EROFS", ("open", "mkdir", "link", "rename", "unlink", "rmdir"), True),
        ("EACCES", ("open", "mkdir", "unlink", "rmdir", "scandir"), False),
        ("EFBIG", ("write",), False),
        ("EMLINK", ("link",), True),
        ("EPERM", ("link", "chmod"), True),
        ("EXDEV", ("exchange",), True),
    ],
)
def test_an_error_at_any_call_leaves_the_old_site_or_publishes_the_new_one(
    root: Path, error: str, calls: tuple[str, ...], for_good: bool
) -> None:
    begin_anew(root, "B")
    for at in range(1, 2000):
        publish(root, "A")
        if error in ("EMLINK", "EPERM"):  # the site before has all that would be linked
            for previous in (root / ".build").glob("*/previous"):
                shutil.rmtree(previous)
        outcome = in_child(lambda: build(root, "B"), Fault(error, at, calls, for_good))
        assert outcome.code in (0, 1), outcome.said
        assert len(outcome.said.splitlines()) <= 1
        assert read_site(root / "site") == (B if outcome.code == 0 else A), (at, outcome.said)
        publish(root, "B")
        assert read_site(root / "site") == B
        assert unexpected(root) == []
        if not outcome.reached:
            break
    assert at > 1


def test_a_full_disk_is_told_with_the_file_that_did_not_fit_and_a_way_out(root: Path) -> None:
    begin_anew(root, "A")
    outcome = in_child(lambda: build(root, "B"), Fault("ENOSPC", 2, ("write",)))
    assert outcome.said == f"cannot write {root}/site/claims/c1.html: No space left on device"
