"""Which folder may be replaced by a site, and where the next one is prepared.

Everything here looks and decides; nothing is written. A folder is replaced whole, so the rule is strict: only
what is empty or was written by the builder.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from builder.output import system, tree
from builder.output.manifest import Manifest
from builder.output.refusal import OutputRefused, refusing
from builder.output.state import STATE_FOLDER

DEFAULT_FOLDER = "site"
MARKER_FILE = ".nojekyll"
MARKER = b"Written by `dossier build`, which replaces this whole folder each time.\n"
IGNORE_FILE = ".gitignore"
IGNORE = b"*\n!.gitignore\n"

_ELSEWHERE = "choose an empty or new folder with --out DIR"
_PROTECTED = ("content", "seeds", "templates", ".git", STATE_FOLDER)
LITTER = frozenset([".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"])
"""What systems leave in folders; nobody misses it."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Three absolute folders: the dossier's root, the site to replace and the builder's state."""

    root: str
    out: str
    state: str

    @property
    def is_default(self) -> bool:
        """Whether this is `<root>/site`, which alone is kept in the tree by a `.gitignore` inside it."""
        return self.out == os.path.join(self.root, DEFAULT_FOLDER)

    @property
    def key(self) -> str:
        """A name for this output that survives moving the whole dossier."""
        inside = os.path.relpath(self.out, self.root) if _is_within(self.out, self.root) else self.out
        return sha256(os.fsencode(inside)).hexdigest()[:16]


def destination(root: Path, out: Path | None = None, state: Path | None = None) -> Destination:
    """Resolve the folders; `out` is `<root>/site` and `state` `<root>/.build` unless given.

    Raises `OutputRefused` for an `out` that is a link, a file, a mount point, the root or a folder above it,
    or that lies in or over the content, the seeds, the templates, git's folder or the state.
    """
    top = os.path.realpath(root)
    site = _resolved(out if out is not None else root / DEFAULT_FOLDER)
    kept = _resolved(state if state is not None else root / STATE_FOLDER)
    if _is_within(top, site):
        raise OutputRefused(f"{site} holds the dossier itself and cannot be its output", _ELSEWHERE)
    for folder in (*(os.path.join(top, name) for name in _PROTECTED), kept):
        if _is_within(site, folder) or _is_within(folder, site):
            raise OutputRefused(f"{site} cannot be the output: {folder} is needed", _ELSEWHERE)
    _require_movable_folder(site)
    return Destination(top, site, kept)


def require_ours(place: Destination, published: tree.Tree, manifest: Manifest) -> None:
    """Raise `OutputRefused` unless the builder may replace what `published` lists.

    It may when nothing is there, when the marker file says so (also in a fresh clone of a published site), or
    when any file is the very one it recorded.
    """
    if ".git" in published.folders or ".git" in published.files or ".git" in published.strays:
        raise OutputRefused(
            f"{place.out} holds a git repository, which replacing it would destroy", _ELSEWHERE
        )
    harmless = LITTER | {IGNORE_FILE} if place.is_default else LITTER
    if not published.folders and not published.strays and harmless.issuperset(published.files):
        return
    if tree.read_file(f"{place.out}/{MARKER_FILE}") == MARKER:
        return
    if not any(manifest.knows(path, stamp) for path, stamp in published.files.items()):
        raise OutputRefused(
            f"{place.out} holds files that the builder did not write; it would replace them all",
            f"move them away or {_ELSEWHERE}",
        )


def _resolved(path: Path) -> str:
    """Resolve the folders that lead to `path`, not a link at `path` itself."""
    absolute = os.path.abspath(path)
    return os.path.join(os.path.realpath(os.path.dirname(absolute)), os.path.basename(absolute))


def _is_within(inner: str, outer: str) -> bool:
    same_drive = os.path.splitdrive(inner)[0] == os.path.splitdrive(outer)[0]
    return same_drive and os.path.commonpath([inner, outer]) == outer


def _require_movable_folder(site: str) -> None:
    with refusing("look at", site):
        if not tree.exists(site):
            return
        mode = os.lstat(site).st_mode
        if stat.S_ISLNK(mode):
            raise OutputRefused(
                f"{site} is a link; a site is published as a folder", "name the folder it leads to"
            )
        if not stat.S_ISDIR(mode):
            raise OutputRefused(f"{site} is a file; a site is published as a folder", _ELSEWHERE)
        if system.mount_of(site) != system.mount_of(os.path.dirname(site)):
            raise OutputRefused(
                f"{site} is a mount point and cannot be exchanged for the next site in one step",
                f"build into a folder inside it: --out {site}/{DEFAULT_FOLDER}",
            )
