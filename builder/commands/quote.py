"""`dossier quote`: finds words in the stored texts and prints the YAML that quotes them."""

from __future__ import annotations

import sys
from argparse import Namespace

from builder.commands.telling import EXIT_CONTENT
from builder.console import as_typed, say


def run(asked: Namespace) -> None:
    """Print the places of the words asked for; ends the process with 1 where there are none."""
    from builder.editing.quote import MOST_SHOWN, find_near, find_quotes
    from builder.load import load_dossier

    library = load_dossier(asked.root.resolve(), with_drafts=True).library
    if library is None:
        say("content/dossier.yaml cannot be read; `dossier check` says why.", to_error=True)
        sys.exit(EXIT_CONTENT)
    wanted = as_typed(" ".join(asked.words))
    found = find_quotes(library, wanted) or find_near(library, wanted)
    for each in found[:MOST_SHOWN]:
        say("\n".join(part for part in (each.heading, each.yaml) if part) + "\n")
    if len(found) > MOST_SHOWN:
        say(f"{len(found) - MOST_SHOWN:,} more; give more words to tell them apart.", to_error=True)
    if not found:
        say("These words stand in no text, nor anything like them.", to_error=True)
        sys.exit(EXIT_CONTENT)
