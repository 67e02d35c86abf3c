"""Chains that lead back to where they began: a topic under itself, an article that is its own source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from builder.diagnostics import FieldPath, Problems
from builder.load.decode import Records
from builder.load.places import RecordPlaces
from builder.model.article import Article, Origin


class _Chain(Struct, frozen=True):
    """A field that leads from records of one kind to others of the same kind, and what a circle of it means."""

    kind: str
    field: str
    message: str


_CHAINS = (
    _Chain("topic", "broader", "this topic would stand under itself"),
    _Chain("entity", "part_of", "this entity would be part of itself"),
    _Chain("outlet", "owner", "this outlet would own itself"),
)
_MOST_SHOWN = 20
"""Records of one circle that a message names."""
Steps = dict[str, dict[str, FieldPath]]
"""From each record to the records it names, with the place where it names them."""


def check_circles(records: Records, places: RecordPlaces, problems: Problems) -> None:
    """Tell each circle once, at the first of its records by id."""
    for chain in _CHAINS:
        steps: Steps = {}
        for kind, record_id, record in records.every():
            target = getattr(record, chain.field, None) if kind == chain.kind else None
            if isinstance(target, str):
                steps[record_id] = {target: (chain.field,)}
        _tell(chain.kind, "circular-record", chain.message, "", steps, places, problems)
    _tell(
        "article",
        "origin-cycle",
        "the origins of this article lead back to itself",
        "an article cannot rest on itself; check who came first",
        _origin_steps(records),
        places,
        problems,
    )


def _origin_steps(records: Records) -> Steps:
    steps: Steps = {}
    for kind, record_id, record in records.every():
        if kind == "article" and isinstance(record, Article):
            for target, path in _origins(record.origins, ("origins",)):
                steps.setdefault(record_id, {}).setdefault(target, path)
    return steps


def _origins(origins: tuple[Origin, ...], path: FieldPath) -> Iterator[tuple[str, FieldPath]]:
    for index, origin in enumerate(origins):
        if origin.of.article is not None:
            yield origin.of.article, (*path, index, "of", "article")
        yield from _origins(origin.origins, (*path, index, "origins"))


def _tell(
    kind: str, code: str, message: str, hint: str, steps: Steps, places: RecordPlaces, problems: Problems
) -> None:
    for circle in circles({start: tuple(sorted(targets)) for start, targets in sorted(steps.items())}):
        path = steps[circle[0]][circle[1 % len(circle)]]
        shown = circle if len(circle) <= _MOST_SHOWN else (*circle[: _MOST_SHOWN - 1], "…", circle[-1])
        way = " → ".join([*shown, circle[0]])
        problems.error(
            code,
            f"{message}: {way}",
            places.span(kind, circle[0], path),
            hint or "remove one step of this circle",
        )


def circles(steps: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return one circle per group of records that all lead to each other, from its first record on, by name.

    Depth-first with a stack of its own (Tarjan 1972 without recursion): chains may be thousands long.
    """
    found: list[tuple[str, ...]] = []
    state: dict[str, int] = {}  # 1: on the way, 2: done
    in_circle: set[str] = set()
    for root in sorted(steps):
        if root in state:
            continue
        way = [root]
        waiting = [iter(steps.get(root, ()))]
        state[root] = 1
        while way:
            step = next(waiting[-1], None)
            if step is None:
                state[way.pop()] = 2
                waiting.pop()
            elif state.get(step) == 1:
                circle = way[way.index(step) :]
                if not in_circle.intersection(circle):
                    first = circle.index(min(circle))
                    found.append((*circle[first:], *circle[:first]))
                    in_circle.update(circle)
            elif step not in state:
                state[step] = 1
                way.append(step)
                waiting.append(iter(steps.get(step, ())))
    return sorted(found)
