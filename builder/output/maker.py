"""Which builder this is: a digest of its modules, so that what another version found is never believed."""

from __future__ import annotations

import os
import sys
import unicodedata
from functools import cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def maker() -> str | None:
    """Return a digest of the builder that runs.

    None where nobody can tell: its modules are no files (in a zip, say), or they have changed since this process
    first asked, and what runs is partly what they were.
    """
    now = digest_of(_PACKAGE)
    return now if now == _digest_at_first() else None


def digest_of(package: Path) -> str | None:
    """Return a digest of all modules in a folder, if it has any, and of Python, its tables and what is installed."""
    told = sha256(f"{sys.version}\n{unicodedata.unidata_version}\n{_parts()}\n".encode())
    try:
        modules = {path.relative_to(package).as_posix(): path.read_bytes() for path in package.rglob("*.py")}
    except OSError:
        return None
    for name, content in sorted(modules.items()):
        told.update(f"{name}\n{sha256(content).hexdigest()}\n".encode("utf-8", "surrogateescape"))
    return told.hexdigest() if modules else None


@cache
def _digest_at_first() -> str | None:
    return digest_of(_PACKAGE)


def _parts() -> list[str]:
    """Return the names of what is installed, which hold the versions."""
    folders = sorted({path for path in sys.path if path.endswith("-packages") and os.path.isdir(path)})
    return [name for folder in folders for name in sorted(os.listdir(folder)) if name.endswith(".dist-info")]
