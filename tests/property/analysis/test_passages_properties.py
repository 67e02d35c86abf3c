"""What holds for shared passages whatever the texts are."""

from __future__ import annotations

import random
import unicodedata
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.analysis.comparedtext import compared_texts
from builder.analysis.comparison import ComparisonFindings, compare_texts
from builder.analysis.passages.find import find_passages
from builder.analysis.passages.refine import passages_of
from builder.analysis.passages.rule import DOSSIER, SITE
from builder.analysis.passages.tokens import tokenise
from builder.analysis.passages.words import Words
from builder.memory import Memory
from builder.model.library import Library
from tests.unit.analysis import make

WORDS = st.sampled_from(
    "the a of fire border Truck night café cafe\u0301 don't ‘very soon’ 5,000 МОСКВА мир 東京 \u0645\u0631\u062d\u0628\u0627 "
    "\U0001f30a rivers blood ocean \u00a0 said — Mr. U.S.".split(" ")
)
TEXT = st.lists(WORDS, max_size=60).map(" ".join)
LINES = st.lists(st.lists(WORDS, min_size=9, max_size=25).map(" ".join), min_size=1, max_size=4)


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, str]:
    """Up to six texts made of a few common lines and words of their own."""
    lines = draw(LINES)
    count = draw(st.integers(2, 6))
    return {
        f"a{place}": "\n".join(draw(st.lists(st.sampled_from(lines) | TEXT, min_size=1, max_size=5)))
        for place in range(count)
    }


def compared(texts: dict[str, str], order: list[str] | None = None) -> tuple[Library, ComparisonFindings]:
    library = make.library({article: texts[article] for article in order or texts})
    return library, compare_texts(library, sorted(library.texts), {})


def folded(words: str) -> str:
    """Letters and digits alone, without capitals and accents."""
    plain = unicodedata.normalize("NFKD", words)
    return "".join(char.lower() for char in plain if unicodedata.category(char)[0] in "LN")


@settings(max_examples=40, deadline=None)
@given(dossiers())
def test_every_range_lies_in_its_text_and_its_runs_have_the_same_words(texts: dict[str, str]) -> None:
    library, comparison = compared(texts)
    for pair in comparison.pairs.values():
        for passage in pair.passages:
            for run in passage.runs:
                first, second = (
                    span.of(library.texts[article].raw)
                    for article, span in zip(passage.articles, run.spans, strict=True)
                )
                assert folded(first) == folded(second) != ""
            for side, article in enumerate(passage.articles):
                assert 0 <= passage.spans[side].start < passage.spans[side].end <= len(texts[article])
                assert all(passage.spans[side].holds(run.spans[side]) for run in passage.runs)
            assert DOSSIER.least <= passage.words <= passage.length


@settings(max_examples=40, deadline=None)
@given(dossiers())
def test_no_two_passages_of_a_pair_overlap(texts: dict[str, str]) -> None:
    _, comparison = compared(texts)
    for pair in comparison.pairs.values():
        for side in (0, 1):
            spans = sorted(passage.spans[side] for passage in pair.passages)
            assert all(not one.meets(other) for one, other in pairwise(spans))


@settings(max_examples=40, deadline=None)
@given(TEXT, TEXT, st.lists(WORDS, min_size=10, max_size=20).map(" ".join))
def test_the_second_text_sees_what_the_first_one_sees(first: str, second: str, common: str) -> None:
    texts = {"a": f"{first} {common}", "b": f"{common} {second}"}
    _, one = compared(texts)
    _, other = compared({"a": texts["b"], "b": texts["a"]})
    seen = [passage.spans for pair in one.pairs.values() for passage in pair.passages]
    mirrored = [passage.spans[::-1] for pair in other.pairs.values() for passage in pair.passages]
    assert sorted(seen) == sorted(mirrored)


@settings(max_examples=40, deadline=None)
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_in_which_texts_are_given_changes_nothing(
    texts: dict[str, str], draw: random.Random
) -> None:
    order = sorted(texts)
    draw.shuffle(order)
    assert dict(compared(texts)[1].pairs) == dict(compared(texts, order)[1].pairs)


@settings(max_examples=40, deadline=None)
@given(dossiers())
def test_the_same_texts_give_the_same_findings(texts: dict[str, str]) -> None:
    one, other = compared(texts)[1], compared(texts)[1]
    assert (dict(one.pairs), dict(one.shares), one.clusters) == (
        dict(other.pairs),
        dict(other.shares),
        other.clusters,
    )


@settings(max_examples=40, deadline=None)
@given(dossiers(), st.lists(st.sampled_from("xylo quartz vex jumble fjord waltz nymph".split()), max_size=40))
def test_a_text_that_shares_no_word_with_the_others_changes_nothing(
    texts: dict[str, str], words: list[str]
) -> None:
    _, without = compared(texts)
    _, one_more = compared({**texts, "z": " ".join(words)})
    assert dict(without.pairs) == dict(one_more.pairs)
    assert dict(without.shares) == dict(one_more.shares)


def words_of(texts: dict[str, str]) -> Words:
    return Words(compared_texts(make.library(texts), texts, Memory()), {})


@settings(max_examples=40, deadline=None)
@given(TEXT, TEXT, TEXT, TEXT, st.lists(WORDS, min_size=24, max_size=40).map(" ".join))
def test_a_planted_copy_is_found(a: str, b: str, c: str, d: str, plant: str) -> None:
    texts = {"a": f"{a} {plant} {b}", "b": f"{c} {plant} {d}"}
    words = len(tokenise([plant])[0])
    if words < DOSSIER.least:
        return
    found = find_passages(words_of(texts), [(0, 1)]).pairs
    assert sum(passage.words for result in found.values() for passage in result) >= words * 0.6


@settings(max_examples=40, deadline=None)
@given(dossiers(), dossiers())
def test_what_is_known_from_before_changes_nothing(before: dict[str, str], now: dict[str, str]) -> None:
    _, earlier = compared(before)
    _ = earlier.pairs
    library = make.library(now)
    again = compare_texts(library, sorted(library.texts), {}, earlier.known)
    fresh = compared(now)[1]
    assert dict(again.pairs) == dict(fresh.pairs)
    assert dict(again.quotations) == dict(fresh.quotations)


@settings(max_examples=40, deadline=None)
@given(TEXT, TEXT)
def test_words_of_a_text_depend_on_no_other_text(first: str, second: str) -> None:
    together, alone = tokenise([first, second])[1], tokenise([second])[0]
    assert together.word.tolist() == alone.word.tolist()
    assert (together.start.tolist(), together.end.tolist()) == (alone.start.tolist(), alone.end.tolist())


LINE = "the a the the the a the a 東京"
OF = "the a the the a the the of 東京"


@settings(max_examples=200, deadline=None)
@given(dossiers())
@example({"a": f"{LINE}\n{LINE}\n{LINE}", "b": f"{LINE}\nthe\n{LINE}\n{LINE}"})
@example({"a": OF, "b": OF, "c": OF, "d": f"{OF}\n{OF}\n{OF}", "e": f"{OF}\n{OF}\n{OF}"})
def test_the_sift_lets_no_long_run_go(texts: dict[str, str]) -> None:
    tokens = tokenise([*texts.values()])
    found = find_passages(words_of(texts), []).pairs
    for first in range(len(tokens)):
        for second in range(first + 1, len(tokens)):
            result = passages_of(tokens[first], tokens[second], SITE)
            if (
                any(run.words >= SITE.run for passage in result for run in passage.runs)
                and len(tokens) <= SITE.star
            ):
                assert (first, second) in found
