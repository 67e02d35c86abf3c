"""`dossier review`: shows proposals one by one, to accept or to drop."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from builder.commands.telling import EXIT_CONTENT, settle_memory
from builder.console import as_typed, say
from builder.logs import safe


def run(asked: Namespace) -> None:
    """Ask about each proposal; without a terminal do what options say, or list what waits.

    Ends the process with 1 where something could not be done.
    """
    settle_memory()
    from builder.editing.review import Refused, review
    from builder.output.refusal import OutputRefused

    root = asked.root.resolve()
    try:
        if asked.accept or asked.drop:
            _do(root, asked)
        elif asked.list or not sys.stdin.isatty():
            _list(root)
        else:
            review(root, _ask, say)
    except Refused as refused:
        say(f"error: {safe(str(refused))}", to_error=True)
        sys.exit(EXIT_CONTENT)
    except OutputRefused as refused:
        say(f"error: {safe(refused.message)}; fix: {safe(refused.hint)}", to_error=True)
        sys.exit(EXIT_CONTENT)


def _do(root: Path, asked: Namespace) -> None:
    from builder.editing.review import accept, drop, named

    words = as_typed(asked.statement or "")
    for proposal in list(named(root, asked.accept)):
        say(accept(root, proposal, words))
    for proposal in reversed(list(named(root, asked.drop))):
        say(drop(root, proposal))


def _list(root: Path) -> None:
    from builder.editing.review import proposals

    waiting = proposals(root)
    for each in waiting:
        say(each.name)
    say(
        "Accept or drop each: dossier review --accept NAME, --drop NAME."
        if waiting
        else "No proposal waits.",
        to_error=True,
    )


def _ask(question: str) -> str:
    say(question, end="")
    return input()
