"""What changed from one state of a text to the next: paragraphs first, then words inside those that changed.

Method: patience diff (B. Cohen): what stands once on either side anchors the rest, in the longest order that both
share; small stretches between anchors are compared in full. The effort grows with the length of the texts, not its
square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from msgspec import Struct

from builder.model.base import ArticleId
from builder.model.library import Library
from builder.model.seedtext import SeedText
from builder.regexes import regex
from builder.text import Span

MAX_DEPTH = 12
"""How often a stretch is cut at anchors; what is left is told as changed whole."""
_FULLY_COMPARED = 64 * 64
_PAIRED = 400
_LEAST_SHARED = 0.3
_TOKEN = regex(r"\w+|\s+|[^\w\s]")

Difference = tuple[Span, Span]
"""A stretch of the one side and what stands in its place on the other; either may be empty."""


_Pairing = tuple[float, tuple[tuple[int, int], ...]]
"""How much the pairs of paragraphs share in all, and the pairs."""


class Piece(Struct, frozen=True):
    """Words of a changed paragraph; `is_changed` tells those that the other state has not."""

    text: str
    is_changed: bool


class Change(Struct, frozen=True):
    """A paragraph that differs: its number and words in either state; None where it is in one of them only."""

    old: int | None
    new: int | None
    was: tuple[Piece, ...]
    now: tuple[Piece, ...]


def revisions(library: Library) -> Mapping[ArticleId, tuple[tuple[Change, ...], ...]]:
    """Return for each article with several states what changed from each to the next, the oldest first."""
    found: dict[ArticleId, tuple[tuple[Change, ...], ...]] = {}
    for article, earlier in library.earlier.items():
        if article in library.texts:
            states = [*(state.text for state in earlier), library.texts[article]]
            found[article] = tuple(changes(old, new) for old, new in pairwise(states))
    return found


def changes(old: SeedText, new: SeedText) -> tuple[Change, ...]:
    """Return the paragraphs that differ between two states of a text, in the order of the later one."""
    before = [" ".join(paragraph.span.of(old.raw).split()) for paragraph in old.paragraphs]
    after = [" ".join(paragraph.span.of(new.raw).split()) for paragraph in new.paragraphs]
    return tuple(
        change for one, other in differing(before, after) for change in _paired(before, after, one, other)
    )


def _paired(before: list[str], after: list[str], one: Span, other: Span) -> Iterator[Change]:
    """Pair paragraphs that share words, in order; the others are told as taken out or added."""
    old, new = one.start, other.start
    for old_at, new_at in [*_pairs(before, after, one, other), (one.end, other.end)]:
        yield from (Change(at + 1, None, (Piece(before[at], True),), ()) for at in range(old, old_at))
        yield from (Change(None, at + 1, (), (Piece(after[at], True),)) for at in range(new, new_at))
        if old_at < one.end and new_at < other.end:
            was, now = pieces(before[old_at], after[new_at])
            yield Change(old_at + 1, new_at + 1, was, now)
        old, new = old_at + 1, new_at + 1


def _pairs(before: list[str], after: list[str], one: Span, other: Span) -> list[tuple[int, int]]:
    """The pairs, in order, that share most; in a long stretch paragraph by paragraph."""
    if len(one) * len(other) > _PAIRED:
        return [(one.start + at, other.start + at) for at in range(min(len(one), len(other)))]
    olds = [Counter(_words(before[at])) for at in range(one.start, one.end)]
    news = [Counter(_words(after[at])) for at in range(other.start, other.end)]
    row: list[_Pairing] = [(0.0, ())] * (len(news) + 1)
    for i, words in enumerate(olds):
        above, row = row, [(0.0, ())]
        for j, others in enumerate(news):
            options = [above[j + 1], row[j]]
            shared = _likeness(words, others)
            if shared >= _LEAST_SHARED:
                score, chosen = above[j]
                options.append((score + shared, (*chosen, (one.start + i, other.start + j))))
            row.append(max(options, key=lambda option: option[0]))
    return list(row[-1][1])


def _words(text: str) -> list[str]:
    return [token for token in _TOKEN.findall(text) if token[0].isalnum()]


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """How much two bags of words share, from 0 to 1 (Dice)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def pieces(was: str, now: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both forms of a paragraph cut where they differ, by words."""
    old, new = _TOKEN.findall(was), _TOKEN.findall(now)
    found = list(differing(old, new))
    return _cut(old, [one for one, _ in found]), _cut(new, [other for _, other in found])


def _cut(tokens: list[str], changed: list[Span]) -> tuple[Piece, ...]:
    cut: list[Piece] = []
    reached = 0
    for span in (each for each in changed if len(each)):
        cut += [
            Piece("".join(tokens[reached : span.start]), False),
            Piece("".join(tokens[span.start : span.end]), True),
        ]
        reached = span.end
    cut.append(Piece("".join(tokens[reached:]), False))
    return tuple(piece for piece in cut if piece.text)


def differing(old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    """Yield where two sequences differ, in order; what lies between is the same in both."""
    return _differing(old, new, Span(0, len(old)), Span(0, len(new)), 0)


def _differing(
    old: Sequence[str], new: Sequence[str], one: Span, other: Span, depth: int
) -> Iterator[Difference]:
    one, other = _without_common_ends(old, new, one, other)
    if not len(one) or not len(other):
        if len(one) or len(other):
            yield one, other
        return
    if len(one) * len(other) <= _FULLY_COMPARED:
        yield from _compared(old, new, one, other)
        return
    anchors = _anchors(old, new, one, other) if depth < MAX_DEPTH else []
    if not anchors:
        yield one, other
        return
    start, begin = one.start, other.start
    for at, there in [*anchors, (one.end, other.end)]:
        yield from _differing(old, new, Span(start, at), Span(begin, there), depth + 1)
        start, begin = at + 1, there + 1


def _without_common_ends(old: Sequence[str], new: Sequence[str], one: Span, other: Span) -> tuple[Span, Span]:
    start, end, begin, stop = one.start, one.end, other.start, other.end
    while start < end and begin < stop and old[start] == new[begin]:
        start, begin = start + 1, begin + 1
    while start < end and begin < stop and old[end - 1] == new[stop - 1]:
        end, stop = end - 1, stop - 1
    return Span(start, end), Span(begin, stop)


def _compared(old: Sequence[str], new: Sequence[str], one: Span, other: Span) -> Iterator[Difference]:
    matcher = SequenceMatcher(None, old[one.start : one.end], new[other.start : other.end], autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind != "equal":
            yield Span(one.start + start, one.start + end), Span(other.start + begin, other.start + stop)


def _anchors(old: Sequence[str], new: Sequence[str], one: Span, other: Span) -> list[tuple[int, int]]:
    """The longest run of pairs, rising on both sides, of what stands once in either stretch."""
    there = _places_of_single(new, other)
    pairs = [(at, there[value]) for value, at in _places_of_single(old, one).items() if value in there]
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(tops, place)
        before.append(ends[at - 1] if at else -1)
        tops[at : at + 1] = [place]
        ends[at : at + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _places_of_single(values: Sequence[str], span: Span) -> dict[str, int]:
    counts = Counter(values[at] for at in range(span.start, span.end))
    return {values[at]: at for at in range(span.start, span.end) if counts[values[at]] == 1}
