"""The process that reads files from outside has no way to a network, a program or a disk, and bounds on the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder.editing.reading import read_outside
from builder.intake.found import Unreadable

ROOT = Path(__file__).parents[3]
BEFORE = (
    "import sys; from builder.intake.__main__ import _bound, _refuse; _bound(); sys.addaudithook(_refuse)\n"
)


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.socket().connect(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "import os; os.remove('there')",
        "import os; os.mkdir('new')",
        "open('there', 'w')",
        "import os; os.open('new', os.O_CREAT | os.O_RDWR)",
        "import ctypes; ctypes.CDLL('libc.so.6')",
    ],
)  # fmt: skip
def test_what_a_file_from_outside_may_not_do(tmp_path: Path, deed: str) -> None:
    (tmp_path / "there").write_text("mine")
    ended = subprocess.run(
        [sys.executable, "-P", "-c", BEFORE + deed],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert ended.returncode == 1
    assert "PermissionError: a file from outside may" in ended.stderr
    assert ([each.name for each in tmp_path.iterdir()], (tmp_path / "there").read_text()) == (
        ["there"],
        "mine",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bounds")
def test_memory_and_time_of_the_process_are_bounded() -> None:
    told = "import resource as r; print(*(r.getrlimit(x)[1] for x in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_FSIZE)))"
    ended = subprocess.run(
        [sys.executable, "-P", "-c", BEFORE + told],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert ended.stdout.split() == [str(512 << 20), "20", "0"]


def test_a_part_that_is_not_installed_is_named_with_the_way_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.ris").write_text("TY  - NEWS\n")
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / "sitecustomize.py").write_text("import sys\nsys.modules['rispy'] = None\n")
    real = subprocess.run

    def run(command: list[str], *, env: dict[str, str], **rest: object) -> object:
        path = os.pathsep.join((str(tmp_path / "without"), env["PYTHONPATH"]))
        return real(command, env={**env, "PYTHONPATH": path}, **rest)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(Unreadable, match="the part `rispy` is not installed") as refused:
        read_outside(tmp_path / "a.ris")
    assert refused.value.fix == 'install the parts for it: pip install "news-dossier[import]"'


@pytest.mark.parametrize(
    ("name", "reason"), [("nowhere.html", "not there"), ("folder", "a folder"), ("pipe", "a device or pipe")]
)
def test_what_is_no_file_is_said_to_be_none(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unreadable, match=reason):
        read_outside(tmp_path / name)
