"""Whatever is drawn stays inside its frame, and no words lie over other words."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.analysis.graph import GraphEdge, GraphNode, NodeKind, draw_graph
from builder.analysis.picture import Box, CircleShape, Picture, RectShape, TextShape
from builder.analysis.timeline import Lane, TimelineMark, TimelineWords, draw_timeline

WORDS = TimelineWords(
    "Events", "Texts", lambda first, last: f"{first} to {last}", lambda day, unit: f"{day.year}"
)
DAYS = st.dates(date.min, date.max) | st.dates(date(2015, 1, 1), date(2016, 12, 31))
LABELS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=80) | st.just(
    "word " * 30
)


@st.composite
def marks(draw: st.DrawFn) -> TimelineMark:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    ends = draw(st.sampled_from([(first, last), (first, first), (first, first), (None, last), (first, None)]))
    return TimelineMark(
        draw(st.sampled_from(Lane)), *ends, draw(LABELS), *(draw(st.booleans()) for _ in range(3))
    )


def boxes(picture: Picture) -> list[tuple[str, Box]]:
    found: list[tuple[str, Box]] = []
    for shape in picture.shapes:
        if isinstance(shape, TextShape):
            found.append(("words", shape.box))
        elif isinstance(shape, RectShape):
            found.append((shape.kind, Box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)))
        elif isinstance(shape, CircleShape):
            r = shape.r
            found.append((shape.kind, Box(shape.cx - r, shape.cy - r, shape.cx + r, shape.cy + r)))
    return found


def overlaps(picture: Picture, *kinds: str) -> list[tuple[Box, Box]]:
    solid = [box for kind, box in boxes(picture) if kind in kinds]
    return [(one, other) for one, other in combinations(solid, 2) if one.meets(other)]


def outside(picture: Picture) -> list[tuple[str, Box]]:
    frame = Box(0, 0, picture.width, picture.height)
    return [
        (kind, box)
        for kind, box in boxes(picture)
        if box.left < frame.left
        or box.right > frame.right
        or box.top < frame.top
        or box.bottom > frame.bottom
    ]


@settings(max_examples=150)
@given(st.lists(marks(), min_size=1, max_size=25))
def test_a_timeline_stays_in_its_frame_and_labels_never_overlap(drawn: list[TimelineMark]) -> None:
    picture = draw_timeline(tuple(drawn), WORDS)
    assert picture is not None
    signs = ("event", "event-span", "text", "text-unsure", "late")
    assert not overlaps(picture, "words")
    assert not overlaps(picture, *signs, "words")
    assert not outside(picture)
    labels = sum(1 for mark in drawn if mark.label.strip())
    assert sum(1 for kind, _ in boxes(picture) if kind in signs) == len(drawn)
    assert sum(1 for kind, _ in boxes(picture) if kind == "words") >= labels


def test_two_hundred_events_fit() -> None:
    year = date(2015, 1, 1).toordinal()
    many = tuple(
        TimelineMark(
            Lane.EVENTS, date.fromordinal(year + 2 * n), date.fromordinal(year + 2 * n), f"Event number {n}"
        )
        for n in range(200)
    )
    picture = draw_timeline(many, WORDS)
    assert picture is not None
    assert not overlaps(picture, "words", "event")
    assert not outside(picture)


@given(
    st.lists(st.tuples(LABELS, st.booleans()), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30),
)
def test_a_graph_stays_in_its_frame_and_its_nodes_never_overlap(
    labels: list[tuple[str, bool]], ties: list[tuple[int, int]]
) -> None:
    nodes = tuple(
        GraphNode(str(place), label, NodeKind.HERE if here else NodeKind.OUTSIDE, aside=label)
        for place, (label, here) in enumerate(labels)
    )
    edges = tuple(GraphEdge(str(origin), str(reliant)) for origin, reliant in ties)
    picture = draw_graph(nodes, edges)
    assert picture is not None
    assert not overlaps(picture, "node-here", "node-outside")
    assert not outside(picture)
    assert sum(1 for kind, _ in boxes(picture) if kind.startswith("node")) == len(nodes)
