"""A text without full stops is parted, so that a quote of it does not show all of it."""

from __future__ import annotations

import pytest

from builder.text import sentences


@pytest.mark.parametrize(
    "text",
    [
        "a " * 3000,
        "a" * 5000,
        " " * 3000 + "b",
        "x" + " " * 4000 + "y z",
        "He said. " * 3 + "w " * 2500 + "end. Next.",
    ],
)
def test_no_sentence_has_over_2000_code_points_and_none_of_the_words_is_lost(text: str) -> None:
    found = sentences(text)
    assert all(0 < len(span) <= 2000 for span in found)
    assert "".join(span.of(text).replace(" ", "") for span in found) == text.replace(" ", "")


def test_a_long_sentence_is_parted_between_words() -> None:
    text = "word " * 1000
    assert {span.of(text)[:4] + span.of(text)[-4:] for span in sentences(text)} == {"wordword"}
