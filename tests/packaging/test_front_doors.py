"""What a newcomer meets: scripts that say what is missing, in folders with awkward names."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="make and sh are not on Windows; dossier.cmd is its door"
)


def _run(*command: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, **variables}, capture_output=True, text=True, timeout=60
    )


@pytest.fixture
def root(project: Path, tmp_path: Path) -> Path:
    """The doors alone, in a folder whose name has spaces and signs."""
    copy = tmp_path / "my dossier (#1)"
    shutil.copytree(project / "requirements", copy / "requirements")
    for name in ("dossier", "Makefile"):
        shutil.copy(project / name, copy / name)
    return copy


def _pretend_python(path: Path, answer: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
    path.chmod(0o755)


def test_the_wrapper_says_what_to_do_before_the_first_make(root: Path, tmp_path: Path) -> None:
    done = _run(root / "dossier", "build", cwd=tmp_path)
    assert done.returncode == 2
    assert "make site" in done.stderr


def test_the_wrapper_hands_on_its_words_and_finds_its_own_root_from_anywhere_and_through_a_link(
    root: Path, tmp_path: Path
) -> None:
    _pretend_python(root / ".venv/bin/python", 'echo "$PYTHONPATH|$PWD|$*"')
    (tmp_path / "linked").symlink_to(root / "dossier")
    for door in (root / "dossier", tmp_path / "linked"):
        done = _run(door, "quote", "two words", cwd=tmp_path, PYTHONPATH="/elsewhere")
        assert done.stdout == f"{root}|{tmp_path}|-P -m builder quote two words\n"


def test_an_old_python_is_refused_with_what_to_do(root: Path, tmp_path: Path) -> None:
    commands = tmp_path / "commands"
    for name in ("python", "python3", *(f"python3.{minor}" for minor in range(11, 15))):
        _pretend_python(commands / name, '[ "$1" = --version ] && echo "Python 3.9.2" && exit; exit 1')
    done = _run(
        "sh", root / "requirements/install.sh", "run", cwd=tmp_path, PATH=f"{commands}:{os.environ['PATH']}"
    )
    assert done.returncode == 1
    assert "needs Python 3.11 or newer; found: Python 3.9.2" in done.stderr
    assert not (root / ".venv").exists()


def test_a_python_without_venv_is_told_which_package_brings_it(root: Path, tmp_path: Path) -> None:
    _pretend_python(
        tmp_path / "python",
        'case "$*" in --version) echo "Python 3.12.1" ;; *ensurepip*) exit 1 ;; *) exit 0 ;; esac',
    )
    done = _run("sh", root / "requirements/install.sh", "run", cwd=tmp_path, PYTHON=str(tmp_path / "python"))
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr


def test_a_second_install_asks_nothing_and_a_changed_pin_installs_again(root: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    _pretend_python(
        root / ".venv/bin/python",
        f'case "$*" in --version) echo "Python 3.12.1" ;; *install*) echo "$*" >>"{log}" ;; esac',
    )
    install = ("sh", root / "requirements/install.sh", "run")
    assert _run(*install, cwd=tmp_path).returncode == 0
    assert _run(*install, cwd=tmp_path).stdout == ""
    assert len(log.read_text(encoding="utf-8").splitlines()) == 1
    assert "--require-hashes -r requirements/run.txt" in log.read_text(encoding="utf-8")
    with (root / "requirements/run.txt").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    _run(*install, cwd=tmp_path)
    assert len(log.read_text(encoding="utf-8").splitlines()) == 2


def test_make_keeps_another_pythons_settings_out(root: Path) -> None:
    _pretend_python(
        root / ".venv/bin/python",
        'case "$*" in --version) echo "Python 3.12.1" ;; *) echo "[$*|${PYTHONPATH-unset}|${VIRTUAL_ENV-unset}]" ;; esac',
    )
    done = _run("make", "site", cwd=root, PYTHONPATH="/elsewhere", VIRTUAL_ENV="/elsewhere", MAKEFLAGS="")
    assert done.returncode == 0, done.stderr
    assert "[-m builder build|unset|unset]" in done.stdout


def test_the_folder_of_the_measurements_does_not_hide_their_target(root: Path) -> None:
    (root / "bench").mkdir()
    done = _run("make", "-n", "bench", "N=7", cwd=root)
    assert "bench/run.py --sizes 7" in done.stdout
