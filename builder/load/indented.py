"""Keys that stand in one column with the key that they belong to: `text:`, and `file: …` right below it."""

from __future__ import annotations

from pydantic import BaseModel

from builder.diagnostics import Edit, SourceSpan
from builder.load.fields import fields_of, model_at
from builder.load.nodes import Mapping, Scalar
from builder.load.slips import Slip, Way

_INDENT = "  "


def not_indented(nodes: Mapping, model: type[BaseModel], path: str) -> Slip | None:
    """Return what is wrong with the keys of a record that are those of a value left empty; they are taken out."""
    own = set(fields_of(model))
    entries = list(nodes.entries.values())
    for index, (key, value) in enumerate(entries):
        inner = model_at(model, (key.text,))
        if inner is None or not isinstance(value, Scalar) or value.text or not value.faulty:
            continue
        theirs = set(fields_of(inner)) - own
        below = [
            (other, what)
            for other, what in entries[index + 1 :]
            if other.text in theirs and other.start[0] == what.end[0] and other.start[1] == key.start[1]
        ]
        if not below:
            continue
        edits = tuple(Edit(SourceSpan(path, *other.start, *other.start), _INDENT) for other, _ in below)
        for other, _ in below:
            del nodes.entries[other.text]
        names = ", ".join(f"`{other.text}`" for other, _ in below)
        hint = f"write two spaces before {names}"
        message = f"what belongs to `{key.text}` stands further in than it"
        return Slip("bad-indent", message, key.start, key.end, Way(hint, edits))
    return None
