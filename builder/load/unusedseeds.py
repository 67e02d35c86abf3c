"""Files of `seeds/` that are no article's text: readers never see them, and nobody would notice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.diagnostics import Problems, SourceSpan
from builder.load.decode import Records
from builder.load.files import EntryKind, SourceTree
from builder.load.seedpaths import SEEDS, seed_files
from builder.model.article import Article
from builder.paths import name_key
from builder.regexes import regex

MOST_TOLD = 10
"""Above this many one warning tells of all."""
_ABOUT_THE_FOLDER = regex(r"(?:readme|licen[cs]e|copying|notice)(?:\.\w+)?", re.IGNORECASE)


def tell_unused_seeds(tree: SourceTree, records: Records, problems: Problems) -> None:
    """Warn of files that no article names; nothing is said where an article cannot be read or names a missing file."""
    if (tree.listing("") or {}).get(SEEDS) is not EntryKind.FOLDER:
        return
    if records.partial["article"] or records.whole["article"].keys() != records.known["article"]:
        return
    there = {name_key(path): path for path in seed_files(tree) if not _is_about_the_folder(path)}
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


def _is_about_the_folder(path: str) -> bool:
    return _ABOUT_THE_FOLDER.fullmatch(path.rpartition("/")[2]) is not None


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
