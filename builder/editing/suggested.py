"""Suggestions as an editor reads them: what was seen, where, and lines to paste. Nothing is accepted by itself."""

from __future__ import annotations

from builder.analysis.suggestions import Suggestion
from builder.logs import safe
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.report import json_line
from builder.text import Span

_HEAD = "Suggestions. A program made them; look at each, and paste, change or leave it."


def suggestion_words(library: Library, suggestions: tuple[Suggestion, ...]) -> str:
    """Return the suggestions that no record acknowledges, each with its places and the YAML to paste."""
    open_ones = [each for each in suggestions if not each.is_acknowledged]
    if not open_ones:
        return "No suggestions."
    parts = [_HEAD, *(_one(library, each) for each in open_ones), _foot(len(open_ones), len(suggestions))]
    return "\n\n".join(parts)


def _one(library: Library, suggestion: Suggestion) -> str:
    places = "\n".join(f"   at {_place(library, *place)}" for place in suggestion.places)
    lines = "".join(f"     {safe(line)}\n" for line in suggestion.yaml.splitlines()).rstrip("\n")
    return f"{suggestion.code}: {safe(suggestion.message)}\n{places}\n   in {suggestion.file}:\n{lines}"


def _place(library: Library, article: ArticleId, span: Span) -> str:
    text = library.texts[article]
    before = text.raw[: span.start]
    return f"{text.path}:{before.count(chr(10)) + 1}:{span.start - before.rfind(chr(10))}"


def _foot(shown: int, made: int) -> str:
    answered = f", {made - shown} acknowledged" if made > shown else ""
    how = "To put one aside, add its code to the `acknowledge` list of the article, with a reason."
    return f"{shown} {'suggestion' if shown == 1 else 'suggestions'}{answered}. {how}"


def suggestion_lines(library: Library, suggestions: tuple[Suggestion, ...]) -> str:
    """Return every suggestion as one JSON object in a line, acknowledged ones too."""
    return "".join(json_line(_values(library, each)) for each in suggestions)


def _values(library: Library, suggestion: Suggestion) -> dict[str, object]:
    return {
        "code": suggestion.code,
        "kind": suggestion.kind.value,
        "article": suggestion.article,
        "message": suggestion.message,
        "places": [
            {"article": article, "start": span.start, "end": span.end, "at": _place(library, article, span)}
            for article, span in suggestion.places
        ],
        "file": suggestion.file,
        "yaml": suggestion.yaml,
        "acknowledged": suggestion.is_acknowledged,
    }
