"""Whether words of the editors say a number or a name that the words they rest on do not hold.

Numbers are compared by value, names through the forms of their entities, through adjectives of places and by their
stems. What is compared are words alone: nothing here judges whether a statement is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from builder.analysis.figures.dates import dates_in
from builder.analysis.figures.numbers import numbers_in
from builder.regexes import regex
from builder.text import Span

_WORD = regex(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_NAME = regex(r"[^\W\d_][^\W_]*(?:[-’'][^\W_]+)*")
_DIGITS = regex(r"\d(?:[\d.,\u00a0\u202f\u2009 ’']*\d)?")
_YEAR = regex(r"(?:1\d|20|21)\d\d")
_COUNTED = regex(r"\s+(?:[a-z]{3,}s|people|men|women|children)\b")
_JOINS_DAYS = regex(r"\s*(?:and|or|to|until|through|[,–—-])\s*")
_SEPARATORS = str.maketrans("", "", ".,\u00a0\u202f\u2009 ’'")
_LEAST_STEM: Final = 4
_LONGEST_ENDING: Final = 4
"""So many letters at most an adjective changes at the end of a name: Egypt, Egyptian."""
_NO_NAMES = frozenset(
    """i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mr mrs ms dr""".split()
)
_ONE_PLACE: Final = tuple(
    frozenset(line.split())
    for line in """
america american americans us usa states washington
britain british english england uk kingdom london
china chinese beijing
denmark danish
finland finnish
france french
germany german deutschland
greece greek
hungary hungarian
ireland irish
moscow muscovite
netherlands dutch holland
norway norwegian
philippines filipino
poland polish
portugal portuguese
scotland scottish
spain spanish
sweden swedish
switzerland swiss
thailand thai
turkey turkish
wales welsh
""".strip().split("\n")
)
"""Words for one place that do not share a stem."""


class Basis(Struct, frozen=True):
    """What is known of the words that editors' words rest on."""

    values: frozenset[float]
    """The values of the numbers in them."""
    stems: frozenset[str]
    """The stems of their words."""
    is_readable: bool = True
    """Whether all of it is in the editors' language: numbers in words and names are told in another one otherwise."""


def basis_of(words: str, *, is_readable: bool) -> Basis:
    """Return what some words give to rest on."""
    return Basis(_values(words), words_of(words), is_readable)


def missing_numbers(statement: str, basis: Basis, named: Sequence[Span]) -> Iterator[str]:
    """Yield the numbers of a statement, as they are written, that the basis does not have; dates are passed over.

    `named` are ranges of the statement that are names, whose numbers count nothing.
    """
    unsaid = [
        found
        for found in numbers_in(statement)
        if not {found.low, found.high} <= basis.values and (basis.is_readable or not found.is_spelled)
    ]
    dates = [date.span for date in dates_in(statement)] if unsaid else []
    for found in unsaid:
        if not any(found.span.meets(span) for span in (*named, *dates)) and not _is_day(
            statement, found.span, dates
        ):
            yield found.span.of(statement)


def _values(words: str) -> frozenset[float]:
    values = {value for found in numbers_in(words) for value in (found.low, found.high)}
    return frozenset((*values, *_digit_values(words)))


def _digit_values(words: str) -> Iterator[float]:
    for match in _DIGITS.finditer(words):
        for digits in (match[0].translate(_SEPARATORS), *re.split(r"\D+", match[0])):
            if len(digits) <= 15:
                yield float(digits)


def _is_day(text: str, span: Span, dates: Sequence[Span]) -> bool:
    """Whether a number is a year, or the first of several days: 12 and 13 November."""
    if _YEAR.fullmatch(span.of(text)) and not _COUNTED.match(text, span.end):
        return True
    return any(_JOINS_DAYS.fullmatch(text, span.end, date.start) for date in dates)


def unlisted_names(statement: str, named: Sequence[Span]) -> Iterator[Span]:
    """Yield the runs of words with capitals inside sentences that are no names of entities."""
    run: Span | None = None
    for match in _NAME.finditer(statement):
        word = Span(*match.span())
        is_name = match[0][0].isupper() and match[0].casefold() not in _NO_NAMES
        if not is_name or _opens_sentence(statement, word.start) or any(word.meets(span) for span in named):
            continue
        if run is not None and not statement[run.end : word.start].strip():
            run = Span(run.start, word.end)
            continue
        if run is not None:
            yield run
        run = word
    if run is not None:
        yield run


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip("\"'“”‘’«»„( ")
    return not before or before[-1] in ".!?:…"


def holds_name(name: str, words: frozenset[str]) -> bool:
    """Whether any telling word of a name stands among `words` (small letters), or an adjective of it."""
    parts = [part.casefold() for part in _WORD.findall(name)]
    telling = [part for part in parts if len(part) >= _LEAST_STEM] or parts
    return any(_stands(part, words) for part in telling)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, those with an apostrophe also without what follows it."""
    found = {word.casefold() for word in _WORD.findall(text)}
    return frozenset(found | {re.split("[’']", word)[0] for word in found})


def _stands(part: str, words: frozenset[str]) -> bool:
    if part in words or any(part in place and place & words for place in _ONE_PLACE):
        return True
    stem = part[: max(_LEAST_STEM, len(part) - _LONGEST_ENDING // 2)]
    return len(part) >= _LEAST_STEM and any(
        word.startswith(stem) and len(word) <= len(part) + _LONGEST_ENDING for word in words
    )
