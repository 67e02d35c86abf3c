"""`dossier build`: makes the site, or tells at once that it is up to date."""

from __future__ import annotations

import sys
import time
from argparse import Namespace

from builder.commands import schema
from builder.commands.diff import end_refused
from builder.commands.telling import (
    EXIT_CONTENT,
    is_coloured,
    progress_of,
    say_problems,
    settle_memory,
    tell_problems,
)
from builder.console import say
from builder.output.destination import Destination, destination
from builder.output.unchanged import Remembered, Sight, look, recall, remember

_SECONDS = "\x00"
"""Stands in a summary that is kept for how long the command took."""


def run(asked: Namespace) -> None:
    """Build the site, or say again what the last build said where nothing has changed since.

    Ends the process with 1 where the content or the disk stands in the way.
    """
    began = time.perf_counter()
    settle_memory()
    place, sight = (
        _sight(asked) if not asked.history else (None, None)
    )  # tags are no files that a look would see
    former = recall(place, sight) if place is not None and sight is not None and not asked.clean else None
    if former is not None:
        say_problems(former.problems, asked.output_format)
        seconds = f"{time.perf_counter() - began:.1f} s"
        say(former.summary.replace(_SECONDS, seconds), to_error=True)
        return
    from builder.build import build_site
    from builder.history.git import GitRefused
    from builder.output.refusal import OutputRefused
    from builder.terminal import build_words, refusal_words

    progress = progress_of(asked.output_format)
    try:
        built = build_site(
            asked.root.resolve(),
            asked.out,
            base_url=asked.base_url,
            strict=asked.strict,
            jobs=asked.jobs,
            search=not asked.no_search,
            clean=asked.clean,
            history=asked.history,
            database=asked.sqlite,
            tell=progress.step,
        )
    except OutputRefused as refused:
        progress.say(refusal_words(refused))
        sys.exit(EXIT_CONTENT)
    except GitRefused as refused:
        progress.clear()
        end_refused(refused)
    problems = tell_problems(
        built.checked, built.problems, asked.root.resolve(), asked.output_format, progress
    )
    if built.summary is None:
        if asked.output_format == "full":
            progress.say("Nothing was written; the published site is as it was.")
        sys.exit(EXIT_CONTENT)
    progress.say(build_words(built, built.summary, f"{progress.seconds:.1f} s"))
    schema.refresh(asked.root.resolve())
    if built.search_problems:
        sys.exit(EXIT_CONTENT if asked.strict else 0)
    if place is not None and sight is not None:
        said = Remembered(problems, build_words(built, built.summary.unchanged, _SECONDS))
        read = [file.path for file in built.checked.loaded.inputs]
        note = remember(place, sight, said, read=read, site=built.summary.site)
        if note:
            progress.say(f"note: {note}")


def _sight(asked: Namespace) -> tuple[Destination | None, Sight | None]:
    """Look at what a build is about to read, so that the next one can tell at once that nothing has changed."""
    from builder.output.refusal import OutputRefused

    colour = is_coloured(asked.output_format)
    options = (asked.base_url or "", asked.strict, asked.no_search, asked.sqlite, asked.output_format, colour)
    try:
        place = destination(asked.root.resolve(), asked.out)
    except OutputRefused:
        return None, None
    return place, look(place, map(str, options))
