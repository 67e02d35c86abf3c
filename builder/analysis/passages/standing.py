"""Standing text: words that an outlet prints under many of its texts, brought together from the passages they make.

It is nobody's reporting, so it makes no pair, no share and no cluster; it is told once, with the outlet.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from builder.analysis.comparedtext import ComparedText
from builder.analysis.comparisonfindings import StandingText
from builder.analysis.components import components
from builder.analysis.passages.kinds import Meeting
from builder.model.base import OutletId
from builder.text import Span

Block = tuple[int, Span]
"""A text, by place, and a range of its clean view."""


def standing_texts(
    texts: Sequence[ComparedText], meetings: Sequence[Meeting]
) -> Mapping[OutletId, tuple[StandingText, ...]]:
    """Return the standing texts of each outlet that has any, those in most articles first.

    `meetings` are the passages that were recognised as standing text. Ranges of one text that overlap are one block;
    blocks that a passage joins are one standing text.
    """
    blocks = _blocks(meetings)
    links = (
        (_holding(blocks, first, here), _holding(blocks, second, there))
        for (first, second), (here, there) in ((meeting.places, meeting.spans) for meeting in meetings)
    )
    found: dict[OutletId, list[StandingText]] = {}
    for group in components(len(blocks), links):
        standing = _standing(texts, [blocks[member] for member in group])
        found.setdefault(texts[blocks[group[0]][0]].outlet, []).append(standing)
    return {outlet: tuple(sorted(found[outlet], key=_weight)) for outlet in sorted(found)}


def _weight(standing: StandingText) -> tuple[int, tuple[object, ...]]:
    return -len(standing.places), standing.places


def _blocks(meetings: Sequence[Meeting]) -> list[Block]:
    """Every block, by text and place, each once."""
    spans = {
        (place, span)
        for meeting in meetings
        for place, span in zip(meeting.places, meeting.spans, strict=True)
    }
    blocks: list[Block] = []
    for place, span in sorted(spans):
        if blocks and blocks[-1][0] == place and blocks[-1][1].meets(span):
            last = blocks[-1][1]
            blocks[-1] = (place, Span(last.start, max(last.end, span.end)))
        else:
            blocks.append((place, span))
    return blocks


def _holding(blocks: Sequence[Block], place: int, span: Span) -> int:
    """The number of the block that holds a range: the last that does not begin after it."""
    return bisect_right(blocks, (place, Span(span.start, sys.maxsize))) - 1


def _standing(texts: Sequence[ComparedText], blocks: Sequence[Block]) -> StandingText:
    return StandingText(tuple((texts[place].article, texts[place].raw(span)) for place, span in blocks))
