"""Numbers as texts write them, and their values: digits, words, ranges, "hundreds of thousands"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from builder.analysis.figures.hinted import beginnings, digits_of, in_small_letters, matches_at, places_of
from builder.regexes import regex
from builder.text import Span, meets_any

_ONES = dict(
    zip(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split(),
        range(20),
        strict=True,
    )
)
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}
_PLURALS = {f"{scale}s": value for scale, value in _SCALES.items()} | {"scores": 20, "tens": 10}


def _any_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = rf"(?:(?:{_any_of(_TENS)})(?:[- ](?:{_any_of(_ONES)}))?|{_any_of(_ONES)})"
_SCALE = rf"(?:{_any_of(_SCALES)})"
_SPELLED = rf"(?:(?:{_SMALL}|an?)(?:[- ]{_SCALE})+(?:(?:[- ]|\sand\s){_SMALL}(?:[- ]{_SCALE})*)?|{_SMALL})"
_NUMBER = rf"(?:(?:{_DIGITS})(?:[- ]{_SCALE})*\b|\b{_SPELLED}\b)"
_SIGN = r"[$\u00a3\u20ac\u00a5\u20bd]"
_PATTERN = regex(
    rf"(?<![\w.,-])(?P<sign>(?:US|A|C)?{_SIGN})?\s?(?P<low>{_NUMBER})"
    rf"(?:\s*(?P<joint>\bto\b|-|\u2013|\bor\b|\band\b)\s*(?P<sign_2>{_SIGN})?(?P<high>{_NUMBER}))?"
    r"(?P<percent>\s?%|[\s-]per\s?cent(?:age)?\b)?(?P<ordinal>st\b|nd\b|rd\b|th\b)?(?![\w]|[.,:]\d)",
    re.IGNORECASE,
)
_INDEFINITE = regex(
    rf"\b(?P<of>(?:{_any_of(_PLURALS)}) of )?(?P<scale>{_any_of(_PLURALS)})\b(?! and)", re.IGNORECASE
)
_NUMBER_WORDS = beginnings((*_ONES, *_TENS))
_MOST_BEFORE = 5
"""So many signs a match may have before its first number: `US$` and a space."""
_MOST = 10**15
"""A longer row of digits is a code, not a number."""
_WORD = regex(r"[\d.,\u00a0\u202f]*\d|[a-z]+")
_BETWEEN = regex(r"\b(?:between|from)\s+$", re.IGNORECASE)


class FoundNumber(Struct, frozen=True):
    """A number: its value, or the two ends of a range. `sign` is its currency as written."""

    span: Span
    low: float
    high: float
    sign: str
    is_percent: bool
    is_spelled: bool
    is_indefinite: bool = False


def numbers_in(text: str) -> tuple[FoundNumber, ...]:
    """Return the numbers of a text in text order, ordinals and lone articles left out."""
    small = in_small_letters(text)
    exact = [found for match in exact_numbers(text, small) for found in _read(text, match)]
    taken = [found.span for found in exact]
    loose = [_read_indefinite(match) for match in loose_numbers(text, small)]
    return tuple(
        sorted(
            [
                *exact,
                *(
                    found
                    for found in loose
                    if not meets_any(Span(found.span.start, found.span.start + 1), taken)
                ),
            ],
            key=lambda found: found.span,
        )
    )


def exact_numbers(text: str, small: str) -> Iterator[re.Match[str]]:
    """Yield every match of the pattern of exact numbers; `small` is the text in small letters."""
    numbers = [*digits_of(text), *places_of(_NUMBER_WORDS, small)]
    for place in places_of(_SCALES, small):
        numbers += [place - length for length in (2, 3) if small[place - length : place - 1] in ("a", "an")]
    starts = [start for place in numbers for start in range(max(place - _MOST_BEFORE, 0), place + 1)]
    return matches_at(_PATTERN, text, starts)


def loose_numbers(text: str, small: str) -> Iterator[re.Match[str]]:
    """Yield every match of the pattern of numbers that are not told exactly."""
    return matches_at(_INDEFINITE, text, places_of(_PLURALS, small))


def _read(text: str, match: re.Match[str]) -> list[FoundNumber]:
    if match["ordinal"]:
        return []
    joint = (match["joint"] or "").casefold()
    if joint == "and" and not _BETWEEN.search(text, max(match.start() - 12, 0), match.start()):
        return [*_single(text, match, "low"), *_single(text, match, "high")]
    low, high = value_of(match["low"]), value_of(match["high"] or match["low"])
    if match["high"] and _scale(match["low"]) == 1 and low < _scale(match["high"]):
        low *= _scale(match["high"])
    if high < low or high > _MOST:
        return []
    start = match.start("sign") if match["sign"] else match.start("low")
    sign = match["sign"] or match["sign_2"] or ""
    spelled = not match["low"][0].isdigit()
    if spelled and not match["high"] and high <= 1:
        return []
    return [FoundNumber(Span(start, match.end()), low, high, sign, bool(match["percent"]), spelled)]


def _single(text: str, match: re.Match[str], side: str) -> list[FoundNumber]:
    """One of two numbers joined by a mere "and"."""
    value = value_of(match[side])
    spelled = not match[side][0].isdigit()
    sign = match["sign" if side == "low" else "sign_2"] or ""
    if (spelled and value <= 1) or value > _MOST:
        return []
    start = match.start("sign" if side == "low" else "sign_2") if sign else match.start(side)
    end = match.end() if side == "high" else match.end(side)
    percent = bool(match["percent"]) and side == "high"
    return [FoundNumber(Span(start, end), value, value, sign, percent, spelled)]


def _read_indefinite(match: re.Match[str]) -> FoundNumber:
    value = _PLURALS[match["scale"].casefold()]
    if match["of"]:
        value *= _PLURALS[match["of"].casefold().split()[0]]
    return FoundNumber(Span(*match.span()), value, value, "", False, True, is_indefinite=True)


def value_of(written: str) -> float:
    """Return the value of a number in digits or words: `two hundred and twenty-four` is 224, `1.5 million` too."""
    total = current = 0.0
    for word in _WORD.findall(written.casefold()):
        if word[-1].isdigit():
            current = float(re.sub(r"[,\u00a0\u202f]", "", word))
        elif word in _ONES or word in _TENS:
            current += _ONES.get(word, 0) + _TENS.get(word, 0)
        elif word in ("hundred", "dozen"):
            current = (current or 1) * _SCALES[word]
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0
    return total + current


def _scale(written: str) -> int:
    word = re.split(r"[- ]", written.casefold())[-1]
    return _SCALES.get(word, 1)
