"""Which pairs of texts are worth a closer look, from what was known of them before some texts changed.

Of two texts of one story that follows from the two alone. Of others it follows from the word groups that they have in
common, and from which texts have each of these: a changed text decides over those that have a group which it has, or
had. What is returned is what looking at all texts would give, but for pairs that share nothing; where much has changed
nothing is, and all are looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from builder.analysis.passages.join import seeds_of
from builder.analysis.passages.rule import DOSSIER, SITE
from builder.analysis.passages.shingles import corpus_of, halves_of, shared_postings, stand_in
from builder.analysis.passages.sift import promising_pairs
from builder.analysis.passages.stories import Story
from builder.analysis.passages.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from builder.analysis.passages.tokens import Integers

    Halves = NDArray[np.uint32]

_FEW: Final = 4
"""Where more than a text in so many is to be read, all are: that costs less than asking which."""

Pair = tuple[int, int]
"""The places of two texts, the lower first."""


class Looked(Struct, frozen=True):
    """What was looked at, in all texts. Texts are told by their places but in `texts`."""

    texts: tuple[str, ...]
    """Their digests in order of publication; no two are the same."""
    sizes: tuple[int, ...]
    """How many words each has."""
    stories: tuple[Story, ...]
    seen: tuple[Pair, ...]
    """The pairs that may share a passage by the site's rule, ascending."""
    seeds: int
    """How many seeds all stories had, at most."""
    lengths: tuple[int, ...]
    """How many word groups of the site's rule each text has."""
    groups: bytes
    """The higher half of each of them, of all texts in turn: four bytes each."""


class Promising(Struct, frozen=True):
    """Pairs worth a closer look: those of a story by the dossier's rule, and any by the site's."""

    near: frozenset[Pair]
    seen: tuple[Pair, ...]
    looked: Looked


def looked_again(
    words: Words, stories: Sequence[Story], before: Looked, near: Iterable[tuple[str, str]], most_seeds: int
) -> Promising | None:
    """Return what is worth a closer look in texts of which most are as they were `before`; None where too few are.

    `near` are the pairs that were promising in stories, by digests. `most_seeds` may all stories have.
    """
    places = {digest: place for place, digest in enumerate(words.digests)}
    now = {place: places[digest] for place, digest in enumerate(before.texts) if digest in places}
    settled = list(now.values())
    fresh = sorted(set(places.values()).difference(settled))
    is_in_order = settled == sorted(settled) and len(places) == len(words)
    if not is_in_order or len(fresh) * _FEW > len(words):
        return None
    in_stories = _near_again(
        words, stories, [_moved(story, now) for story in before.stories], frozenset(fresh)
    )
    seen = _seen_again(words, before, now, fresh)
    if in_stories is None or seen is None:
        return None
    found, seeds = in_stories
    if before.seeds + seeds > most_seeds:
        return None
    found.update(_still_in_a_story(near, places, stories))
    pairs, lengths, groups = seen
    looked = Looked(
        words.digests, tuple(words.sizes()), tuple(stories), pairs, before.seeds + seeds, lengths, groups
    )
    return Promising(frozenset(found), pairs, looked)


def _moved(story: Story, now: Mapping[int, int]) -> Story:
    return tuple(now[place] for place in story if place in now)


def _still_in_a_story(
    near: Iterable[tuple[str, str]], places: Mapping[str, int], stories: Sequence[Story]
) -> Iterator[Pair]:
    of_text: dict[int, set[int]] = {}
    for number, story in enumerate(stories):
        for place in story:
            of_text.setdefault(place, set()).add(number)
    for one, other in near:
        if one in places and other in places:
            first, second = sorted((places[one], places[other]))
            if not of_text.get(first, set()).isdisjoint(of_text.get(second, ())):
                yield first, second


