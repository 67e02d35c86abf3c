"""Quotation marks of one paragraph, paired: straight and curly, double and single, doubled single ones, mixed ones.

Which marks open and which close is read from their neighbours first and from their shape second, since texts that
were copied from pages mix all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from builder.regexes import regex
from builder.text import Span

_DOUBLE = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d'
_SINGLE = "'\u2018\u2019\u201a\u201b`"
_OPENING = "\u201c\u201e\u00ab\u2018\u201a\u300c"
_CLOSING = "\u201d\u00bb\u300d"
_LOW = "\u201e\u201a"
_CLOSES_LOW = "\u201c\u201d\u2018\u2019"
_GLYPH = regex(f"[{_DOUBLE}{_SINGLE}]")


class _Mark(Struct, frozen=True):
    """One mark: where it stands, whether it is a double one, and what its neighbours let it be."""

    span: Span
    glyph: str
    is_double: bool
    opens: bool
    closes: bool

    def ends(self, opened: _Mark) -> bool:
        """Whether it closes what `opened` began."""
        if opened.glyph in _LOW:
            return self.is_double == opened.is_double and self.glyph in _CLOSES_LOW
        return self.closes and self.is_double == opened.is_double


class Enclosed(Struct, frozen=True):
    """Words between two marks, or from a mark to the paragraph's end."""

    whole: Span
    words: Span
    is_closed: bool


def has_marks(text: str) -> bool:
    """Whether any quotation mark stands in the text."""
    return _GLYPH.search(text) is not None


def opens_with_mark(paragraph: str) -> bool:
    """Whether a paragraph begins with a mark that may open."""
    first = paragraph.lstrip()[:1]
    return bool(first) and first in _DOUBLE + _SINGLE and first not in _CLOSING


def enclosed(paragraph: str, goes_on: bool) -> tuple[Enclosed, ...]:
    """Return the outermost quotations of a paragraph; `goes_on` says that the next one opens with a mark.

    A mark that is never closed counts only where the quotation goes on; by custom the next paragraph then opens anew.
    """
    found: list[Enclosed] = []
    opened: _Mark | None = None
    for mark in _marks(paragraph):
        if opened is None:
            opened = mark if mark.opens else None
        elif mark.ends(opened) or _ends_paragraph(paragraph, mark, opened):
            found.append(_between(opened, mark))
            opened = None
        elif mark.opens and mark.is_double and opened.is_double:
            opened = mark
    if opened is not None and goes_on:
        end = len(paragraph)
        found.append(Enclosed(Span(opened.span.start, end), Span(opened.span.end, end), False))
    return tuple(found)


def _between(opened: _Mark, closing: _Mark) -> Enclosed:
    return Enclosed(
        Span(opened.span.start, closing.span.end), Span(opened.span.end, closing.span.start), True
    )


def _ends_paragraph(paragraph: str, mark: _Mark, opened: _Mark) -> bool:
    """Marks of two families close each other only at the very end, after the stop of a sentence."""
    return (
        mark.closes
        and not mark.opens
        and mark.is_double != opened.is_double
        and paragraph[mark.span.start - 1 : mark.span.start] in (".", ",", "!", "?")
        and not paragraph[mark.span.end :].strip()
    )


def _marks(paragraph: str) -> Iterator[_Mark]:
    at = 0
    while (match := _GLYPH.search(paragraph, at)) is not None:
        glyph, start, end = match[0], match.start(), match.end()
        is_double = glyph in _DOUBLE
        if not is_double and paragraph[end : end + 1] and paragraph[end] in _SINGLE:
            is_double, end = True, end + 1
        at = end
        left, right = paragraph[start - 1 : start] or " ", paragraph[end : end + 1] or " "
        if is_double or not (right.isalnum() and (left.isalnum() or _shortens_year(paragraph, end))):
            opens, closes = _sides(glyph, end - start, left, right, at_start=not paragraph[:start].strip())
            yield _Mark(Span(start, end), glyph, is_double, opens, closes)


def _shortens_year(paragraph: str, after: int) -> bool:
    """Whether an apostrophe stands for the century: the '80s."""
    return re.match(r"\d0s\b|\d\d\b(?![,.])", paragraph[after : after + 4]) is not None


def _sides(glyph: str, width: int, left: str, right: str, *, at_start: bool) -> tuple[bool, bool]:
    """Return whether a mark between these neighbours may open and may close; some are typed the wrong way round."""
    opens = not left.isalnum() and left not in ".,!?;" and not right.isspace()
    closes = not left.isspace() and left not in "(\u2014[" and not right.isalnum()
    if glyph in _OPENING and width == 1:
        is_turned = closes and not opens
        return not is_turned and (opens or left.isspace()), is_turned
    if glyph in _CLOSING:
        return at_start, not at_start
    if opens and closes:
        return left.isspace(), not left.isspace()
    return opens, closes
