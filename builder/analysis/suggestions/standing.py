"""Words that an outlet prints under many of its texts and that no mark folds away."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.comparisonfindings import StandingText
from builder.analysis.findings import Findings
from builder.analysis.suggestions.suggestion import Suggestion, SuggestionKind, article_file, made
from builder.analysis.suggestions.yamltext import item, passage_lines
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.text import Span, words


def standing_text(library: Library, findings: Findings) -> Iterator[Suggestion]:
    """Yield a mark for each wording of each standing text, with every article whose record needs it."""
    for outlet, standing in findings.comparison.standing.items():
        for each in standing:
            yield from _suggestions(library, library.outlets[outlet].name, each)


def _suggestions(library: Library, outlet: str, standing: StandingText) -> Iterator[Suggestion]:
    """The same words need the same mark; a wording of its own needs one of its own."""
    by_words: dict[str, list[tuple[ArticleId, Span]]] = {}
    for article, span in standing.places:
        by_words.setdefault(span.of(library.texts[article].raw), []).append((article, span))
    for told, places in by_words.items():
        article, span = places[0]
        also = dict.fromkeys(other for other, _ in places if other != article)
        message = (
            f"Standing text of {outlet}: {len(words(told))} words that stand in {len(standing.articles)} of its texts"
            + (f"; the same lines belong in {', '.join(map(article_file, also))}" if also else "")
        )
        kind = "kind: related  # or subscription, appeal, comments, widget"
        yaml = "marks:\n" + item([kind, *passage_lines(library.texts[article], span)])
        yield made(library, SuggestionKind.STANDING, tuple(places), message, article_file(article), yaml)
