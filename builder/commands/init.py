"""`dossier init`: begins a repository of nothing but an editor's words."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from shlex import quote

from builder.arguments import EXIT_USAGE
from builder.commands.schema import write_schemas
from builder.commands.telling import EXIT_CONTENT
from builder.console import as_typed, say


def run(asked: Namespace) -> None:
    """Ask what was not said, write the files of a new dossier, check it, and say what comes next.

    Ends the process with 2 where the folder holds something, and with 1 where the disk or an answer stands in the way.
    """
    from builder.build import check_dossier
    from builder.commands.telling import progress_of, tell_problems
    from builder.editing.beginning.answers import answered
    from builder.editing.beginning.pinned import to_fill_in
    from builder.editing.beginning.release import running
    from builder.editing.beginning.repository import beginnings
    from builder.output.refusal import OutputRefused
    from builder.output.sources import create_source
    from builder.terminal import refusal_words

    folder: Path = asked.folder
    if not _is_free(folder):
        say(
            f"error: {folder} holds something already\n  = fix: name a new folder, or an empty one",
            to_error=True,
        )
        sys.exit(EXIT_USAGE)
    ask = _ask if sys.stdin is not None and sys.stdin.isatty() else None
    try:
        title, language = (as_typed(said) if said else None for said in (asked.title, asked.language))
        editors = tuple(map(as_typed, asked.editor))
        answers = answered(as_typed(folder.resolve().name), title, language, asked.rights, editors, ask)
    except EOFError:
        say("\nNothing was written.", to_error=True)
        sys.exit(EXIT_USAGE)
    release = running(asked.action)
    files = beginnings(answers, release)
    try:
        for path, content in files.items():
            create_source(folder / path, content)
        write_schemas(folder)
    except OutputRefused as refused:
        say(
            f"{refusal_words(refused)}\nnote: delete what init wrote in {folder} before you run it again",
            to_error=True,
        )
        sys.exit(EXIT_CONTENT)
    say(f"{folder}: a new dossier in {len(files)} files, with an invented example.")
    checked = check_dossier(folder.resolve(), strict=False, compare=False, tell=lambda _: None)
    tell_problems(checked, checked.problems, folder.resolve(), "full", progress_of("full"))
    for told in to_fill_in(release):
        say(told)
    if checked.stops:
        sys.exit(EXIT_CONTENT)
    say(f"next: cd {quote(str(folder))}\nnext: dossier build\nnext: open site/index.html, then README.md")


def _is_free(folder: Path) -> bool:
    """Whether nothing stands there, or an empty folder, or one that git has just made."""
    if folder.is_dir():
        return all(entry.name == ".git" for entry in folder.iterdir())
    return not folder.exists() and not folder.is_symlink()


def _ask(question: str) -> str:
    say(question, to_error=True, end="")
    sys.stderr.flush()
    line = sys.stdin.buffer.readline()
    if not line:
        raise EOFError
    return line.decode("utf-8", "surrogateescape")
