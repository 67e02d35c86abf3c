"""A command that is stopped from the keyboard says so on standard error and ends with 130, at any moment."""

from __future__ import annotations

import subprocess
import sys

import pytest

from builder import cli
from tests.site.dossiers import PROJECT

WHILE_LOADING = """
import runpy, sys

class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == "builder.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stop())
runpy.run_module("builder", run_name="__main__")
"""


def test_while_the_program_is_still_being_loaded():
    done = subprocess.run(
        [sys.executable, "-c", WHILE_LOADING], cwd=PROJECT, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_while_a_command_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def stopped(_typed: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "read_arguments", stopped)
    monkeypatch.setattr(cli.signal, "signal", lambda *_: None)
    monkeypatch.setattr(cli, "prepare_streams", lambda: None)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 130
    assert capsys.readouterr() == ("", "\nStopped; the published site is as it was.\n")
