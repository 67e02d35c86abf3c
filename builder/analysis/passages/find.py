"""All shared passages of many texts: words, word groups, join, sift, and a closer look at each pair that is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.analysis.memory import Memory
from builder.analysis.passages.join import seeds_of
from builder.analysis.passages.refine import PairKey, PairResult, passages_of
from builder.analysis.passages.rule import Rule
from builder.analysis.passages.shingles import corpus_of, postings_of
from builder.analysis.passages.sift import promising_pairs
from builder.analysis.passages.tokens import Tokens


def find_passages(
    texts: Sequence[tuple[str, Tokens]],
    rule: Rule,
    known: Memory[tuple[Rule, PairKey], PairResult] | None = None,
) -> Mapping[tuple[int, int], PairResult]:
    """Return what the pairs looked at share, by place in `texts` (lower first), ascending; it may be nothing.

    `texts` are digests with words, in order of publication. A result is as the text with the lesser digest sees it;
    it follows from the two texts and the rule alone, and is taken from `known` where that has it.
    """
    known = known if known is not None else Memory()
    corpus = corpus_of([tokens for _, tokens in texts])
    seeds = seeds_of(postings_of(corpus, rule.group, rule.window), rule.star)
    found: dict[tuple[int, int], PairResult] = {}
    for pair in promising_pairs(corpus, seeds, rule):
        (one, first), (other, second) = sorted((texts[place] for place in pair), key=lambda text: text[0])
        key = (rule, (one, other))
        result = known.get(key)
        if result is None:
            result = known.used[key] = passages_of(first, second, rule)
        found[pair] = result
    return found
