"""`dossier fmt`: brings the files of records into order, keys and quotation marks, and changes nothing else."""

from __future__ import annotations

import sys
from argparse import Namespace

from builder.commands.telling import EXIT_CONTENT
from builder.console import say


def run(asked: Namespace) -> None:
    """Put the files in order that are not; with `--check` only name them, and end with 1 if there are any."""
    from builder.editing.formatting import unformatted
    from builder.output.refusal import OutputRefused
    from builder.output.sources import replace_source

    root = asked.root.resolve()
    found = list(unformatted(root))
    for path, was, now in found:
        if asked.check:
            say(f"would be put in order: {path}")
            continue
        try:
            replace_source(root / path, was=was, content=now)
        except OutputRefused as refused:
            say(f"{refused.message}\n  = fix: {refused.hint}", to_error=True)
            sys.exit(EXIT_CONTENT)
        say(f"put in order: {path}")
    if not found:
        say("All files are in order.", to_error=True)
    sys.exit(EXIT_CONTENT if asked.check and found else 0)
