"""Which of the places that hold some words a quote may mean: those with the words beside it, whole at both ends.

Offsets are code points of the raw view, half-open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from msgspec import Struct, field

from builder.load.wanted import Wording
from builder.model.seedtext import SeedText
from builder.signs import is_mark
from builder.text import Span, is_word_character

MOST_STEPS: Final = 320_000
"""Places of one text that are looked at for all its quotes, some microseconds each.

Ten thousand quotes of a text of 100 KiB take a quarter of them.
"""
_CHARS_A_STEP: Final = 10_000
"""So much of a text is searched in the time of one step."""
_LETTERS_A_STEP: Final = 2_000
"""So many letters of a quote are held against a place in the time of another step."""
MOST_COUNTED: Final = 1000
"""Places beyond this number are not looked for: no quote means one of so many."""
_MOST_SHOWN: Final = 3
_MOST_SPACES: Final = 64
_JOINERS = "'’ʼ-‑"
_FIGURE_JOINERS = ".,:’'"


class Sifted(Struct):
    """Places that hold some words: those that fit, the first that cuts a word, the first few without the context."""

    good: list[Span] = field(default_factory=list)
    cut: Span | None = None
    elsewhere: list[Span] = field(default_factory=list)


def sifted_places(text: SeedText, wording: Wording, *, whole_words: bool, most: int = MOST_COUNTED) -> Sifted:
    """Sift the places of a quote. Those that hold it sign for sign come first: others count where none of them fits.

    Last come those that hold it as readers see it, over what is folded and with repairs made. No more are looked for
    than one beyond `most` that fit.
    """
    text.steps += len(text.raw) // _CHARS_A_STEP
    exact = _sift(text, wording, occurrences(text.raw, wording.quote), most, whole_words=whole_words)
    if exact.good:
        return exact
    text.steps += 4 * len(text.raw) // _CHARS_A_STEP
    beside = text.folded.find(wording.quote, wording.prefix, wording.suffix)
    found = _sift(text, Wording(wording.quote), beside, most, whole_words=whole_words)
    if not found.good:
        seen = shown_places(text, wording)
        shown = _sift(text, Wording(wording.quote), seen, most, whole_words=whole_words)
        found = shown if shown.good else found
    if not found.good and found.cut is None and (wording.prefix or wording.suffix):
        found.elsewhere = list(islice(text.folded.find(wording.quote), _MOST_SHOWN))
    return Sifted(found.good, found.cut or exact.cut, found.elsewhere or exact.elsewhere)


def whole_places(text: SeedText, words: str, most: int) -> tuple[Span, ...]:
    """Return the first places that hold words in any form as whole words; fewer once the text's steps are used up."""
    text.steps += len(text.raw) // _CHARS_A_STEP
    found: list[Span] = []
    for span in text.folded.find(words) if text.steps <= MOST_STEPS else ():
        text.steps += 1
        if text.steps > MOST_STEPS or len(found) == most:
            break
        if not is_cut(text, span, whole_words=True):
            found.append(span)
    return tuple(found)


def shown_places(text: SeedText, wording: Wording) -> Iterator[Span]:
    """Yield every place of the clean view that holds words and has those beside them, in order; where views differ."""
    if text.clean.text != text.raw:
        for span in text.shown.find(wording.quote, wording.prefix, wording.suffix):
            yield text.clean.to_raw(span)


def occurrences(raw: str, words: str, first: int = 0) -> Iterator[Span]:
    """Yield every place from `first` on that holds words sign for sign, overlapping ones too, in order."""
    start = raw.find(words, first)
    while start >= 0:
        yield Span(start, start + len(words))
        start = raw.find(words, start + 1)


def is_cut(text: SeedText, span: Span, *, whole_words: bool) -> bool:
    """Whether a range parts a letter from its mark or, where whole words are asked for, cuts a word at either end."""
    if not whole_words:
        return span.end < len(text.raw) and is_mark(text.raw[span.end])
    return text.raw[span.start].isspace() or text.raw[span.end - 1].isspace() or cuts_word(text, span)


def cuts_word(text: SeedText, span: Span) -> bool:
    """Whether a range begins or ends inside a word or a figure, as the clean view shows it."""
    if not text.is_at_word_boundaries(span):
        return True
    return _is_inside(text.raw, span.start, inner=span.start) or _is_inside(
        text.raw, span.end, inner=span.end - 1
    )


def _is_inside(raw: str, edge: int, inner: int) -> bool:
    """Whether `edge` parts a word at its apostrophe or hyphen, or a figure at its point.

    The apostrophe of `Putin’s` may stand outside a quote, not at its end: `Putin` is a word, `Putin’` is none. The
    point of `7.5` parts a figure on either side.
    """
    for joiner in (edge - 1, edge):
        if not 0 < joiner < len(raw) - 1:
            continue
        before, sign, after = raw[joiner - 1], raw[joiner], raw[joiner + 1]
        if sign in _FIGURE_JOINERS and before.isdigit() and after.isdigit():
            return True
        if joiner == inner and sign in _JOINERS and is_word_character(before) and is_word_character(after):
            return True
    return False


def _sift(
    text: SeedText, wording: Wording, places: Iterable[Span], most: int, *, whole_words: bool
) -> Sifted:
    sifted = Sifted()
    for span in places:
        text.steps += 1 + len(span) // _LETTERS_A_STEP
        if text.steps > MOST_STEPS:
            break
        if not _has_context(text.raw, span, wording):
            if len(sifted.elsewhere) < _MOST_SHOWN:
                sifted.elsewhere.append(span)
        elif is_cut(text, span, whole_words=whole_words):
            sifted.cut = sifted.cut or span
        else:
            sifted.good.append(span)
            if len(sifted.good) > most:
                break
    return sifted


def _has_context(raw: str, span: Span, wording: Wording) -> bool:
    """Whether prefix and suffix stand right beside a range; white space between is passed over, as YAML drops it."""
    end, start = span.start, span.end
    while end > max(span.start - _MOST_SPACES, 0) and raw[end - 1].isspace():
        end -= 1
    while start < min(span.end + _MOST_SPACES, len(raw)) and raw[start].isspace():
        start += 1
    return raw.endswith(wording.prefix.rstrip(), 0, end) and raw.startswith(wording.suffix.lstrip(), start)
