"""All shared passages of many texts: words, word groups, join, sift, and a closer look at each pair that is left."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from builder.analysis.passages.again import Looked, Pair, Promising, looked_again
from builder.analysis.passages.join import MOST_SEEDS, Seeds, seeds_of
from builder.analysis.passages.refine import PairKey, PairResult, passages_of
from builder.analysis.passages.rule import DOSSIER, SITE, Rule
from builder.analysis.passages.shingles import Corpus, Postings, corpus_of, halves_of, shared_postings
from builder.analysis.passages.sift import promising_pairs
from builder.analysis.passages.stories import Story
from builder.analysis.passages.tokens import Tokens
from builder.analysis.passages.words import Words
from builder.memory import Memory

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST_WORDS: Final = 5_000_000
"""So many words of pairs are looked at in any story: those of the 3,000 pairs of 78 copies of a report."""
WORDS_FOR_A_TEXT: Final = 4_000
"""And so many more for each text of it: 12,000 news texts have pairs of 1,600 words for each."""
_ALL_STORIES: Final = 4
"""So many times as much, at most, is done for all stories of a dossier together, as would be if they were one."""
_SEEDS_FOR_A_TEXT: Final = 4_000
"""So many seeds for each text, beside those of one story: news texts need some hundred."""
_POSTINGS_AT_ONCE: Final = 400_000
"""So many word groups, those of a text once for each of its stories, are joined at once."""


class FoundPassages(Struct, frozen=True):
    """What pairs of texts share, ascending; it may be nothing. Of others nothing is known."""

    pairs: Mapping[Pair, PairResult]
    rules: Mapping[Pair, Rule]
    """By which rule each of the pairs was looked at."""
    is_cut: bool
    """Whether very many texts share very much, so that pairs of those furthest apart are not looked at."""
    looked: Looked | None = None
    """What was looked at, for the next time; None where that is not all."""


def find_passages(
    words: Words,
    stories: Sequence[Story],
    known: Memory[tuple[Rule, PairKey], PairResult] | None = None,
    before: Looked | None = None,
) -> FoundPassages:
    """Return what the pairs looked at share: all, or where they have very many words those nearest in `words`.

    `words` are of texts in order of publication. Those of one story are compared by the dossier's rule, all others by
    the site's. A result is as the text with the lesser digest sees it; it follows from the two texts and the rule
    alone, and is taken from `known` where that has it. `before` is what was looked at when `known` was found.
    """
    known = known if known is not None else Memory()
    near_before = (key for rule, key in known.earlier if rule == DOSSIER)
    most = _most_seeds(len(words)) - MOST_SEEDS  # whatever story comes last, it had as much left as any other
    again = looked_again(words, stories, before, near_before, most) if before is not None else None
    promising, is_cut = (again, False) if again is not None else _promising(words, stories)
    near, sizes = promising.near, words.sizes()
    far = [pair for pair in promising.seen if pair not in near]
    reached = _within_reach_of_stories(near, stories, sizes)
    rules = dict.fromkeys(within_reach(far, sizes), SITE) | dict.fromkeys(reached, DOSSIER)
    found = {pair: _shared(words, pair, rules[pair], known) for pair in sorted(rules)}
    is_cut = is_cut or len(rules) < len(far) + len(near)
    is_told_apart = len({*words.digests}) == len(words)
    return FoundPassages(found, rules, is_cut, promising.looked if is_told_apart and not is_cut else None)


def _most_seeds(texts: int) -> int:
    return _ALL_STORIES * (MOST_SEEDS + _SEEDS_FOR_A_TEXT * texts)


def _promising(words: Words, stories: Sequence[Story]) -> tuple[Promising, bool]:
    """Return the pairs worth a closer look, and whether there may be more."""
    corpus = corpus_of(words.of(range(len(words))))
    near, seeds, is_near_cut = _in_stories(corpus, stories)
    halves, lengths = halves_of(corpus, SITE.group, SITE.window)
    groups = halves.tobytes()
    seen, is_far_cut = _looked_at(corpus, SITE, halves)
    looked = Looked(
        words.digests, tuple(words.sizes()), tuple(stories), seen, seeds, tuple(lengths.tolist()), groups
    )
    return Promising(near, seen, looked), is_near_cut or is_far_cut


def looked_at(texts: Sequence[Tokens], rule: Rule) -> tuple[tuple[Pair, ...], bool]:
    """Return the pairs of texts that may share a passage by a rule, ascending, and whether there may be more."""
    return _looked_at(corpus_of(texts), rule)


def _looked_at(
    corpus: Corpus, rule: Rule, halves: NDArray[np.uint32] | None = None
) -> tuple[tuple[Pair, ...], bool]:
    seeds = seeds_of(shared_postings(corpus, rule.group, rule.window, halves), rule.star)
    return promising_pairs(corpus, seeds, rule), seeds.is_cut


def _in_stories(corpus: Corpus, stories: Sequence[Story]) -> tuple[frozenset[Pair], int, bool]:
    """Return the pairs of texts of one story that may share a passage, how many seeds they have, and whether that is
    not all of them.
    """
    postings = shared_postings(corpus, DOSSIER.group, DOSSIER.window)
    most = seeds_left = _most_seeds(corpus.texts)
    found: set[Pair] = set()
    is_cut = False
    for batch in _batches(stories, postings.sizes(corpus.texts)):
        for seeds in _seeds_in(postings, batch, seeds_left):
            found.update(promising_pairs(corpus, seeds, DOSSIER))
            seeds_left -= len(seeds)
            is_cut = is_cut or seeds.is_cut
    return frozenset(found), most - seeds_left, is_cut


def _seeds_in(postings: Postings, batch: Sequence[Story], left: int) -> Iterator[Seeds]:
    """All seeds of some stories at once, or, where they are too many, of each: none takes from another's bound."""
    seeds = seeds_of(postings.apart(batch), DOSSIER.star, max(0, min(MOST_SEEDS, left)))
    if not seeds.is_cut or len(batch) == 1 or left < MOST_SEEDS:
        yield seeds
        return
    for story in batch:
        seeds = seeds_of(postings.apart([story]), DOSSIER.star, max(0, min(MOST_SEEDS, left)))
        left -= len(seeds)
        yield seeds


