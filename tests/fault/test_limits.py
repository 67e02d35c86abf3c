"""What the system refuses, memory, open files or size of a file, ends the real command with 1 and a line that says so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.dossiers import PROJECT, build, copy_showcase, files_of

resource = pytest.importorskip("resource", reason="this system has no limits of processes")

pytestmark = pytest.mark.slow
MIB = 1 << 20
MEMORY_MIB = (20, 30, 40, 55, 70, 85, 100, 120, 140, 160, 180, 200, 220, 240, 260, 400)
"""From where Python itself can just start to where the worked example is built with search."""
OPEN_FILES = (5, 6, 8, 10, 12, 16, 32, 64)
LARGEST_FILE_KIB = (1, 16, 64, 256)
OTHERS = ("OpenBLAS error",)
"""How a library that ends the process itself says that it has no memory."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example, built, with a word changed since: the next build has something to write."""
    folder = copy_showcase(tmp_path_factory.mktemp("limits"))
    build(folder)
    entity = folder / "content/entities/kuweires-air-base.yaml"
    entity.write_text(entity.read_text("utf-8") + "url: https://example.org/kuweires\n", "utf-8")
    return folder


def limited(root: Path, limit: int, value: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command under a limit of the system; it says at most one mistake, and no traceback."""
    before = files_of(root / "site")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "builder", *arguments, "--output-format", "concise"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        preexec_fn=lambda: resource.setrlimit(limit, (value, value)),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode in (0, 1), said
    assert "Traceback" not in said
    assert "bug in the builder" not in said
    if done.returncode == 1:
        told = [line for line in said.splitlines() if line.startswith(("error: ", *OTHERS))]
        assert len(told) == 1, said
        assert files_of(root / "site") == before
    return done


@pytest.mark.parametrize("mib", MEMORY_MIB)
def test_little_memory_is_told_as_little_memory_and_the_last_site_stays(root: Path, mib: int):
    done = limited(root, resource.RLIMIT_AS, mib * MIB, "build", "--clean", "--out", "elsewhere")
    if done.returncode == 1:
        assert "emory" in done.stderr


def test_memory_enough_for_python_but_not_for_the_program_ends_with_1(root: Path):
    assert limited(root, resource.RLIMIT_AS, MEMORY_MIB[0] * MIB, "build").returncode == 1
    assert limited(root, resource.RLIMIT_AS, 4096 * MIB, "check").returncode == 0


@pytest.mark.parametrize("files", OPEN_FILES)
def test_few_open_files_are_told_as_such_and_the_last_site_stays(root: Path, files: int):
    done = limited(root, resource.RLIMIT_NOFILE, files, "build", "--clean", "--out", "elsewhere")
    if done.returncode == 1:
        assert "Too many open files" in done.stderr
    assert (done.returncode == 1) is (files < 12)


@pytest.mark.parametrize("kib", LARGEST_FILE_KIB)
def test_a_file_that_may_not_grow_is_told_and_no_part_of_a_zip_is_left(root: Path, kib: int):
    done = limited(root, resource.RLIMIT_FSIZE, kib * 1024, "pack", "--out", "dossier.zip")
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert [path.name for path in root.iterdir() if "zip" in path.name] == []
