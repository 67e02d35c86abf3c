"""What a code means, for a terminal: the same words as on the page of errors."""

from __future__ import annotations

import textwrap

from builder.codes import chapters, codes
from builder.diagnostics import did_you_mean

_COLUMNS = 100


def explanation(code: str) -> str | None:
    """Return what a code means, an example and how to mend it, in lines; None where there is no such code."""
    entry = codes().get(code)
    if entry is None:
        return None
    parts = [entry.code, _filled(f"{entry.title}. {entry.meaning}")]
    parts += [textwrap.indent(entry.example, "    ")] if entry.example else []
    parts += [_filled(f"To mend it: {entry.mending}")]
    return "\n\n".join(parts)


def every_code() -> str:
    """Return all codes by chapter, each with its title."""
    width = max(map(len, codes()))
    return "\n\n".join(
        "\n".join([title, *(f"  {entry.code:{width}}  {entry.title}" for entry in entries)])
        for title, entries in chapters()
    )


def no_such_code(code: str) -> str:
    """Return what is said of a code that there is not."""
    near = did_you_mean(code, codes())
    way_out = f"did you mean `{near}`?" if near else "`dossier explain` lists them all"
    return f"there is no code `{code}`; {way_out}"


def _filled(words: str) -> str:
    return textwrap.fill(words, _COLUMNS, break_long_words=False, break_on_hyphens=False)
