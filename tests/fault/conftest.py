"""Faults are tried in memory where the system has such a folder: hundreds of builds, each with its sync."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = "/dev/shm"


@pytest.fixture
def root() -> Iterator[Path]:
    """An empty dossier root on a fast disk."""
    base = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=base, prefix="dossier-fault-") as folder:
        yield Path(os.path.realpath(folder)) / "dossier"
