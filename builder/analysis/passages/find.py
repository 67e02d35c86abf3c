"""All shared passages of many texts: words, word groups, join, sift, and a closer look at each pair that is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.analysis.passages.join import seeds_of
from builder.analysis.passages.refine import PairKey, PairResult, PairResults, passages_of
from builder.analysis.passages.rule import Rule
from builder.analysis.passages.shingles import corpus_of, postings_of
from builder.analysis.passages.sift import promising_pairs
from builder.analysis.passages.tokens import Tokens


def find_passages(
    texts: Sequence[tuple[str, Tokens]], rule: Rule, known: PairResults | None = None
) -> Mapping[tuple[int, int], tuple[PairKey, PairResult]]:
    """Return the pairs looked at, by place in `texts` (lower first), with the key of their result and the result.

    `texts` are digests with words, in order of publication. A result is as the text with the lesser digest sees it,
    and is taken from `known` where that has its key.
    """
    corpus = corpus_of([tokens for _, tokens in texts])
    seeds = seeds_of(postings_of(corpus, rule.group, rule.window), rule.star)
    found: dict[tuple[int, int], tuple[PairKey, PairResult]] = {}
    results = dict(known or {})
    for pair in promising_pairs(corpus, seeds, rule):
        (one, first), (other, second) = sorted((texts[place] for place in pair), key=lambda text: text[0])
        key = (one, other)
        if key not in results:
            results[key] = passages_of(first, second, rule)
        found[pair] = (key, results[key])
    return found
