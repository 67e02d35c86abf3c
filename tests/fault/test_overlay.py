"""In a container the site may lie in a lower layer, which can neither be exchanged nor moved."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
MOUNT = """
set -e
mount -t tmpfs none "$1" && cd "$1" && mkdir -p low/site/articles up work dossier
printf '*\\n!.gitignore\\n' > low/site/.gitignore && rmdir low/site/articles
mount -t overlay overlay -o userxattr,lowerdir=low,upperdir=up,workdir=work dossier
"""
BUILD = """
import os, sys
from pathlib import Path
from builder.output.destination import destination
from builder.output.generations import open_generation
root = Path(sys.argv[1]) / "dossier"
for text in "aabc":
    with open_generation(destination(root)) as generation:
        generation.write("index.html", text.encode())
        summary = generation.commit()
    print((root / "site/index.html").read_text(), summary.written, len(summary.notes), *sorted(os.listdir(root)))
"""


def in_namespace(folder: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [
        "unshare",
        "--user",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        script,
        "sh",
        str(folder),
        *arguments,
    ]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)


def test_a_site_in_a_lower_layer_is_emptied_once_and_exchanged_ever_after(tmp_path: Path) -> None:
    if shutil.which("unshare") is None or in_namespace(tmp_path, MOUNT).returncode != 0:
        pytest.skip("this system lets nobody mount an overlay")
    script = f'{MOUNT}\ncd "$4" && "$2" -c "$3" "$1"'
    ended = in_namespace(tmp_path, script, sys.executable, BUILD, str(PROJECT))
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines() == [
        "a 2 1 .build site",
        "a 0 0 .build site",
        "b 1 0 .build site",
        "c 1 0 .build site",
    ]
