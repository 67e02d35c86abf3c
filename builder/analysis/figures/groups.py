"""Figures of several texts that concern one matter, side by side.

Equal numbers of one class are one matter. Different numbers need more than the class: a name or a word near both, and
to be of one order of size. Even then they are candidates of a disagreement and nothing else; whether they disagree
an editor says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from builder.analysis.comparisonfindings import Bound, Figure, FigureGroup, FigureKind, FigureStatus
from builder.analysis.components import components

_TELLING = 13
"""An equal number from here on joins two figures of a class by itself; two and twelve are too common."""
_ORDER = 10
"""Numbers further apart than this seldom count one thing."""
_ABOUT = 0.1
"""How far from its number "about" may be."""


def figure_groups(figures: Iterable[Figure]) -> tuple[FigureGroup, ...]:
    """Return the groups of figures of two articles or more: what differs first, then by place.

    `figures` come in article order, then text order.
    """
    by_matter: dict[tuple[FigureKind, str], list[Figure]] = {}
    for figure in figures:
        matter = matter_of(figure)
        if matter and figure.kind is not FigureKind.INDEFINITE:
            by_matter.setdefault((figure.kind, matter), []).append(figure)
    groups = [
        group for (_, matter), members in by_matter.items() for group in _groups_of_matter(matter, members)
    ]
    rank = list(reversed(FigureStatus))
    return tuple(sorted(groups, key=lambda group: rank.index(group.status)))


def matter_of(figure: Figure) -> str:
    """Return what a figure counts, as a word to compare by; empty where its text does not tell."""
    if figure.kind in (FigureKind.PERCENT, FigureKind.MONEY):
        return f"{figure.kind.value} {figure.currency}".strip()
    if figure.classes:
        return figure.classes[0]
    words = figure.counted.casefold().split()
    return words[-1].removesuffix("s") if words else ""


def _groups_of_matter(matter: str, figures: Sequence[Figure]) -> list[FigureGroup]:
    links = {
        (first, second): common
        for first, one in enumerate(figures)
        for second, other in enumerate(figures[first + 1 :], start=first + 1)
        if (common := _common(one, other)) is not None
    }
    found: list[FigureGroup] = []
    for group in components(len(figures), links):
        members = tuple(figures[place] for place in group)
        if len({figure.article for figure in members}) < 2:
            continue
        between = {word for (first, _), words in links.items() if first in group for word in words}
        found.append(FigureGroup(matter, tuple(sorted(between)), members, _status(members)))
    return found


def _common(one: Figure, other: Figure) -> tuple[str, ...] | None:
    """Return what joins two figures: names and words near both; None where they are not joined."""
    if one.article == other.article:
        return None
    near = tuple(sorted({*one.entities, *one.anchors} & {*other.entities, *other.anchors}))
    if (one.low, one.high) == (other.low, other.high):
        return near if near or one.high >= _TELLING else None
    less, more = sorted((one.high, other.high))
    return near if near and more <= _ORDER * less else None


def _status(figures: Sequence[Figure]) -> FigureStatus:
    if len({(figure.low, figure.high) for figure in figures}) == 1:
        return FigureStatus.AGREE
    least, most = zip(*map(_range, figures), strict=True)
    return FigureStatus.COMPATIBLE if max(least) <= min(most) else FigureStatus.CANDIDATE


def _range(figure: Figure) -> tuple[float, float]:
    """Return the values that a figure allows."""
    match figure.bound:
        case Bound.AT_LEAST:
            return (figure.low, inf)
        case Bound.AT_MOST:
            return (-inf, figure.high)
        case Bound.ABOUT:
            return (figure.low * (1 - _ABOUT), figure.high * (1 + _ABOUT))
        case Bound.EXACT:
            return (figure.low, figure.high)
