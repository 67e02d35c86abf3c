"""Every code of a problem: what it means, how to mend it, and an example; for `explain`, and for `docs/errors.md`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from builder.codes import evidence, files, judgement, references, search, values, writing

ROOMS: tuple[tuple[str, str], ...] = (
    ("Files and folders", files.TABLE),
    ("YAML and Markdown", writing.TABLE),
    ("Values of a field", values.TABLE),
    ("Records that name each other", references.TABLE),
    ("Texts, quotes and marks", evidence.TABLE),
    ("Readings, independence and judgements", judgement.TABLE),
    ("Search", search.TABLE),
)
"""The chapters of the table, each a title and its entries as text."""


class Code(Struct, frozen=True):
    """One kind of problem. `example` is what an editor may have written."""

    code: str
    title: str
    meaning: str
    mending: str
    example: str


def chapters() -> tuple[tuple[str, tuple[Code, ...]], ...]:
    """Return every chapter of the table: its title and its entries."""
    return tuple((title, _entries(table)) for title, table in ROOMS)


@cache
def codes() -> Mapping[str, Code]:
    """Return every code in the order of the chapters. Raises `ValueError` where one is explained twice."""
    found: dict[str, Code] = {}
    for _, entries in chapters():
        for entry in entries:
            if entry.code in found:
                raise ValueError(f"the code {entry.code} is explained twice")
            found[entry.code] = entry
    return found


def _entries(table: str) -> tuple[Code, ...]:
    """Read a table: entries parted by empty lines, each a line `code: title` and lines `is`, `fix`, `eg`."""
    return tuple(_entry(block.split("\n")) for block in table.strip("\n").split("\n\n"))


def _entry(lines: list[str]) -> Code:
    code, _, title = lines[0].partition(": ")
    fields = {"is": "", "fix": "", "eg": ""}
    for line in lines[1:]:
        name, _, words = line.strip().partition(" ")
        fields[name] += f"\n{words}" if fields[name] else words
    return Code(code, title, fields["is"], fields["fix"], fields["eg"])
