"""The README followed word for word in a clean copy of the tree.

Two things are not done. `make test` is not run inside the tests. And the parts that `make site` would download are
lent by the environment that runs the tests, with the note that the installer leaves: a test has no network.
"""

from __future__ import annotations

import os
import re
import shutil
import site
import struct
import subprocess
import venv
from pathlib import Path

import pytest

from tests.readme.documents import Block, blocks_of, write_files
from tests.site.dossiers import broken_links

PROJECT = Path(__file__).resolve().parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
BLOCKS = blocks_of(README)
NOT_HERE = {"make test"}

ADDRESSES = "http://a.example/dossier/"


def commands() -> list[str]:
    """Every line of every block that names no language: what the README tells its reader to type."""
    return [line for block in BLOCKS if not block.language for line in block.text.splitlines() if line]


def test_the_commands_are_the_two_front_doors_and_the_wrapper() -> None:
    assert commands() == [
        "make site",
        "make test",
        "./dossier check",
        "./dossier build",
        "./dossier build --root my-dossier",
    ]


def _lend_parts(root: Path) -> None:
    """Make the `.venv` that the installer would make, its parts lent by the environment that runs this."""
    venv.create(root / ".venv", with_pip=False, symlinks=True)
    python = root / ".venv" / "bin" / "python"
    (packages,) = (root / ".venv").glob("lib/python*/site-packages")
    (packages / "parts.pth").write_text("\n".join(site.getsitepackages()) + "\n", encoding="utf-8")
    version = subprocess.run([python, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    with (root / "requirements" / "run.txt").open("rb") as pins:
        sum_of_pins = subprocess.run(["cksum"], stdin=pins, capture_output=True, text=True, check=True).stdout
    (root / ".venv" / "installed-run").write_text(f"{version} {sum_of_pins}", encoding="utf-8")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean copy, in a folder whose name has a space."""
    root = tmp_path_factory.mktemp("clone") / "news dossier"
    left_out = (".git", ".venv", ".build", ".*_cache", ".hypothesis", "__pycache__", "site", "dist")
    shutil.copytree(PROJECT, root, ignore=shutil.ignore_patterns(*left_out), symlinks=True)
    _lend_parts(root)
    return root


def _type(tree: Path, line: str) -> None:
    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MAKE", "MFLAGS"))
    }
    done = subprocess.run(
        line, shell=True, cwd=tree, env=surroundings, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="make and sh are not on Windows; dossier.cmd is its door")
def test_the_readme_word_for_word(tree: Path) -> None:
    write_files(tree / "my-dossier", [block for block in BLOCKS if block.path])
    for line in commands():
        if line not in NOT_HERE:
            _type(tree, line)
    for root in (tree, tree / "my-dossier"):
        assert (root / "site" / "index.html").is_file()
        assert [
            fault for fault in broken_links(root / "site", ADDRESSES) if not fault.startswith("404")
        ] == []
    assert "Flood reaches the old town" in (tree / "my-dossier" / "site" / "index.html").read_text(
        encoding="utf-8"
    )


def test_the_smallest_dossier_is_five_files_and_its_article_four_lines() -> None:
    written = {block.path: block for block in BLOCKS if block.path}
    assert list(written) == [
        "seeds/flood-first-report.txt",
        "content/dossier.yaml",
        "content/outlets/morning-post.yaml",
        "content/articles/flood-first-report.yaml",
        ".gitattributes",
    ]
    article = written["content/articles/flood-first-report.yaml"].text.strip().splitlines()
    assert len([line for line in article if not line.startswith("#")]) == 4


PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    *sorted(f"docs/{path.name}" for path in PROJECT.glob("docs/*.md")),
)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_the_documentation_leads_to_a_file(page: str) -> None:
    text = re.sub(r"```.*?```|`[^`]*`", "", (PROJECT / page).read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        if not re.match(r"[a-z]+:", target):
            assert (PROJECT / page).parent.joinpath(target).exists(), target


def test_the_picture_is_real_small_and_told_in_words() -> None:
    words, path = re.findall(r"^!\[(.+?)\]\((.+?)\)$", README, re.MULTILINE)[0]
    content = (PROJECT / path).read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert (width, height >= 600) == (1280, True)
    assert len(content) <= 200_000
    assert len(words) > 40


def test_a_block_with_several_named_files_counts_as_each_of_them() -> None:
    text = "```yaml\n# content/a.yaml\nx: 1\n\n# content/b.yaml\ny: 2\n```\n\n```\nmake site\n```\n"
    assert blocks_of(text) == [
        Block("yaml", "content/a.yaml", "# content/a.yaml\nx: 1\n"),
        Block("yaml", "content/b.yaml", "# content/b.yaml\ny: 2\n"),
        Block("", "", "make site\n"),
    ]
