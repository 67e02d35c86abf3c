"""What may be published of a stored text.

`full`: all of it. `excerpt`: the whole sentences that hold an evidence quote, the exact words of the headline and
of cues, and nothing else. `link`: the exact words of evidence, headline and cues alone. Folded and lifted words
are never part of a sentence. Pages, data and search ask here and nowhere else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from builder.model.article import Publish
from builder.model.base import ArticleId
from builder.model.library import Library, PlacedQuote, QuoteKey
from builder.model.marks import MarkEffect
from builder.model.seedtext import SeedText
from builder.text import Span, joined

_HIDDEN = frozenset({MarkEffect.FOLD, MarkEffect.LIFT})


def published_texts(library: Library) -> Mapping[ArticleId, tuple[Span, ...]]:
    """Return for each article with a text the publishable raw ranges, disjoint and in text order."""
    evidence, cues = _quotes_by_article(library)
    return {
        article: published_ranges(
            library.texts[article],
            library.publish_of(article),
            evidence.get(article, ()),
            cues.get(article, ()),
        )
        for article in sorted(library.texts)
    }


def published_ranges(
    text: SeedText, publish: Publish, evidence: Iterable[Span], cues: Iterable[Span] = ()
) -> tuple[Span, ...]:
    """Return what may be published of one text whose evidence and cues stand at the given raw ranges."""
    if publish is Publish.FULL:
        return (Span(0, text.characters),) if text.characters else ()
    exact = [part for span in (*evidence, *cues) for part in text.around_hidden(span)]
    if publish is Publish.LINK:
        return joined(filter(len, exact))
    sentences = [part for span in evidence for part in _shown_sentence(text, span)]
    return _with_gaps(text, joined(filter(len, [*sentences, *exact])))


def _shown_sentence(text: SeedText, span: Span) -> Iterator[Span]:
    sentence = text.sentence_around(span)
    start = sentence.start
    for placed in text.marks_meeting(sentence):
        if placed.mark.effect in _HIDDEN:
            yield Span(start, max(start, placed.span.start))
            start = max(start, placed.span.end)
    yield Span(start, max(start, sentence.end))


def _with_gaps(text: SeedText, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the ranges with the white space between two of them: it holds no words, and parts none that are shown."""
    gaps = [Span(first.end, second.start) for first, second in pairwise(spans)]
    return joined([*spans, *(gap for gap in gaps if gap.of(text.raw).isspace())])


def cut(published: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """Return the parts of a raw range that may be published."""
    return tuple(
        Span(max(allowed.start, span.start), min(allowed.end, span.end))
        for allowed in published[
            bisect_right(published, span.start, key=lambda one: one.end) : bisect_left(
                published, span.end, key=lambda one: one.start
            )
        ]
    )


def prints(text: SeedText, published: tuple[Span, ...], span: Span) -> bool:
    """Whether all of a quotation may be published but for folds inside it."""
    return all(shows(published, part) for part in text.around_hidden(span))


def shows(published: tuple[Span, ...], span: Span) -> bool:
    """Whether all of a raw range may be published."""
    nearest = bisect_right(published, span.start, key=lambda one: one.start) - 1
    return nearest >= 0 and published[nearest].holds(span)


def _quotes_by_article(
    library: Library,
) -> tuple[Mapping[ArticleId, tuple[Span, ...]], Mapping[ArticleId, tuple[Span, ...]]]:
    evidence: dict[ArticleId, list[Span]] = {}
    cues: dict[ArticleId, list[Span]] = {}
    for key, placed in library.quotes.items():
        table = evidence if _is_evidence(key) else cues if _is_cue(key) else None
        if table is not None:
            _place(table, placed)
    return _frozen(evidence), _frozen(cues)


def _place(table: dict[ArticleId, list[Span]], placed: PlacedQuote) -> None:
    if placed.span is not None:
        table.setdefault(placed.article, []).append(placed.span)


def _frozen(table: dict[ArticleId, list[Span]]) -> Mapping[ArticleId, tuple[Span, ...]]:
    return {article: tuple(sorted(set(spans))) for article, spans in table.items()}


def _is_evidence(key: QuoteKey) -> bool:
    """Whether the words show a stance or the independence of texts."""
    return key.kind == "claim" and key.path[0] in ("appearances", "independence")


def _is_cue(key: QuoteKey) -> bool:
    """Whether the words were read as a date or a relation, or are a headline."""
    return "cue" in key.path or key.path[0] == "headline"
