"""Files made on purpose: each is answered in one line, nothing of it acts, and nothing is written that was not asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.intake.hostile import FILES


def told(root: Path, *names: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "builder", "import", "--root", str(root), *names],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        cwd=root.parent,
    )


@pytest.mark.slow
def test_a_hundred_hostile_files_are_answered_in_one_line_each(tmp_path: Path) -> None:
    assert len(FILES) >= 100
    root = tmp_path / "dossier"
    (root / "content").mkdir(parents=True)
    (root / "content" / "dossier.yaml").write_text("title: T\n")
    for name, make in FILES.items():
        (tmp_path / name).write_bytes(make())
    ended = told(root, *FILES)
    said = ended.stderr.splitlines()
    refused = [name for name in FILES if any(line.startswith(f"error: {name}: ") for line in said)]
    written = {each.relative_to(root).as_posix() for each in root.rglob("*") if each.is_file()}
    assert refused == list(FILES), sorted(set(FILES) - set(refused))
    assert len(said) == len(FILES), ended.stderr
    assert all("; fix: " in line and "Traceback" not in line and len(line) < 400 for line in said)
    assert (written, ended.stdout, ended.returncode) == ({"content/dossier.yaml"}, "", 1)
