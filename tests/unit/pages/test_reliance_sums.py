"""A reliance graph of many texts: those with the same origins are one box, and what is drawn stays joined."""

from __future__ import annotations

from builder.analysis.graph import GraphEdge, GraphNode, NodeKind
from builder.pages.parts.reliance_graph import summed_up


def graph(wires: int, texts: int) -> tuple[dict[str, GraphNode], list[GraphEdge]]:
    """Wires that rely on one hand, and on each of them so many texts more than on the one before."""
    nodes = {"hand": GraphNode("hand", "Hand", NodeKind.OUTSIDE)}
    edges = []
    for wire in range(wires):
        nodes[f"w{wire}"] = GraphNode(f"w{wire}", f"Wire {wire}", NodeKind.NODE)
        edges.append(GraphEdge("hand", f"w{wire}"))
        for text in range(texts + wire):
            key = f"t{wire}-{text}"
            nodes[key] = GraphNode(key, key, NodeKind.HERE)
            edges.append(GraphEdge(f"w{wire}", key))
    return nodes, edges


def test_texts_with_the_same_origins_are_one_box() -> None:
    nodes, edges = graph(wires=3, texts=20)
    boxes, lines, texts = summed_up(nodes, edges, 40)
    assert sorted(box.label for box in boxes) == [
        "20 texts",
        "21 texts",
        "22 texts",
        "Hand",
        "Wire 0",
        "Wire 1",
        "Wire 2",
    ]
    assert (len(lines), texts) == (6, 63)


def test_of_too_many_boxes_those_of_most_texts_stay_with_all_that_stands_behind_them() -> None:
    nodes, edges = graph(wires=30, texts=1)
    boxes, lines, texts = summed_up(nodes, edges, 5)
    assert [box.label for box in boxes] == ["Hand", "Wire 29", "30 texts", "Wire 28", "29 texts"]
    assert (len(lines), texts) == (4, 59)


def test_texts_that_rely_in_another_way_have_a_box_of_their_own() -> None:
    nodes = {key: GraphNode(key, key, NodeKind.HERE) for key in ("a", "b", "c")}
    nodes["o"] = GraphNode("o", "O", NodeKind.NODE)
    edges = [GraphEdge("o", "a"), GraphEdge("o", "b", inferred=True), GraphEdge("o", "c")]
    boxes, _, texts = summed_up(nodes, edges, 10)
    assert sorted(box.label for box in boxes) == ["2 texts", "O", "b"]
    assert texts == 3
