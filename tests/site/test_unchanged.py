"""Help, version and a build that finds nothing changed are answered at once, by Python's own library alone."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.site.dossiers import PROJECT, dossier, write

FILES = {
    "content/dossier.yaml": "title: Flood\n",
    "content/outlets/post.yaml": "name: Post\n",
    "content/articles/first.yaml": "title: Flood\noutlet: post\npublished: 2026-05-12\nurl: https://post.example/a\n",
}
LOADED = """
import sys
STARTED = {name.partition(".")[0] for name in sys.modules} | {"builder"}  # by Python itself: hooks of what is installed
from builder import cli
try:
    cli.main()
finally:
    print(sorted({name.partition(".")[0] for name in sys.modules} - sys.stdlib_module_names - STARTED))
"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A dossier that was left alone for a moment, then built."""
    root = write(tmp_path / "d", FILES)
    time.sleep(
        2.1 if root.stat().st_ctime_ns % 1_000_000 == 0 else 0.1
    )  # the step of the file system's clock
    said = dossier(root, "build", "--no-search")
    assert said.returncode == 0, said.stderr
    return root


def loaded(root: Path, *arguments: str) -> tuple[str, str, str]:
    """Run a command; return what it said on both streams, and which modules beyond Python's own it loaded."""
    ended = subprocess.run(
        [sys.executable, "-P", "-c", LOADED, *arguments],
        cwd=root,
        env={"PYTHONPATH": str(PROJECT), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
    )
    *said, foreign = ended.stdout.splitlines()
    return "\n".join(said), ended.stderr, foreign


@pytest.mark.parametrize("arguments", [("--help",), ("build", "--help"), ("--version",)])
def test_help_and_version_load_nothing_foreign(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    said, _, foreign = loaded(tmp_path, *arguments)
    assert "dossier" in said
    assert foreign == "[]"


def test_a_build_that_finds_nothing_changed_loads_nothing_foreign_and_says_what_the_last_one_said(
    built: Path,
) -> None:
    first = dossier(built, "build", "--no-search", "--clean")
    said, summary, foreign = loaded(built, "build", "--no-search")
    assert foreign == "[]"
    assert said.strip() == first.stdout.strip() != ""
    assert "nothing changed" in summary
    assert "1 article" in summary


def test_an_edit_is_seen_and_so_is_its_taking_back(built: Path) -> None:
    record = built / "content/outlets/post.yaml"
    record.write_text("name: Past\n", "utf-8")
    said = dossier(built, "build", "--no-search")
    assert "nothing changed" not in said.stderr
    assert "Past" in (built / "site/outlets/post.html").read_text("utf-8")
    record.write_text("name: Post\n", "utf-8")
    dossier(built, "build", "--no-search")
    assert "Past" not in (built / "site/outlets/post.html").read_text("utf-8")


def test_other_options_are_another_build(built: Path) -> None:
    said = dossier(built, "build", "--no-search", "--base-url", "https://a.example/")
    assert "nothing changed" not in said.stderr
    assert (built / "site/sitemap.xml").is_file()
    assert dossier(built, "build", "--no-search", "--output-format", "json").stdout.startswith("{")
