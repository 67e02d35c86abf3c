"""Words cut at the end of a line, and numbers of pages inside a paragraph: what wrapping and paging leave behind.

Looked for in the raw view where line ends join; what an editor has marked is not found again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.findings import Findings
from builder.analysis.suggestions.suggestion import Suggestion, SuggestionKind, article_file, made
from builder.analysis.suggestions.yamltext import item, passage_lines
from builder.lines import is_cut_word
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.model.marks import MarkKind
from builder.model.seedtext import SeedText
from builder.regexes import regex
from builder.text import Span
from builder.yamltext import quoted

_LEFT = regex(r"[^\W\d_]+$")
_RIGHT = regex(r"[^\W\d_]+")
_FAR = 60
"""No part of a word is longer."""


def broken_lines(library: Library, findings: Findings) -> Iterator[Suggestion]:
    """Yield a mark for every word that is cut at a line end and every page number inside a paragraph, by article."""
    for article in findings.article_order:
        if article in library.texts:
            yield from _cut_words(library, article)
            yield from _page_numbers(library, article)


def _cut_words(library: Library, article: ArticleId) -> Iterator[Suggestion]:
    text = library.texts[article]
    for gap in text.gaps:
        if not is_cut_word(text.raw, gap.start, gap.end) or text.marks_meeting(gap):
            continue
        left = _LEFT.search(text.raw[max(gap.start - 1 - _FAR, 0) : gap.start - 1])
        right = _RIGHT.match(text.raw, gap.end, gap.end + _FAR)
        if left is None or right is None or _is_written_so(text, f"{left[0]}-{right[0]}"):
            continue
        span = Span(gap.start - 1 - len(left[0]), right.end())
        cut = f"{text.raw[span.start : gap.start]} {right[0]}"
        lines = [
            f"kind: {MarkKind.JOINED.value}",
            f"quote: {quoted(cut)}",
            f"read: {quoted(left[0] + right[0])}",
        ]
        message = f"\u201c{left[0]}{right[0]}\u201d seems cut at a line end"
        yield _mark(library, article, span, message, lines)


def _is_written_so(text: SeedText, word: str) -> bool:
    """Whether the word has its hyphen inside a line too, and is not cut."""
    return re.search(rf"\b{re.escape(word)}\b", text.raw, re.IGNORECASE) is not None


def _page_numbers(library: Library, article: ArticleId) -> Iterator[Suggestion]:
    text = library.texts[article]
    for span in text.lines.interruptions:
        if not text.marks_meeting(span):
            lines = [f"kind: {MarkKind.WIDGET.value}", *passage_lines(text, span)]
            yield _mark(library, article, span, "The number of a page stands inside a paragraph", lines)


def _mark(library: Library, article: ArticleId, span: Span, message: str, lines: list[str]) -> Suggestion:
    yaml = "marks:\n" + item(lines)
    return made(library, SuggestionKind.DAMAGE, ((article, span),), message, article_file(article), yaml)
