"""The wheel, built from the source alone and installed where nothing of the source tree is."""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
import venv
from pathlib import Path

SOURCES = (
    *("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "builder", "templates"),
    *("tools/wheel.py", "requirements/run.txt"),
)


def copied_sources(project: Path, folder: Path) -> Path:
    """Copy the files that a wheel is made of into a folder, and return it."""
    for name in SOURCES:
        source = project / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(source, folder / name)
    return folder


def built_wheel(sources: Path, folder: Path) -> Path:
    """Build the wheel into a folder and return it; the build may fetch nothing."""
    run_outside(
        sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, sources, cwd=folder
    )
    (found,) = folder.glob("*.whl")
    return found


def installed(wheel: Path, folder: Path) -> Path:
    """Make an environment that holds the wheel, its third-party parts lent by this one; return where its commands are."""
    made = folder / "venv"
    venv.create(made, with_pip=False, symlinks=os.name != "nt")
    commands = made / ("Scripts" if os.name == "nt" else "bin")
    options = ("--no-index", "--no-deps", "--no-compile", "--quiet", "--disable-pip-version-check")
    run_outside(
        sys.executable, "-m", "pip", "--python", commands / "python", "install", *options, wheel, cwd=folder
    )
    (packages,) = {path.parent for path in made.rglob("dossier_builder/__init__.py")}
    # A path file adds behind what is installed: the program itself can only be the wheel's.
    (packages.parent / "parts.pth").write_text("\n".join(site.getsitepackages()) + "\n", encoding="utf-8")
    return commands


def run_outside(*command: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run outside the source tree, without what points Python to it."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "PIP_", "VIRTUAL_ENV"))
    }
    done = subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True, timeout=300)
    assert not check or done.returncode == 0, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done
