"""Groups of things that are linked, directly or by way of others."""

from __future__ import annotations

from collections.abc import Iterable


def components(count: int, links: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Return the groups of two or more of `0..count-1` that links join, members ascending, by their first."""
    leader = list(range(count))

    def find(member: int) -> int:
        while leader[member] != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    for first, second in links:
        one, other = sorted((find(first), find(second)))
        leader[other] = one
    groups: dict[int, list[int]] = {}
    for member in range(count):
        groups.setdefault(find(member), []).append(member)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)
