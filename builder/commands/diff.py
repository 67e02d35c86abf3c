"""`dossier diff`: how two states of a dossier differ, record by record."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, NoReturn

from builder.arguments import EXIT_USAGE
from builder.commands.telling import EXIT_CONTENT, settle_memory
from builder.console import as_typed, say

if TYPE_CHECKING:
    from builder.history.git import GitRefused
    from builder.history.veil import Veil


def run(asked: Namespace) -> None:
    """Print what differs between two states: of one that is typed and the folder, of none HEAD and the folder.

    Ends the process with 1 where anything could not be compared, and with 2 where there is no such state.
    """
    from builder.history.compare import compare
    from builder.history.git import GitRefused
    from builder.history.states import present_state, state_of
    from builder.history.told import change_values, compared_words, not_compared_values
    from builder.history.veil import Veil
    from builder.report import json_line

    settle_memory()
    root = asked.root.resolve()
    typed = [as_typed(each) for each in asked.states] or ["HEAD"]
    try:
        was = state_of(typed[0], root)
        now = state_of(typed[1], root) if len(typed) > 1 else present_state(root)
        states = [now.loaded, was.loaded]
        if len(typed) > 1 and (root / "content").is_dir():
            states.insert(0, present_state(root).loaded)
    except GitRefused as refused:
        end_refused(refused)
    veil = Veil(tuple(states))
    refuse_blind(veil)
    compared = compare(was, now, veil)
    if asked.json:
        values = [change_values(each) for each in compared.changes]
        values += [not_compared_values(each) for each in compared.not_compared]
        say("".join(map(json_line, values)), end="")
    else:
        say(f"From {was.name} to {now.name}:\n{compared_words(compared)}")
    sys.exit(EXIT_CONTENT if compared.not_compared else 0)


def end_refused(refused: GitRefused) -> NoReturn:
    """Say why a state or a history cannot be read, and end the process."""
    say(f"error: {refused.message}\n  = fix: {refused.hint}", to_error=True)
    sys.exit(EXIT_USAGE if refused.is_usage else EXIT_CONTENT)


def refuse_blind(veil: Veil) -> None:
    """End the process where nobody can tell which words are kept back today: any that are told might be of them."""
    if veil.is_blind:
        say(
            "error: a redaction or a withdrawal cannot be read, so nobody knows which words may be told\n"
            "  = fix: mend what `dossier check` says, then run this again",
            to_error=True,
        )
        sys.exit(EXIT_CONTENT)
