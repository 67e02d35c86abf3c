"""Words and records as YAML text that the loader reads back letter for letter."""

from __future__ import annotations

from itertools import islice

from builder.model.base import MAX_QUOTE_CHARS
from builder.model.seedtext import SeedText
from builder.text import Span, words
from builder.yamltext import quoted

_CONTEXT_WORDS = 6
_LONG = 200
"""A longer stretch is written by its first and last words."""
_EDGE_WORDS = 6


def quote_lines(text: SeedText, span: Span) -> list[str]:
    """Return `quote`, with `prefix` or `suffix` where the words stand in the text twice."""
    quote = text.typed(span)[:MAX_QUOTE_CHARS]
    lines = [f"quote: {quoted(quote)}"]
    if _stands_once(text, quote):
        return lines
    before, after = text.raw[max(span.start - 300, 0) : span.start], text.raw[span.end : span.end + 300]
    for count in range(1, _CONTEXT_WORDS + 1):
        prefix, suffix = _last_words(before, count), _first_words(after, count)
        if _stands_once(text, quote, prefix=prefix):
            return [f"prefix: {quoted(prefix)}", *lines]
        if _stands_once(text, quote, suffix=suffix):
            return [*lines, f"suffix: {quoted(suffix)}"]
    return lines


def passage_lines(text: SeedText, span: Span) -> list[str]:
    """Return `quote` for a short stretch, `start` and `end` for a long one."""
    quote = text.typed(span)
    inside = words(quote)
    if len(quote) <= _LONG or len(inside) < 2 * _EDGE_WORDS:
        return quote_lines(text, span)
    start, end = quote[: inside[_EDGE_WORDS - 1].end], quote[inside[-_EDGE_WORDS].start :]
    if not _stands_once(text, start) or quote.find(end) != len(quote) - len(end):
        return quote_lines(text, span)
    return [f"start: {quoted(start)}", f"end: {quoted(end)}"]


def item(lines: list[str]) -> str:
    """Return lines as one entry of a list."""
    head, *rest = lines
    return "".join([f"  - {head}\n", *(f"    {line}\n" for line in rest)])


def _stands_once(text: SeedText, quote: str, *, prefix: str = "", suffix: str = "") -> bool:
    """Whether words stand in a text once, with others right beside them: as stored, or else as readers see them."""
    whole = f"{prefix}{quote}{suffix}"
    first = text.raw.find(whole)
    if first >= 0:
        return text.raw.find(whole, first + 1) < 0
    for view in (text.folded, text.shown):
        places = list(islice(view.find(quote, prefix, suffix), 2))
        if places:
            return len(places) == 1
    return False


def _last_words(text: str, count: int) -> str:
    return " ".join(text.split()[-count:]) + (" " if text[-1:].isspace() else "")


def _first_words(text: str, count: int) -> str:
    return (" " if text[:1].isspace() else "") + " ".join(text.split()[:count])
