"""How much of a text stands in others too, in which, and what only this one has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from hashlib import sha256

from msgspec import Struct

from builder.analysis.comparedtext import ComparedText
from builder.analysis.comparisonfindings import ArticleShare
from builder.analysis.passages.kinds import Meeting
from builder.analysis.passages.tokens import Tokens
from builder.memory import Memory
from builder.text import Span, SpanRow, has_words, joined, meets_any, sentences

_UNIQUE_WORDS = 12
"""A shorter sentence says too little to be shown as what only one text has."""


class OwnPart(Struct, frozen=True):
    """What follows from the words of a text and from which of them stand in others."""

    words: int
    shared: int
    """How many of its words stand in others."""
    alone: SpanRow
    """The longer sentences of its clean view that no passage touches."""


def share_of(
    place: int,
    texts: Sequence[ComparedText],
    words: Callable[[int], Tokens],
    meetings: Sequence[Meeting],
    known: Memory[str, OwnPart],
) -> ArticleShare:
    """Return the share of one text; `meetings` are its passages that count, `words` returns those of a text."""
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
    own = _own_part(text, partial(words, place), joined(runs), joined(spans), known)
    return ArticleShare(
        article=text.article,
        words=own.words,
        shared=own.shared,
        with_articles=tuple(
            texts[other].article
            for other in sorted(with_words, key=lambda other: (-with_words[other], other))
        ),
        unique=SpanRow(map(text.raw, own.alone)),
    )


def _own_part(
    text: ComparedText,
    words: Callable[[], Tokens],
    runs: Sequence[Span],
    spans: Sequence[Span],
    known: Memory[str, OwnPart],
) -> OwnPart:
    told = repr([SpanRow(ranges).told_for_digest() for ranges in (runs, spans)])

    def made(text: ComparedText) -> OwnPart:
        tokens = words()
        return OwnPart(
            len(tokens), _words_inside(tokens, runs), SpanRow(_unique_sentences(text.clean, spans))
        )

    return known.of(f"{text.digest} {sha256(told.encode()).hexdigest()}", text, made)


def _words_inside(tokens: Tokens, runs: Iterable[Span]) -> int:
    starts: list[int] = tokens.start.tolist()
    return sum(bisect_left(starts, run.end) - bisect_left(starts, run.start) for run in runs)


def _unique_sentences(text: str, taken: Sequence[Span]) -> list[Span]:
    return [
        sentence
        for sentence in sentences(text)
        if not meets_any(sentence, taken) and has_words(sentence.of(text), _UNIQUE_WORDS)
    ]
