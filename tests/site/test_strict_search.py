"""A site whose search could not be made is published and told; under `--strict` the command ends with 1."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import cli
from tests.site.dossiers import write

FILES = {
    "content/dossier.yaml": "title: Flood\n",
    "content/outlets/post.yaml": "name: Post\n",
    "content/articles/first.yaml": "title: Flood\noutlet: post\npublished: 2026-05-12\n",
}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Run a command on a dossier whose indexer is a program that fails."""
    root = write(tmp_path / "d", FILES)
    broken = tmp_path / "indexer"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: broken)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(cli, [*arguments, "--root", str(root)])

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
