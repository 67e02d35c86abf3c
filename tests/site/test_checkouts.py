"""A dossier in git gives one site from every checkout, also from those that change line ends."""

from __future__ import annotations

import json
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from tests.site.dossiers import build, dossier, files_of, write

TEXT = "Flood\n\nThe river rose by two metres.\n“Nobody was hurt.”\n"
FILES = {
    "content/dossier.yaml": "title: The flood of May\n",
    "content/outlets/post.yaml": "name: The Morning Post\ndescription: |\n  A paper\n  of two lines.\n",
    "content/articles/first.yaml": "title: Flood\noutlet: post\npublished: 2026-05-12\npublish: full\n"
    f"text: {{file: seeds/first.txt, sha256: {sha256(TEXT.encode()).hexdigest()}}}\n",
    "content/pages/about.md": "---\ntitle: About\n---\nOne line\nand another.\n\n- a\n- b\n",
    "seeds/first.txt": TEXT,
}
ATTRIBUTES = {".gitattributes": "seeds/** -text\n"}


def git(folder: Path, *arguments: str) -> None:
    signed = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *signed, *arguments], cwd=folder, check=True, capture_output=True, timeout=60)


@pytest.fixture
def clone(tmp_path: Path):
    """Commits files and gives a clone as a computer with Windows makes it."""
    if shutil.which("git") is None:
        pytest.skip("this system has no git")

    def make(files: dict[str, str]) -> Path:
        root = write(tmp_path / "origin", files)
        git(root, "init", "-q")
        git(root, "add", ".")
        git(root, "commit", "-qm", "All")
        git(tmp_path, "clone", "-q", "-c", "core.autocrlf=true", "origin", "clone")
        return tmp_path / "clone"

    return make


def told(root: Path) -> list[str]:
    done = dossier(root, "check", "--output-format", "json")
    return [json.loads(line)["code"] for line in done.stdout.splitlines()]


def test_with_the_attributes_of_the_readme_no_checkout_changes_a_text(clone):
    root = clone({**FILES, **ATTRIBUTES})
    assert b"\r\n" in (root / "content/dossier.yaml").read_bytes()
    assert told(root) == []


def test_without_them_the_change_is_told_and_the_printed_way_out_mends_it(clone, tmp_path):
    expected = files_of(build(write(tmp_path / "plain", FILES), "--no-search"))
    root = clone(FILES)
    assert told(root) == ["seed-line-ends"]
    assert files_of(build(root, "--no-search")) == expected
    write(root, ATTRIBUTES)
    shutil.rmtree(root / "seeds")
    git(root, "checkout", "--", "seeds")
    assert told(root) == []
    assert files_of(build(root, "--no-search")) == expected
