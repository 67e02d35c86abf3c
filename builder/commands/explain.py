"""`dossier explain`: says what the code of a problem means, and how to mend it."""

from __future__ import annotations

import sys
from argparse import Namespace

from builder.arguments import EXIT_USAGE
from builder.console import say


def run(asked: Namespace) -> None:
    """Print what a code means, or list all; ends the process with 2 where there is no such code."""
    from builder.editing.explained import every_code, explanation, no_such_code

    words = explanation(asked.code) if asked.code else every_code()
    if words is None:
        say(no_such_code(asked.code), to_error=True)
        sys.exit(EXIT_USAGE)
    say(words)
