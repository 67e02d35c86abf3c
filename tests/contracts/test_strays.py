"""No file stands in the tree that nobody meant to keep, and the documentation names only paths that exist."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.contracts.source import PROJECT, told
from tests.contracts.strays import (
    documents,
    kept_files,
    named_paths,
    path_faults,
    stray_faults,
    unused_examples,
)


def test_no_file_is_a_stray() -> None:
    names = kept_files(PROJECT)
    assert "builder/build.py" in names
    faults = stray_faults(names)
    assert not faults, told(faults)


@pytest.mark.parametrize(
    "name",
    [
        "builder/pages/article.py.orig",
        "builder/load/page.py.rej",
        "content/claims/first.yaml.bak",
        "docs/editing.md~",
        "seeds/.000.txt.swp",
        "tests/cases/mistakes/expected.txt.orig",
        "pagefind/pagefind.js",
        "builder/notes.txt",
        "notes.py",
        "content/claims/deep/first.yaml",
        "tests/unit/expected.json",
    ],
)
def test_a_stray_file_is_found(name: str) -> None:
    assert [fault.partition(":")[0] for fault in stray_faults(["builder/build.py", name])] == [name]


def test_a_file_counts_before_it_is_committed_and_not_once_it_is_ignored(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("/kept-out/\n", encoding="utf-8")
    for name in ("left.orig", "kept-out/other.orig"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    assert kept_files(tmp_path) == (".gitignore", "left.orig")


def test_without_git_the_tree_itself_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name in ("builder/a.py", "builder/__pycache__/a.pyc", "builder/a.py.orig", "site/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    assert kept_files(tmp_path) == ("builder/a.py", "builder/a.py.orig")


def test_paths_in_the_documentation_exist() -> None:
    pages = documents(PROJECT)
    assert {"README.md", "CHANGELOG.md", "docs/architecture.md"} <= set(pages)
    faults = path_faults(PROJECT, pages)
    assert not faults, told(faults)


def test_every_example_path_is_still_one() -> None:
    assert not unused_examples(PROJECT, documents(PROJECT))


def test_a_path_that_leads_nowhere_is_found_beside_those_that_do(tmp_path: Path) -> None:
    (tmp_path / "builder").mkdir()
    (tmp_path / "builder" / "build.py").write_text("", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "near.md").write_text("", encoding="utf-8")
    (tmp_path / "docs" / "page.md").write_text(
        "`builder/build.py`, `near.md`, `builder/`, `site/any.html`, then `builder/gone.py` and `gone.md`.",
        encoding="utf-8",
    )
    assert path_faults(tmp_path, ["docs/page.md"]) == [
        "docs/page.md: `builder/gone.py` does not exist",
        "docs/page.md: `gone.md` does not exist",
    ]


def test_only_code_spans_name_paths_and_neither_shapes_dates_nor_addresses_are_any() -> None:
    page = (
        "Read a/b.py, then `python a/c.py --fast`.\n\n```\nd/e.py\n```\n\n"
        "`content/<id>.yaml` `seeds/…` `2014-08-31/2014-09-02` `https://a.example/b.html` `.yaml` `claim:a`\n"
    )
    assert named_paths(page) == ("a/c.py",)
