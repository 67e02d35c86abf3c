"""The provenance graph as a picture: whom the texts relied on, from the first hand on the left to the texts.

Layers follow the longest way to a text, so that every arrow points to the right. Words come from the caller.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from builder.analysis.picture import (
    LINE_PX,
    Anchor,
    PathShape,
    Picture,
    RectShape,
    Shape,
    TextShape,
    shortened,
    text_width,
    wrapped,
)

_WIDTH = 1120
_EDGE = 16
_MAX_LINES = 3
_PADDING = 10
_NODE_GAP = 18
_LAYER_GAP = 96
_LEAST_NODE = 96


class NodeKind(StrEnum):
    """How a node is drawn: a text of the set, a record, something not here, or something inferred."""

    HERE = "node-here"
    NODE = "node"
    OUTSIDE = "node-outside"
    INFERRED = "node-inferred"


class GraphNode(Struct, frozen=True):
    """A text or an origin; `key` tells it from the others, `aside` is a second, softer line."""

    key: str
    label: str
    kind: NodeKind
    aside: str = ""
    lang: str | None = None


class GraphEdge(Struct, frozen=True):
    """`reliant` relies on `origin`: drawn from the origin to the reliant, with a word where there is room."""

    origin: str
    reliant: str
    inferred: bool = False
    label: str = ""


class _Seat(Struct, frozen=True):
    node: GraphNode
    lines: tuple[str, ...]
    left: float
    top: float
    width: float
    height: float


def draw_graph(nodes: tuple[GraphNode, ...], edges: tuple[GraphEdge, ...]) -> Picture | None:
    """Return the picture, or None where there is no node.

    Nodes stand in the given order within their layer, nearer to what they are tied to; edges to unknown keys and
    edges that would close a circle are left out. No two nodes overlap.
    """
    if not nodes:
        return None
    known = {node.key for node in nodes}
    sound = _without_circles(
        tuple(edge for edge in edges if {edge.origin, edge.reliant} <= known and edge.origin != edge.reliant)
    )
    layers = _in_layers(nodes, sound)
    room = (_WIDTH - 2 * _EDGE - _LAYER_GAP * (len(layers) - 1)) / len(layers)
    node_width = max(min(room, 220.0), _LEAST_NODE)
    columns = [[_measured(node, node_width) for node in layer] for layer in layers]
    height = max(_height(column) for column in columns) + 2 * _EDGE
    step = _step(node_width, len(layers))
    seats = {
        seat.node.key: seat
        for number, column in enumerate(columns)
        for seat in _seated(column, _EDGE + number * step, height)
    }
    reach = max(seat.left + seat.width for seat in seats.values()) + _EDGE
    right = {seat.left: 0.0 for seat in seats.values()}
    for seat in seats.values():
        right[seat.left] = max(right[seat.left], seat.left + seat.width)
    lines = [
        shape
        for edge in sound
        for shape in _edge(seats[edge.origin], seats[edge.reliant], edge, right[seats[edge.origin].left])
    ]
    boxes = [shape for node in nodes for shape in _box(seats[node.key])]
    return Picture(int(max(_WIDTH, reach)), int(height), (*lines, *boxes))


def _step(node_width: float, layers: int) -> float:
    if layers == 1:
        return 0.0
    return max((_WIDTH - 2 * _EDGE - node_width) / (layers - 1), node_width + _LAYER_GAP / 2)


def _without_circles(edges: tuple[GraphEdge, ...]) -> tuple[GraphEdge, ...]:
    """Keep each edge that closes no circle with those before it; of equal ones the first."""
    kept: list[GraphEdge] = []
    following: dict[str, list[str]] = {}
    for edge in edges:
        if edge.reliant in following.get(edge.origin, ()) or _leads(following, edge.reliant, edge.origin):
            continue
        following.setdefault(edge.origin, []).append(edge.reliant)
        kept.append(edge)
    return tuple(kept)


def _leads(following: Mapping[str, list[str]], start: str, target: str) -> bool:
    waiting, seen = [start], {start}
    while waiting:
        here = waiting.pop()
        if here == target:
            return True
        fresh = [key for key in following.get(here, ()) if key not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return False


def _in_layers(nodes: tuple[GraphNode, ...], edges: tuple[GraphEdge, ...]) -> list[list[GraphNode]]:
    """Layers from left to right: what nothing relies on stands last."""
    reliants: dict[str, list[str]] = {node.key: [] for node in nodes}
    for edge in edges:
        reliants[edge.origin].append(edge.reliant)
    depth = _depths(reliants)
    deepest = max(depth.values())
    layers: list[list[GraphNode]] = [[] for _ in range(deepest + 1)]
    for node in nodes:
        layers[deepest - depth[node.key]].append(node)
    row = {node.key: place for layer in layers for place, node in enumerate(layer)}
    for layer in reversed(layers[:-1]):
        layer.sort(key=lambda node: (_mean([row[key] for key in reliants[node.key]]), row[node.key]))
        row.update({node.key: place for place, node in enumerate(layer)})
    return layers


def _depths(reliants: Mapping[str, list[str]]) -> dict[str, int]:
    """The longest way, in steps, from each node to one that nothing relies on; the graph has no circles."""
    depth: dict[str, int] = {}
    waiting = list(reliants)
    while waiting:
        key = waiting[-1]
        open_ones = [after for after in reliants[key] if after not in depth]
        if open_ones:
            waiting.extend(open_ones)
            continue
        depth[key] = 1 + max((depth[after] for after in reliants[key]), default=-1)
        waiting.pop()
    return depth


def _mean(places: list[int]) -> float:
    return sum(places) / len(places) if places else 0.0


def _measured(node: GraphNode, node_width: float) -> _Seat:
    inner = node_width - 2 * _PADDING
    lines = wrapped(node.label, inner, _MAX_LINES)
    aside = (shortened(node.aside, inner),) if node.aside else ()
    widest = max((text_width(line) for line in (*lines, *aside)), default=0.0)
    height = (len(lines) + len(aside)) * LINE_PX + 2 * _PADDING
    return _Seat(node, lines, 0.0, 0.0, round(max(widest + 2 * _PADDING, _LEAST_NODE), 1), height)


def _height(column: list[_Seat]) -> float:
    return sum(seat.height for seat in column) + _NODE_GAP * (len(column) - 1)


def _seated(column: list[_Seat], left: float, height: float) -> list[_Seat]:
    """Stand the nodes of a layer under each other, the whole of them in the middle."""
    top = (height - _height(column)) / 2
    seated: list[_Seat] = []
    for seat in column:
        seated.append(_Seat(seat.node, seat.lines, round(left, 1), round(top, 1), seat.width, seat.height))
        top += seat.height + _NODE_GAP
    return seated


def _box(seat: _Seat) -> list[Shape]:
    node = seat.node
    inverse = node.kind is NodeKind.HERE
    shapes: list[Shape] = [RectShape(seat.left, seat.top, seat.width, seat.height, node.kind.value)]
    x, y = round(seat.left + _PADDING, 1), seat.top + _PADDING + 12
    for number, line in enumerate(seat.lines):
        kind = "label-inverse" if inverse else "label"
        shapes.append(TextShape(x, round(y + number * LINE_PX, 1), line, kind, Anchor.START, node.lang))
    if node.aside:
        words = shortened(node.aside, seat.width - 2 * _PADDING)
        kind = "label-inverse" if inverse else "label-soft"
        shapes.append(TextShape(x, round(y + len(seat.lines) * LINE_PX, 1), words, kind))
    return shapes


def _edge(origin: _Seat, reliant: _Seat, edge: GraphEdge, right: float) -> list[Shape]:
    """A curve from the origin's right to the reliant's left, with an arrow head and a word beyond the origin's layer.

    `right` is where the widest node of that layer ends.
    """
    x1, y1 = origin.left + origin.width, origin.top + origin.height / 2
    x2, y2 = reliant.left, reliant.top + reliant.height / 2
    bend = (x2 - x1) / 2
    tip = x2 - 8
    curve = f"M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {tip:g} {y2:g}"
    head = f"M{x2:g} {y2:g}L{tip:g} {y2 - 4:g}V{y2 + 4:g}Z"
    shapes: list[Shape] = [
        PathShape(curve, "link-inferred" if edge.inferred else "link"),
        PathShape(head, "arrow"),
    ]
    if edge.label and text_width(edge.label) <= x2 - right - 16:
        middle = (right + x2) / 2
        part = (middle - x1) / (x2 - x1)
        y = y1 + (y2 - y1) * part * part * (3 - 2 * part)
        shapes.append(TextShape(round(middle, 1), round(y - 6, 1), edge.label, "label-soft", Anchor.MIDDLE))
    return shapes
