"""Who relied on whom among several texts, drawn: hands that several chains lead to stand once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from builder.analysis.chains import MAX_STEPS, chain_of
from builder.analysis.findings import ChainStep, StepKind, StepPlace
from builder.analysis.graph import GraphEdge, GraphNode, NodeKind, draw_graph
from builder.model.base import ArticleId
from builder.model.dates import DateBasis
from builder.pages.kinds import Context
from builder.pages.parts.chain import PLACE_WORDS, RELATION_WORDS
from builder.pages.parts.names import record_name, sigled_name
from builder.pages.shapes.pictures import PictureView, shape_views
from builder.wording import numbered, say, say_many

MOST_DRAWN = 40
"""A picture of more hands than this is a thicket; texts with the same origins are one box then.

Its description says how many are drawn, and the chains after it tell all.
"""


def reliance_picture(context: Context, articles: Iterable[ArticleId], anchor: str) -> PictureView | None:
    """Return the chains of some articles as one picture, summed up where they are many; None without two hands.

    A chain of more than `MAX_STEPS` steps is left to the words after the picture.
    """
    nodes: dict[str, GraphNode] = {}
    edges: dict[tuple[str, str], GraphEdge] = {}
    told = tuple(articles)
    for article in told:
        length = context.findings.chain_lengths.get(article, 0)
        if 0 < length <= MAX_STEPS:
            steps = chain_of(context.library, context.library.articles[article])
            _add(context, steps, frozenset(told), nodes, edges)
    boxes, lines = tuple(nodes.values()), tuple(edges.values())
    every = texts = sum(node.kind is NodeKind.HERE for node in boxes)
    if len(boxes) > MOST_DRAWN:
        boxes, lines, texts = summed_up(nodes, lines, MOST_DRAWN)
    picture = draw_graph(boxes, lines) if lines else None
    if picture is None:
        return None
    others = sum(node.kind is not NodeKind.HERE for node in boxes)
    drawn = (
        say_many("{count} text", "{count} texts", texts)
        if texts == every
        else say_many("{drawn} of {count} text", "{drawn} of {count} texts", every, drawn=numbered(texts))
    )
    return PictureView(
        id=anchor,
        label=say("Who relied on whom, scrolls sideways"),
        title=say("Whom the texts relied on, from the first hand on the left to the texts on the right"),
        description=say(
            "{texts}, {hands}. Filled boxes are the texts,"
            " grey ones lie outside this dossier, dashed boxes and lines are inferred. The chains after this picture"
            " say the same in words, with what each step rests on.",
            texts=drawn,
            hands=say_many("{count} other hand", "{count} other hands", others),
        ),
        width=picture.width,
        height=picture.height,
        shapes=shape_views(picture),
    )


def _add(
    context: Context,
    steps: tuple[ChainStep, ...],
    told: frozenset[ArticleId],
    nodes: dict[str, GraphNode],
    edges: dict[tuple[str, str], GraphEdge],
) -> None:
    keys = tuple(_key(step) for step in steps)
    for step, key in zip(steps, keys, strict=True):
        node = _node(context, step, key, told)
        if key not in nodes or node.kind is NodeKind.HERE:
            nodes[key] = node
        if step.parent is not None:
            edges.setdefault((key, keys[step.parent]), _edge(step, key, keys[step.parent]))


def _key(step: ChainStep) -> str:
    """The same hand in two chains has the same key; an agent belongs to the text that it made."""
    article = _article(step)
    if article is not None:
        return f"article:{article}"
    if step.kind is StepKind.AGENT:
        return f"agent:{step.owner}:{step.agent.name if step.agent else ''}"
    if step.record:
        return ":".join((*step.record, (step.what or "").casefold()))
    return f"what:{(step.what or '').casefold()}"


def _node(context: Context, step: ChainStep, key: str, told: frozenset[ArticleId]) -> GraphNode:
    if step.kind is StepKind.AGENT:
        assert step.agent is not None, "a step of an agent names the agent"
        return GraphNode(key, step.agent.name, NodeKind.NODE, step.agent.role)
    article = _article(step)
    if article is not None:
        text = sigled_name(context.library, article)
        kind = NodeKind.HERE if article in told else NodeKind.NODE
        return GraphNode(key, text.text, kind, lang=text.lang)
    name = context.library.name_of(*step.record) if step.record else step.what or ""
    place = PLACE_WORDS[step.place]
    aside = say(place) if place else (step.what if step.record else None) or ""
    label = name
    if step.record and step.what and step.place is StepPlace.OUTSIDE:
        label = say("{name}, {what}", name=name, what=step.what)
    lang = record_name(context.library, *step.record).lang if step.record and label == name else None
    return GraphNode(key, label, _kind(step), aside, lang)


def _article(step: ChainStep) -> ArticleId | None:
    if step.kind is StepKind.ARTICLE:
        return step.owner
    return ArticleId(step.record[1]) if step.record and step.record[0] == "article" else None


def _kind(step: ChainStep) -> NodeKind:
    if step.origin is not None and step.origin.basis is DateBasis.INFERRED:
        return NodeKind.INFERRED
    return NodeKind.OUTSIDE if step.place is StepPlace.OUTSIDE else NodeKind.NODE


def _edge(step: ChainStep, origin: str, reliant: str) -> GraphEdge:
    if step.origin is None:
        return GraphEdge(origin, reliant)
    inferred = step.origin.basis is DateBasis.INFERRED
    return GraphEdge(origin, reliant, inferred, say(RELATION_WORDS[step.origin.relation]))


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