def _batches(stories: Sequence[Story], sizes: Sequence[int]) -> Iterator[Sequence[Story]]:
    """Stories that are joined in one go, each for itself: each alone would cost more."""
    batch: list[Story] = []
    held = 0
    for story in stories:
        size = sum(sizes[place] for place in story)
        if batch and held + size > _POSTINGS_AT_ONCE:
            yield batch
            batch, held = [], 0
        batch.append(story)
        held += size
    if batch:
        yield batch


def _shared(
    words: Words, pair: Pair, rule: Rule, known: Memory[tuple[Rule, PairKey], PairResult]
) -> PairResult:
    first, second = sorted(pair, key=words.digests.__getitem__)
    key = (rule, (words.digests[first], words.digests[second]))
    result = known.get(key)
    if result is None:
        result = known.used[key] = passages_of(words[first], words[second], rule)
    return result


def _within_reach_of_stories(
    pairs: Collection[Pair], stories: Sequence[Story], sizes: Sequence[int]
) -> Collection[Pair]:
    """Return the pairs that are within the reach of a story of both texts, the smallest first.

    What other stories have does not count, but for a bound on all of them together that news does not meet.
    """
    most = LEAST_WORDS + WORDS_FOR_A_TEXT * len(sizes)
    if sum(sizes[first] + sizes[second] for first, second in pairs) <= LEAST_WORDS:
        return pairs
    reached: dict[Pair, None] = {}
    for story, held in _by_story(pairs, stories):
        at = {place: rank for rank, place in enumerate(story)}
        near = within_reach(
            [(at[first], at[second]) for first, second in held], [sizes[place] for place in story]
        )
        reached.update(((story[first], story[second]), None) for first, second in near)
    return within_reach(tuple(reached), sizes, _ALL_STORIES * most, in_order=True)


def _by_story(pairs: Collection[Pair], stories: Sequence[Story]) -> Iterator[tuple[Story, list[Pair]]]:
    of_text: dict[int, set[int]] = {}
    for number, story in enumerate(stories):
        for place in story:
            of_text.setdefault(place, set()).add(number)
    held: dict[int, list[Pair]] = {}
    for first, second in sorted(pairs):
        for number in of_text[first] & of_text[second]:
            held.setdefault(number, []).append((first, second))
    return ((stories[number], held[number]) for number in sorted(held))


def within_reach(
    pairs: Sequence[Pair], sizes: Sequence[int], most: int | None = None, *, in_order: bool = False
) -> Sequence[Pair]:
    """Return the pairs that are looked at, ascending; `sizes` are the words of each text.

    Where there are more than `most` words those of texts that stand near each other are, as copies of one report do; or
    the first `in_order`.
    """
    if most is None:
        most = LEAST_WORDS + WORDS_FOR_A_TEXT * len(sizes)
    if sum(sizes[first] + sizes[second] for first, second in pairs) <= most:
        return pairs
    reached: list[Pair] = []
    for first, second in pairs if in_order else sorted(pairs, key=lambda pair: (pair[1] - pair[0], pair)):
        most -= sizes[first] + sizes[second]
        if most < 0:
            break
        reached.append((first, second))
    return sorted(reached)