def _near_again(
    words: Words, stories: Sequence[Story], before: Sequence[Story], fresh: frozenset[int]
) -> tuple[set[Pair], int] | None:
    """Return the promising pairs of stories of which nothing is known, and how many seeds their stories have."""
    known = frozenset(before)
    of_text: dict[int, list[int]] = {}
    for number, story in enumerate(before):
        for place in story:
            of_text.setdefault(place, []).append(number)
    found: set[Pair] = set()
    seeds = 0
    for story in stories:
        new = fresh.intersection(story)
        if tuple(place for place in story if place not in new) not in known:
            new = frozenset(story).difference(_most_alike(story, before, of_text))
        if new:
            looked_at = _of_story(words, story, new)
            if looked_at is None:
                return None
            found.update(looked_at[0])
            seeds += looked_at[1]
    return found, seeds


def _most_alike(story: Story, before: Sequence[Story], of_text: Mapping[int, Sequence[int]]) -> Story:
    shared = Counter(number for place in story for number in of_text.get(place, ()))
    return before[max(shared, key=lambda number: (shared[number], -number))] if shared else ()


def _of_story(words: Words, story: Story, new: Collection[int]) -> tuple[list[Pair], int] | None:
    """Return the promising pairs that some texts of a story make; None where not all of its seeds are joined."""
    import numpy as np

    corpus = corpus_of(words.of(story))
    seeds = seeds_of(shared_postings(corpus, DOSSIER.group, DOSSIER.window), DOSSIER.star)
    if seeds.is_cut:
        return None
    is_new = np.array([place in new for place in story])
    pairs = promising_pairs(corpus, seeds.only(is_new[seeds.first] | is_new[seeds.second]), DOSSIER)
    return [(story[first], story[second]) for first, second in pairs], len(seeds)


def _seen_again(
    words: Words, before: Looked, now: Mapping[int, int], fresh: Sequence[int]
) -> tuple[tuple[Pair, ...], tuple[int, ...], bytes] | None:
    """Return the pairs that are promising by the site's rule, and the word groups of all texts."""
    if not fresh and len(now) == len(before.texts):
        return before.seen, before.lengths, before.groups
    import numpy as np

    rows_before = _rows(np.frombuffer(before.groups, np.uint32), before.lengths)
    new, new_lengths = halves_of(corpus_of(words.of(fresh)), SITE.group, SITE.window)
    rows = {place: rows_before[earlier] for earlier, place in now.items()}
    rows.update(zip(fresh, _rows(new, new_lengths.tolist()), strict=True))
    lengths = [len(rows[place]) for place in range(len(words))]
    groups = np.concatenate([new[:0], *(rows[place] for place in range(len(words)))])
    of_text = np.repeat(np.arange(len(words)), lengths)
    gone = [row for place, row in enumerate(rows_before) if place not in now]
    decided = np.union1d(fresh, of_text[stand_in(groups, np.unique(np.concatenate([new, *gone])))]).astype(
        np.int64
    )
    is_decided = np.zeros(len(words), np.bool_)
    is_decided[decided] = True
    beside = np.unique(of_text[stand_in(groups, np.unique(groups[is_decided[of_text]]))])
    if len(beside) * _FEW > len(words):
        return None
    pairs = {
        (now[first], now[second])
        for first, second in before.seen
        if first in now and second in now and not (is_decided[now[first]] and is_decided[now[second]])
    }
    pairs.update(_by_site(words, beside, is_decided))
    return tuple(sorted(pairs)), tuple(lengths), groups.tobytes()


def _by_site(words: Words, texts: Integers, is_decided: NDArray[np.bool_]) -> Iterator[Pair]:
    """Yield the promising pairs of some texts; `texts` are all that have a word group with one of them."""
    corpus = corpus_of(words.of(texts.tolist()))
    seeds = seeds_of(shared_postings(corpus, SITE.group, SITE.window), SITE.star)
    both = is_decided[texts[seeds.first]] & is_decided[texts[seeds.second]]
    for first, second in promising_pairs(corpus, seeds.only(both), SITE):
        yield int(texts[first]), int(texts[second])


def _rows(row: Halves, lengths: Sequence[int]) -> list[Halves]:
    import numpy as np

    return [row[first:last] for first, last in pairwise([0, *np.cumsum(lengths).tolist()])]
