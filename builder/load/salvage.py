"""What is left of a record when the values with mistakes are taken out, so that the rest can still be checked."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Optional

from msgspec import Struct
from pydantic import ValidationError, create_model
from pydantic.fields import FieldInfo

from builder.diagnostics import FieldPath
from builder.load.nodes import Mapping, Node, Plain, Scalar, Sequence, faulty_paths
from builder.load.places import KeptIndexes, as_written
from builder.model.base import Record

_MAX_ROUNDS = 6
MARKERS = Record.__module__
"""Where the markers of fields are defined; other metadata validates."""
MAX_MISTAKES = 2_000
"""Of a record with more, nothing is worth checking, and each round would copy them all."""


class Salvaged(Struct, frozen=True):
    """What is left of a record with mistakes."""

    record: Record | None
    kept: KeptIndexes
    """For each list that lost entries the places of the others."""
    dropped: frozenset[FieldPath] = frozenset()
    """The ways to the values that were taken out."""


def salvage(model: type[Record], nodes: Mapping, record_id: str, mistakes: int = 0) -> Salvaged:
    """Return the record without its faulty values.

    None for a record of more than `MAX_MISTAKES`; `mistakes` are those that were found in it.

    Fields that a record needs are None where they are missing, against their declared types: a salvaged record is
    good for checks that look at one value after another, and for nothing else.
    """
    if mistakes > MAX_MISTAKES:
        return Salvaged(None, {})
    dropped = set(faulty_paths(nodes))
    relaxed = _relaxed(model)
    for _ in range(_MAX_ROUNDS):
        kept: dict[FieldPath, tuple[int, ...]] = {}
        values = _without(nodes, (), dropped, kept)
        if not isinstance(values, dict):
            break
        try:
            return Salvaged(relaxed.model_validate({**values, "id": record_id}), kept, frozenset(dropped))
        except ValidationError as fault:
            found = {
                _to_drop(error["type"], error["loc"], values, kept)
                for error in fault.errors(include_url=False)
            }
            if () in found or found <= dropped:
                break
            dropped |= found
    return Salvaged(None, {}, frozenset({()}))


@cache
def _relaxed(model: type[Record]) -> type[Record]:
    """The same kind of record with no field that must be there."""
    optional = {
        name: (_optional(info), None) for name, info in model.model_fields.items() if info.is_required()
    }
    return create_model(model.__name__, __base__=model, **optional)  # type: ignore[call-overload, no-any-return]


def _optional(info: FieldInfo) -> object:
    """The type of a field, or None; its markers stay, so that an id in it is known for one, its validators do not."""
    markers = tuple(each for each in info.metadata if type(each).__module__.startswith(MARKERS))
    annotation = Annotated[(info.annotation, *markers)] if markers else info.annotation
    return Optional[annotation]  # noqa: UP045 - the annotation is a value, `|` cannot always join it


def _without(
    node: Node, path: FieldPath, dropped: set[FieldPath], kept: dict[FieldPath, tuple[int, ...]]
) -> Plain:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        indexes = tuple(index for index in range(len(node.items)) if (*path, index) not in dropped)
        if len(indexes) < len(node.items):
            kept[path] = indexes
        return [_without(node.items[index], (*path, index), dropped, kept) for index in indexes]
    return {
        key: _without(inner, (*path, key), dropped, kept)
        for key, (_, inner) in node.entries.items()
        if (*path, key) not in dropped
    }


def _to_drop(kind: str, place: FieldPath, values: Plain, kept: KeptIndexes) -> FieldPath:
    """The way, in the file, to the smallest written value that an error is about."""
    wanted = place[:-1] if kind == "missing" else place
    way: FieldPath = ()
    current: Plain = values
    for step in wanted:
        inner = _inside(current, step)
        if inner is None:
            break
        current = inner
        way = (*way, step)
    return as_written(way, kept)


def _inside(value: Plain, step: str | int) -> Plain | None:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None
