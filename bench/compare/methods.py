"""The ways to find shared passages that are measured side by side: ours, and the libraries people reach for."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from importlib.util import find_spec

from scoring import RangePair

from builder.analysis.passages.find import looked_at
from builder.analysis.passages.growth import WordPair
from builder.analysis.passages.refine import dense, passages_of
from builder.analysis.passages.rule import DOSSIER, Rule
from builder.analysis.passages.tokens import tokenise

Method = Callable[[str, str], list[RangePair]]
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


def ours(rule: Rule) -> Method:
    """Return our method under a rule."""

    def find(first: str, second: str) -> list[RangePair]:
        tokens = tokenise([first, second])
        return [
            (passage.first.start, passage.first.end, passage.second.start, passage.second.end)
            for one, other in looked_at(tokens, rule)[0]
            for passage in passages_of(tokens[one], tokens[other], rule)
        ]

    return find


def difflib_words(first: str, second: str) -> list[RangePair]:
    """Return matching blocks of two words or more, merged and thresholded as ours are."""
    x, y = _words(first), _words(second)
    matcher = SequenceMatcher(None, [word for word, *_ in x], [word for word, *_ in y], autojunk=False)
    return _merged([tuple(block) for block in matcher.get_matching_blocks() if block.size > 1], x, y)


def rapidfuzz_words(first: str, second: str) -> list[RangePair]:
    """Return the equal blocks of rapidfuzz's longest common subsequence, merged and thresholded as ours are."""
    from rapidfuzz.distance import LCSseq

    x, y = _words(first), _words(second)
    steps = LCSseq.opcodes([word for word, *_ in x], [word for word, *_ in y])
    blocks = [
        (step.src_start, step.dest_start, step.src_end - step.src_start)
        for step in steps
        if step.tag == "equal"
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
    """Join blocks that are as near as ours may be, then cut and judge them by our own rule."""
    groups: list[list[WordPair]] = []
    for first, second, size in blocks:
        pairs = [(first + step, second + step) for step in range(size)]
        last = groups[-1][-1] if groups else None
        if last and max(first - last[0], second - last[1]) <= DOSSIER.gap + 1:
            groups[-1].extend(pairs)
        else:
            groups.append(pairs)
    return [
        (x[kept[0][0]][1], x[kept[-1][0]][2], y[kept[0][1]][1], y[kept[-1][1]][2])
        for kept in (dense(pairs, DOSSIER) for pairs in groups)
        if kept
    ]
