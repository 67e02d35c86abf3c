"""Figures of several texts that concern one matter, side by side.

Equal numbers of one class are one matter. Different numbers need more than the class: a name or a word near both, and
to be of one order of size. Even then they are candidates of a disagreement and nothing else; whether they disagree
an editor says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    near = _near(figures)
    links = [(pair, word) for word, members in near.items() for pair in _links(figures, members)]
    alike = [pair for members in _telling(figures).values() for pair in _neighbours(figures, members)]
    groups = components(len(figures), (*(pair for pair, _ in links), *alike))
    group_of = {place: number for number, group in enumerate(groups) for place in group}
    between: list[set[str]] = [set() for _ in groups]
    for (first, _), word in links:
        between[group_of[first]].add(word)
    found: list[FigureGroup] = []
    for words, group in zip(between, groups, strict=True):
        members = tuple(figures[place] for place in group)
        found.append(FigureGroup(matter, tuple(sorted(words)), members, _status(members)))
    return found


def _near(figures: Sequence[Figure]) -> Mapping[str, list[int]]:
    """The figures near each name or word, the least first."""
    found: dict[str, list[int]] = {}
    for place in sorted(range(len(figures)), key=lambda place: figures[place].high):
        for word in {*figures[place].entities, *figures[place].anchors}:
            found.setdefault(word, []).append(place)
    return found


def _telling(figures: Sequence[Figure]) -> Mapping[tuple[float, float], list[int]]:
    """The figures of each value that tells by itself."""
    found: dict[tuple[float, float], list[int]] = {}
    for place, figure in enumerate(figures):
        if figure.high >= _TELLING:
            found.setdefault((figure.low, figure.high), []).append(place)
    return found


def _links(figures: Sequence[Figure], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield what joins figures near one word, which come by their size: those of one order are one matter."""
    for first, second in _neighbours(figures, members):
        if figures[second].high <= _ORDER * figures[first].high:
            yield first, second


def _neighbours(figures: Sequence[Figure], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each figure with the next one of another article and with the last one before, and no pair between them.

    What any two of them join, a row of such steps joins too.
    """
    for ordered in (members, members[::-1]):
        following: dict[int, int] = {}
        after = other = None
        for place in reversed(ordered):
            if after is not None and figures[after].article != figures[place].article:
                other = after
            if other is not None:
                following[place] = other
            after = place
        yield from (
            (place, each) if ordered is members else (each, place) for place, each in following.items()
        )


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
