"""Finds templates: the dossier's own first, then those of the installed package, then the source tree.

A build in which no page has to be made needs no more of them.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def template_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders that may hold templates, most specific first; only those that exist."""
    found: list[Path] = []
    for folder in (root / "templates", _own_folder()):
        if folder.is_dir() and folder.resolve() not in found:
            found.append(folder.resolve())
    return tuple(found)


def _own_folder() -> Path:
    """Return where the program's templates are: inside the package as the wheel lays it out, else beside it."""
    installed = _PACKAGE / "_templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"


def templates_digest(folders: tuple[Path, ...]) -> str:
    """Return a digest of every template that a page could be made with."""
    told = sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*.html")):
            told.update(f"{path.relative_to(folder).as_posix()}\0".encode("utf-8", "surrogateescape"))
            told.update(sha256(path.read_bytes()).digest() if path.is_file() else b"-")
        told.update(b"\0")
    return told.hexdigest()
