"""Finds words in the stored texts and writes the YAML that quotes them.

What is printed is what the build accepts: exact, unique by `prefix` or `suffix` where needed, whole words, hidden
characters as escapes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.model.base import ArticleId
from builder.model.library import Library
from builder.model.seedtext import SeedText
from builder.text import Span, words
from builder.yamltext import scalar

MOST_SHOWN = 20
_CONTEXT_WORDS = 8


@dataclass(frozen=True, slots=True)
class Found:
    """Words found in an article: their place, and the lines that quote them."""

    article: ArticleId
    file: str
    span: Span
    paragraph: int
    yaml: str


def find_quotes(library: Library, wanted: str) -> tuple[Found, ...]:
    """Return every place where `wanted` stands in a text, capitals and kinds of white space aside.

    A find grows to whole words. Ordered by article and place.
    """
    pattern = re.compile(r"\s+".join(re.escape(word) for word in wanted.split()), re.IGNORECASE)
    found = [
        _found(article, text, _whole_words(text.raw, Span(*match.span())))
        for article, text in sorted(library.texts.items())
        for match in pattern.finditer(text.raw)
        if wanted.split()
    ]
    return tuple(dict.fromkeys(found))


def _whole_words(raw: str, span: Span) -> Span:
    touched = [word for word in words(raw) if word.meets(span)]
    if not touched:
        return span
    return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))


def _found(article: ArticleId, text: SeedText, span: Span) -> Found:
    paragraph = text.paragraph_at(span.start)
    return Found(
        article, text.path, span, paragraph.number if paragraph else 0, _yaml(article, text.raw, span)
    )


def _yaml(article: ArticleId, raw: str, span: Span) -> str:
    lines = [f"- article: {article}", f"  quote: {scalar(span.of(raw))}"]
    if raw.count(span.of(raw)) > 1:
        name, context = _telling_context(raw, span)
        lines.append(f"  {name}: {scalar(context)}")
    return "\n".join(lines)


def _telling_context(raw: str, span: Span) -> tuple[str, str]:
    """Return the fewest words right before (or, at the start of a text, right after) that stand there only once."""
    quote = span.of(raw)
    for count in range(1, _CONTEXT_WORDS + 1):
        before = re.search(rf"(?:\S+\s+){{0,{count}}}$", raw[: span.start])
        prefix = before[0].strip() if before else ""
        if prefix and len(re.findall(rf"{re.escape(prefix)}\s*{re.escape(quote)}", raw)) == 1:
            return "prefix", prefix
    after = re.match(rf"\s*(?:\S+\s*){{1,{_CONTEXT_WORDS}}}", raw[span.end :])
    return "suffix", after[0].strip() if after else ""
