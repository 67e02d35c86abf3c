"""A wish to stop is never lost, nor told with a trace, wherever in the program it is met."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fault.command import PROJECT, small

IN_A_FINALISER = """
import os, signal, sys
from builder import cli
from builder.commands import build

number = getattr(signal, sys.argv.pop(1))

class Dropped:
    def __del__(self):
        os.kill(os.getpid(), number)

def drop():
    Dropped()
    while True:
        pass

build.settle_memory = drop
signal.signal(signal.SIGINT, signal.default_int_handler)
cli.main()
"""


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_that_meets_a_finaliser_ends_the_build_a_moment_later(
    tmp_path: Path, name: str, code: int
) -> None:
    small(tmp_path, "A")
    ended = subprocess.run(
        [sys.executable, "-c", IN_A_FINALISER, name, "build", "--root", str(tmp_path)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == code
    assert "Exception ignored" not in ended.stderr
    assert not (tmp_path / "site").exists()


IN_A_LIBRARY = """
import os, signal, sys
from builder import cli
from builder.commands import build

number = getattr(signal, sys.argv.pop(1))

def within():
    try:
        os.kill(os.getpid(), number)
        while True:
            pass
    except BaseException as stopped:
        raise ValueError(f"could not build a validator: {type(stopped).__name__}") from None

build.settle_memory = within
signal.signal(signal.SIGINT, signal.default_int_handler)
cli.main()
"""
"""pydantic tells whatever comes up while it makes a model as a fault of the model."""


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_of_which_a_library_makes_a_fault_of_its_own_is_no_bug(
    tmp_path: Path, name: str, code: int
) -> None:
    small(tmp_path, "A")
    ended = subprocess.run(
        [sys.executable, "-c", IN_A_LIBRARY, name, "build", "--root", str(tmp_path)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == code
    assert "bug" not in ended.stderr
