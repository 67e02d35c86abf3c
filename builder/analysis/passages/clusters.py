"""Texts that are nearly the same: syndicated copies, cut or padded.

Two texts are linked when half of the shorter one stands in the other: containment, not likeness, since a copy is often
cut to a third or set into a longer report. Linked texts make a cluster.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.analysis.comparedtext import ComparedText, first_published
from builder.analysis.comparisonfindings import Cluster
from builder.analysis.components import components

_CONTAINED = 0.5


def clusters_of(
    texts: Sequence[ComparedText], words: Sequence[int], shared: Mapping[tuple[int, int], int]
) -> tuple[Cluster, ...]:
    """Return the clusters. `words` of each text; `shared` words of each two texts that share some, by place."""
    links = (
        pair for pair, count in shared.items() if count >= _CONTAINED * min(words[pair[0]], words[pair[1]])
    )
    groups = components(len(texts), links)
    return tuple(
        Cluster(
            tuple(texts[place].article for place in group),
            first_published(texts[place] for place in group),
        )
        for group in groups
    )
