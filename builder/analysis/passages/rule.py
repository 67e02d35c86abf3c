"""The numbers that decide what a shared passage is; printed with the results."""

from __future__ import annotations

from msgspec import Struct


class Rule(Struct, frozen=True):
    """How shared passages are looked for. Lengths are words."""

    mode: str
    group: int
    """So many words in a row, the same in two texts, make a seed."""
    window: int
    """Of so many word groups in a row one is kept (winnowing); 1 keeps all.

    Every common run of `group + window - 1` words is still found. Schleimer, Wilkerson, Aiken: Winnowing, 2003.
    """
    fill: int = 2
    """Runs from this length on may extend a passage near a seed; they never found one."""
    gap: int = 15
    """So many words may differ between two runs of one passage."""
    least: int = 8
    """A passage has at least so many words that both texts have in the same order."""
    density: float = 0.5
    """At least this part of a passage's words is the same."""
    drop: float = 4.0
    """Growing over the edge stops when the score has fallen by this much (X-drop)."""
    run: int = 0
    """A pair is looked at only if one of its common runs has so many words (or all together half as many again)."""
    star: int = 0
    """A word group that more texts have links each to the first published and its neighbour only; 0: to all."""


DOSSIER = Rule(mode="dossier", group=4, window=1)
"""For the texts of one story: all is compared with all."""

SITE = Rule(mode="site", group=5, window=8, least=12, run=12, star=6)
"""For texts of different stories: near-linear, blind to passages without a common run of twelve words or so."""

RULES: tuple[Rule, ...] = (DOSSIER, SITE)
"""Both; by which one two texts are compared follows from what the two are about, not from how many others there are."""
