"""All shared passages of many texts: words, word groups, join, sift, and a closer look at each pair that is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from builder.analysis.memory import Memory
from builder.analysis.passages.join import seeds_of
from builder.analysis.passages.refine import PairKey, PairResult, passages_of
from builder.analysis.passages.rule import Rule
from builder.analysis.passages.shingles import corpus_of, postings_of
from builder.analysis.passages.sift import promising_pairs
from builder.analysis.passages.tokens import Tokens

LEAST_WORDS: Final = 5_000_000
"""So many words of pairs are looked at in any dossier: those of the 3,000 pairs of 78 copies of a report."""
WORDS_FOR_A_TEXT: Final = 4_000
"""And so many more for each text: 12,000 news texts have pairs of 1,600 words for each."""


@dataclass(frozen=True, slots=True)
class FoundPassages:
    """What pairs of texts share, by place (lower first), ascending; it may be nothing. Of others nothing is known."""

    pairs: Mapping[tuple[int, int], PairResult]
    is_cut: bool
    """Whether very many share very much, so that pairs of those furthest apart are not looked at."""


def find_passages(
    texts: Sequence[tuple[str, Tokens]],
    rule: Rule,
    known: Memory[tuple[Rule, PairKey], PairResult] | None = None,
) -> FoundPassages:
    """Return what the pairs looked at share: all, or where they have very many words those nearest in `texts`.

    `texts` are digests with words, in order of publication. A result is as the text with the lesser digest sees it;
    it follows from the two texts and the rule alone, and is taken from `known` where that has it.
    """
    known = known if known is not None else Memory()
    corpus = corpus_of([tokens for _, tokens in texts])
    seeds = seeds_of(postings_of(corpus, rule.group, rule.window), rule.star)
    found: dict[tuple[int, int], PairResult] = {}
    pairs = promising_pairs(corpus, seeds, rule)
    reached = within_reach(pairs, [len(words) for _, words in texts])
    for pair in reached:
        (one, first), (other, second) = sorted((texts[place] for place in pair), key=lambda text: text[0])
        key = (rule, (one, other))
        result = known.get(key)
        if result is None:
            result = known.used[key] = passages_of(first, second, rule)
        found[pair] = result
    return FoundPassages(found, seeds.is_cut or len(reached) < len(pairs))


def within_reach(pairs: Sequence[tuple[int, int]], sizes: Sequence[int]) -> Sequence[tuple[int, int]]:
    """Return the pairs that are looked at, ascending; `sizes` are the words of each text.

    Where there are too many words those of texts that stand near each other are, as copies of one report do.
    """
    most = LEAST_WORDS + WORDS_FOR_A_TEXT * len(sizes)
    if sum(sizes[first] + sizes[second] for first, second in pairs) <= most:
        return pairs
    reached: list[tuple[int, int]] = []
    for first, second in sorted(pairs, key=lambda pair: (pair[1] - pair[0], pair)):
        most -= sizes[first] + sizes[second]
        if most < 0:
            break
        reached.append((first, second))
    return sorted(reached)
