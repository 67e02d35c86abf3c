"""`dossier pack`: builds the site and makes one file of it to hand on, a zip or another form."""

from __future__ import annotations

import sys
from argparse import Namespace

from builder.commands.telling import EXIT_CONTENT, progress_of, settle_memory, tell_problems


def run(asked: Namespace) -> None:
    """Build the site anew and pack it; ends the process with 1 where the content or the disk stands in the way."""
    settle_memory()
    from builder.build import build_site
    from builder.output.refusal import OutputRefused
    from builder.packing import pack_built, pack_one_file, pack_zim
    from builder.terminal import one_file_words, pack_words, refusal_words, zim_words
    from builder.zim.file import require_program

    root = asked.root.resolve()
    progress = progress_of(asked.output_format)
    try:
        if asked.zim is not None:
            require_program()
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
        if asked.single_file is not None:
            packed = pack_one_file(built, root, asked.single_file, tell=progress.step)
            progress.say(one_file_words(packed, progress.seconds))
        if asked.zim is not None:
            packed = pack_zim(built, root, asked.zim, tell=progress.step)
            progress.say(zim_words(packed, progress.seconds))
        if asked.out is not None or (asked.single_file is None and asked.zim is None):
            packed = pack_built(built, root, asked.out, tell=progress.step)
            progress.say(pack_words(packed, progress.seconds))
    except OutputRefused as refused:
        progress.say(refusal_words(refused))
        sys.exit(EXIT_CONTENT)
