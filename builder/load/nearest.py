"""Where a text comes nearest to words it does not hold, and what differs. Only ever shown, never accepted.

Anchors are short runs of letters that both share (k-grams, after Baeza-Yates and Navarro's partition filtering of
approximate matches); each votes for where the words would begin, and the best places are compared letter by letter.
Both sides are folded first (`builder.matching`): what matches across forms is no difference.
"""

from __future__ import annotations

from collections import Counter
from difflib import Match, SequenceMatcher
from functools import lru_cache
from itertools import takewhile
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from builder.load.differences import differences
from builder.matching import FoldedText, folded_words
from builder.regexes import regex
from builder.text import Span

_BUCKET: Final = 8
_TRIED_PLACES: Final = 4
_FEW_WORDS: Final = 2
_MAX_COMPARED_CHARS: Final = 400
_MAX_VOTERS: Final = 400
_MOST_VOTES: Final = 1_000
"""Places that one run of letters votes for; what stands more often tells nothing."""
_LONGEST_REST: Final = 80
"""So far the rest of a cut word is followed."""
_LEAST_LIKENESS: Final = 0.6
_WORD: Final = regex(r"\S+")
_LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ‛`´′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\n": " ",
    }
)


class NearPassage(Struct, frozen=True):
    """The passage of a text that is most like some words, and in words what differs. `likeness` is from 0 to 1."""

    span: Span
    difference: str
    likeness: float = 1.0


class _Sought(Struct, frozen=True):
    """A text in which words are looked for by likeness: as it is matched, and with look-alikes made equal too."""

    folded: FoldedText
    alike: str

    def near(self, span: Span, quote: str) -> NearPassage:
        return NearPassage(self.folded.around(span), differences(quote, span.of(self.folded.text)))


def nearest_passage(
    text: FoldedText, quote: str, least_likeness: float = _LEAST_LIKENESS
) -> NearPassage | None:
    """Return the passage of a text nearest to `quote`, or None where nothing is as much like it."""
    sought, quote = _sought(text), folded_words(quote)
    alike = made_alike(quote)
    start = sought.alike.find(alike)
    if start >= 0:
        return sought.near(Span(start, start + len(quote)), quote)
    spaced = _spaced_otherwise(sought.folded.text, quote)
    if spaced is not None:
        return sought.near(spaced, quote)
    if len(quote) > _MAX_COMPARED_CHARS:
        return _nearest_to_long(sought, quote, alike)
    best: tuple[float, Span] | None = None
    for place in _likely_starts(sought.alike, alike):
        likeness, span = _align(sought.alike, alike, place)
        if best is None or likeness > best[0]:
            best = (likeness, span)
    if best is None or best[0] < least_likeness or not len(best[1]):
        return None
    span = _answered(sought.alike, alike, best[1])
    return replace(sought.near(span, quote), likeness=best[0])


@lru_cache(maxsize=4)
def _sought(text: FoldedText) -> _Sought:
    return _Sought(text, made_alike(text.text))


def made_alike(text: str) -> str:
    """Return a text with capitals, quotation marks, dashes and white space made equal, code point for code point."""
    plain = text.translate(_LOOK_ALIKES)
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in plain)


def _spaced_otherwise(text: str, quote: str) -> Span | None:
    """The place where the same letters stand with other white space between them."""
    letters, wanted = "".join(text.split()), "".join(quote.split())
    at = letters.find(wanted) if wanted else -1
    return (
        None
        if at < 0
        else Span(_offset_of_letter(text, at), _offset_of_letter(text, at + len(wanted) - 1) + 1)
    )


def _offset_of_letter(text: str, number: int) -> int:
    """Where the letter stands that is the `number`th of a text without its white space, from 0."""
    for match in _WORD.finditer(text):
        if number < len(match[0]):
            return match.start() + number
        number -= len(match[0])
    raise ValueError("the text has fewer letters")


def _likely_starts(text: str, quote: str) -> list[int]:
    """Offsets at which the quote may begin, likeliest first."""
    size = 5 if len(quote) >= 24 else 3 if len(quote) >= 5 else 1
    votes: Counter[int] = Counter()
    for offset in range(0, len(quote) - size + 1, max(1, len(quote) // _MAX_VOTERS)):
        gram = quote[offset : offset + size]
        place, cast = text.find(gram), 0
        while place >= 0 and cast < _MOST_VOTES:
            votes[(place - offset) // _BUCKET] += 1
            place, cast = text.find(gram, place + 1), cast + 1
    scores = {bucket: count + votes.get(bucket + 1, 0) for bucket, count in votes.items()}
    ordered = sorted(scores, key=lambda bucket: (-scores[bucket], bucket))
    return [bucket * _BUCKET for bucket in ordered[:_TRIED_PLACES]]


def _align(text: str, quote: str, place: int) -> tuple[float, Span]:
    """Return how like the quote the passage near `place` is, from 0 to 1, and its range."""
    slack = _BUCKET * 2 + len(quote) // 8
    low = max(place - slack, 0)
    window = text[low : place + len(quote) + slack + _BUCKET]
    matcher = SequenceMatcher(None, window, quote, autojunk=False)
    blocks = [
        block for block in matcher.get_matching_blocks() if block.size > 2 or block.size >= len(quote) // 2
    ]
    if not blocks:
        return 0.0, Span(low, low)
    first, last = blocks[0], blocks[-1]
    start = max(low + first.a - first.b, 0)
    end = min(low + last.a + last.size + (len(quote) - last.b - last.size), len(text))
    start, end = _at_words(text, start, end)
    likeness = SequenceMatcher(None, text[start:end], quote, autojunk=False).ratio()
    return likeness, Span(start, end)


def _answered(text: str, quote: str, span: Span) -> Span:
    """Return a passage without the words at its ends that answer none of the quote's, whose own ends may be wrong."""
    own = [
        Span(match.start() + span.start, match.end() + span.start) for match in _WORD.finditer(span.of(text))
    ]
    standing, written = [_letters(word.of(text)) for word in own], list(map(_letters, quote.split()))
    blocks = SequenceMatcher(None, standing, written, autojunk=False).get_matching_blocks()[:-1]
    while len(blocks) > 1 and _is_chance(blocks[0], blocks[1]):
        del blocks[0]
    while len(blocks) > 1 and _is_chance(blocks[-1], blocks[-2]):
        del blocks[-1]
    if not blocks:
        return span
    first, last = blocks[0].a, blocks[-1].a + blocks[-1].size
    before = zip(standing[:first][::-1], written[: blocks[0].b][::-1], strict=False)
    behind = zip(standing[last:], written[blocks[-1].b + blocks[-1].size :], strict=False)
    first -= sum(1 for _ in takewhile(_are_alike, before))
    last += sum(1 for _ in takewhile(_are_alike, behind))
    return Span(own[first].start, own[last - 1].end)


def _letters(word: str) -> str:
    return "".join(filter(str.isalnum, word)) or word


def _is_chance(outer: Match, inner: Match) -> bool:
    """Whether a single word at an end stands there by chance: far more of the text lies between than of the quote."""
    left, right = sorted((outer, inner))
    between, wanted = right.a - left.a - left.size, right.b - left.b - left.size
    return outer.size == 1 and between > 2 * wanted + _FEW_WORDS


def _are_alike(pair: tuple[str, str]) -> bool:
    return SequenceMatcher(None, *pair, autojunk=False).ratio() >= _LEAST_LIKENESS


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends outward to whole words, and inward over white space."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    first, last = start - _LONGEST_REST, end + _LONGEST_REST
    while max(first, 0) < start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while 0 < end < min(last, len(text)) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _nearest_to_long(sought: _Sought, quote: str, alike: str) -> NearPassage | None:
    """For a long quote: what it is nearest to where it goes along with the text no longer."""
    low, high = 0, len(alike)
    while low < high:
        middle = (low + high + 1) // 2
        if alike[:middle] in sought.alike:
            low = middle
        else:
            high = middle - 1
    cut = max(low - _MAX_COMPARED_CHARS // 2, 0)
    return nearest_passage(sought.folded, quote[cut : cut + _MAX_COMPARED_CHARS])
