"""Finds the words of a quote in a text: exactly, once, and with whole words at both ends. Never by likeness.

Offsets are code points of the raw view, half-open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.load.nearest import nearest_passage, yaml_text
from builder.load.nodes import position_at
from builder.load.wanted import Wording
from builder.load.wording import shortened
from builder.model.seedtext import SeedText
from builder.text import Span, is_word_character, words

_JOINERS = "'’ʼ-‑"
_FIGURE_JOINERS = ".,:’'"
_MAX_HINT_CHARS = 300
_FIGURE = re.compile(r"\d+(?:[.,:’']\d+)*")


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Why words have no place in a text. `seen_at` are the ranges of the text to look at."""

    code: str
    message: str
    hint: str
    seen_at: tuple[Span, ...] = ()


def place_words(text: SeedText, wording: Wording, *, whole_words: bool) -> Span | Misplaced:
    """Return the range of the raw view that holds the words, or why there is none."""
    if wording.start:
        return _place_stretch(text, wording, whole_words=whole_words)
    found = _occurrences(text.raw, wording.quote)
    if not found:
        return _not_found(text, wording.quote)
    fitting = [span for span in found if _has_context(text.raw, span, wording)]
    if not fitting:
        return _wrong_context(text, wording, found)
    if whole_words:
        if wording.quote != wording.quote.strip():
            return Misplaced(
                "quote-cuts-word",
                "the quote begins or ends with white space",
                "begin and end with a word",
                (found[0],),
            )
        fitting, cut = [span for span in fitting if not cuts_word(text, span)], fitting
        if not fitting:
            return _cuts_word(text, cut[0])
    return fitting[0] if len(fitting) == 1 else _not_unique(text, wording, fitting)


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


def _occurrences(raw: str, quote: str, start: int = 0) -> list[Span]:
    found: list[Span] = []
    while (start := raw.find(quote, start)) >= 0:
        found.append(Span(start, start + len(quote)))
        start += 1
    return found


def _has_context(raw: str, span: Span, wording: Wording) -> bool:
    """Whether prefix and suffix stand right beside a range; white space between is passed over, as YAML drops it."""
    if wording.prefix and not raw[: span.start].rstrip().endswith(wording.prefix.rstrip()):
        return False
    return not wording.suffix or raw[span.end : span.end + len(wording.suffix) + 64].lstrip().startswith(
        wording.suffix.lstrip()
    )


def _wrong_context(text: SeedText, wording: Wording, found: list[Span]) -> Misplaced:
    before = shortened(text.raw[max(found[0].start - 40, 0) : found[0].start])
    after = shortened(text.raw[found[0].end : found[0].end + 40])
    return Misplaced(
        "context-not-found",
        f"the words stand in {text.path}, but not with this `prefix` or `suffix`",
        f"right before them stands “{before}”, right after them “{after}”",
        tuple(found[:3]),
    )


def _place_stretch(text: SeedText, wording: Wording, *, whole_words: bool) -> Span | Misplaced:
    start = place_words(text, Wording(quote=wording.start), whole_words=False)
    if isinstance(start, Misplaced):
        return start
    end = text.raw.find(wording.end, start.start)
    while end >= 0 and end + len(wording.end) < start.end:
        end = text.raw.find(wording.end, end + 1)
    if end < 0:
        elsewhere = wording.end in text.raw
        if elsewhere:
            return Misplaced(
                "quote-not-found",
                f"the words of `end` stand in {text.path} only before those of `start`",
                "give the last words of the stretch",
                (start,),
            )
        return _not_found(text, wording.end)
    span = Span(start.start, end + len(wording.end))
    return _cuts_word(text, span) if whole_words and cuts_word(text, span) else span


def _not_found(text: SeedText, quote: str) -> Misplaced:
    near = nearest_passage(text.raw, quote)
    if near is None:
        return Misplaced(
            "quote-not-found",
            f"these words do not stand in {text.path}, nor anything like them",
            "copy them from the text, letter for letter",
        )
    line, column = position_at(text.raw, near.span.start)
    passage = near.span.of(text.raw)
    hint = (
        f"write {yaml_text(passage)}"
        if len(passage) <= _MAX_HINT_CHARS
        else "copy the words from the text, letter for letter"
    )
    return Misplaced(
        "quote-not-found",
        f"these words do not stand in {text.path}; the nearest are at {line}:{column} and differ: {near.difference}",
        hint,
        (near.span,),
    )


def _cuts_word(text: SeedText, span: Span) -> Misplaced:
    whole = _widened(text.raw, span)
    line, column = position_at(text.raw, span.start)
    return Misplaced(
        "quote-cuts-word",
        f"the quote stands at {text.path}:{line}:{column}, but begins or ends inside a word or figure",
        f"write {yaml_text(whole.of(text.raw))}"
        if len(whole) <= _MAX_HINT_CHARS
        else "begin and end with whole words",
        (span,),
    )


def _widened(raw: str, span: Span) -> Span:
    """The range with the words and figures at its ends taken in whole."""
    offset = max(span.start - 80, 0)
    near = raw[offset : span.end + 80]
    whole = [*words(near), *(Span(*match.span()) for match in _FIGURE.finditer(near))]
    start, end = span.start, span.end
    for one in whole:
        first, last = one.start + offset, one.end + offset
        start = first if first < start < last else start
        end = last if first < end < last else end
    return Span(start, end)


def _not_unique(text: SeedText, wording: Wording, found: list[Span]) -> Misplaced:
    before = text.raw[max(found[0].start - 60, 0) : found[0].start]
    last_line = before.splitlines()[-1] if before and not before.endswith(("\n", "\r")) else ""
    prefix = " ".join(last_line.split()[-3:])
    places = ", ".join("{}:{}".format(*position_at(text.raw, span.start)) for span in found[:3])
    times = "more" if len(found) > 3 else "all"
    hint = (
        f"to mean the first, add prefix: {yaml_text(prefix)}"
        if prefix
        else "add `prefix` or `suffix`, or quote more words"
    )
    return Misplaced(
        "quote-not-unique",
        f"these words stand {len(found)} times in {text.path} (at {places}{'' if times == 'all' else ' …'})",
        hint,
        tuple(found[:3]),
    )
