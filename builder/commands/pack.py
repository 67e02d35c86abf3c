"""`dossier pack`: builds the site and makes one file of it to hand on, a zip or another form."""

from __future__ import annotations

import sys
from argparse import Namespace

from builder.commands.telling import EXIT_CONTENT, progress_of, settle_memory, tell_problems


def run(asked: Namespace) -> None:
    """Build the site anew and pack it; ends the process with 1 where the content or the disk stands in the way."""
    settle_memory()
    from builder import packing, terminal
    from builder.build import build_site
    from builder.onefile.pdf import require_weasyprint
    from builder.output.refusal import OutputRefused
    from builder.zim.file import require_program

    root = asked.root.resolve()
    progress = progress_of(asked.output_format)
    forms = (
        (asked.single_file, packing.pack_one_file, terminal.one_file_words),
        (asked.print_file, packing.pack_print, terminal.print_words),
        (asked.pdf, packing.pack_pdf, terminal.print_words),
        (asked.zim, packing.pack_zim, terminal.zim_words),
    )
    try:
        if asked.zim is not None:
            require_program()
        if asked.pdf is not None:
            require_weasyprint()
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
        for out, pack, words in forms:
            if out is not None:
                progress.say(words(pack(built, root, out, tell=progress.step), progress.seconds))
        if asked.out is not None or all(out is None for out, _, _ in forms):
            packed = packing.pack_built(built, root, asked.out, tell=progress.step)
            progress.say(terminal.pack_words(packed, progress.seconds))
    except OutputRefused as refused:
        progress.say(terminal.refusal_words(refused))
        sys.exit(EXIT_CONTENT)
