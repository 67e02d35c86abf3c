"""Ids that stand in values which had to be left out of a record: what is wrong beside them does not hide them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct
from pydantic import BaseModel

from builder.diagnostics import FieldPath, SourceSpan
from builder.load.nodes import Mapping, Node, Scalar, Sequence
from builder.load.places import node_span
from builder.model.base import RefersTo
from builder.model.walk import declared_fields


class LostId(Struct, frozen=True):
    """An id that no record holds: where it is written, what it is and the kinds that it may be of."""

    span: SourceSpan
    target: str
    kinds: tuple[str, ...]


def lost_ids(
    model: type[BaseModel], nodes: Mapping, dropped: Collection[FieldPath], path: str
) -> tuple[LostId, ...]:
    """Return the ids in a file's values that were taken out at `dropped`; none of those that are wrong themselves."""
    return tuple(
        LostId(node_span(node, path), node.text, marker.kinds)
        for way, marker, node in _ids(model, nodes, ())
        if way not in dropped and any(way[:length] in dropped for length in range(len(way)))
    )


def _ids(
    model: type[BaseModel], node: Mapping, way: FieldPath
) -> Iterator[tuple[FieldPath, RefersTo, Scalar]]:
    for field in declared_fields(model):
        if field.key not in node.entries:
            continue
        marker = next((part for part in field.parts if isinstance(part, RefersTo)), None)
        for inner_way, value in _values(node.entries[field.key][1], (*way, field.key)):
            if marker is not None and isinstance(value, Scalar):
                yield inner_way, marker, value
            elif marker is None and isinstance(value, Mapping):
                for inner in field.models:
                    yield from _ids(inner, value, inner_way)


def _values(node: Node, way: FieldPath) -> Iterator[tuple[FieldPath, Node]]:
    """Yield a value, or the entries of a list, but none of which a mistake is told already."""
    if node.faulty:
        return
    if isinstance(node, Sequence):
        for index, inner in enumerate(node.items):
            yield from _values(inner, (*way, index))
    else:
        yield way, node
