"""Writes words to a console, a pipe or a file, whatever signs it can show.

What the stream has no sign for is written as an escape (`\\xe9`, `\\u0438`), which YAML between double quotation marks
reads back; nothing that is printed can end a run.
"""

from __future__ import annotations

import io
import os
import sys

from builder.logs import write


def prepare_streams() -> None:
    """Give a place to write to where the caller closed one (`2>&-`), and let none refuse a sign."""
    if sys.stdout is None:
        sys.stdout = io.StringIO()
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(
    words: str,
    *,
    to_error: bool = False,
    end: str = "\n",
    colour: bool = False,
    annotations: bool = False,
) -> None:
    """Write words to standard output, or to standard error; `logs` says what `colour` and `annotations` let pass."""
    write(sys.stderr if to_error else sys.stdout, words + end, colour=colour, annotations=annotations)


def as_typed(argument: str) -> str:
    """Return what was typed after a command; in a locale of ASCII, Python hands over bytes that it could not read."""
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument
