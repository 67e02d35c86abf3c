"""Only `output` writes; few rooms start programs or ask the clock."""

from __future__ import annotations

import pytest

from tests.contracts.conftest import Plant
from tests.contracts.effects import clock_faults, process_faults, write_faults
from tests.contracts.source import Module, told


def test_only_output_writes_moves_and_deletes_files(builder: tuple[Module, ...]) -> None:
    faults = write_faults(builder)
    assert not faults, told(faults)


def test_only_search_preview_and_editing_start_programs(builder: tuple[Module, ...]) -> None:
    faults = process_faults(builder)
    assert not faults, told(faults)


def test_the_clock_is_asked_at_the_edges_only(builder: tuple[Module, ...]) -> None:
    faults = clock_faults(builder)
    assert not faults, told(faults)


WRITING = [
    "open(path, 'w')",
    "open(path, mode='ab')",
    "open(path, 'r+')",
    "open(path, how)",
    "path.open('x')",
    "archive.open('member', 'w')",
    "path.write_text('x')",
    "path.write_bytes(b'x')",
    "path.mkdir()",
    "path.rename(other)",
    "path.replace(other)",
    "path.unlink()",
    "path.touch()",
    "path.rmdir()",
    "path.symlink_to(other)",
    "path.hardlink_to(other)",
    "map(Path.unlink, paths)",
    "import os\nos.replace(a, b)",
    "import os as system\nsystem.remove(a)",
    "from os import rename as move\nmove(a, b)",
    "import os\nlist(map(os.unlink, paths))",
    "import os\nos.open(path, os.O_WRONLY | os.O_CREAT)",
    "import os\nos.open(path, flags)",
    "import os\n_FLAGS = os.O_RDWR\nos.open(path, _FLAGS)",
    "import os\nos.fdopen(fd, 'wb')",
    "import shutil\nshutil.rmtree(path)",
    "from shutil import copyfile\ncopyfile(a, b)",
    "import tempfile\ntempfile.mkdtemp()",
    "from zipfile import ZipFile\nZipFile(path, 'w')",
    "import sqlite3\nsqlite3.connect(path)",
    'import sqlite3\nf(sqlite3.connect, ":memory:")',
    "def f():\n    from ctypes import CDLL",
    "import gzip\ngzip.open(path, 'wt')",
]

READING = [
    "open(path)",
    "open(path, 'rb')",
    "path.open()",
    "path.open('r', encoding='utf-8')",
    "path.read_text()",
    "text.replace('a', 'b')",
    "from dataclasses import replace\nreplace(value, name='x')",
    "import dataclasses\ndataclasses.replace(value, name='x')",
    "moment.replace(tzinfo=None)",
    "import os\nos.open(path, os.O_RDONLY | os.O_NOFOLLOW)",
    "import os\n_FLAGS = os.O_RDONLY | os.O_CLOEXEC\nos.open(path, _FLAGS)",
    "import os\nos.open(os.devnull, os.O_WRONLY)",
    "import shutil\nshutil.which('git')",
    "from zipfile import ZipFile\nZipFile(path)",
    "webbrowser.open('index.html')",
    'import sqlite3\nsqlite3.connect(":memory:")',
]


@pytest.mark.parametrize("text", WRITING)
def test_a_write_outside_output_is_found_with_its_line(plant: Plant, text: str) -> None:
    faults = write_faults(plant({"pages/claim.py": text}))
    assert len(faults) == 1, faults
    assert faults[0].startswith(f"builder/pages/claim.py:{len(text.splitlines())}: ")


@pytest.mark.parametrize("text", WRITING)
def test_output_may_write(plant: Plant, text: str) -> None:
    assert write_faults(plant({"output/generations.py": text})) == []


@pytest.mark.parametrize("text", READING)
def test_what_only_reads_is_no_write(plant: Plant, text: str) -> None:
    assert write_faults(plant({"load/seeds.py": text})) == []


def test_pack_may_fill_the_archive_that_output_opened_but_search_may_not(plant: Plant) -> None:
    text = "import zipfile\nzipfile.ZipFile(stream, 'w')"
    faults = write_faults(plant({"pack.py": text, "search.py": text}))
    assert [fault.partition(":")[0] for fault in faults] == ["builder/search.py"]


@pytest.mark.parametrize(
    ("file", "text", "count"),
    [
        ("load/nodes.py", "import subprocess\nsubprocess.run(['git'])", 1),
        ("load/nodes.py", "from subprocess import run\nrun(['git'])", 1),
        ("cli.py", "import os\nos.execv('git', [])", 1),
        ("search.py", "from subprocess import run\nrun(['pagefind'])", 0),
        ("search.py", "from subprocess import run\nrun('pagefind', shell=True)", 1),
        ("search.py", "from subprocess import run\nrun('pagefind', shell=chosen)", 1),
    ],
)
def test_a_program_started_in_the_wrong_room_or_in_a_shell_is_found(
    plant: Plant, file: str, text: str, count: int
) -> None:
    assert len({fault.partition(" ")[0] for fault in process_faults(plant({file: text}))}) == count


@pytest.mark.parametrize(
    ("file", "text", "count"),
    [
        ("pages/claim.py", "from datetime import date\ndate.today()", 1),
        ("analysis/certainty.py", "import datetime as d\nd.datetime.now(d.UTC)", 1),
        ("build.py", "from time import perf_counter\nperf_counter()", 1),
        ("commands/build.py", "from time import perf_counter\nperf_counter()", 0),
        ("model/dates.py", "from datetime import date\ndate.fromisoformat('2015-10-31')", 0),
    ],
)
def test_the_clock_asked_in_the_wrong_room_is_found(plant: Plant, file: str, text: str, count: int) -> None:
    assert len(clock_faults(plant({file: text}))) == count
