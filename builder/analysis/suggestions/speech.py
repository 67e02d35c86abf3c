"""Sentences that report what somebody says and that no claim quotes."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.comparisonfindings import Quotation
from builder.analysis.findings import Findings
from builder.analysis.suggestions.suggestion import Suggestion, SuggestionKind, made
from builder.analysis.suggestions.yamltext import item, quote_lines
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.regexes import regex
from builder.text import Span, sentences
from builder.yamltext import quoted

_REPORTS = regex(
    r"\b(?:said|says|told|stated|states|announced|declared|claimed|claims|warned|warns|insisted|argued|denied|confirmed"
    r"|acknowledged|admitted|informed|reported|according to|believes?|suspects?|estimates?|testified|wrote|tweeted)\b"
)


def unclaimed_speech(library: Library, findings: Findings) -> Iterator[Suggestion]:
    """Yield an appearance, to be put under a claim, for each such sentence; of one long quotation, for its first."""
    for article in findings.article_order:
        if article in library.texts:
            yield from _of_article(library, findings, article)


def _of_article(library: Library, findings: Findings, article: ArticleId) -> Iterator[Suggestion]:
    clean = library.texts[article].clean
    evidence = [
        placed.span
        for key, placed in library.quotes_by_article.get(article, ())
        if key.kind == "claim" and placed.span is not None
    ]
    speeches = [quotation for quotation in findings.comparison.quotations[article] if not quotation.is_term]
    told: set[Span] = set()
    for sentence in sentences(clean.text):
        span = clean.to_raw(sentence)
        if any(span.meets(quote) for quote in evidence):
            continue
        spoken = [quotation for quotation in speeches if quotation.span.meets(span)]
        new = [quotation for quotation in spoken if quotation.span not in told]
        told.update(quotation.span for quotation in spoken)
        if new or (not spoken and _REPORTS.search(sentence.of(clean.text))):
            yield _suggestion(library, article, span, new)


def _suggestion(library: Library, article: ArticleId, span: Span, spoken: list[Quotation]) -> Suggestion:
    lines = [
        f"article: {article}",
        "stance: attributes",
        f"attributed_to: {_speaker(library, article, spoken)}",
        *quote_lines(library.texts[article], span),
    ]
    message = "This sentence reports what somebody says, and no claim quotes it"
    yaml = "appearances:\n" + item(lines)
    file = "content/claims/"
    return made(library, SuggestionKind.SPEECH, ((article, span),), message, file, yaml)


def _speaker(library: Library, article: ArticleId, spoken: list[Quotation]) -> str:
    for quotation in spoken:
        if quotation.entity is not None:
            return quotation.entity
        if quotation.speaker is not None:
            words = " ".join(library.texts[article].quoted(quotation.speaker).split())
            return f"{{described: {quoted(words)}}}"
    return "unstated"
