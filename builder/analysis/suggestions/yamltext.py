"""Words and records as YAML text that the loader reads back letter for letter."""

from __future__ import annotations

import re

from builder.model.base import MAX_QUOTE_CHARS
from builder.text import Span, words
from builder.yamltext import quoted

_CONTEXT_WORDS = 6
_LONG = 200
"""A longer stretch is written by its first and last words."""
_EDGE_WORDS = 6


def quote_lines(text: str, span: Span) -> list[str]:
    """Return `quote`, with `prefix` or `suffix` where the words stand in the text twice."""
    quote = span.of(text)[:MAX_QUOTE_CHARS]
    lines = [f"quote: {quoted(quote)}"]
    if _stands_once(text, quote):
        return lines
    before, after = text[: span.start], text[span.end :]
    for count in range(1, _CONTEXT_WORDS + 1):
        prefix, suffix = _last_words(before[-300:], count), _first_words(after[:300], count)
        if _stands_once(text, prefix + quote):
            return [f"prefix: {quoted(prefix)}", *lines]
        if _stands_once(text, quote + suffix):
            return [*lines, f"suffix: {quoted(suffix)}"]
    return lines


def passage_lines(text: str, span: Span) -> list[str]:
    """Return `quote` for a short stretch, `start` and `end` for a long one."""
    inside = words(span.of(text))
    if len(span) <= _LONG or len(inside) < 2 * _EDGE_WORDS:
        return quote_lines(text, span)
    quote = span.of(text)
    start, end = quote[: inside[_EDGE_WORDS - 1].end], quote[inside[-_EDGE_WORDS].start :]
    if not _stands_once(text, start) or quote.find(end) != len(quote) - len(end):
        return quote_lines(text, span)
    return [f"start: {quoted(start)}", f"end: {quoted(end)}"]


def item(lines: list[str], indent: int = 2) -> str:
    """Return lines as one entry of a list."""
    head, *rest = lines
    space = " " * indent
    return "".join([f"{space}- {head}\n", *(f"{space}  {line}\n" for line in rest)])


def _stands_once(text: str, words_of: str) -> bool:
    first = text.find(words_of)
    return first >= 0 and text.find(words_of, first + 1) < 0


def _last_words(text: str, count: int) -> str:
    found = list(re.finditer(r"\S+\s*", text))[-count:]
    return text[found[0].start() :] if found else ""


def _first_words(text: str, count: int) -> str:
    found = list(re.finditer(r"\s*\S+", text))[:count]
    return text[: found[-1].end()] if found else ""
