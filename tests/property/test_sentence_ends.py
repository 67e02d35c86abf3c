"""The pattern of the ends of sentences, which begins with a stop, finds what the plain one does, letter by letter."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.text import _CLOSING, _OPENING, _SENTENCE_END, _STOPS, paragraphs, sentences

PLAIN = re.compile(
    rf"(?<![{_STOPS}])[{_STOPS}]++[{_CLOSING}]*+(?=\s|$)|(?<![。！？｡])[。！？｡]++[{_CLOSING}]*+(?![と、，])"
)
TEXTS = st.text(st.sampled_from(f"{_STOPS}{_CLOSING}{_OPENING}   \n\tabAB1と、，\u00a0\x85"), max_size=40)


@given(TEXTS)
@settings(max_examples=500, derandomize=True, database=None, deadline=None)
def test_the_same_ends_are_found(text: str) -> None:
    for line in paragraphs(text):
        found, plain = (pattern.finditer(text, line.start, line.end) for pattern in (_SENTENCE_END, PLAIN))
        assert [match.span() for match in found] == [match.span() for match in plain]


@given(TEXTS)
@settings(max_examples=300, derandomize=True, database=None, deadline=None)
def test_sentences_hold_all_that_shows_and_nothing_around_it(text: str) -> None:
    found = sentences(text)
    assert all(sentence.of(text) and sentence.of(text) == sentence.of(text).strip() for sentence in found)
    inside = {place for sentence in found for place in range(sentence.start, sentence.end)}
    assert len(inside) == sum(map(len, found))
    assert not "".join(letter for place, letter in enumerate(text) if place not in inside).strip()
