"""How a check tells what it finds: an error always, a warning unless an editor has answered it."""

from __future__ import annotations

from collections.abc import Iterator

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
) -> Iterator[Diagnostic]:
    """Yield a problem that does not stop the build; nothing where the record acknowledges it."""
    if all(answer.code != code for answer in record.acknowledge):
        span = places.span(record.KIND, record.id, path)
        yield Diagnostic(code, Severity.WARNING, message, span, hint)


def listed(words: tuple[str, ...] | list[str], joint: str = "and") -> str:
    """Return words as a list in a sentence: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
