"""The fields that a value may have, asked by the way to it: which there are, which it needs, which words they take."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel

from builder.diagnostics import FieldPath
from builder.model.base import RefersTo
from builder.model.walk import declared_fields, field_at, marked_keys

_EVERYWHERE = frozenset({"private", "former_ids", "draft", "acknowledge", "quoted"})
"""Keys that every record may have."""


def model_at(model: type[BaseModel], path: FieldPath) -> type[BaseModel] | None:
    """Return the model of the value at `path` inside a record of type `model`, or None."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int):
            continue
        if current is None:
            return None
        field = field_at(current, step)
        current = next(iter(field.models), None) if field else None
    return current


def is_required(model: type[BaseModel], path: FieldPath) -> bool:
    """Whether a record of type `model` cannot do without the value at `path`; an entry of a list it can."""
    if not path or isinstance(path[-1], int):
        return False
    owner = model_at(model, path[:-1])
    return owner is not None and needs(owner, str(path[-1]))


def is_reference(model: type[BaseModel], path: FieldPath) -> bool:
    """Whether the value at `path` is the id of a record."""
    keys = [place for place, step in enumerate(path) if isinstance(step, str)]
    owner = model_at(model, path[: keys[-1]]) if keys else None
    return owner is not None and str(path[keys[-1]]) in marked_keys(owner, RefersTo)


def fields_of(model: type[BaseModel]) -> list[str]:
    """Return the keys that an editor may write in a value of type `model`."""
    keys = [field.key for field in declared_fields(model) if not field.info.exclude]
    return sorted(keys, key=lambda key: key in _EVERYWHERE)  # those of its own come first


def needs(model: type[BaseModel], key: str) -> bool:
    """Whether a value of type `model` cannot do without a key."""
    field = field_at(model, key)
    return field is not None and field.info.is_required()


def choices_of(owner: type[BaseModel], key: str) -> list[str]:
    """Return the words that a field takes, where it takes one of a list."""
    field = field_at(owner, key)
    parts = field.parts if field else ()
    return [
        str(word.value)
        for part in parts
        if isinstance(part, type) and issubclass(part, StrEnum)
        for word in part
    ]
