"""A reliance graph of more hands than a reader can follow, summed up: texts with the same origins are one box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.analysis.graph import GraphEdge, GraphNode, NodeKind
from builder.wording import say_many

Nodes = Mapping[str, GraphNode]


def summed_up(
    nodes: Nodes, edges: Sequence[GraphEdge], most: int
) -> tuple[tuple[GraphNode, ...], tuple[GraphEdge, ...], int]:
    """Return at most so many boxes with what joins them, and how many texts they stand for.

    Texts on which no other relies, and which rely in one way on the same origins, are one box with their number; of
    the boxes those of most texts are kept, each with all origins that stand behind it.
    """
    into: dict[str, list[GraphEdge]] = {}
    for edge in edges:
        into.setdefault(edge.reliant, []).append(edge)
    origins = {edge.origin for edge in edges}
    groups: dict[tuple[tuple[str, bool, str], ...], list[str]] = {}
    for key, node in nodes.items():
        if node.kind is NodeKind.HERE and key not in origins and key in into:
            ways = tuple(sorted((edge.origin, edge.inferred, edge.label) for edge in into[key]))
            groups.setdefault(ways, []).append(key)
    shown: dict[str, GraphNode] = {}
    texts = 0
    for members in sorted(groups.values(), key=lambda each: (-len(each), each)):
        behind = _behind(members[0], into)
        if len(behind.difference(shown)) + len(shown) + 1 <= most:
            shown.update({key: nodes[key] for key in nodes if key in behind})
            shown[members[0]] = _box(nodes, members)
            texts += len(members)
    kept = tuple(edge for edge in edges if edge.origin in shown and edge.reliant in shown)
    return tuple(shown.values()), kept, texts


def _behind(text: str, into: Mapping[str, Sequence[GraphEdge]]) -> frozenset[str]:
    """All origins that a text relies on, at whatever step."""
    found: dict[str, None] = {}
    waiting = [text]
    while waiting:
        for edge in into.get(waiting.pop(), ()):
            if edge.origin not in found:
                found[edge.origin] = None
                waiting.append(edge.origin)
    return frozenset(found)


def _box(nodes: Nodes, members: Sequence[str]) -> GraphNode:
    if len(members) == 1:
        return nodes[members[0]]
    return GraphNode(members[0], say_many("{count} text", "{count} texts", len(members)), NodeKind.HERE)
