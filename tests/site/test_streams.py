"""What becomes of the command line's output never looks like a bug of the builder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.dossiers import PROJECT, write

MISTAKEN = {"content/dossier.yaml": "titel: T\n", "content/topics/a.yaml": "nmae: A\n"}


@pytest.mark.parametrize("redirection", ["| true", "| head -c 3", "> /dev/full", ">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize("output_format", ["full", "json"])
def test_output_that_cannot_be_written_ends_the_run_without_a_traceback(
    tmp_path: Path, redirection: str, output_format: str
):
    if "/dev/full" in redirection and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    root = write(tmp_path, MISTAKEN)
    command = f'"{sys.executable}" -P -m builder check --root "{root}" --output-format {output_format} {redirection}'
    done = subprocess.run(
        ["sh", "-c", command],
        env={"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr
    if "|" not in redirection:
        assert done.returncode == 1
