"""Finds the programs of this machine, beside browsers, that tests run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def find_program(name: str, package: str) -> Path:
    """Return where a program is, or skip the test that asks for it; where CI is set, fail it."""
    found = shutil.which(name)
    if found is not None:
        return Path(found)
    reason = f"no {name} here; to install: sudo apt-get install {package}"
    if os.environ.get("CI", "").lower() not in {"", "0", "false"}:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
