"""The stored text that a path means which leads to none: other capitals, another folder, a path of another system."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.diagnostics import did_you_mean
from builder.load.files import EntryKind, SourceTree, visible
from builder.regexes import regex

SEEDS = "seeds"
_PARTS = regex(r"[\\/]+")
_NO_FOLDER = regex(r"|\.\.?|[A-Za-z]:|file:")


def text_meant(tree: SourceTree, path: str) -> str | None:
    """Return the path of the stored text that is surely meant by another one; None where it is not clear."""
    parts = [part for part in _PARTS.split(path) if not _NO_FOLDER.fullmatch(part)]
    folders = [part.casefold() for part in parts]
    inside = parts[folders.index(SEEDS) + 1 :] if SEEDS in folders[:-1] else parts
    for wanted in ("/".join(inside), *inside[-1:]):
        found = [
            each for each in seed_files(tree) if _key(wanted) in (_key(each), _key(each[len(SEEDS) + 1 :]))
        ]
        found = found or [each for each in seed_files(tree) if _key(each.rpartition("/")[2]) == _key(wanted)]
        if len(found) == 1:
            return found[0]
    return None


def text_like(tree: SourceTree, path: str) -> str | None:
    """Return the path of the stored text that is most like another one; None where none is."""
    return did_you_mean(path, list(seed_files(tree)))


def is_placeholder(tree: SourceTree, path: str) -> bool:
    """Whether iCloud has left a placeholder in place of a file of `seeds/` itself."""
    folder, _, name = path.rpartition("/")
    return (
        folder == SEEDS
        and SEEDS in (tree.listing("") or {})
        and f".{name}.icloud" in (tree.listing(SEEDS) or {})
    )


def seed_files(tree: SourceTree) -> Iterator[str]:
    """Yield the path of every plain file below `seeds/`."""
    if (tree.listing("") or {}).get(SEEDS) is not EntryKind.FOLDER:
        return
    folders = [SEEDS]
    while folders:
        folder = folders.pop()
        for name, entry in visible(tree.listing(folder) or {}):
            if entry is EntryKind.FOLDER:
                folders.append(f"{folder}/{name}")
            elif entry is EntryKind.FILE:
                yield f"{folder}/{name}"


def _key(path: str) -> str:
    """A path without what people and programs change in one: capitals, separators, the extension."""
    return re.sub(r"[\W_]+", "", re.sub(r"(?:\.(?:txt|text))+$", "", path.casefold()))
