"""Every command ends as it should on a console that cannot show what it says, and says it in escapes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.site.dossiers import PROJECT, write

TEXT = "Izveštaj\n\nОдбор каже – „два метра“. 😀 Žena reče: “Ne”.\n"
FILES = {
    "content/dossier.yaml": "title: Поплава\n",
    "content/outlets/post.yaml": "name: Јутарња пошта\n",
    "content/articles/first.yaml": "title: Извештај\noutlet: post\npublished: 2026-05-12\ntext: seeds/žito, a.txt\n",
    "seeds/žito, a.txt": TEXT,
}
MISTAKEN = {
    **FILES,
    "content/claims/c.yaml": "statement: Тврдња\nkind: detail\nappearances:\n"
    '  - {article: first, stance: asserts, quote: "Одбор каже - два метра"}\n',
}
SURROUNDINGS = [
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "cp437:strict"},
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii:strict"},
]


def run(root: Path, *arguments: str, **surroundings: str) -> subprocess.CompletedProcess[bytes]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))
    }
    return subprocess.run(
        [sys.executable, "-P", "-m", "builder", *arguments],
        cwd=root,
        env={**kept, "PYTHONPATH": str(PROJECT), **surroundings},
        capture_output=True,
        timeout=300,
        check=False,
    )


def encoding_of(surroundings: dict[str, str]) -> str:
    return surroundings.get("PYTHONIOENCODING", "utf-8").partition(":")[0]


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=lambda one: "-".join(one.values()))
@pytest.mark.parametrize(
    ("files", "arguments", "status"),
    [
        (FILES, ("check",), 0),
        (MISTAKEN, ("check",), 1),
        (MISTAKEN, ("check", "--output-format", "concise"), 1),
        (MISTAKEN, ("check", "--output-format", "github"), 1),
        (FILES, ("check", "--suggest"), 0),
        (FILES, ("build", "--no-search"), 0),
        (MISTAKEN, ("build", "--no-search"), 1),
        (FILES, ("quote", "Žena reče"), 0),
        (FILES, ("quote", "ксилофон"), 1),
        (FILES, ("--help",), 0),
        (FILES, ("check", "--root", "нема"), 2),
        (FILES, ("build", "--base-url", "не"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "right" if value is FILES else None,
)
def test_no_command_fails_for_what_a_console_cannot_show(tmp_path, surroundings, files, arguments, status):
    done = run(write(tmp_path, files), *arguments, **surroundings)
    told = (done.stdout + done.stderr).decode(encoding_of(surroundings))
    assert done.returncode == status, told
    assert "Traceback" not in told
    assert "bug" not in told


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-8"])
def test_what_cannot_be_shown_is_written_as_an_escape_that_yaml_reads_back(tmp_path, encoding):
    done = run(write(tmp_path, MISTAKEN), "check", PYTHONIOENCODING=encoding)
    told = done.stdout.decode(encoding)
    fix = (
        next(line for line in told.splitlines() if "= fix: write" in line).partition("fix: write ")[2].strip()
    )
    assert yaml.safe_load(fix.partition("   ")[0]) == "Одбор каже – „два метра"
    pinned = (
        next(line for line in told.splitlines() if "= fix: text:" in line)
        .partition("= fix: ")[2]
        .partition("   ")[0]
    )
    assert yaml.safe_load(pinned)["text"]["file"] == "seeds/žito, a.txt"


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-8"])
def test_a_quote_is_printed_so_that_it_reads_back(tmp_path, encoding):
    done = run(write(tmp_path, FILES), "quote", "одбор каже", PYTHONIOENCODING=encoding)
    printed = yaml.safe_load(done.stdout.decode(encoding))
    assert printed[0]["quote"] == "Одбор каже"


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=lambda one: "-".join(one.values()))
@pytest.mark.parametrize("arguments", [("check",), ("check", "--suggest")], ids=" ".join)
def test_lines_for_machines_stay_json(tmp_path, surroundings, arguments):
    files = FILES if "--suggest" in arguments else MISTAKEN
    done = run(write(tmp_path, files), *arguments, "--output-format", "json", **surroundings)
    lines = [json.loads(line) for line in done.stdout.decode("ascii").splitlines()]
    assert lines
    if files is MISTAKEN:
        assert any("„два метра" in one["hint"] for one in lines)


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-8"])
@pytest.mark.parametrize("arguments", [("check",), ("build", "--no-search")], ids=" ".join)
def test_a_terminal_that_cannot_show_it_gets_escapes_too(tmp_path, encoding, arguments):
    pty = pytest.importorskip("pty", reason="terminals of this kind are not on Windows")
    root = write(tmp_path, MISTAKEN)
    seen, written = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-P", "-m", "builder", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "TERM": "xterm", "PYTHONIOENCODING": encoding},
        stdin=written,
        stdout=written,
        stderr=written,
    )
    os.close(written)
    shown = read_all(seen)
    assert running.wait(timeout=60) == 1
    assert b"Traceback" not in shown
    assert b"quote-not-found" in shown
    shown.decode(encoding)


def read_all(handle: int) -> bytes:
    """All that comes until the other side has gone."""
    pieces = b""
    while True:
        try:
            piece = os.read(handle, 65_536)
        except OSError:  # Linux says so when the last writer has closed
            piece = b""
        if not piece:
            os.close(handle)
            return pieces
        pieces += piece


def test_the_door_of_windows_asks_for_utf_8_and_gives_the_code_page_and_the_exit_code_back():
    lines = (PROJECT / "dossier.cmd").read_bytes().decode("ascii").split("\r\n")
    run_at = next(number for number, line in enumerate(lines) if line.endswith("-m builder %*"))
    assert 'set "PYTHONUTF8=1"' in lines[:run_at]
    assert "chcp 65001 >nul 2>&1" in lines[:run_at]
    assert lines[run_at + 1] == 'set "STATUS=%ERRORLEVEL%"'
    assert "exit /b %STATUS%" in lines[run_at:]
