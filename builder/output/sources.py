"""Writes files that belong to editors: below `content/` and `seeds/`, and what begins a dossier.

A file is new, or it is replaced whole, by another that stands complete beside it first. Whatever an editor saved in
between is kept: it is a reason to stop, never written over.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from builder.output import system, tree
from builder.output.refusal import OutputRefused, refusing

_BESIDE = ".dossier-new"
"""How the name of a file ends that is being written; the loader passes over names that begin with a dot."""


def create_source(path: Path, content: bytes) -> None:
    """Write a new file, with the folders above it.

    Raises `OutputRefused` where anything stands there already, a broken link too, or the disk is full.
    """
    with refusing("write", str(path)):
        if os.path.lexists(path):
            raise OutputRefused(f"{path} is there already and stays as it is", "give another name")
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = _written_beside(path, content, tree.FILE_MODE)
        try:
            # a link to the finished file is made in one step and fails where somebody was quicker
            os.link(beside, path)
        except FileExistsError:
            raise OutputRefused(f"{path} is there already and stays as it is", "give another name") from None
        except OSError:  # FAT and some network disks know no links
            tree.create_file(str(path), content)
        finally:
            os.unlink(beside)
        system.sync_folder(str(path.parent))


def replace_source(path: Path, *, was: bytes, content: bytes) -> None:
    """Replace a file that holds `was` by one that holds `content`, with the same permissions; a link is followed.

    Raises `OutputRefused` where it holds something else by now, or the disk is full; it is as it was then.
    """
    with refusing("write", str(path)):
        real = Path(os.path.realpath(path))
        if real.read_bytes() != was:
            raise OutputRefused(
                f"{path} was saved by somebody else in the meantime and stays as it is",
                "run the command again",
            )
        beside = _written_beside(real, content, stat.S_IMODE(real.stat().st_mode))
        try:
            os.replace(beside, real)
        except OSError:
            os.unlink(beside)
            raise
        system.sync_folder(str(real.parent))


def move_source(path: Path, to: Path) -> None:
    """Give a file another name in its folder, its capitals alone where need be.

    Raises `OutputRefused` where anything else stands there already, or the disk refuses; it is as it was then.
    """
    with refusing("rename", str(path)):
        if os.path.lexists(to) and not os.path.samefile(path, to):
            raise OutputRefused(f"{to} is there already and stays as it is", f"rename {path} yourself")
        os.rename(path, to)
        system.sync_folder(str(to.parent))


def keep_file(path: Path, content: bytes) -> bool:
    """Write a file that is made for editors' programs where it holds anything else; return whether it did.

    Raises `OutputRefused` where the disk refuses.
    """
    with refusing("write", str(path)):
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        tree.replace_file(str(path), [content])
        return True


def remove_source(path: Path, *, was: bytes) -> None:
    """Delete a file that holds `was`; a link is deleted itself.

    Raises `OutputRefused` where it holds something else by now, or may not be deleted.
    """
    with refusing("delete", str(path)):
        if path.read_bytes() != was:
            raise OutputRefused(
                f"{path} was saved by somebody else in the meantime and stays as it is",
                "run the command again",
            )
        os.unlink(path)
        system.sync_folder(str(path.parent))


def _written_beside(path: Path, content: bytes, mode: int) -> str:
    beside = str(path.parent / f".{path.name[:100]}{_BESIDE}")
    tree.remove_tree(beside)
    try:
        tree.create_file(beside, content)
        tree.set_mode(beside, mode)
        system.sync_filesystem(str(path.parent))
    except OSError:
        tree.remove_tree(beside)
        raise
    return beside
