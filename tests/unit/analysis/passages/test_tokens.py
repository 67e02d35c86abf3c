"""The words of texts: their places, and how much memory they take."""

from __future__ import annotations

from itertools import pairwise

import pytest

from builder.analysis.passages import tokens
from builder.analysis.passages.tokens import tokenise

LONG = "Ärger im Hafen, 3. " * 5_000


def _words(text: str) -> list[str]:
    (found,) = tokenise((text,))
    return [text[start:end] for start, end in zip(found.start.tolist(), found.end.tolist(), strict=True)]


def test_places_of_a_long_text_are_those_of_its_words() -> None:
    assert len(LONG) > 1 << 16
    assert _words(LONG) == LONG.replace(",", "").replace(".", "").split()


def test_a_text_read_with_a_long_one_has_the_words_that_it_has_alone() -> None:
    short = "The river rose."
    alone, together = tokenise((short,))[0], tokenise((LONG, short))[1]
    assert together.start.tolist() == alone.start.tolist()
    assert together.end.tolist() == alone.end.tolist()
    assert together.word.tolist() == alone.word.tolist()


def test_words_of_all_texts_are_one_row_without_room_to_spare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_BATCH_CHARACTERS", 40)
    found = tokenise(("", "a b c d e f g h", "one two three", "i j k l m n o p q r s t u v w x y z", "end"))
    row = found[0].word.base
    assert row is not None
    assert all(each.word.base is row for each in found)
    assert row.tolist() == [word for each in found for word in each.word.tolist()]


def test_memory_of_words_grows_with_their_number_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_BATCH_CHARACTERS", 1_000)
    text = "the river rose and the town was cut off for days " * 20
    held = [
        sum(each.start.nbytes + each.end.nbytes + each.word.nbytes for each in tokenise((text,) * texts))
        for texts in (10, 20, 40)
    ]
    assert [after / before for before, after in pairwise(held)] == [2, 2]
    assert held[0] == 10 * 220 * (2 + 2 + 8)
