"""From what is to stand in place of a value to the change of its file."""

from __future__ import annotations

from builder.diagnostics import Edit, FieldPath, SourceSpan
from builder.load.nodes import Mapping, Node, Position, Scalar, Sequence, child
from builder.load.wording import Fault, Mended


def mending(fault: Fault, nodes: Mapping, path: str) -> tuple[Edit, ...]:
    """Return the change of the file `path` that mends a fault of its record; none where that is not safe.

    A value that runs over several lines is left alone, and so is a key whose right name is there already.
    """
    mended = fault.mended
    owner = _node_at(nodes, fault.path[:-1])
    value = (
        owner if isinstance(owner, Scalar) else _node_at(nodes, fault.path)
    )  # a short form has no key of its own
    if mended is None or owner is None or value is None:
        return ()
    entry = owner.entries.get(str(fault.path[-1])) if isinstance(owner, Mapping) else None
    if isinstance(owner, Mapping) and entry and (fault.at_key or mended.beside or mended.with_key):
        return _in_mapping(mended, owner, entry[0], value, path, at_key=fault.at_key)
    return (_edit(path, value.start, value.end, mended.text),) if _is_one_line(value) else ()


def _in_mapping(
    mended: Mended, owner: Mapping, key: Scalar, value: Node, path: str, *, at_key: bool
) -> tuple[Edit, ...]:
    if at_key:
        is_taken = mended.text in owner.entries
        return () if is_taken else (_edit(path, key.start, key.end, mended.text),)
    added = (mended.beside or mended.text).partition(":")[0]
    if added in owner.entries or not _is_one_line(value):
        return ()
    next_key = _before_next_key(owner, key)
    if mended.with_key:
        return (_edit(path, key.start, value.end, mended.text.replace(", ", next_key)),)
    return (_edit(path, value.start, value.end, mended.text + next_key + mended.beside),)


def adding(nodes: Mapping, way: FieldPath, added: str, path: str) -> tuple[Edit, ...]:
    """Return the change that writes one more key, given with its value, behind the one at the end of a way."""
    owner, value = _node_at(nodes, way[:-1]), _node_at(nodes, way)
    if not isinstance(owner, Mapping) or value is None or not _is_one_line(value):
        return ()
    if added.partition(":")[0] in owner.entries:
        return ()
    key = owner.entries[str(way[-1])][0]
    return (_edit(path, value.end, value.end, _before_next_key(owner, key) + added),)


def _before_next_key(owner: Mapping, key: Scalar) -> str:
    """Return what parts two keys of a mapping: a line end, or between braces a comma."""
    first = next(iter(owner.entries.values()))[0]
    is_block = first.start == owner.start
    return "\n" + " " * (key.start[1] - 1) if is_block else ", "


def _edit(path: str, start: Position, end: Position, text: str) -> Edit:
    return Edit(SourceSpan(path, *start, *end), text)


def _node_at(nodes: Mapping, way: FieldPath) -> Node | None:
    node: Node | None = nodes
    for step in way:
        node = child(node, step) if node is not None else None
    return node


def _is_one_line(value: Node) -> bool:
    """Whether a value ends on the line on which it begins, a list with its bracket."""
    if value.start[0] != value.end[0]:
        return False
    if isinstance(value, Sequence):
        return not value.items or value.end > value.items[-1].end
    return isinstance(value, Scalar)
