"""Keys between braces that have no value: a list was meant, a comma stands inside a text, or a space is missing."""

from __future__ import annotations

from collections.abc import Iterator

from builder.load.nodes import Mapping, Scalar
from builder.load.slips import Lines, Slip


def slips_between_braces(
    node: Mapping, keys: list[Scalar], lines: Lines
) -> Iterator[tuple[Scalar, Slip | None]]:
    """Yield what each of some keys of a mapping is there for; None where it only lacks its value.

    What is told of is faulty then, and the keys that are the rest of a text are taken out.
    """
    if not keys:
        return
    if len(keys) == len(node.entries):
        node.faulty = True
        way = lines.as_list(node)
        message = "a list stands between brackets, not between braces"
        yield keys[0], Slip("not-a-list", message, node.start, node.end, way)
        return
    for key, rest in _in_a_row(node, keys):
        stuck = lines.stuck_colon(key)
        before = _text_before(node, key)
        if stuck is not None:
            node.faulty = True
            yield key, Slip("missing-colon", "a space is missing after the colon", key.start, key.end, stuck)
        elif before is None:
            yield key, None
        else:
            name, value = before
            value.faulty = True
            message = "a comma ends a text between braces, and this one goes on"
            way = lines.cut_by_comma(name, value, rest[-1])
            yield key, Slip("quote-the-text", message, value.start, value.end, way)
            for each in rest:
                del node.entries[each.text]


def _in_a_row(node: Mapping, keys: list[Scalar]) -> Iterator[tuple[Scalar, list[Scalar]]]:
    """Yield each first one of some keys with those that follow it at once: one text may hold several commas."""
    left = set(map(id, keys))
    run: list[Scalar] = []
    for key, _ in [*node.entries.values()]:
        if id(key) in left:
            run.append(key)
        elif run:
            yield run[0], run
            run = []
    if run:
        yield run[0], run


def _text_before(node: Mapping, key: Scalar) -> tuple[Scalar, Scalar] | None:
    """Return the entry before a key, where its value is a text without quotation marks on the same line."""
    entries = list(node.entries.values())
    place = next(index for index, (other, _) in enumerate(entries) if other is key)
    if place == 0:
        return None
    name, value = entries[place - 1]
    if not isinstance(value, Scalar) or not value.is_plain or not value.text:
        return None
    return (name, value) if value.start[0] == key.end[0] else None
