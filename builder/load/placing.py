"""Finds the words of a quote in a text: the very words, once, and whole at both ends. Never by likeness.

Words are matched across the forms that a reader takes for the same (`builder.matching`); what is told is proposed as it
can be pasted. Offsets are code points of the raw view, half-open.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from builder.diagnostics import MOST_IN_A_FILE
from builder.load.context import Context, telling_context
from builder.load.differences import alike_places
from builder.load.nearest import NearPassage, made_alike, nearest_passage
from builder.load.nodes import position_at
from builder.load.sifting import (
    MOST_COUNTED,
    MOST_STEPS,
    Sifted,
    is_cut,
    occurrences,
    shown_places,
    sifted_places,
    whole_places,
)
from builder.load.wanted import Wording
from builder.load.wording import shortened
from builder.matching import folded_words
from builder.model.seedtext import SeedText
from builder.regexes import regex
from builder.text import Span, words
from builder.yamltext import quoted

_MAX_HINT_CHARS = 300
MOST_TOLD: Final = MOST_IN_A_FILE + 4
"""So many quotes of a text that have no place in it are told with the nearest words; reports fold the rest."""
_LINES_PART = " (it parts two paragraphs; `lines: wrapped` on the article says that its lines only wrap)"
_FIGURE = regex(r"\d+(?:[.,:’']\d+)*")


class Misplaced(Struct, frozen=True):
    """Why words have no place in a text. `seen_at` are the ranges of the text to look at."""

    code: str
    message: str
    hint: str
    seen_at: tuple[Span, ...] = ()
    mended: str = ""
    """What is to stand for the words, as YAML, where they differ in their signs alone."""


def place_words(text: SeedText, wording: Wording, *, whole_words: bool) -> Span | Misplaced:
    """Return the range of the raw view that holds the words, or why there is none."""
    if text.steps > MOST_STEPS:
        return too_many_places(text)
    if wording.start:
        return _place_stretch(text, wording, whole_words=whole_words)
    found = sifted_places(text, wording, whole_words=whole_words)
    if text.steps > MOST_STEPS:
        return too_many_places(text)
    if len(found.good) == 1:
        return found.good[0]
    text.misplaced += 1
    if text.misplaced > MOST_TOLD:
        return _in_short(text, found)
    if found.good:
        return _not_unique(text, wording, found.good, whole_words=whole_words)
    if found.cut is not None:
        return _cuts_word(text, wording.quote, found.cut)
    if found.elsewhere:
        return _wrong_context(text, found.elsewhere)
    return _not_found(text, wording.quote, whole_words=whole_words)


def too_many_places(text: SeedText) -> Misplaced:
    """Say that the quotes of a text mean more places of it than are looked at."""
    return Misplaced(
        "too-many-places",
        f"the quotes from {text.path} up to this one mean more than {MOST_STEPS:,} places of it, and no more are tried",
        "quote longer words there, or store the parts of the text as texts of their own",
    )


def _in_short(text: SeedText, found: Sifted) -> Misplaced:
    """Say what is wrong and no more, of a quote behind those that are told one by one."""
    hint = "mend the quotes above first"
    if found.good:
        return Misplaced("quote-not-unique", f"these words stand more than once in {text.path}", hint)
    if found.cut is not None:
        return Misplaced("quote-cuts-word", "the quote begins or ends inside a word or figure", hint)
    if found.elsewhere:
        context = f"the words stand in {text.path}, but not with this `prefix` or `suffix`"
        return Misplaced("context-not-found", context, hint)
    return Misplaced("quote-not-found", f"these words do not stand in {text.path}", hint)


def every_place(text: SeedText, wording: Wording) -> tuple[Span, ...] | Misplaced:
    """Return every range of the raw view that holds the words as whole words, in any form, or why there is none."""
    if not (wording.start or wording.prefix or wording.suffix):
        whole = whole_places(text, wording.quote, MOST_COUNTED + 1)
        if text.steps > MOST_STEPS:
            return too_many_places(text)
        if 0 < len(whole) <= MOST_COUNTED:
            return whole
    placed = place_words(text, wording, whole_words=True)
    return placed if isinstance(placed, Misplaced) else (placed,)


def _wrong_context(text: SeedText, found: list[Span]) -> Misplaced:
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
    end = _end_after(text, wording.end, start)
    if text.steps > MOST_STEPS:
        return too_many_places(text)
    if end is None:
        if any(text.folded.find(wording.end)):
            return Misplaced(
                "quote-not-found",
                f"the words of `end` stand in {text.path} only before those of `start`",
                "give the last words of the stretch",
                (start,),
            )
        return _not_found(text, wording.end, whole_words=False)
    span = Span(start.start, end)
    return _cuts_word(text, "", span) if is_cut(text, span, whole_words=whole_words) else span


def _end_after(text: SeedText, last_words: str, start: Span) -> int | None:
    """Return where the first place that may end a stretch ends, or None."""
    shown = shown_places(text, Wording(last_words))
    first = max(start.start, start.end - len(last_words))
    for places in (occurrences(text.raw, last_words, first), text.folded.find(last_words), shown):
        for span in places:
            text.steps += 1
            if span.start >= start.start and span.end >= start.end:
                return span.end
    return None


def nearest_in(text: SeedText, words: str) -> NearPassage | None:
    """Return the passage of a text that is most like words, as stored or as readers see it; its span is a raw one."""
    found = nearest_passage(text.folded, words)
    if text.clean.text == text.raw:
        return found
    seen = nearest_passage(text.shown, words)
    if seen is None or (found is not None and found.likeness > seen.likeness):
        return found
    return replace(seen, span=text.clean.to_raw(seen.span))


def _not_found(text: SeedText, quote: str, *, whole_words: bool) -> Misplaced:
    near = nearest_in(text, quote)
    if near is None:
        return Misplaced(
            "quote-not-found",
            f"these words do not stand in {text.path}, nor anything like them",
            "copy them from the text, letter for letter",
        )
    line, column = position_at(text.raw, near.span.start)
    return Misplaced(
        "quote-not-found",
        f"these words do not stand in {text.path}; the nearest are at {line}:{column} and differ: {near.difference}"
        + (_LINES_PART if near.difference == "line break for space" else ""),
        proposal(text, near.span, whole_words=whole_words, unlike=quote)
        or "copy the words from the text, letter for letter",
        (near.span,),
        _in_own_signs(text, near.span, quote, whole_words=whole_words),
    )


def _in_own_signs(text: SeedText, span: Span, quote: str, *, whole_words: bool) -> str:
    """Return words as YAML where a quote differs from them in marks, dashes and spaces alone, and means no others."""
    whole = widened(text, span) if whole_words else span
    exact = text.typed(whole)
    folded = (" ".join(made_alike(folded_words(words)).split()) for words in (exact, quote))
    letters = ("".join(filter(str.isalpha, folded_words(words))) for words in (exact, quote))
    are_same = len(set(folded)) == len(set(letters)) == 1
    is_alone = are_same and telling_context(text, exact, whole, whole_words=whole_words) == Context()
    return quoted(exact) if is_alone and "\n" not in exact else ""


def _cuts_word(text: SeedText, quote: str, span: Span) -> Misplaced:
    if quote != quote.strip():
        return Misplaced(
            "quote-cuts-word",
            "the quote begins or ends with white space",
            "begin and end with a word",
            (span,),
        )
    line, column = position_at(text.raw, span.start)
    return Misplaced(
        "quote-cuts-word",
        f"the quote stands at {text.path}:{line}:{column}, but begins or ends inside a word or figure",
        proposal(text, span, whole_words=True) or "begin and end with whole words",
        (span,),
    )


def proposal(text: SeedText, span: Span, *, whole_words: bool, unlike: str = "") -> str | None:
    """Return what to write for a range of a text, whole words, so that it is accepted; None where it is too long.

    Signs that look like those of `unlike`, the words that were written, and are others, are written as escapes.
    """
    whole = widened(text, span) if whole_words else span
    exact = text.typed(whole)
    context = telling_context(text, exact, whole, whole_words=whole_words)
    if context is None or len(exact) > _MAX_HINT_CHARS:
        return None
    written = f"write {quoted(exact, alike_places(exact, unlike) if unlike else ())}"
    return f"{written} with {context.in_words()}" if context.in_words() else written


def widened(text: SeedText, span: Span) -> Span:
    """Return the range with a word or figure that an end of it cuts taken in whole, as the clean view has them.

    A word goes on as far as 80 code points out; what is whole stays as it is.
    """
    shown = text.clean.to_clean(span)
    is_shown = len(shown) > 0 and text.clean.to_raw(shown) == span
    wide = text.clean.to_raw(_widened(text.clean.text, shown)) if is_shown else _widened(text.raw, span)
    ways = (span, Span(span.start, wide.end), Span(wide.start, span.end))
    return next((one for one in ways if not is_cut(text, one, whole_words=True)), wide)


def _widened(raw: str, span: Span) -> Span:
    offset = max(span.start - 80, 0)
    near = raw[offset : span.end + 80]
    whole = [*words(near), *(Span(*match.span()) for match in _FIGURE.finditer(near))]
    start, end = span.start, span.end
    for one in whole:
        first, last = one.start + offset, one.end + offset
        start = first if first < start < last else start
        end = last if first < end < last else end
    return Span(start, end)


def _not_unique(text: SeedText, wording: Wording, found: list[Span], *, whole_words: bool) -> Misplaced:
    places = ", ".join("{}:{}".format(*position_at(text.raw, span.start)) for span in found[:3])
    count = f"{len(found)}" if len(found) <= MOST_COUNTED else f"more than {MOST_COUNTED:,}"
    context = telling_context(text, wording.quote, found[0], whole_words=whole_words)
    return Misplaced(
        "quote-not-unique",
        f"these words stand {count} times in {text.path} (at {places}{' …' if len(found) > 3 else ''})",
        f"to mean the first, add {context.in_words()}"
        if context and not (wording.prefix or wording.suffix)
        else f"to mean the first, write {context.in_words()}"
        if context
        else "quote more words: those beside it do not tell the places apart",
        tuple(found[:3]),
    )
