"""Writes a new record: the keys that it needs, and as remarks those that it may have, each with what it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from builder.diagnostics import Diagnostic, Severity
from builder.editing.formatting import order_of
from builder.load import Loaded, load_dossier
from builder.load.fields import fields_of
from builder.model.base import Model, Record
from builder.model.helplines import help_lines
from builder.model.walk import declared_fields

_WIDEST = 110
_OF_EVERY_RECORD = frozenset(fields_of(Record))


class Tried(Struct, frozen=True):
    """New files as they would be read: the dossier with them, and what is wrong with them."""

    loaded: Loaded
    problems: tuple[Diagnostic, ...]

    @property
    def are_refused(self) -> bool:
        """Whether a check would stop at one of them."""
        return any(one.severity is Severity.ERROR for one in self.problems)


def needed_keys(model: type[Model]) -> list[str]:
    """Return the keys that a record of a kind cannot do without, in their order."""
    needed = {field.key for field in declared_fields(model) if field.info.is_required()}
    return [key for key in order_of(model) if key in needed]


def help_of(model: type[Model], key: str) -> str:
    """Return what a key means, in one line."""
    helped = help_lines(model)
    name = next((field.name for field in declared_fields(model) if field.key == key), "")
    return " ".join(helped.get(name, "").split())


def record_text(model: type[Model], values: Mapping[str, str]) -> str:
    """Return a record's file. Values are YAML: on one line, or a block that begins with a line end."""
    lines: list[str] = []
    for key in order_of(model):
        if key in values:
            gap = "" if values[key].startswith("\n") else " "
            lines.append(f"{key}:{gap}{values[key]}")
        elif key not in _OF_EVERY_RECORD:
            lines.append(f"# {key}: …  {help_of(model, key)}"[:_WIDEST].rstrip())
    return "\n".join(lines) + "\n"


def tried(root: Path, files: Mapping[str, bytes]) -> Tried:
    """Read the dossier as if new files were there already; what is wrong elsewhere is not told here."""
    loaded = load_dossier(root, with_drafts=True, instead=files)
    return Tried(loaded, tuple(one for one in loaded.problems if one.span.path in files))


def listed(values: Iterable[str]) -> str:
    """Return ids as a list between brackets."""
    return f"[{', '.join(values)}]"
