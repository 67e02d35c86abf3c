"""`dossier log`: how one record became what it is, commit by commit."""

from __future__ import annotations

import sys
from argparse import Namespace
from itertools import islice
from typing import TYPE_CHECKING

from builder.commands.diff import end_refused, refuse_blind
from builder.commands.telling import EXIT_CONTENT, settle_memory
from builder.console import as_typed, say

if TYPE_CHECKING:
    from builder.history.recordlog import LoggedChange


def run(asked: Namespace) -> None:
    """Print the commits that changed a record, the latest first, each as soon as it is known.

    Ends the process with 1 where the history cannot be read, and with 2 where no such record is or was.
    """
    from builder.history.git import GitRefused, repository_of
    from builder.history.recordlog import record_log, record_named
    from builder.history.states import present_state
    from builder.history.veil import Veil

    settle_memory()
    root = asked.root.resolve()
    try:
        repository = repository_of(root)
        repository.refuse_shallow()
        veil = Veil((present_state(root).loaded,))
        refuse_blind(veil)
        kind, record_id = record_named(as_typed(asked.record), repository, veil)
        found = record_log(repository, kind, record_id, veil, asked.limit + 1)
        told = 0
        for each in islice(found, asked.limit):
            _tell(each, as_json=asked.json)
            told += 1
        has_more = next(found, None) is not None
    except GitRefused as refused:
        end_refused(refused)
    if not told:
        say(f"No commit has {f'{kind}/{record_id}'.strip('/')} yet.", to_error=True)
        sys.exit(EXIT_CONTENT)
    if has_more:
        say(f"There is more; --limit {2 * asked.limit} tells twice as much.", to_error=True)


def _tell(logged: LoggedChange, *, as_json: bool) -> None:
    from builder.history.told import change_values, detail_lines, how_words
    from builder.report import json_line

    if as_json:
        values = {"commit": logged.commit, "date": logged.date, "author": logged.author}
        change = change_values(logged.change) if logged.change is not None else {"how": "not compared"}
        say(json_line({**values, **change}), end="")
        return
    say(f"{logged.date[:10]}  {logged.author}  ({logged.commit[:10]})")
    if logged.change is None:
        say("  not compared, since a state of it has mistakes or other keys than today")
        return
    lines = list(detail_lines(logged.change))
    how = how_words(logged.change).removeprefix(": ")
    say("".join(f"  {line}\n" for line in ([how] if how else []) + lines), end="")
