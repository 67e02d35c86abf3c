"""Numbers and dates are found where their patterns find them, though the patterns are tried at few places only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.analysis.figures import dates, numbers
from builder.analysis.figures.hinted import beginnings, in_small_letters

WORDS = (
    *numbers._ONES, *numbers._TENS, *numbers._SCALES, *numbers._PLURALS, *dates._MONTHS, *dates._RELATIVE_WORDS,
    "a", "an", "a few", "some", "several", "many", "and", "or", "to", "of", "in", "on", "since", "by", "from", "between",
    "per cent", "day", "days", "years", "week", "weekend", "night", "month", "year", "Sept.", "Jan", "US", "1st", "May 2nd",
    "2015", "2015-05-04", "12", "3", "1,000", "1.5", "07", "$", "€", "%", "th", "5:30", "someone", "again", "Nov", "st",
    "\u017feven", "m\u0130llion", "wee\u212a", "m\u0131llion", "mill\u0130on", "\u0661\u0662", "TWO", "Hundred", "LAST", "İ", "ß",
)  # fmt: skip
JOINTS = (" ", "-", ", ", ". ", "\n", "\u00a0", "", "  ", "(", "\u2013", "/", "_", "\u2019s ")
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(JOINTS)), max_size=14).map(
    lambda parts: "".join(word + joint for word, joint in parts)
)
FINDERS: dict[str, tuple[re.Pattern[str], Callable[[str], Iterator[re.Match[str]]]]] = {
    "exact numbers": (numbers._PATTERN, lambda text: numbers.exact_numbers(text, in_small_letters(text))),
    "loose numbers": (numbers._INDEFINITE, lambda text: numbers.loose_numbers(text, in_small_letters(text))),
    "absolute dates": (dates._ABSOLUTE, dates.absolute_dates),
    "relative dates": (dates._RELATIVE, dates.relative_dates),
}


def read(name: str, match: re.Match[str]) -> tuple[object, ...]:
    """What is read of a match; where a space before a number begins it or not makes no number."""
    start = match.start("low") if name == "exact numbers" and not match["sign"] else match.start()
    return start, match.end(), match.groups()


@pytest.mark.parametrize("name", FINDERS)
@given(text=TEXTS)
def test_it_finds_what_the_pattern_alone_finds(name: str, text: str) -> None:
    pattern, find = FINDERS[name]
    assert [read(name, match) for match in find(text)] == [
        read(name, match) for match in pattern.finditer(text)
    ]


@pytest.mark.parametrize("text", ["", "İİ", "STRASSE ſeven K", "ﬁ ŉ ǰ"])
def test_small_letters_keep_their_places(text: str) -> None:
    assert len(in_small_letters(text)) == len(text)


def test_a_word_that_begins_with_another_is_found_where_that_one_is() -> None:
    assert beginnings(("six", "sixty", "sixteen", "ten", "often")) == ("often", "six", "ten")
