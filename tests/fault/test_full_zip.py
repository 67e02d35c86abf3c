"""A disk that has no room for the zip: nothing under its name, nothing left beside it, one line, at every size."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.fault.test_overlay import PROJECT, in_namespace

LEVELS = 24
LEVEL_KIB = 16
PACK = """
import os, random, subprocess, sys
from pathlib import Path
from builder.output.destination import destination
from builder.output.generations import open_generation
from builder.output.refusal import OutputRefused
from builder.pack import pack_site
base, levels, kib = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
noise = random.Random(1)
with open_generation(destination(base)) as generation:
    for number in range(24):
        generation.write(f"data/{number}.bin", noise.randbytes(8 * 1024))
    generation.commit()
small = base / "small"
small.mkdir()
for level in range(1, levels + 1):
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={level * kib}k", "none", small], check=True)
    try:
        packed = pack_site(destination(base), small / "a.zip", "a")
        print("packed", (small / "a.zip").stat().st_size == packed.bytes, len(os.listdir(small)))
    except OutputRefused as refused:
        print("refused", "No space left" in refused.message, len(os.listdir(small)))
    finally:
        subprocess.run(["umount", small], check=True)
"""


def test_a_zip_on_a_disk_of_any_size_is_whole_or_not_there(tmp_path: Path) -> None:
    if shutil.which("unshare") is None or in_namespace(tmp_path, "mount -t tmpfs none $1").returncode != 0:
        pytest.skip("this system lets nobody mount a file system")
    script = 'cd "$4" && "$2" -c "$3" "$1" "$5" "$6"'
    ended = in_namespace(tmp_path, script, sys.executable, PACK, str(PROJECT), str(LEVELS), str(LEVEL_KIB))
    assert ended.returncode == 0, ended.stderr
    ways = ended.stdout.splitlines()
    assert len(ways) == LEVELS
    assert set(ways) == {"refused True 0", "packed True 1"}
    assert ways == sorted(ways, reverse=True)
