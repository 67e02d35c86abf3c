"""The page of errors and warnings, made from the table of codes."""

from __future__ import annotations

from builder.codes import Code, chapters

_HEAD = """# Errors and warnings

Every problem that `check` tells has a code. This page is made from `builder/codes/`; a test compares them. `dossier
explain CODE` says the same in a terminal.

An *error* stops the build and nothing is written. A *warning* is told and does not, unless `--strict` is given. A
record answers one with

```yaml
acknowledge:
  - {code: quote-cuts-negation, reason: The negation belongs to another statement}
```
"""


def errors_document() -> str:
    """Return the text of `docs/errors.md`."""
    parts = [_HEAD]
    for title, entries in chapters():
        parts.append(f"## {title}\n")
        parts.extend(_section(entry) for entry in entries)
    return "\n".join(parts)


def _section(entry: Code) -> str:
    example = f"\n```yaml\n{entry.example}\n```\n" if entry.example else ""
    return (
        f"### {entry.code}\n\n**{entry.title}.** {entry.meaning}\n{example}\n*To mend it:* {entry.mending}\n"
    )
