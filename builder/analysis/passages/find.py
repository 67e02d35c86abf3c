"""All shared passages of many texts: words, word groups, join, sift, and a closer look at each pair that is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from builder.analysis.memory import Memory
from builder.analysis.passages.join import MOST_SEEDS, seeds_of
from builder.analysis.passages.refine import PairKey, PairResult, passages_of
from builder.analysis.passages.rule import DOSSIER, SITE, Rule
from builder.analysis.passages.shingles import Corpus, corpus_of, postings_of, shared_postings
from builder.analysis.passages.sift import promising_pairs
from builder.analysis.passages.stories import Story
from builder.analysis.passages.tokens import Tokens

LEAST_WORDS: Final = 5_000_000
"""So many words of pairs are looked at in any dossier: those of the 3,000 pairs of 78 copies of a report."""
WORDS_FOR_A_TEXT: Final = 4_000
"""And so many more for each text: 12,000 news texts have pairs of 1,600 words for each."""
_SEEDS_FOR_A_TEXT: Final = 4_000
"""So many seeds for each text are made in all stories together, beside those of one: news texts need some hundred."""
_STORIES_OF_A_TEXT: Final = 40
"""In so many stories texts are joined with others, on the whole; one of news is in about ten."""
_POSTINGS_AT_ONCE: Final = 400_000
"""So many word groups, those of a text once for each of its stories, are joined at once."""

Pair = tuple[int, int]
"""The places of two texts, the lower first."""


class FoundPassages(Struct, frozen=True):
    """What pairs of texts share, ascending; it may be nothing. Of others nothing is known."""

    pairs: Mapping[Pair, PairResult]
    rules: Mapping[Pair, Rule]
    """By which rule each of the pairs was looked at."""
    is_cut: bool
    """Whether very many share very much, so that pairs of those furthest apart are not looked at."""


def find_passages(
    texts: Sequence[tuple[str, Tokens]],
    stories: Sequence[Story],
    known: Memory[tuple[Rule, PairKey], PairResult] | None = None,
) -> FoundPassages:
    """Return what the pairs looked at share: all, or where they have very many words those nearest in `texts`.

    `texts` are digests with words, in order of publication. Those of one story are compared by the dossier's rule, all
    others by the site's. A result is as the text with the lesser digest sees it; it follows from the two texts and the
    rule alone, and is taken from `known` where that has it.
    """
    known = known if known is not None else Memory()
    tokens = [words for _, words in texts]
    corpus = corpus_of(tokens)
    far, is_far_cut = _looked_at(corpus, SITE)
    near, is_near_cut = _in_stories(corpus, stories)
    rules = dict.fromkeys(far, SITE) | dict.fromkeys(near, DOSSIER)
    reached = within_reach(sorted(rules), [len(words) for words in tokens], near)
    found = {pair: _shared(texts, pair, rules[pair], known) for pair in reached}
    is_cut = is_far_cut or is_near_cut or len(reached) < len(rules)
    return FoundPassages(found, rules, is_cut)


def looked_at(texts: Sequence[Tokens], rule: Rule) -> tuple[tuple[Pair, ...], bool]:
    """Return the pairs of texts that may share a passage by a rule, ascending, and whether there may be more."""
    return _looked_at(corpus_of(texts), rule)


def _looked_at(corpus: Corpus, rule: Rule) -> tuple[tuple[Pair, ...], bool]:
    seeds = seeds_of(postings_of(corpus, rule.group, rule.window), rule.star)
    return promising_pairs(corpus, seeds, rule), seeds.is_cut


def _in_stories(corpus: Corpus, stories: Sequence[Story]) -> tuple[frozenset[Pair], bool]:
    """Return the pairs of texts of one story that may share a passage, and whether that is not all of them."""
    postings = shared_postings(corpus, DOSSIER.group)
    sizes = postings.sizes(corpus.texts)
    seeds_left = MOST_SEEDS + _SEEDS_FOR_A_TEXT * corpus.texts
    postings_left = _STORIES_OF_A_TEXT * sum(sizes)
    found: set[Pair] = set()
    is_cut = False
    for batch, size in _batches(stories, sizes):
        postings_left -= size
        if postings_left < 0:
            return frozenset(found), True
        seeds = seeds_of(postings.apart(batch), DOSSIER.star, max(0, min(MOST_SEEDS, seeds_left)))
        found.update(promising_pairs(corpus, seeds, DOSSIER))
        seeds_left -= len(seeds)
        is_cut = is_cut or seeds.is_cut
    return frozenset(found), is_cut


def _batches(stories: Sequence[Story], sizes: Sequence[int]) -> Iterator[tuple[Sequence[Story], int]]:
    """Stories that are joined in one go, each for itself, with their postings: each alone would cost more."""
    batch: list[Story] = []
    held = 0
    for story in stories:
        size = sum(sizes[place] for place in story)
        if batch and held + size > _POSTINGS_AT_ONCE:
            yield batch, held
            batch, held = [], 0
        batch.append(story)
        held += size
    if batch:
        yield batch, held


def _shared(
    texts: Sequence[tuple[str, Tokens]],
    pair: Pair,
    rule: Rule,
    known: Memory[tuple[Rule, PairKey], PairResult],
) -> PairResult:
    (one, first), (other, second) = sorted((texts[place] for place in pair), key=lambda text: text[0])
    key = (rule, (one, other))
    result = known.get(key)
    if result is None:
        result = known.used[key] = passages_of(first, second, rule)
    return result


def within_reach(
    pairs: Sequence[Pair], sizes: Sequence[int], near: frozenset[Pair] = frozenset()
) -> Sequence[Pair]:
    """Return the pairs that are looked at, ascending; `sizes` are the words of each text.

    Where there are too many words those of one story are, `near`, then those of texts that stand near each other, as
    copies of one report do.
    """
    most = LEAST_WORDS + WORDS_FOR_A_TEXT * len(sizes)
    if sum(sizes[first] + sizes[second] for first, second in pairs) <= most:
        return pairs
    reached: list[Pair] = []
    for first, second in sorted(pairs, key=lambda pair: (pair not in near, pair[1] - pair[0], pair)):
        most -= sizes[first] + sizes[second]
        if most < 0:
            break
        reached.append((first, second))
    return sorted(reached)
