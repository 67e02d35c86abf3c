"""What a command loads before its work begins."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param("not linecache.cache", id="no source is read for lines of help"),
        pytest.param("'jinja2' not in sys.modules", id="no templates before a site is made"),
        pytest.param(
            "not builder.unseen._run.cache_info().currsize", id="no pattern for signs hardly ever met"
        ),
    ],
)
def test_what_few_commands_need_waits_for_them(kept: str) -> None:
    code = f"import builder.build, builder.unseen, linecache, sys; assert {kept}"
    ended = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize(
    ("before", "ends_as_python_does"),
    [
        pytest.param("pass", False, id="nothing else runs"),
        pytest.param(
            "threading.Thread(target=threading.main_thread().join).start()", True, id="a thread runs"
        ),
    ],
)
def test_a_command_ends_at_once_when_all_is_said_unless_something_else_runs(
    before: str, ends_as_python_does: bool
) -> None:
    code = (
        f"import atexit, sys, threading; atexit.register(print, 'taken apart'); {before};"
        "from builder.cli import run; sys.argv = ['dossier', '--version']; run()"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout.startswith("dossier")) == (0, True)
    assert ("taken apart" in ended.stdout) is ends_as_python_does
