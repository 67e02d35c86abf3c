"""Figures that differ, utterances that several texts quote, sentences that say the same: as proposals of claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from builder.analysis.comparisonfindings import Figure, FigureGroup, FigureStatus, Rendering
from builder.analysis.findings import Findings
from builder.editing.matrix.alike import Sentence, sentences_alike
from builder.editing.matrix.writing import MOST_EACH, new_record, quote_lines, shortened
from builder.editing.proposed import Known, NewFile, proposal_head, short_id
from builder.editing.review import TO_WRITE
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.regexes import regex
from builder.text import Span
from builder.yamltext import scalar

_NAME: Final = r"(?:the )?[A-Z][\w’'-]*(?: (?:of |the |de |van )?[A-Z][\w’'-]*){0,4}"
_VERBS: Final = (
    "(?:said|says|told|warned|claimed|denied|confirmed|announced|added|argued|insisted|stated|estimated|reported"
    "|believes?)"
)
_REPORTS: Final = regex(
    rf"(?P<before>{_NAME})(?: \([A-Z]{{2,8}}\))?,? (?:(?:also|had|has|have) )?{_VERBS}\b"
    rf"|\b{_VERBS} (?P<behind>{_NAME})|\b[Aa]ccording to (?P<to>{_NAME})"
)
_REPORTED: Final = regex(rf"\b(?:{_VERBS}|according to)\b", re.IGNORECASE)

_Place = tuple[ArticleId, Span]


def propose_claims(
    library: Library, findings: Findings, said: Mapping[ArticleId, Sequence[Sentence]], known: Known
) -> Iterator[NewFile]:
    """Yield claims of each sort, the ones with most in common first; no sentence serves for two of them."""
    taken: list[_Place] = []
    groups = (
        each for each in findings.comparison.figure_groups(said) if each.status is FigureStatus.CANDIDATE
    )
    for group in [each for each in groups if len(each.articles) > 1][:MOST_EACH]:
        yield from _written(_numbers(library, group), library, known, taken)
    for rendering in findings.comparison.renderings(said)[:MOST_EACH]:
        yield from _written(_utterance(library, rendering), library, known, taken)
    for alike in sentences_alike(said)[:MOST_EACH]:
        if not any(
            one.article == article and one.span.meets(span) for one in alike for article, span in taken
        ):
            yield from _written(_statement(library, alike), library, known, taken)


_Draft = tuple[str, list[str], list[tuple[list[str], _Place]]]
"""What a claim is called by, its first lines, and for each appearance its first lines and the place of its quote."""


def _written(draft: _Draft, library: Library, known: Known, taken: list[_Place]) -> Iterator[NewFile]:
    """Yield the record where the quotes of two texts have a place; the others are left out."""
    own, head, appearances = draft
    lines: list[str] = []
    places: list[_Place] = []
    for first, (article, span) in appearances:
        quote = quote_lines(library, article, span)
        if quote is not None:
            lines += [f"  - article: {article}", *(f"    {line}" for line in (*first, *quote))]
            places.append((article, span))
    if len({article for article, _ in places}) > 1:
        taken += places
        yield new_record("claim", known, short_id(own) or "claim", [*head, "appearances:", *lines])


def _numbers(library: Library, group: FigureGroup) -> _Draft:
    kept: dict[tuple[ArticleId, float, float], Figure] = {}
    for figure in group.figures:
        kept.setdefault((figure.article, figure.low, figure.high), figure)
    written = {
        key: " ".join(library.texts[each.article].quoted(each.span).split()) for key, each in kept.items()
    }
    positions = {
        f"n-{short_id(words) or number}": words
        for number, words in enumerate(dict.fromkeys(written.values()))
    }
    of = {words: position for position, words in positions.items()}
    named = ", ".join(f"{written[key]} ({each.article})" for key, each in kept.items())
    head = [
        *proposal_head(
            f"Figures differ: {named}; whether they concern one matter is for you to say. Write the statement."
        ),
        f"statement: {scalar(f'{TO_WRITE}: how many ({group.matter})')}",
        "kind: number",
        "positions:",
        *(f"  {position}: {scalar(words)}" for position, words in positions.items()),
        "reading: differ",
        "disagreement: [number]",
    ]
    appearances = [
        (
            [f"position: {of[written[key]]}", *_stance(library, each.article, each.sentence)],
            (each.article, each.sentence),
        )
        for key, each in kept.items()
    ]
    return f"how many {group.matter}", head, appearances


def _utterance(library: Library, rendering: Rendering) -> _Draft:
    first = {each.article: each for each in reversed(rendering.quotations) if not each.is_term}
    quotations = [first[article] for article in rendering.articles if article in first]
    said = [library.texts[each.article].quoted(each.speaker) if each.speaker else "" for each in quotations]
    speaker = next(filter(None, said), "somebody")
    head = [
        *proposal_head(
            f"Several texts quote these words, or nearly these ({rendering.relation.value}). Write the statement."
        ),
        f"statement: {scalar(f'{TO_WRITE}: what {speaker} said')}",
        "kind: quotation",
    ]
    appearances = []
    for each, whom in zip(quotations, said, strict=True):
        to = each.entity or (f"{{described: {scalar(whom)}}}" if whom else "unstated")
        appearances.append((["stance: attributes", f"attributed_to: {to}"], (each.article, each.words_span)))
    own = library.texts[quotations[0].article].quoted(quotations[0].words_span) if quotations else ""
    return own, head, appearances


def _statement(library: Library, alike: Sequence[Sentence]) -> _Draft:
    title = shortened(library.texts[alike[0].article].quoted(alike[0].span))
    head = [
        *proposal_head(
            "These sentences have most words in common. Write the statement, look at each stance."
        ),
        f"statement: {scalar(title)}",
        "kind: detail",
    ]
    return (
        title,
        head,
        [(_stance(library, each.article, each.span), (each.article, each.span)) for each in alike],
    )


def _stance(library: Library, article: ArticleId, span: Span) -> list[str]:
    """Return the stance that a sentence seems to take: on somebody's word where it has a verb of saying."""
    sentence = library.texts[article].quoted(span)
    if not _REPORTED.search(sentence):
        return ["stance: asserts"]
    found = _REPORTS.search(sentence)
    whom = next(filter(None, found.groups()), "") if found else ""
    to = f"{{described: {scalar(whom)}}}" if whom else "unstated"
    return ["stance: attributes", f"attributed_to: {to}"]
