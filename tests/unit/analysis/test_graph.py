from builder.analysis.graph import GraphEdge, GraphNode, NodeKind, draw_graph
from builder.analysis.picture import PathShape, Picture, RectShape, TextShape, shortened, text_width


def drawn(nodes: str, *edges: tuple[str, str]) -> Picture:
    picture = draw_graph(
        tuple(GraphNode(key, key, NodeKind.NODE) for key in nodes),
        tuple(GraphEdge(origin, reliant, inferred=origin == "w") for origin, reliant in edges),
    )
    assert picture is not None
    return picture


def columns(picture: Picture) -> dict[str, float]:
    lefts = [shape.x for shape in picture.shapes if isinstance(shape, RectShape)]
    names = [shape.text for shape in picture.shapes if isinstance(shape, TextShape)]
    order = sorted(set(lefts))
    return {name: order.index(left) for name, left in zip(names, lefts, strict=True)}


def test_no_nodes_draw_nothing() -> None:
    assert draw_graph((), ()) is None


def test_origins_stand_left_of_what_relies_on_them_by_the_longest_way() -> None:
    picture = drawn("avsw", ("v", "s"), ("s", "a"), ("v", "a"), ("w", "a"))
    assert columns(picture) == {"v": 0, "s": 1, "w": 1, "a": 2}


def test_an_inferred_step_is_drawn_apart() -> None:
    picture = drawn("awx", ("w", "a"), ("x", "a"))
    lines = [shape.kind for shape in picture.shapes if isinstance(shape, PathShape) and shape.kind != "arrow"]
    assert lines == ["link-inferred", "link"]


def test_circles_loops_doubles_and_unknown_ends_are_left_out() -> None:
    picture = drawn("ab", ("a", "b"), ("b", "a"), ("a", "a"), ("a", "b"), ("a", "z"))
    assert [shape.kind for shape in picture.shapes if isinstance(shape, PathShape)] == ["link", "arrow"]


def test_one_node_alone_is_drawn() -> None:
    assert columns(drawn("a")) == {"a": 0}


def test_a_name_that_is_cut_ends_with_a_word() -> None:
    name = "Report of 9 November 2015 on intercepted communications"
    assert shortened(name, text_width(name) - 5) == "Report of 9 November 2015 on intercepted…"
    assert shortened("Donaudampfschifffahrt", 60) == "Donaud…"
