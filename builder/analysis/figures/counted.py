"""What a number counts: the words after it, and the class of things they belong to."""

from __future__ import annotations

import re
from itertools import islice

from builder.analysis.smallwords import FUNCTION_WORDS
from builder.regexes import regex
from builder.text import Span

CLASSES: dict[str, frozenset[str]] = {
    "dead": frozenset(
        "dead died die dies killed killing kill kills deaths death fatalities bodies lives".split()
    ),
    "injured": frozenset("injured wounded hurt injuries".split()),
    "fighters": frozenset(
        """fighters fighter youth militants militant soldiers troops rebels terrorists jihadists recruits members
        commanders insurgents gunmen""".split()
    ),
    "detained": frozenset("arrested detained arrests detainees prisoners jailed imprisoned".split()),
    "displaced": frozenset("refugees displaced migrants evacuated homeless fled".split()),
    "people": frozenset(
        "people passengers crew civilians residents persons men women children citizens victims aboard".split()
    ),
    "strikes": frozenset("strikes airstrikes raids attacks sorties bombings".split()),
}
"""Words that count the same sort of thing. In this order: what comes first is the matter of a figure of several."""

_NO_ANCHORS = FUNCTION_WORDS.union(*CLASSES.values())
_WORD = regex(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_CLAUSE_END = regex(r"[.!?;:,\n\u201c\u201d\"()]")
_MOST = 4
_RIGHT, _LEFT = 6, 4
"""So many words after and before a number may tell its class."""
_NEAR = 8
"""So many words on either side tell its matter."""
_STEM = 5


def counted_after(text: str, number: Span, sentence: Span) -> str:
    """Return the words right after a number that name what it counts, as written; empty where nothing does."""
    rest = text[number.end : sentence.end]
    clause = _CLAUSE_END.split(rest, maxsplit=1)[0]
    lead = re.match(r"[\s-]*(?:of\s+(?:the\s+|its\s+|their\s+)?)?", clause)
    start = lead.end() if lead else 0
    end = start
    taken = 0
    for match in _WORD.finditer(clause, start):
        word = match[0] if match[0].isupper() else match[0].casefold()
        if taken == _MOST or (word in FUNCTION_WORDS and word != "and") or _only_verb(word):
            break
        if word != "and":
            taken, end = taken + 1, match.end()
    return clause[start:end]


def _only_verb(word: str) -> bool:
    return word in (
        "died",
        "die",
        "dies",
        "killed",
        "fled",
        "joined",
        "arrested",
        "detained",
        "injured",
        "wounded",
    )


def around(text: str, number: Span, sentence: Span) -> tuple[tuple[str, ...], Span]:
    """Return the classes that the words around a number belong to, in the order of the table, and their range."""
    before = list(_WORD.finditer(text, sentence.start, number.start))[-_NEAR:]
    after = list(islice(_WORD.finditer(text, number.end, sentence.end), _NEAR))
    words = {match[0].casefold() for match in (*before[-_LEFT:], *after[:_RIGHT])}
    near = Span(before[0].start() if before else number.start, after[-1].end() if after else number.end)
    return tuple(name for name, counted in CLASSES.items() if not counted.isdisjoint(words)), near


def anchors_of(text: str, number: Span, near: Span) -> tuple[tuple[str, Span], ...]:
    """Return the words near a number that say what the matter is, cut to their first letters, in text order."""
    found: list[tuple[str, Span]] = []
    for match in _WORD.finditer(text, near.start, near.end):
        word = match[0].casefold()
        if len(word) >= _STEM and word not in _NO_ANCHORS:
            span = Span(*match.span())
            if not span.meets(number):
                found.append((word[:_STEM], span))
    return tuple(found)
