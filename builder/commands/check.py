"""`dossier check`: everything is read and checked, nothing is written."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.commands.telling import EXIT_CONTENT, progress_of, settle_memory, tell_problems
from builder.console import say

if TYPE_CHECKING:
    from builder.build import Checked


def run(asked: Namespace) -> None:
    """Check the dossier; ends the process with 1 where a problem stops a build, else with 0.

    With `--diff` it prints what `--fix` would change, and ends with 1 where that is anything.
    """
    settle_memory()
    if asked.diff:
        from builder.editing.mending import mend

        mended = mend(asked.root.resolve())
        say(mended.diff(), end="")
        sys.exit(EXIT_CONTENT if mended.files else 0)
    if asked.fix:
        _fix(asked.root.resolve())
    from builder.build import check_dossier
    from builder.terminal import check_words

    progress = progress_of(asked.output_format)
    checked = check_dossier(
        asked.root.resolve(), strict=asked.strict, compare=asked.suggest, tell=progress.step
    )
    tell_problems(checked, checked.problems, asked.root.resolve(), asked.output_format, progress)
    if asked.output_format == "full":
        progress.say(check_words(checked, progress.seconds))
    if asked.suggest and not checked.stops:
        _tell_suggestions(checked, asked.output_format)
    sys.exit(EXIT_CONTENT if checked.stops else 0)


def _fix(root: Path) -> None:
    """Mend what has one safe answer, and say what was."""
    from builder.editing.mending import mend
    from builder.output.refusal import OutputRefused
    from builder.output.sources import move_source, replace_source

    mended = mend(root)
    try:
        for file in mended.files:
            if file.now != file.was:
                replace_source(root / file.path, was=file.was, content=file.now)
            if file.moved_to != file.path:
                move_source(root / file.path, root / file.moved_to)
    except OutputRefused as refused:
        say(f"{refused.message}\n  = fix: {refused.hint}", to_error=True)
        sys.exit(EXIT_CONTENT)
    for one in mended.problems:
        say(
            f"mended {one.span.path}:{one.span.line}:{one.span.column} [{one.code}] {one.hint}", to_error=True
        )


def _tell_suggestions(checked: Checked, output_format: str) -> None:
    from builder.analysis.suggestions import suggest
    from builder.editing.suggested import suggestion_lines, suggestion_words

    library, findings = checked.loaded.library, checked.findings
    if library is None or findings is None:
        return
    suggestions = suggest(library, findings)
    if output_format == "json":
        say(suggestion_lines(library, suggestions), end="")
    else:
        say(suggestion_words(library, suggestions))
