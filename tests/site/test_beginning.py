"""From an empty folder to a page with a checked quote, and on to the next version, by the commands themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder import __version__
from tests.site.dossiers import PROJECT, dossier

ACTION = "o/r@" + "a" * 40


def init(folder: Path, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "builder", "init", str(folder), *arguments],
        cwd=folder.parent,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"},
        input=said,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_init_without_a_terminal_makes_a_dossier_that_builds_to_a_page_with_a_checked_quote(
    tmp_path: Path,
) -> None:
    begun = init(tmp_path / "flood-of-may")
    assert begun.returncode == 0, begun.stderr
    assert "fill in: dossier.lock, line 5" in begun.stdout
    assert "next: dossier build" in begun.stdout
    root = tmp_path / "flood-of-may"
    built = dossier(root, "build", "--strict", "--no-search")
    assert built.returncode == 0, built.stdout + built.stderr
    page = (root / "site/claims/example-cost-of-repairs.html").read_text("utf-8")
    assert "Repairs will cost 4,000 crowns, the mayor said." in page
    assert "Flood of may" in (root / "site/index.html").read_text("utf-8")


def test_options_answer_every_question(tmp_path: Path) -> None:
    options = (
        "--title",
        "The flood",
        "--language",
        "de",
        "--rights",
        "link",
        "--editor",
        "A",
        "--editor",
        "B",
    )
    begun = init(tmp_path / "d", *options, "--action", ACTION)
    assert begun.returncode == 0, begun.stderr
    assert "fill in" not in begun.stdout
    settings = (tmp_path / "d/content/dossier.yaml").read_text("utf-8")
    for line in ("title: The flood", "language: de", "publish: link", "editors: [A, B]"):
        assert f"\n{line}\n" in f"\n{settings}"
    assert f"- uses: {ACTION} # v{__version__}\n" in (tmp_path / "d/.github/workflows/dossier.yml").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("holds", ["file", "hidden", "link", "is a file"])
def test_a_folder_that_holds_something_stays_as_it_is(tmp_path: Path, holds: str) -> None:
    folder = tmp_path / "d"
    if holds == "is a file":
        folder.write_text("mine", "utf-8")
    elif holds == "link":
        folder.symlink_to("nowhere")
    else:
        folder.mkdir()
        (folder / (".mine" if holds == "hidden" else "mine.txt")).write_text("mine", "utf-8")
    before = everything(tmp_path)
    begun = init(folder)
    assert begun.returncode == 2
    assert "holds something already" in begun.stderr
    assert "fix: name a new folder" in begun.stderr
    assert everything(tmp_path) == before


def test_an_empty_folder_and_one_that_git_has_made_are_taken(tmp_path: Path) -> None:
    for name in ("empty", "git"):
        (tmp_path / name).mkdir()
    (tmp_path / "git/.git").mkdir()
    assert init(tmp_path / "empty").returncode == 0
    assert init(tmp_path / "git").returncode == 0


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--language", "English", "content/dossier.yaml"),
        ("--title", 'A "test"', "content/dossier.yaml:2:"),
    ],
)
def test_an_answer_that_the_build_refuses_is_told_with_its_place(
    tmp_path: Path, option: str, value: str, told: str
) -> None:
    begun = init(tmp_path / "d", option, value)
    assert begun.returncode == 1
    assert told in begun.stdout
    assert "fix:" in begun.stdout
    assert "next:" not in begun.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
def test_on_a_terminal_what_was_not_said_is_asked(tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    os.write(ours, "Потоп\n\nfull\nA, B\n".encode())
    command = [sys.executable, "-P", "-m", "builder", "init", str(tmp_path / "d")]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"}
    asked = subprocess.run(
        command, cwd=tmp_path, env=environment, stdin=theirs, capture_output=True, timeout=120
    )
    os.close(ours)
    os.close(theirs)
    assert asked.returncode == 0, asked.stderr
    assert b"Title [D]: " in asked.stderr
    settings = (tmp_path / "d/content/dossier.yaml").read_text("utf-8")
    for line in ('title: "Потоп"', "language: en", "publish: full", "editors: [A, B]"):
        assert f"\n{line}\n" in f"\n{settings}"


@pytest.mark.skipif(os.name == "nt", reason="file names are no bytes there")
def test_what_is_no_text_is_told_and_never_a_bug(tmp_path: Path) -> None:
    begun = init(tmp_path / "d", "--title", os.fsdecode(b"a\xff"), "--editor", os.fsdecode(b"\xfe"))
    assert begun.returncode == 1
    assert "content/dossier.yaml:2:" in begun.stdout


@pytest.mark.parametrize("typed", ["o/r@main", "o/r", f"{ACTION}0", f"x y/{ACTION}"])
def test_an_action_that_is_no_commit_is_refused(tmp_path: Path, typed: str) -> None:
    begun = init(tmp_path / "d", "--action", typed)
    assert begun.returncode == 2
    assert "40 signs of a commit" in begun.stderr
    assert not (tmp_path / "d").exists()


def test_upgrade_changes_the_lock_and_the_pin_and_nothing_else(tmp_path: Path) -> None:
    root = tmp_path / "d"
    init(root, "--action", ACTION)
    lock, workflow = root / "dossier.lock", root / ".github/workflows/dossier.yml"
    good = everything(root)
    lock.write_bytes(lock.read_bytes().replace(__version__.encode(), b"0.0.1", 1) + b"old==1\n")
    old = workflow.read_text("utf-8").replace("a" * 40, "b" * 40).replace(f"v{__version__}", "v0.0.1")
    workflow.write_text(old + "# mine\n", "utf-8", newline="\n")
    told = dossier(root, "upgrade", "--action", ACTION)
    assert told.returncode == 0, told.stderr
    assert "version 0.0.1 → " + __version__ in told.stdout
    assert "What changed:" in told.stdout
    assert "## Unreleased" in told.stdout
    good[".github/workflows/dossier.yml"] += b"# mine\n"
    assert everything(root) == good
    again = dossier(root, "upgrade", "--action", ACTION)
    assert again.returncode == 0
    assert "changed" not in again.stdout
    assert everything(root) == good


def test_upgrade_never_goes_back(tmp_path: Path) -> None:
    init(tmp_path / "d")
    lock = tmp_path / "d/dossier.lock"
    lock.write_bytes(lock.read_bytes().replace(__version__.encode(), b"99.0.0", 1))
    before = everything(tmp_path)
    told = dossier(tmp_path / "d", "upgrade")
    assert told.returncode == 1
    assert "is of version 99.0.0" in told.stderr
    assert "fix: install 99.0.0 or a newer one" in told.stderr
    assert everything(tmp_path) == before


@pytest.mark.parametrize("stands", [None, b"\xff\xfe"])
def test_upgrade_without_a_lock_says_where_one_comes_from(tmp_path: Path, stands: bytes | None) -> None:
    if stands is not None:
        (tmp_path / "dossier.lock").write_bytes(stands)
    told = dossier(tmp_path, "upgrade")
    assert told.returncode == 1
    assert "there is no" in told.stderr
    assert "dossier init" in told.stderr
