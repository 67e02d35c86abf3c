"""Where a text comes nearest to words it does not hold, and what differs. Only ever shown, never accepted.

Anchors are short runs of letters that both share (k-grams, after Baeza-Yates and Navarro's partition filtering of
approximate matches); each votes for where the words would begin, and the best places are compared letter by letter.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from builder.load.differences import differences
from builder.text import Span

_BUCKET: Final = 8
_TRIED_PLACES: Final = 4
_MAX_COMPARED_CHARS: Final = 400
_MAX_VOTERS: Final = 400
_LEAST_LIKENESS: Final = 0.6
_LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ‛`´′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f\u2002\u2003\u3000\t\n\r", " "),
    }
)


@dataclass(frozen=True, slots=True)
class NearPassage:
    """The passage of a text that is most like some words, and in words what differs."""

    span: Span
    difference: str


def nearest_passage(raw: str, quote: str) -> NearPassage | None:
    """Return the passage nearest to `quote`, or None where nothing is much like it."""
    folded_raw, folded_quote = _folded(raw), _folded(quote)
    start = folded_raw.find(folded_quote)
    if start >= 0:
        return _near(raw, Span(start, start + len(quote)), quote)
    spaced = _spaced_otherwise(raw, quote)
    if spaced is not None:
        return _near(raw, spaced, quote)
    if len(quote) > _MAX_COMPARED_CHARS:
        return _nearest_to_long(raw, quote, folded_raw, folded_quote)
    best: tuple[float, Span] | None = None
    for place in _likely_starts(folded_raw, folded_quote):
        likeness, span = _align(folded_raw, folded_quote, place)
        if best is None or likeness > best[0]:
            best = (likeness, span)
    if best is None or best[0] < _LEAST_LIKENESS:
        return None
    return _near(raw, best[1], quote)


def yaml_text(text: str) -> str:
    """Return a text as a YAML value that reads back as it is, with hidden characters written as escapes."""
    hidden = any(not (character.isprintable() or character == " ") for character in text)
    if '"' in text and "'" not in text and "\\" not in text and not hidden:
        return f"'{text}'"
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    simple = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character)
    if simple is not None:
        return simple
    if character.isprintable() or character == " ":
        return character
    point = ord(character)
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"


def _near(raw: str, span: Span, quote: str) -> NearPassage:
    return NearPassage(span, differences(quote, span.of(raw)))


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    """The text with capitals, quotation marks, dashes and spaces made equal, code point for code point."""
    plain = text.translate(_LOOK_ALIKES)
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in plain)


def _spaced_otherwise(raw: str, quote: str) -> Span | None:
    """The place where the same letters stand with other white space between them."""
    letters, places = _without_spaces(raw)
    wanted = "".join(quote.split())
    at = letters.find(wanted) if wanted else -1
    return None if at < 0 else Span(places[at], places[at + len(wanted) - 1] + 1)


@lru_cache(maxsize=4)
def _without_spaces(raw: str) -> tuple[str, tuple[int, ...]]:
    kept = [(character, offset) for offset, character in enumerate(raw) if not character.isspace()]
    return "".join(character for character, _ in kept), tuple(offset for _, offset in kept)


@lru_cache(maxsize=8)
def _grams(text: str, size: int) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for offset in range(len(text) - size + 1):
        places.setdefault(text[offset : offset + size], []).append(offset)
    return places


def _likely_starts(raw: str, quote: str) -> list[int]:
    """Offsets at which the quote may begin, likeliest first."""
    size = 5 if len(quote) >= 24 else 3 if len(quote) >= 5 else 1
    grams = _grams(raw, size)
    votes: Counter[int] = Counter()
    for offset in range(0, len(quote) - size + 1, max(1, len(quote) // _MAX_VOTERS)):
        for place in grams.get(quote[offset : offset + size], ()):
            votes[(place - offset) // _BUCKET] += 1
    scores = {bucket: count + votes.get(bucket + 1, 0) for bucket, count in votes.items()}
    ordered = sorted(scores, key=lambda bucket: (-scores[bucket], bucket))
    return [bucket * _BUCKET for bucket in ordered[:_TRIED_PLACES]]


def _align(raw: str, quote: str, place: int) -> tuple[float, Span]:
    """Return how like the quote the passage near `place` is, from 0 to 1, and its range."""
    slack = _BUCKET * 2 + len(quote) // 8
    low = max(place - slack, 0)
    window = raw[low : place + len(quote) + slack + _BUCKET]
    matcher = SequenceMatcher(None, window, quote, autojunk=False)
    blocks = [
        block for block in matcher.get_matching_blocks() if block.size > 2 or block.size >= len(quote) // 2
    ]
    if not blocks:
        return 0.0, Span(low, low)
    first, last = blocks[0], blocks[-1]
    start = max(low + first.a - first.b, 0)
    end = min(low + last.a + last.size + (len(quote) - last.b - last.size), len(raw))
    start, end = _at_words(raw, start, end)
    likeness = SequenceMatcher(None, raw[start:end], quote, autojunk=False).ratio()
    return likeness, Span(start, end)


def _at_words(raw: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends outward to whole words, and inward over white space."""
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    while 0 < start < len(raw) and raw[start].isalnum() and raw[start - 1].isalnum():
        start -= 1
    while 0 < end < len(raw) and raw[end - 1].isalnum() and raw[end].isalnum():
        end += 1
    return start, end


def _nearest_to_long(raw: str, quote: str, folded_raw: str, folded_quote: str) -> NearPassage | None:
    """For a long quote: as far as it goes along with the text, and what differs there."""
    low, high = 0, len(folded_quote)
    while low < high:
        middle = (low + high + 1) // 2
        if folded_quote[:middle] in folded_raw:
            low = middle
        else:
            high = middle - 1
    cut = max(low - _MAX_COMPARED_CHARS // 2, 0)
    near = nearest_passage(raw, quote[cut : cut + _MAX_COMPARED_CHARS])
    if near is None or low < _MAX_COMPARED_CHARS:
        return near
    return NearPassage(Span(near.span.start, near.span.end), near.difference)
