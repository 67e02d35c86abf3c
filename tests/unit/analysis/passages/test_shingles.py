"""Which word groups stand in another place too, whatever they are told apart by at first."""

from __future__ import annotations

from collections import Counter

import pytest

from builder.analysis.passages import shingles
from builder.analysis.passages.shingles import Corpus, corpus_of, groups_of, shared_postings
from builder.analysis.passages.tokens import tokenise

TEXTS = (
    "the river rose and the town was cut off",
    "nobody knew why",
    "the river rose and nobody knew why the town was cut off",
    "so it goes so it goes so it goes",
    "",
    "the mayor said the town was cut off",
)


def _corpus() -> Corpus:
    return corpus_of(tokenise(TEXTS))


def _shared(corpus: Corpus) -> list[tuple[int, int, int]]:
    found = shared_postings(corpus, 4, 1)
    return [*zip(found.group.tolist(), found.text.tolist(), found.place.tolist(), strict=True)]


# With few bits many groups look alike at first.
@pytest.mark.parametrize("half", [32, 60])
def test_groups_are_left_that_stand_in_another_place_too(monkeypatch: pytest.MonkeyPatch, half: int) -> None:
    monkeypatch.setattr(shingles, "_HALF", half)
    monkeypatch.setattr(shingles, "_FIRST_BITS", 3 if half > 32 else 22)
    every = [
        (group, text, place)
        for text, words in enumerate(tokenise(TEXTS))
        for place, group in enumerate(groups_of(words.word, 4).tolist())
    ]
    count = Counter(group for group, _, _ in every)
    expected = [row for row in every if count[row[0]] > 1]
    assert 0 < len(expected) < len(every)
    assert _shared(_corpus()) == expected


def test_texts_without_a_group_in_common_have_none() -> None:
    assert _shared(corpus_of(tokenise(("one two three four", "five six seven eight")))) == []
    assert _shared(corpus_of(tokenise(("",)))) == []
