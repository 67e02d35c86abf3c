"""Runs one sequence: edits and builds in turn, then the site beside that of a clean build elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

from builder.build import build_site
from tests.edits.editor import FOLDERS, Editor

DOSSIER = Path(__file__).resolve().parents[1] / "golden/dossier"


def differences(folder: Path, seed: int) -> list[str]:
    """Return in words what differs between the site after a sequence of edits and a clean build of the same dossier.

    Empty where all is the same. The steps of the sequence come first where something differs.
    """
    root = folder / "edited"
    shutil.copytree(DOSSIER, root)
    editor, draw = Editor(root, seed), Random(f"how long {seed}")
    build_site(root, search=False)
    steps: list[str] = []
    for _ in range(draw.randint(2, 5)):
        with editor.undoing() as undo:
            step = editor.edit()
            if build_site(root, search=False).summary is None:
                undo()
                step += " (taken back)"
        steps.append(step)
    build_site(root, search=False)
    clean = folder / "clean"
    clean.mkdir()
    for name in FOLDERS:
        if (root / name).is_dir():
            shutil.copytree(root / name, clean / name)
    assert build_site(clean, search=False, clean=True).summary is not None, steps
    found = _different(root / "site", clean / "site")
    return [*steps, *found] if found else []


def _different(one: Path, other: Path) -> list[str]:
    files = [
        {path.relative_to(top).as_posix(): path for path in top.rglob("*") if path.is_file()}
        for top in (one, other)
    ]
    found = [f"only in one: {path}" for path in sorted(files[0].keys() ^ files[1].keys())]
    both = sorted(files[0].keys() & files[1].keys())
    return found + [path for path in both if files[0][path].read_bytes() != files[1][path].read_bytes()]
