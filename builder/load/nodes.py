"""YAML values that know where they stand; every scalar is the text that the editor wrote."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from builder.diagnostics import FieldPath
from builder.regexes import regex

Position = tuple[int, int]
"""Line and column, from 1; columns count code points."""

LINE_BREAK = regex(r"\r\n|\r|\n")


class Scalar(Struct):
    """A text with its place; `end` is exclusive."""

    text: str
    start: Position
    end: Position
    faulty: bool = False
    is_plain: bool = False
    """Whether it stands without quotation marks and on its key's line, not as a block below it."""
    cut: str = ""
    """What stands behind it on its line from a `#` on that a letter or a digit follows: YAML takes it for a comment."""


class Sequence(Struct):
    """A list with its place."""

    start: Position
    end: Position
    items: list[Node] = field(default_factory=list)
    faulty: bool = False


class Mapping(Struct):
    """Keys with their values, in the order of the file, with the place of both."""

    start: Position
    end: Position
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    faulty: bool = False
    lacks_keys: bool = False
    """Whether a key was refused, so that others may seem to be missing."""


Node = Scalar | Sequence | Mapping
Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node, *, uncut: bool = False) -> Plain:
    """Return the values of a node without their places; `uncut`, with what comments cut off."""
    if isinstance(node, Scalar):
        return node.text + node.cut if uncut else node.text
    if isinstance(node, Sequence):
        return [plain(inner, uncut=uncut) for inner in node.items]
    return {key: plain(inner, uncut=uncut) for key, (_, inner) in node.entries.items()}


def child(node: Node, step: str | int) -> Node | None:
    """Return the value one step inside a node, or None."""
    if isinstance(node, Mapping) and isinstance(step, str):
        entry = node.entries.get(step)
        return entry[1] if entry else None
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def faulty_paths(node: Node, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Yield the way to every faulty node; what stands inside one is passed over."""
    if node.faulty:
        yield path
    elif isinstance(node, Sequence):
        for index, inner in enumerate(node.items):
            yield from faulty_paths(inner, (*path, index))
    elif isinstance(node, Mapping):
        for key, (_, inner) in node.entries.items():
            yield from faulty_paths(inner, (*path, key))


def position_at(text: str, offset: int, first_line: int = 1) -> Position:
    """Return line and column of an offset into a text."""
    line, line_start = first_line, 0
    for match in LINE_BREAK.finditer(text, 0, offset):
        line, line_start = line + 1, match.end()
    return line, offset - line_start + 1
