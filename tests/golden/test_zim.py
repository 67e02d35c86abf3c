"""The golden dossier as a ZIM: what zimcheck says of it, and that it holds the site letter for letter."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.golden.golden import build_golden
from tests.programs import find_program
from tests.site.dossiers import dossier, files_of

SAVING = re.compile(rb' data-save="[^"]*"')
"""What offers to save the site: a ZIM is saved already."""
NOT_IN_ZIM = {
    "404.html",
    "robots.txt",
    "sw.js",
    "sitemap.xml",
    ".nojekyll",
    ".well-known/security.txt",
    "plan.html",
}
"""What only a server reads, and a page of the publisher's own."""
FORMER = {"outlets/courier.html", "articles/courier-ferry.html"}
"""Former addresses: a ZIM leads on from them by itself."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden dossier with a file of a name in another script, its site, and two ZIMs of it."""
    find_program("zimwriterfs", "zim-tools")
    root = tmp_path_factory.mktemp("zim") / "dossier"
    build_golden(root)
    (root / "static/файлы").mkdir(parents=True)
    (root / "static/файлы/план №1.txt").write_text("план\n", encoding="utf-8")
    for name in ("one.zim", "two.zim"):
        done = dossier(root, "pack", "--zim", name)
        assert done.returncode == 0, done.stderr
    return root


def told(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [find_program(program, "zim-tools"), *arguments], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def entries(archive: Path, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    told("zimdump", "dump", f"--dir={folder}", "--redirect", str(archive))
    return files_of(folder)


def test_zimcheck_has_nothing_to_say(root: Path):
    words = told("zimcheck", "-A", str(root / "one.zim"))
    assert "Overall Test Status: Pass" in words
    assert "[ERROR]" not in words
    assert "[WARNING]" not in words


def test_it_holds_the_site_and_two_hold_the_same(root: Path, tmp_path: Path):
    found, again = (entries(root / f"{name}.zim", tmp_path / name) for name in ("one", "two"))
    site = {
        path: SAVING.sub(b"", content)
        for path, content in files_of(root / "site").items()
        if path not in NOT_IN_ZIM and not path.startswith("saving/")
    }
    assert {path for path, content in site.items() if found.get(path) != content} <= FORMER
    assert set(found) - set(site) == {"assets/illustration-48.png"}
    assert found["файлы/план №1.txt"] == "план\n".encode()
    assert found == again


def test_a_library_of_zim_files_is_told_what_it_is(root: Path):
    words = told("zimdump", "info", str(root / "one.zim"))
    assert "main page: index.html" in words
    assert "Illustration_48x48@1" in words
