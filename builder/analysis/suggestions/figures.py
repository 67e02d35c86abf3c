"""Figures of several texts that differ and that no claim sets side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.comparisonfindings import Figure, FigureGroup, FigureStatus
from builder.analysis.findings import Findings
from builder.analysis.suggestions.suggestion import Suggestion, SuggestionKind, made
from builder.analysis.suggestions.yamltext import item, quote_lines
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.yamltext import quoted


def figures_that_differ(library: Library, findings: Findings) -> Iterator[Suggestion]:
    """Yield a claim, to be filled in, for the figures of each event's and each comparison's texts that differ."""
    told: set[tuple[tuple[ArticleId, int], ...]] = set()
    for articles in _sets(library, findings):
        for group in findings.comparison.figure_groups(articles):
            key = tuple((figure.article, figure.span.start) for figure in group.figures)
            if group.status is FigureStatus.CANDIDATE and key not in told and not _in_a_claim(library, group):
                told.add(key)
                yield _suggestion(library, group)


def _sets(library: Library, findings: Findings) -> Iterator[tuple[ArticleId, ...]]:
    for event in findings.event_order:
        yield findings.backlinks.articles_by_event.get(event, ())
    for comparison in sorted(library.comparisons):
        yield findings.in_article_order(library.comparisons[comparison].articles)


def _in_a_claim(library: Library, group: FigureGroup) -> bool:
    """Whether one claim quotes two of the texts with different figures of the group."""
    values: dict[str, set[tuple[float, float]]] = {}
    for figure in group.figures:
        for claim in _claims_with(library, figure):
            values.setdefault(claim, set()).add((figure.low, figure.high))
    return any(len(each) > 1 for each in values.values())


def _claims_with(library: Library, figure: Figure) -> set[str]:
    return {
        key.record_id
        for key, placed in library.quotes_by_article.get(figure.article, ())
        if key.kind == "claim" and placed.span is not None and placed.span.meets(figure.sentence)
    }


def _suggestion(library: Library, group: FigureGroup) -> Suggestion:
    figures = _one_for_each_article(group)
    written = [" ".join(library.texts[figure.article].quoted(figure.span).split()) for figure in figures]
    positions = dict(zip(map(_position, written), written, strict=True))
    lines = [
        f"statement: {quoted(f'To be written: how many ({group.matter})')}",
        "kind: number",
        "positions:",
        *(f"  {position}: {quoted(words)}" for position, words in positions.items()),
        "reading: differ",
        "disagreement: [number]",
        "appearances:",
    ]
    entries = (
        item(
            [
                f"article: {figure.article}",
                f"position: {_position(words)}",
                "stance: asserts",
                *quote_lines(library.texts[figure.article], figure.sentence),
            ]
        )
        for figure, words in zip(figures, written, strict=True)
    )
    places = tuple((figure.article, figure.span) for figure in figures)
    names = ", ".join(f"{words} ({figure.article})" for figure, words in zip(figures, written, strict=True))
    message = f"Figures differ ({group.matter}): {names}; whether they concern one matter is for you to say"
    file = f"content/claims/{_position(group.matter)}-{places[0][0]}.yaml"[:80]
    yaml = "\n".join(lines) + "\n" + "".join(entries)
    return made(library, SuggestionKind.FIGURE, places, message, file, yaml)


def _one_for_each_article(group: FigureGroup) -> list[Figure]:
    """The first figure of each text, and further ones where their value differs."""
    kept: dict[tuple[ArticleId, float, float], Figure] = {}
    for figure in group.figures:
        kept.setdefault((figure.article, figure.low, figure.high), figure)
    return list(kept.values())


def _position(words: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-") or "figure"
    return slug if slug[0].isalpha() else f"n-{slug}"
