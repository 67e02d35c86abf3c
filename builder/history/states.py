"""Reads states of a dossier: a folder as it stands, or a revision out of git, without writing a file anywhere."""

from __future__ import annotations

from pathlib import Path
from secrets import token_hex
from tempfile import gettempdir
from typing import Final

from builder.history.compare import Side
from builder.history.git import GitRefused, Repository, repository_of
from builder.load import Loaded, load_dossier

WORKING_TREE: Final = "the working tree"


def folder_state(folder: Path, name: str = WORKING_TREE) -> Side:
    """Read the dossier in a folder, drafts included."""
    return Side(name, load_dossier(folder, with_drafts=True))


def revision_state(repository: Repository, revision: str) -> Side:
    """Read the dossier as it was at a revision, drafts included; raises `GitRefused`."""
    return Side(revision, load_revision(repository, revision, with_drafts=True))


def load_revision(repository: Repository, revision: str, *, with_drafts: bool) -> Loaded:
    """Read the dossier as it was at a revision; raises `GitRefused` where there was none."""
    files = repository.files(repository.commit(revision))
    if not any(path.startswith("content/") for path in files):
        place = f"`{repository.prefix.rstrip('/')}`" if repository.prefix else "its top folder"
        raise GitRefused(
            f"there is no dossier at `{revision}`: {place} has no folder `content` there",
            "name a later revision, or run the command in the folder that held it then",
            is_usage=True,
        )
    # No such folder is ever made: every file is in memory, and the disk has nothing to add.
    nowhere = Path(gettempdir(), f"no-dossier-{token_hex(16)}")
    return load_dossier(nowhere, with_drafts=with_drafts, instead=files)


def state_of(typed: str, root: Path) -> Side:
    """Read what was typed for a state: a folder that holds `content`, else a revision; raises `GitRefused`."""
    folder = Path(typed)
    if (folder / "content").is_dir():
        return folder_state(folder.resolve(), typed)
    return revision_state(repository_of(root), typed)


def present_state(root: Path) -> Side:
    """Read the dossier as it is today: in its folder, in a bare repository at HEAD; raises `GitRefused`."""
    if (root / "content").is_dir():
        return folder_state(root)
    repository = repository_of(root)
    if repository.is_bare:
        return revision_state(repository, "HEAD")
    raise GitRefused(
        "the folder `content` is missing here",
        "run the command in the folder that holds `content`, or name it with --root",
    )
