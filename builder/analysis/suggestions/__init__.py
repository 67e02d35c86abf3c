"""Suggestions for editors: what the texts seem to hold that no record says yet, as YAML ready to be pasted.

Nothing is accepted by itself, each can be acknowledged, and none is ever printed on a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from builder.analysis.findings import Findings
from builder.analysis.suggestions.damage import damaged_places
from builder.analysis.suggestions.figures import figures_that_differ
from builder.analysis.suggestions.lineends import broken_lines
from builder.analysis.suggestions.names import names_without_entity
from builder.analysis.suggestions.reuse import standing_text, unexplained_passages
from builder.analysis.suggestions.speech import unclaimed_speech
from builder.analysis.suggestions.suggestion import Suggestion, SuggestionKind
from builder.model.library import Library

__all__ = ["Suggestion", "SuggestionKind", "suggest"]

_SUGGESTERS: tuple[Callable[[Library, Findings], Iterator[Suggestion]], ...] = (
    damaged_places,
    broken_lines,
    standing_text,
    unexplained_passages,
    figures_that_differ,
    unclaimed_speech,
    names_without_entity,
)


def suggest(library: Library, findings: Findings) -> tuple[Suggestion, ...]:
    """Return all suggestions, by kind in the order of the table; within a kind in article and text order.

    Those that the article's record acknowledges by their code are returned too, with `is_acknowledged`.
    """
    return tuple(suggestion for suggester in _SUGGESTERS for suggestion in suggester(library, findings))
