"""What commands share: how they begin, and how they print problems."""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from builder.console import say
from builder.output import system

if TYPE_CHECKING:  # loading the builder takes longer than answering `--help`
    from builder.build import Checked
    from builder.diagnostics import Diagnostic
    from builder.terminal import Progress

EXIT_CONTENT = 1
"""The content or the disk stands in the way."""


def settle_memory() -> None:
    """Ready memory for a command that ends soon.

    The collector of cycles walked all records, a fifth of the time: it is off. What is let go goes back to the system.
    """
    gc.disable()
    system.give_back_large_blocks()


def progress_of(output_format: str) -> Progress:
    """Begin to tell steps on standard error; formats for machines get none."""
    from builder.terminal import Progress

    return Progress(sys.stderr, time.perf_counter, quiet=output_format != "full")


def folder_in_repository(root: Path) -> str:
    """Return the folder of a dossier as its repository has it; nothing where it is the whole of one, or in none.

    What shows problems beside the lines of a repository knows paths from its top alone.
    """
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    folder = root.relative_to(top).as_posix()
    return "" if folder == "." else folder


def tell_problems(
    checked: Checked, problems: tuple[Diagnostic, ...], root: Path, output_format: str, progress: Progress
) -> str:
    """Print the problems of the dossier at `root`, and return what was printed."""
    from builder.report import OutputFormat, format_diagnostics, seen_from_above

    progress.clear()
    colour = is_coloured(output_format)
    told, source = seen_from_above(problems, checked.loaded.source, folder_in_repository(root))
    words = format_diagnostics(told, source, OutputFormat(output_format), colour=colour)
    say_problems(words, output_format)
    return words


def say_problems(words: str, output_format: str) -> None:
    """Print problems that are in words already; nothing where there are none."""
    if words:
        say(words.rstrip("\n"), colour=is_coloured(output_format), annotations=output_format == "github")


def is_coloured(output_format: str) -> bool:
    """Whether problems are printed in colours: in full, on a terminal, where nobody asked for none."""
    return output_format == "full" and sys.stdout.isatty() and "NO_COLOR" not in os.environ
