"""The real command under faults: a seeded few of what `make faults` tries, and what its judge sees."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.fault.command import PROJECT, Ended, judged

OLD, NEW = {"a.html": b"old"}, {"a.html": b"new"}
REFUSED = Ended(1, "error: cannot write /a: No space left on device\n  = fix: free some\n")


@pytest.mark.slow
def test_a_seeded_few_of_all_faults_leave_a_whole_site_and_an_exact_next_build() -> None:
    tried = subprocess.run(
        [sys.executable, "-m", "tests.fault", "--sample"], cwd=PROJECT, capture_output=True, text=True
    )
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "errors" in tried.stdout


@pytest.mark.parametrize(
    ("ended", "left", "wrong"),
    [
        (REFUSED, OLD, []),
        (REFUSED, NEW, []),
        (Ended(0, "Built"), NEW, []),
        (REFUSED, {"a.html": b""}, ["torn"]),
        (REFUSED, None, ["torn"]),
        (Ended(0, "Built"), OLD, ["false success"]),
        (Ended(None, ""), OLD, ["hangs"]),
        (Ended(1, REFUSED.said + "Traceback (most recent call last):\n"), OLD, ["tracebacks"]),
        (Ended(1, "error: it did not work"), OLD, ["untold"]),
        (Ended(1, REFUSED.said * 2), OLD, ["untold"]),
        (Ended(3, REFUSED.said), OLD, ["untold"]),
        (Ended(143, ""), OLD, ["untold"]),
    ],
)
def test_the_judge_sees_each_wrong_end(ended: Ended, left: dict[str, bytes] | None, wrong: list[str]) -> None:
    assert judged(ended, left, OLD, NEW, frozenset(), "No space left") == wrong
