"""All that follows from the shared passages of a dossier: passages with their kinds, pairs, shares, clusters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from builder.analysis.comparedtext import ComparedText, first_published
from builder.analysis.comparisonfindings import (
    ArticleShare,
    Cluster,
    Pair,
    PairComparison,
    PassageKind,
    Run,
    SharedPassage,
    StandingText,
)
from builder.analysis.components import components
from builder.analysis.passages.again import Looked
from builder.analysis.passages.find import FoundPassages, find_passages
from builder.analysis.passages.kinds import Meeting, Quoted, kinds_of
from builder.analysis.passages.refine import PairKey, PairResult, swapped
from builder.analysis.passages.rule import Rule
from builder.analysis.passages.shares import OwnPart, share_of
from builder.analysis.passages.standing import standing_texts
from builder.analysis.passages.stories import Story
from builder.analysis.passages.words import Words
from builder.memory import Memory
from builder.model.base import ArticleId, OutletId

_CONTAINED = 0.5


class PassageResults(Struct, frozen=True):
    """What texts share. Mappings are in article order."""

    pairs: Mapping[Pair, PairComparison]
    shares: Mapping[ArticleId, ArticleShare]
    clusters: tuple[Cluster, ...]
    standing: Mapping[OutletId, tuple[StandingText, ...]]
    """Per outlet, by id: the words that it prints under many of its texts."""
    is_cut: bool
    """Whether very many texts share very much, so that pairs of those furthest apart are not looked at."""
    looked: Looked | None = None
    """What was looked at, for the next comparison; no finding."""


NO_PASSAGES = PassageResults({}, {}, (), {}, is_cut=False)
"""What texts share that nobody compared."""


def passage_results(
    texts: Sequence[ComparedText],
    words: Words,
    stories: Sequence[Story],
    known: Memory[tuple[Rule, PairKey], PairResult],
    own: Memory[str, OwnPart],
    quoted: Quoted,
    before: Looked | None,
) -> PassageResults:
    """Return what the texts, given in article order, share; results of pairs are taken from and left in `known`.

    `before` is what was looked at then.
    """
    found = find_passages(words, stories, known, before)
    every = list(_meetings(words.digests, found))
    kinds = kinds_of(texts, every, quoted)
    meetings = [(meeting, kind) for meeting, kind in zip(every, kinds, strict=True) if kind.counts]
    shared: dict[tuple[int, int], int] = {}
    by_text: dict[int, list[Meeting]] = {}
    for meeting, _ in meetings:
        shared[meeting.places] = shared.get(meeting.places, 0) + meeting.passage.words
        for place in meeting.places:
            by_text.setdefault(place, []).append(meeting)
    sizes = words.sizes()
    return PassageResults(
        pairs=_pairs(texts, sizes, meetings, shared, found.rules),
        shares=_shares(texts, words, by_text, own),
        clusters=_clusters(texts, sizes, shared),
        standing=standing_texts(
            texts,
            [meeting for meeting, kind in zip(every, kinds, strict=True) if kind is PassageKind.BOILERPLATE],
        ),
        is_cut=found.is_cut,
        looked=found.looked,
    )


def _shares(
    texts: Sequence[ComparedText],
    words: Words,
    by_text: Mapping[int, Sequence[Meeting]],
    own: Memory[str, OwnPart],
) -> Mapping[ArticleId, ArticleShare]:
    return {
        texts[place].article: share_of(place, texts, words.__getitem__, by_text[place], own)
        for place in sorted(by_text)
    }


def _meetings(digests: Sequence[str], found: FoundPassages) -> Iterator[Meeting]:
    for pair, result in found.pairs.items():
        for passage in result if digests[pair[0]] <= digests[pair[1]] else swapped(result):
            yield Meeting(pair, passage)


def _pairs(
    texts: Sequence[ComparedText],
    sizes: Sequence[int],
    meetings: Sequence[tuple[Meeting, PassageKind]],
    shared: Mapping[tuple[int, int], int],
    rules: Mapping[tuple[int, int], Rule],
) -> Mapping[Pair, PairComparison]:
    passages: dict[tuple[int, int], list[SharedPassage]] = {}
    for meeting, kind in meetings:
        first, second = (texts[place] for place in meeting.places)
        passages.setdefault(meeting.places, []).append(_placed(meeting, kind, first, second))
    return {
        (texts[first].article, texts[second].article): PairComparison(
            articles=(texts[first].article, texts[second].article),
            passages=tuple(passages[first, second]),
            words=(sizes[first], sizes[second]),
            shared=shared[first, second],
            rule=rules[first, second].mode,
        )
        for first, second in sorted(passages)
    }


def _placed(meeting: Meeting, kind: PassageKind, first: ComparedText, second: ComparedText) -> SharedPassage:
    passage = meeting.passage
    return SharedPassage(
        articles=(first.article, second.article),
        spans=(first.raw(passage.first), second.raw(passage.second)),
        runs=tuple(Run((first.raw(run.first), second.raw(run.second)), run.words) for run in passage.runs),
        words=passage.words,
        length=passage.length,
        kind=kind,
        first_in=first_published((first, second)),
    )


def _clusters(
    texts: Sequence[ComparedText], words: Sequence[int], shared: Mapping[tuple[int, int], int]
) -> tuple[Cluster, ...]:
    """Texts that are nearly the same. `words` of each text; `shared` words of each two that share some, by place.

    Two are linked when half of the shorter one stands in the other: containment, not likeness, since a copy is often
    cut to a third or set into a longer report.
    """
    links = (
        pair for pair, count in shared.items() if count >= _CONTAINED * min(words[pair[0]], words[pair[1]])
    )
    groups = components(len(texts), links)
    return tuple(
        Cluster(
            tuple(texts[place].article for place in group),
            first_published(texts[place] for place in group),
        )
        for group in groups
    )
