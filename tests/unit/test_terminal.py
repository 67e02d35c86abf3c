"""What a person reads while a command runs: on a real terminal, in a log, and at the end."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.build import Built, check_dossier
from builder.output.generations import Summary
from builder.output.refusal import OutputRefused
from builder.terminal import Progress, build_words, check_words, limit_warnings, refusal_words
from tests.site.dossiers import PROJECT, build, dossier, write

SUMMARY = Summary(written=12, linked=1_400, removed=1, total_files=1_412, total_bytes=3_400_000, is_new=True)
FILES = {
    "content/dossier.yaml": "title: The flood of May\n",
    "content/outlets/post.yaml": "name: The Morning Post\n",
    "content/entities/mayor.yaml": "name: The mayor\nkind: person\n",
    "content/entities/town.yaml": "name: The town\nkind: place\n",
    "content/articles/first.yaml": "title: Flood\noutlet: post\npublished: 2026-05-12\ntext: seeds/first.txt\n",
    "seeds/first.txt": "Flood reaches the old town\n",
}


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_in_a_log_each_step_is_a_line_with_its_second() -> None:
    log, clock = io.StringIO(), Clock()
    progress = Progress(log, clock)
    progress.step("Reading and checking")
    clock.now += 2.34
    progress.step("Rendering 1,040 pages")
    progress.say("Done.")
    assert log.getvalue() == "   0.0 s  Reading and checking\n   2.3 s  Rendering 1,040 pages\nDone.\n"


def test_a_console_that_has_no_sign_for_going_on_gets_three_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.terminal._replaces_lines", lambda stream: True)
    for encoding, end in (("ascii", b"..."), ("utf-8", "…".encode())):
        written = io.BytesIO()
        console = io.TextIOWrapper(written, encoding=encoding, write_through=True)
        Progress(console, Clock()).step("Reading and checking")
        assert written.getvalue().endswith(b"Reading and checking " + end)


def test_a_format_for_machines_gets_no_steps() -> None:
    log = io.StringIO()
    progress = Progress(log, Clock(), quiet=True)
    progress.step("Reading and checking")
    progress.clear()
    assert log.getvalue() == ""


@pytest.fixture
def terminal():
    """Both ends of a real terminal, 30 columns wide: what programs write to, and what a person sees."""
    termios = pytest.importorskip("termios", reason="terminals of this kind are not on Windows")
    import fcntl
    import pty
    import select
    import struct

    seen, written = pty.openpty()
    fcntl.ioctl(written, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 30, 0, 0))
    with os.fdopen(written, "w", encoding="utf-8") as stream:

        def shown() -> str:
            """All that was written: the kernel hands it over in pieces, so it is read until no more comes."""
            pieces = b""
            while select.select([seen], [], [], 0.5)[0]:
                pieces += os.read(seen, 65_536)
            return pieces.decode("utf-8")

        yield stream, shown
    os.close(seen)


def test_on_a_terminal_the_next_step_replaces_the_last_and_a_sentence_stays(terminal, monkeypatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream, read = terminal
    progress = Progress(stream, Clock())
    progress.step("Reading")
    progress.step("Rendering 104 pages")
    progress.say("Built.")
    progress.say("Again.")
    assert read() == "\r\x1b[2KReading …\r\x1b[2KRendering 104 pages …\r\x1b[2KBuilt.\r\nAgain.\r\n"


def test_a_step_never_wraps_and_holds_nothing_that_moves_the_cursor(terminal, monkeypatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream, read = terminal
    Progress(stream, Clock()).step("Waiting \x1b[2J for another build of a long name")
    shown = read().removeprefix("\r\x1b[2K")
    assert "\x1b" not in shown
    assert len(shown) < 30
    assert shown.endswith("…")


def test_a_terminal_that_cannot_take_a_line_back_gets_plain_lines(terminal, monkeypatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    stream, read = terminal
    Progress(stream, Clock()).step("Reading")
    assert read() == "   0.0 s  Reading\r\n"


def test_the_summary_tells_records_pages_files_size_seconds_and_warnings(tmp_path: Path) -> None:
    checked = check_dossier(write(tmp_path, FILES))
    built = Built(checked, 21, SUMMARY)
    assert build_words(built, SUMMARY, "1.3 s") == (
        "Built 21 pages from 1 outlet, 1 article, 2 entities in 1.3 s: "
        "12 written, 1,400 unchanged, 1 removed; 1,412 files, 3.4 MB.\n"
        "note: 1 warning in 1 file; see above"
    )
    assert check_words(checked, 0.04) == "Checked 6 files (1 outlet, 1 article, 2 entities) in 0.0 s."


def test_a_build_that_changed_nothing_says_so_and_a_note_of_the_system_is_passed_on(tmp_path: Path) -> None:
    built = Built(check_dossier(write(tmp_path, FILES)), 1, SUMMARY)
    words = build_words(
        built, replace(SUMMARY, is_new=False, notes=("this disk cannot\x07 exchange folders",)), "0.1 s"
    )
    assert "nothing changed; 1,412 files" in words
    assert words.endswith("note: this disk cannot\\x07 exchange folders")


@pytest.mark.parametrize(
    ("size", "files", "words"),
    [
        (800_000_000, 19_999, []),
        (800_000_001, 1, ["800.0 MB, near the 1 GB"]),
        (1_200_000_000, 1, ["1.2 GB, more than the 1 GB"]),
        (1, 20_000, ["20,000 files"]),
        (900_000_000, 30_000, ["900.0 MB, near", "30,000 files"]),
    ],
)
def test_a_site_near_the_limits_of_hosts_is_warned_of(size: int, files: int, words: list[str]) -> None:
    warned = limit_warnings(replace(SUMMARY, total_bytes=size, total_files=files))
    assert len(warned) == len(words)
    for sentence, expected in zip(warned, words, strict=True):
        assert expected in sentence


def test_a_refusal_names_its_way_out_and_nothing_where_there_is_none() -> None:
    assert refusal_words(OutputRefused("no room", "make room")) == "error: no room\n  = fix: make room"
    assert refusal_words(OutputRefused("a\x1b[31m", "")) == "error: a\\e[31m"


def test_the_command_tells_its_steps_in_a_log_and_keeps_standard_output_for_problems(tmp_path: Path) -> None:
    done = dossier(write(tmp_path, FILES), "build", "--no-search")
    steps = re.findall(r"^ +\d+\.\d s  (\w+)", done.stderr, re.MULTILINE)
    assert steps[:2] == ["Reading", "Comparing"]
    assert steps[-1] == "Publishing"
    assert re.search(r"^Built \d+ pages from 1 outlet, 1 article, 2 entities in ", done.stderr, re.MULTILINE)
    assert done.stdout.startswith("warning[seed-not-pinned]")


@pytest.mark.parametrize("output_format", ["concise", "json", "github"])
def test_a_check_for_machines_says_nothing_on_standard_error(tmp_path: Path, output_format: str) -> None:
    done = dossier(write(tmp_path, FILES), "check", "--output-format", output_format)
    assert done.stderr == ""


def test_the_command_on_a_terminal_leaves_one_summary_and_no_rest_of_a_step(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="terminals of this kind are not on Windows")
    root = write(tmp_path, FILES)
    build(root)
    seen, written = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-P", "-m", "builder", "build"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "TERM": "xterm"},
        stdin=written,
        stdout=written,
        stderr=written,
    )
    os.close(written)
    shown = b""
    while True:
        try:
            more = os.read(seen, 4096)
        except OSError:  # Linux says so when the other end has gone
            break
        if not more:
            break
        shown += more
    os.close(seen)
    assert running.wait(timeout=60) == 0
    lines = [line.rpartition("\x1b[2K")[2] for line in shown.decode("utf-8").split("\r\n")]
    assert [line for line in lines if line.endswith(" …")] == []
    assert sum(line.startswith("Built ") for line in lines) == 1
    assert shown.count(b"\x1b[2K") > 4
