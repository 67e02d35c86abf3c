"""Every code of a problem: what it means, how to mend it, and an example. `docs/errors.md` is made from this table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

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


_HEAD = """# Errors and warnings

Every problem that `check` tells has a code. This page is made from `builder/codes/`; a test compares them.

An *error* stops the build and nothing is written. A *warning* is told and does not, unless `--strict` is given. A
record answers one with

```yaml
acknowledge:
  - {code: quote-cuts-negation, reason: The negation belongs to another statement}
```
"""


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem. `example` is what an editor may have written."""

    code: str
    title: str
    meaning: str
    mending: str
    example: str


@cache
def codes() -> Mapping[str, Code]:
    """Return every code in the order of the chapters. Raises `ValueError` where one is explained twice."""
    found: dict[str, Code] = {}
    for _, table in ROOMS:
        for entry in _entries(table):
            if entry.code in found:
                raise ValueError(f"the code {entry.code} is explained twice")
            found[entry.code] = entry
    return found


def errors_document() -> str:
    """Return the text of `docs/errors.md`."""
    parts = [_HEAD]
    for title, table in ROOMS:
        parts.append(f"## {title}\n")
        parts.extend(_section(entry) for entry in _entries(table))
    return "\n".join(parts)


def _section(entry: Code) -> str:
    example = f"\n```yaml\n{entry.example}\n```\n" if entry.example else ""
    return (
        f"### {entry.code}\n\n**{entry.title}.** {entry.meaning}\n{example}\n*To mend it:* {entry.mending}\n"
    )


def _entries(table: str) -> list[Code]:
    """Read a table: entries parted by empty lines, each a line `code: title` and lines `is`, `fix`, `eg`."""
    return [_entry(block.split("\n")) for block in table.strip("\n").split("\n\n")]


def _entry(lines: list[str]) -> Code:
    code, _, title = lines[0].partition(": ")
    fields = {"is": "", "fix": "", "eg": ""}
    for line in lines[1:]:
        name, _, words = line.strip().partition(" ")
        fields[name] += f"\n{words}" if fields[name] else words
    return Code(code, title, fields["is"], fields["fix"], fields["eg"])
