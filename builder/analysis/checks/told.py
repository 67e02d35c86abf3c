"""How a check tells what it finds. Whether an editor has answered a warning is not known here."""

from __future__ import annotations

from builder.diagnostics import Diagnostic, FieldPath, Places, Severity
from builder.model.base import Record


def error(
    places: Places, record: Record, path: FieldPath, code: str, message: str, hint: str = ""
) -> Diagnostic:
    """Return a problem at a value of a record that stops the build."""
    span = places.span(record.KIND, record.id, path)
    return Diagnostic(code, Severity.ERROR, message, span, hint)


def warning(
    places: Places, record: Record, path: FieldPath, code: str, message: str, hint: str = ""
) -> Diagnostic:
    """Return a problem at a value of a record that is told and does not stop the build."""
    span = places.span(record.KIND, record.id, path)
    return Diagnostic(code, Severity.WARNING, message, span, hint)


def listed(words: tuple[str, ...] | list[str], joint: str = "and") -> str:
    """Return words as a list in a sentence: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
