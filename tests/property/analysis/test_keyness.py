"""What is told of words follows from the counts alone."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.analysis import keyness
from builder.analysis.keyness import MIN_COUNT, WordCounts, keywords
from builder.model.base import ArticleId

COUNTS = st.dictionaries(st.sampled_from(["air", "threat", "soon", "video"]), st.integers(1, 60))
TEXTS = st.dictionaries(
    st.sampled_from([ArticleId(letter) for letter in "abcd"]),
    st.builds(
        lambda counts, more: WordCounts.of(sum(counts.values()) + more, counts), COUNTS, st.integers(0, 900)
    ),
)


def _by_article(texts: dict[ArticleId, WordCounts]) -> dict[tuple[str, str], tuple[object, ...]]:
    found = keywords(texts)
    return {
        (each.article, each.word): (
            dict(zip(found.articles, each.counts, strict=True)),
            each.likelihood,
            each.log_ratio,
        )
        for each in found.found
    }


@settings(max_examples=150, deadline=None)
@given(texts=TEXTS, data=st.data())
def test_the_order_of_texts_and_words_changes_nothing_but_the_order(
    texts: dict[ArticleId, WordCounts], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(list(texts)))
    shuffled = {
        article: WordCounts.of(texts[article].words, dict(reversed(list(texts[article].counts.items()))))
        for article in order
    }
    assert _by_article(shuffled) == _by_article(texts)
    assert keywords({article: shuffled[article] for article in texts}) == keywords(texts)


@settings(max_examples=150, deadline=None)
@given(texts=TEXTS)
def test_what_is_told_passes_every_bar_and_the_counts_are_those_of_the_texts(
    texts: dict[ArticleId, WordCounts],
) -> None:
    found = keywords(texts)
    assert found.articles == tuple(texts)
    for each in found.found:
        assert each.counts == tuple(texts[article].counts.get(each.word, 0) for article in texts)
        assert texts[each.article].counts[each.word] >= MIN_COUNT
        assert each.log_ratio >= 1
        assert each.likelihood >= 10.83


@given(st.lists(COUNTS, max_size=5))
def test_the_counts_of_several_texts_are_added(texts: list[dict[str, int]]) -> None:
    added: Counter[str] = Counter()
    for counts in texts:
        added.update(counts)
    assert keyness._together(texts) == added
