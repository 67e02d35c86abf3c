"""A site for whose search no indexer is there is published and told; under `--strict` the command ends with 1."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from builder import cli
from tests.site.dossiers import write

FILES = {
    "content/dossier.yaml": "title: Flood\n",
    "content/outlets/post.yaml": "name: Post\n",
    "content/articles/first.yaml": "title: Flood\noutlet: post\npublished: 2026-05-12\n",
}


class Ended(NamedTuple):
    """How a command ended, and what it said."""

    exit_code: object
    output: str


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run a command on a dossier without an indexer."""
    root = write(tmp_path / "d", FILES)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "indexer")

    def run(*arguments: str) -> Ended:
        monkeypatch.setattr("sys.argv", ["dossier", *arguments, "--root", str(root)])
        code: object = 0
        try:
            cli.main()
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        return Ended(code, said.out + said.err)

    return run


def test_a_build_without_search_ends_with_0_and_says_so(run, tmp_path: Path) -> None:
    done = run("build")
    assert done.exit_code == 0, done.output
    assert "warning[search-failed]" in done.output
    assert (tmp_path / "d/site/index.html").is_file()


def test_under_strict_it_ends_with_1_though_the_site_is_there(run, tmp_path: Path) -> None:
    done = run("build", "--strict")
    assert done.exit_code == 1
    assert "warning[search-failed]" in done.output
    assert (tmp_path / "d/site/index.html").is_file()


def test_nothing_is_packed_under_strict(run, tmp_path: Path) -> None:
    assert run("pack", "--strict", "--out", str(tmp_path / "a.zip")).exit_code == 1
    assert not (tmp_path / "a.zip").exists()
    assert run("pack", "--out", str(tmp_path / "a.zip")).exit_code == 0
    assert (tmp_path / "a.zip").is_file()


def test_an_indexer_that_fails_ends_the_build_with_1_and_one_line_and_nothing_is_published(
    run, tmp_path: Path
) -> None:
    broken = tmp_path / "indexer"
    broken.write_text("#!/bin/sh\nexit 7\n")
    broken.chmod(0o755)
    done = run("build")
    assert done.exit_code == 1
    assert "the search index could not be made: it ended with exit 7" in done.output
    assert not (tmp_path / "d/site").exists()
