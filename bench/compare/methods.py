"""The ways to find shared passages that are measured side by side: ours, and the libraries people reach for."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from importlib.util import find_spec

from builder.analysis.passages.refine import passages_of
from builder.analysis.passages.rule import Rule
from builder.analysis.passages.tokens import tokenise
from scoring import RangePair

Method = Callable[[str, str], list[RangePair]]
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_GAP, _LEAST, _DENSITY = 15, 8, 0.5


def ours(rule: Rule) -> Method:
    """Return our method under a rule."""

    def find(first: str, second: str) -> list[RangePair]:
        return [
            (passage.first.start, passage.first.end, passage.second.start, passage.second.end)
            for passage in passages_of(*tokenise([first, second]), rule)
        ]

    return find


def difflib_words(first: str, second: str) -> list[RangePair]:
    """Return matching blocks of words, merged and thresholded as ours are."""
    x, y = _words(first), _words(second)
    matcher = SequenceMatcher(None, [word for word, *_ in x], [word for word, *_ in y], autojunk=False)
    return _merged([tuple(block) for block in matcher.get_matching_blocks() if block.size], x, y)


def rapidfuzz_words(first: str, second: str) -> list[RangePair]:
    """Return the equal blocks of rapidfuzz's longest common subsequence, merged and thresholded as ours are."""
    from rapidfuzz.distance import LCSseq

    x, y = _words(first), _words(second)
    steps = LCSseq.opcodes([word for word, *_ in x], [word for word, *_ in y])
    blocks = [
        (step.src_start, step.dest_start, step.src_end - step.src_start) for step in steps if step.tag == "equal"
    ]
    return _merged(blocks, x, y)


def others() -> dict[str, Method]:
    """Return the other methods that can be imported here."""
    found: dict[str, Method] = {"difflib words + merge": difflib_words}
    if find_spec("rapidfuzz"):
        found["rapidfuzz LCS words + merge"] = rapidfuzz_words
    return found


_Words = list[tuple[str, int, int]]


def _words(text: str) -> _Words:
    return [
        (match[0].lower().replace("\u2019", "'"), *match.span())  # type: ignore[misc]
        for match in _WORD.finditer(text)
    ]


def _merged(blocks: list[tuple[int, int, int]], x: _Words, y: _Words) -> list[RangePair]:
    groups: list[list[tuple[int, int, int]]] = []
    for block in blocks:
        last = groups[-1][-1] if groups else None
        if last and block[0] - last[0] - last[2] <= _GAP and block[1] - last[1] - last[2] <= _GAP:
            groups[-1].append(block)
        else:
            groups.append([block])
    return [
        (x[group[0][0]][1], x[_end(group, 0) - 1][2], y[group[0][1]][1], y[_end(group, 1) - 1][2])
        for group in map(_dense, groups)
        if group
    ]


def _dense(group: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    while group:
        words = sum(block[2] for block in group)
        length = max(_end(group, side) - group[0][side] for side in (0, 1))
        if words < _LEAST:
            return []
        if words >= _DENSITY * length:
            return group
        group = group[1:] if group[0][2] <= group[-1][2] else group[:-1]
    return []


def _end(group: list[tuple[int, int, int]], side: int) -> int:
    return group[-1][side] + group[-1][2]
