"""Words that stand in several texts and that nothing in the dossier explains: no origin, no mark."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.comparisonfindings import SharedPassage, StandingText
from builder.analysis.findings import Findings
from builder.analysis.lineage import walk_origins
from builder.analysis.origins import covered_span
from builder.analysis.suggestions.suggestion import Suggestion, SuggestionKind, article_file, made
from builder.analysis.suggestions.yamltext import item, passage_lines
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.text import Span, words
from builder.yamltext import quoted

_COVERED = 0.8


def unexplained_passages(library: Library, findings: Findings) -> Iterator[Suggestion]:
    """Yield an origin, to be filled in, for each passage that no origin covers or explains."""
    for pair in findings.comparison.pairs.values():
        for passage in pair.passages:
            if not _is_explained(library, passage):
                yield _suggestion(library, passage)


def _is_explained(library: Library, passage: SharedPassage) -> bool:
    return any(
        _names(library, article, passage.other(article)) or _is_covered(library, article, passage)
        for article in passage.articles
    )


def _names(library: Library, article: ArticleId, other: ArticleId) -> bool:
    return any(origin.of.article == other for _, origin in walk_origins(library.articles[article]))


def _is_covered(library: Library, article: ArticleId, passage: SharedPassage) -> bool:
    span = passage.span_in(article)
    for path, origin in walk_origins(library.articles[article]):
        covered = covered_span(library, article, path) if origin.covers else None
        if covered is not None:
            common = min(span.end, covered.end) - max(span.start, covered.start)
            if common >= _COVERED * len(span):
                return True
    return False


def _suggestion(library: Library, passage: SharedPassage) -> Suggestion:
    """The later text's record takes the origin; which way the words went, if any, is left to the editor."""
    first = passage.first_in or passage.articles[0]
    article = passage.other(first)
    title = library.articles[first].title.text
    order = (
        f"by date it appeared first in {first}" if passage.first_in else "which appeared first is not known"
    )
    lines = [
        "relation: based-on",
        f"of: {{what: {quoted(f'A text whose words also stand in “{title}”')}}}  # or {{article: {first}}}",
        "basis: inferred",
        f"note: {quoted(f'{passage.words} words in the same order as in “{title}”; {order}')}",
        "covers:",
        *(f"  {line}" for line in passage_lines(library.texts[article], passage.span_in(article))),
    ]
    places = ((article, passage.span_in(article)), (first, passage.span_in(first)))
    message = f"Shares {passage.words} words with {first}, and no origin covers them; {order}"
    yaml = "origins:\n" + item(lines)
    return made(library, SuggestionKind.PASSAGE, places, message, article_file(article), yaml)


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
