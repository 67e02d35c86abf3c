"""How much of a text stands in others too, in which, and what only this one has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from builder.analysis.comparedtext import ComparedText
from builder.analysis.comparisonfindings import ArticleShare
from builder.analysis.passages.kinds import Meeting
from builder.analysis.passages.tokens import Tokens
from builder.text import Span, SpanRow, has_words, joined, meets_any, sentences

_UNIQUE_WORDS = 12
"""A shorter sentence says too little to be shown as what only one text has."""


def share_of(
    place: int, texts: Sequence[ComparedText], tokens: Tokens, meetings: Sequence[Meeting]
) -> ArticleShare:
    """Return the share of one text; `meetings` are its passages that count."""
    with_words: dict[int, int] = {}
    runs: list[Span] = []
    spans: list[Span] = []
    for meeting in meetings:
        side = meeting.places.index(place)
        other = meeting.places[1 - side]
        with_words[other] = with_words.get(other, 0) + meeting.passage.words
        spans.append(meeting.spans[side])
        runs.extend((run.first, run.second)[side] for run in meeting.passage.runs)
    text = texts[place]
    return ArticleShare(
        article=text.article,
        words=len(tokens),
        shared=_words_inside(tokens, runs),
        with_articles=tuple(
            texts[other].article
            for other in sorted(with_words, key=lambda other: (-with_words[other], other))
        ),
        unique=SpanRow(map(text.raw, _unique_sentences(text.clean, spans))),
    )


def _words_inside(tokens: Tokens, runs: Iterable[Span]) -> int:
    starts: list[int] = tokens.start.tolist()
    return sum(bisect_left(starts, run.end) - bisect_left(starts, run.start) for run in joined(runs))


def _unique_sentences(text: str, shared: Sequence[Span]) -> list[Span]:
    taken = joined(shared)
    return [
        sentence
        for sentence in sentences(text)
        if not meets_any(sentence, taken) and has_words(sentence.of(text), _UNIQUE_WORDS)
    ]
