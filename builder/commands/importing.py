"""`dossier import`: takes saved pages, documents and lists in, as proposals that an editor confirms."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.commands.telling import EXIT_CONTENT, settle_memory
from builder.console import say
from builder.logs import safe

if TYPE_CHECKING:
    from builder.editing.proposed import Known, NewFile, Wishes


def run(asked: Namespace) -> None:
    """Write what the files hold as drafts; ends the process with 1 where nothing could be taken from one of them."""
    settle_memory()
    from builder.editing.proposed import Known, Wishes
    from builder.load import load_dossier

    root = asked.root.resolve()
    library = load_dossier(root, with_drafts=True).library
    if library is None:
        say("content/dossier.yaml cannot be read; `dossier check` says why.", to_error=True)
        sys.exit(EXIT_CONTENT)
    wishes = Wishes(asked.outlet or "", asked.language or "", tuple(asked.topic), asked.id or "")
    known = Known.of(library, root)
    taken = [_take(root, path, asked.encoding or "", known, wishes) for path in asked.files]
    articles = [each for one in taken if one is not None for each in one]
    if articles:
        if not asked.no_matrix:
            _propose_matrix(root, articles, known)
        say("Nothing is published yet: `dossier review` shows each proposal, to accept or to drop.")
    sys.exit(0 if all(one is not None for one in taken) else EXIT_CONTENT)


def _take(root: Path, path: Path, encoding: str, known: Known, wishes: Wishes) -> list[str] | None:
    """Write the articles of one file and return their ids; None, and one line about it, where there are none."""
    from builder.editing.proposed import propose_article
    from builder.editing.reading import read_outside
    from builder.intake.found import Unreadable
    from builder.output.refusal import OutputRefused

    name = safe(str(path))
    try:
        found = read_outside(path, encoding)
    except Unreadable as refused:
        say(f"error: {name}: {refused.reason}; fix: {refused.fix}", to_error=True)
        return None
    written: list[str] = []
    try:
        for each in found:
            new = propose_article(each, path.name, known, wishes)
            if isinstance(new, str):
                say(f"{name}: {new}")
                continue
            _write(root, new.files)
            say("\n".join([f"{name} → {new.files[-1].path}", *(f"  {safe(line)}" for line in new.told)]))
            written.append(new.article)
    except OutputRefused as refused:
        say(f"error: {name}: {safe(refused.message)}; fix: {safe(refused.hint)}", to_error=True)
        return None
    return written


def _write(root: Path, files: tuple[NewFile, ...]) -> None:
    from builder.output.sources import create_source

    for file in files:
        create_source(root / file.path, file.content)


def _propose_matrix(root: Path, articles: list[str], known: Known) -> None:
    """Propose what the new texts have in common, and say how much that is."""
    from builder.analysis import analyse
    from builder.editing.matrix import draft_matrix
    from builder.load import load_dossier

    library = load_dossier(root, with_drafts=True).library
    if library is None:
        return
    files = draft_matrix(library, analyse(library), articles, known)
    _write(root, tuple(files))
    kinds = [file.path.split("/")[1] for file in files]
    counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))
    if counts:
        say(f"Proposed besides, from what the texts have in common: {counts}.")
