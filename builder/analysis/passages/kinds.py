"""What a shared passage is made of: reporting, a quotation, names and titles, or an outlet's boilerplate."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from builder.analysis.comparedtext import ComparedText
from builder.analysis.comparisonfindings import PassageKind
from builder.analysis.passages.refine import FoundPassage, FoundRun
from builder.analysis.smallwords import FUNCTION_WORDS
from builder.regexes import regex
from builder.text import Span, SpanIndex

Quoted = Callable[[ComparedText], tuple[Span, ...]]
"""Returns the ranges of a clean view that stand in quotation marks."""

_QUOTED_PART = 0.75
_STOCK_PART = 0.9
_STOCK_WORDS = 24
"""A longer passage is never stock, whatever its capitals: headlines have them too."""
_BOILERPLATE_TEXTS = 5
_COVERED_PART = 0.8
_MOST_TRIED = 24
"""So many ranges that are long enough are asked whether they cover a passage; boilerplate is covered by nearly each."""
_WORD = regex(r"[^\W_]+(?:['\u2019][^\W_]+)*")


class Meeting(Struct, frozen=True):
    """A passage with the two texts that share it, by place: the first lower."""

    places: tuple[int, int]
    passage: FoundPassage

    @property
    def spans(self) -> tuple[Span, Span]:
        """Its ranges in the two clean views."""
        return (self.passage.first, self.passage.second)


def kinds_of(
    texts: Sequence[ComparedText], meetings: Sequence[Meeting], quoted: Quoted
) -> tuple[PassageKind, ...]:
    """Return the kind of each passage."""
    inside = _spans_within_outlets(texts, meetings)
    return tuple(_kind(texts, meeting, quoted, inside) for meeting in meetings)


def _kind(
    texts: Sequence[ComparedText],
    meeting: Meeting,
    quoted: Quoted,
    inside: Mapping[int, _Inside],
) -> PassageKind:
    first, second = (texts[place] for place in meeting.places)
    runs = meeting.passage.runs
    if first.outlet == second.outlet and _is_boilerplate(meeting, inside):
        return PassageKind.BOILERPLATE
    if meeting.passage.length <= _STOCK_WORDS and _is_stock(first.clean, second.clean, runs):
        return PassageKind.STOCK
    in_marks = min(
        _part_inside([run.first for run in runs], quoted(first)),
        _part_inside([run.second for run in runs], quoted(second)),
    )
    return PassageKind.QUOTATION if in_marks >= _QUOTED_PART else PassageKind.PASSAGE


class _Inside:
    """What a text shares with others of its outlet."""

    def __init__(self, shared: Sequence[tuple[int, Span]]) -> None:
        """`shared` are the other texts with ranges of this one."""
        self._shared = shared
        self._ranges = SpanIndex([span for _, span in shared])

    def is_in_enough(self, whole: Span, runs: Sequence[Span]) -> bool:
        """Whether nearly all of some runs, which lie in `whole`, stands in enough of the other texts."""
        others: set[int] = set()
        enough = _COVERED_PART * sum(map(len, runs))
        met = (self._shared[place] for place in self._ranges.meeting(whole))
        large = (
            (other, shared)
            for other, shared in met
            if min(shared.end, whole.end) - max(shared.start, whole.start) >= enough
        )
        for other, shared in islice(large, _MOST_TRIED):
            if other not in others and _part_inside(runs, (shared,)) >= _COVERED_PART:
                others.add(other)
                if len(others) + 1 >= _BOILERPLATE_TEXTS:
                    return True
        return False


def _spans_within_outlets(
    texts: Sequence[ComparedText], meetings: Sequence[Meeting]
) -> Mapping[int, _Inside]:
    """For each text: what it shares with other texts of its outlet, and with which."""
    found: dict[int, list[tuple[int, Span]]] = {}
    for meeting in meetings:
        first, second = meeting.places
        if texts[first].outlet == texts[second].outlet:
            found.setdefault(first, []).append((second, meeting.spans[0]))
            found.setdefault(second, []).append((first, meeting.spans[1]))
    return {place: _Inside(shared) for place, shared in found.items()}


def _is_boilerplate(meeting: Meeting, inside: Mapping[int, _Inside]) -> bool:
    """Whether nearly all that is the same stands in enough other texts; chance words beside it change nothing."""
    return any(
        inside[place].is_in_enough(span, [(run.first, run.second)[side] for run in meeting.passage.runs])
        for side, (place, span) in enumerate(zip(meeting.places, meeting.spans, strict=True))
    )


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _part_inside(runs: Sequence[Span], ranges: Sequence[Span]) -> float:
    """Return how much of some runs lies in disjoint ranges, which come in order."""
    return sum(_common(run, span) for run in runs for span in _meeting(run, ranges)) / sum(map(len, runs))


def _meeting(run: Span, ranges: Sequence[Span]) -> Sequence[Span]:
    first = bisect_right(ranges, run.start, key=lambda span: span.end)
    return ranges[first : bisect_left(ranges, run.end, first, key=lambda span: span.start)]


def _is_stock(first: str, second: str, runs: Sequence[FoundRun]) -> bool:
    """Whether the words are names and function words, capitalised in both texts."""
    ones = [word for run in runs for word in _WORD.findall(run.first.of(first))]
    others = [word for run in runs for word in _WORD.findall(run.second.of(second))]
    if len(ones) != len(others):
        return False
    slight = sum(
        one.casefold() in FUNCTION_WORDS or (one[0].isupper() and other[0].isupper())
        for one, other in zip(ones, others, strict=True)
    )
    return bool(slight >= _STOCK_PART * len(ones))
