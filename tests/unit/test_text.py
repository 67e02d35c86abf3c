"""Words and sentences keep their places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.text import (
    Span,
    SpanRow,
    is_word_boundary,
    joined,
    paragraphs,
    sentence_around,
    sentences,
    words,
)


def said(text, spans):
    return [span.of(text) for span in spans]


def test_a_row_of_ranges_is_a_sequence_of_them():
    spans = (Span(0, 3), Span(4, 70_000), Span(70_001, 70_001))
    row = SpanRow(spans)
    assert (len(row), *row) == (3, *spans)
    assert (row[0], row[-1], row[1:], row[::-1]) == (spans[0], spans[2], spans[1:], spans[::-1])
    with pytest.raises(IndexError):
        row[3]
    assert (row == SpanRow(spans), row == SpanRow(spans[1:]), row == spans) == (True, False, False)
    assert len({row, SpanRow(spans), SpanRow(())}) == 2


def test_apostrophes_and_hyphens_stay_inside_words():
    text = "Moscow’s so-called ‘’khalifat’’ isn't new"
    assert said(text, words(text)) == ["Moscow’s", "so-called", "khalifat", "isn't", "new"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        (
            "The U.S. under Obama is pressed. It must side.",
            ["The U.S. under Obama is pressed.", "It must side."],
        ),
        ("He met Mr. Smith at 5 p.m. Then he left.", ["He met Mr. Smith at 5 p.m.", "Then he left."]),
        ("They met at 5 p.m. 300 people came.", ["They met at 5 p.m. 300 people came."]),
        ("in the province of . (photo credit: AFP)", ["in the province of . (photo credit: AFP)"]),
        ('"Stop." She left.', ['"Stop."', "She left."]),
        ("It is 3.5 percent. Done", ["It is 3.5 percent.", "Done"]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("他来了。她走了。", ["他来了。", "她走了。"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    assert said(text, sentences(text)) == expected


def test_the_sentence_around_a_quote_is_whole():
    text = "Before. The quote stands in here, my friend. After."
    start = text.index("quote")
    assert sentence_around(text, Span(start, start + 5)).of(text) == "The quote stands in here, my friend."


def test_a_quote_over_two_sentences_has_both_around_it():
    text = "Egypt waits. Both dismissed it. End."
    span = Span(text.index("waits"), text.index("dismissed"))
    assert sentence_around(text, span).of(text) == "Egypt waits. Both dismissed it."


def test_paragraphs_are_lines_with_words_whatever_the_line_ends():
    text = "a\r\n\r\n  b \rc\u2028d"
    assert said(text, paragraphs(text)) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("ab", 1, False),
        ("a b", 1, True),
        ("a.", 1, True),
        ("漢字", 1, True),
        ("ｶﾅ", 1, True),
        ("ㄅㄆ", 1, True),
        ("ab", 0, True),
        ("ab", 2, True),
    ],
)
def test_words_begin_and_end_at_boundaries(text, offset, expected):
    assert is_word_boundary(text, offset) is expected


@given(st.text())
def test_sentences_are_ordered_disjoint_and_lose_no_word(text):
    found = sentences(text)
    assert all(first.end <= second.start for first, second in pairwise(found))
    kept = "".join("".join(said(text, found)).split())
    assert kept == "".join("".join(said(text, paragraphs(text))).split())


@given(st.text("aB.\n\r\u2028 ", max_size=14), st.integers(0, 14), st.integers(0, 14))
def test_the_sentence_around_some_words_is_made_of_all_sentences_of_the_text_that_they_touch(
    text, one, other
):
    span = Span(*sorted((min(one, len(text)), min(other, len(text)))))
    touched = [whole for whole in sentences(text) if whole.end > span.start and whole.start < span.end]
    expected = Span(min(touched[0].start, span.start), max(touched[-1].end, span.end)) if touched else span
    assert sentence_around(text, span) == expected


def test_ranges_are_joined_where_they_touch() -> None:
    assert joined([Span(4, 6), Span(0, 2), Span(2, 3), Span(5, 6)]) == (Span(0, 3), Span(4, 6))
