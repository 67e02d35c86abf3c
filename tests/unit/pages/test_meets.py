"""The words in which two quotations meet or collide."""

from __future__ import annotations

import pytest

from builder.pages.parts.sides import common_words, marked_runs, telling_apart, telling_words


def _marked(text: str, wanted: tuple[str, ...]) -> list[str]:
    return [run.text for run in marked_runs(text, wanted) if run.marked]


@pytest.mark.parametrize(
    ("text", "other", "marked"),
    [
        (
            "Putin was directly and personally threatened",
            "a direct and personal threat to Putin",
            ["Putin", "directly and personally threatened"],
        ),
        ("with these since the dam", "with these since the sea", []),
        ("the SEA rose 12 cm", "12 cm of sea", ["12"]),
        ("Обстрел города", "город под обстрелом", ["Обстрел города"]),
    ],
)
def test_words_that_two_texts_share_are_marked_and_common_ones_are_not(
    text: str, other: str, marked: list[str]
) -> None:
    assert _marked(text, telling_words(other)) == marked


def test_runs_put_together_are_the_text_letter_for_letter() -> None:
    text = "  “Two” threats, two–three\u00a0threatened. "
    assert "".join(run.text for run in marked_runs(text, ("threat", "two"))) == text


def test_short_words_of_a_position_count_when_they_tell_it_from_the_other() -> None:
    apart = telling_apart("two people", "three people")
    assert apart == ("two",)
    assert _marked("that two people were missing", apart) == ["two"]


def test_a_text_without_words_in_common_shares_none() -> None:
    assert common_words("The river rose", "Rain fell on hills") == 0
    assert common_words("The river rose", "a river and roses") == 1
