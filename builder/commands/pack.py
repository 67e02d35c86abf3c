"""`dossier pack`: builds the site and makes one zip of it that opens from disk."""

from __future__ import annotations

import sys
from argparse import Namespace

from builder.commands.telling import EXIT_CONTENT, progress_of, settle_memory, tell_problems


def run(asked: Namespace) -> None:
    """Build the site anew and pack it; ends the process with 1 where the content or the disk stands in the way."""
    settle_memory()
    from builder.build import build_site, pack_built
    from builder.output.refusal import OutputRefused
    from builder.terminal import pack_words, refusal_words

    root = asked.root.resolve()
    progress = progress_of(asked.output_format)
    try:
        built = build_site(
            root,
            strict=asked.strict,
            clean=True,
            database=asked.sqlite,
            tell=progress.step,
        )
        tell_problems(built.checked, built.problems, asked.root.resolve(), asked.output_format, progress)
        if built.summary is None or (asked.strict and built.search_problems):
            sys.exit(EXIT_CONTENT)
        packed = pack_built(built, root, asked.out, tell=progress.step)
    except OutputRefused as refused:
        progress.say(refusal_words(refused))
        sys.exit(EXIT_CONTENT)
    progress.say(pack_words(packed, progress.seconds))
