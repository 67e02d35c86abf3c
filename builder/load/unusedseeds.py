"""Files of `seeds/` that are no article's text: readers never see them, and nobody would notice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.diagnostics import Problems, SourceSpan
from builder.load.decode import Records
from builder.load.files import EntryKind, SourceTree, visible
from builder.model.article import Article
from builder.paths import name_key

SEEDS = "seeds"
MOST_TOLD = 10
"""Above this many one warning tells of all."""
_ABOUT_THE_FOLDER = re.compile(r"(?:readme|licen[cs]e|copying|notice)(?:\.\w+)?", re.IGNORECASE)


def tell_unused_seeds(tree: SourceTree, records: Records, problems: Problems) -> None:
    """Warn of files that no article names; nothing is said where an article cannot be read or names a missing file."""
    if (tree.listing("") or {}).get(SEEDS) is not EntryKind.FOLDER:
        return
    if records.partial["article"] or records.whole["article"].keys() != records.known["article"]:
        return
    there = {name_key(path): path for path in _files(tree)}
    named = {name_key(path) for path in _named(records)}
    unused = sorted(there[key] for key in there.keys() - named)
    if not unused or not named <= there.keys():
        return
    if len(unused) > MOST_TOLD:
        shown = ", ".join(f"`{path}`" for path in unused[:3])
        _warn(SEEDS, f"{len(unused):,} files here are no article's text: {shown} …", problems)
    else:
        for path in unused:
            _warn(path, "this file is no article's text", problems)


def _warn(path: str, message: str, problems: Problems) -> None:
    problems.warning(
        "seed-unused",
        message,
        SourceSpan(path),
        f"name it under `text` in a file of content/articles, or move it out of `{SEEDS}`",
    )


def _named(records: Records) -> Iterator[str]:
    for article in records.whole["article"].values():
        if isinstance(article, Article):
            yield from (article.text.file,) if article.text else ()
            yield from (version.file for version in article.versions)


def _files(tree: SourceTree) -> Iterator[str]:
    """Yield the path of every plain file below `seeds/` but for those that tell of the folder itself."""
    folders = [SEEDS]
    while folders:
        folder = folders.pop()
        for name, entry in visible(tree.listing(folder) or {}):
            if entry is EntryKind.FOLDER:
                folders.append(f"{folder}/{name}")
            elif entry is EntryKind.FILE and not _ABOUT_THE_FOLDER.fullmatch(name):
                yield f"{folder}/{name}"
