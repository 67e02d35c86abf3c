"""The clean view and the raw view know of each other."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.lines import LineEnds
from builder.model.cleanview import PlacedMark
from builder.model.marks import Mark
from builder.model.seedtext import SeedText
from builder.text import Span

RAW = "Deck.\nattack will soonperform here.\nISIS threats PutinA nine-minute video. Second one.\nJoin now!"


def text_with(*marks):
    placed = []
    for index, written in enumerate(marks):
        start = RAW.index(written["quote"])
        placed.append(
            PlacedMark(index, Mark.model_validate(written), Span(start, start + len(written["quote"])))
        )
    return SeedText("seeds/a.txt", RAW, "", 0, tuple(placed))


TEXT = text_with(
    {"kind": "subscription", "quote": "Join now!"},
    {"kind": "lost-space", "quote": "soonperform", "read": "soon perform"},
    {"kind": "alt-text", "quote": "ISIS threats Putin"},
    {"kind": "sic", "quote": "Second"},
)


def span(words):
    start = RAW.index(words)
    return Span(start, start + len(words))


def test_folds_are_out_and_repairs_are_made():
    assert TEXT.clean.text == "Deck.\nattack will soon perform here.\nA nine-minute video. Second one.\n"


def test_a_text_without_marks_is_the_same_in_both_views():
    assert SeedText("p", RAW, "", 0).clean.text == RAW


def test_words_begin_and_end_as_in_the_clean_view():
    good = ["perform here", "soon", "A nine-minute", "soonperform", "ISIS threats"]
    bad = ["oonperform", "soonperf", "nine-minut", "threat", "Putin" + "A"]
    assert all(TEXT.is_at_word_boundaries(span(words)) for words in good)
    assert not any(TEXT.is_at_word_boundaries(span(words)) for words in bad[:4])


def test_a_sentence_is_found_without_the_furniture_fused_to_it():
    assert TEXT.sentence_around(span("nine-minute")).of(RAW) == "A nine-minute video."


def test_paragraph_numbers_do_not_depend_on_marks():
    assert [each.number for each in TEXT.paragraphs] == [1, 2, 3, 4]
    assert TEXT.paragraph_at(RAW.index("Second")).number == 3


@given(st.integers(0, len(TEXT.clean.text) - 1))
def test_every_letter_of_the_clean_view_is_the_same_letter_of_the_raw_view(offset):
    letter = TEXT.clean.text[offset]
    raw = TEXT.clean.to_raw(Span(offset, offset + 1))
    assert letter.isspace() or raw.of(RAW) == letter


@given(st.data())
def test_a_clean_range_comes_back_from_the_raw_view(data):
    length = len(TEXT.clean.text)
    start = data.draw(st.integers(0, length - 1))
    clean = Span(start, data.draw(st.integers(start + 1, length)))
    back = TEXT.clean.to_clean(TEXT.clean.to_raw(clean))
    assert back.of(TEXT.clean.text).split() == clean.of(TEXT.clean.text).split()


def test_what_is_known_of_paragraphs_takes_a_few_bytes_for_each():
    held = []
    for count in (200, 400):
        text = SeedText("seeds/a.txt", "\n\n".join(["Some words of a paragraph."] * count), "", 0)
        tracemalloc.start()
        assert text.clean.text == text.raw
        assert len(text.paragraphs) == count
        held.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
    assert held[1] - held[0] <= 200 * 12


def test_a_range_of_a_text_without_marks_is_the_same_value_in_both_views():
    text = SeedText("seeds/a.txt", RAW, "", 0)
    words = Span(3, 9)
    assert text.clean.to_raw(words) is words
    assert text.clean.to_raw(Span(3, 9_000)) == Span(3, len(RAW))


def test_a_key_tells_texts_apart_whose_views_differ_and_no_others():
    plain = SeedText("a", RAW, "5a", 0)
    assert plain.key == SeedText("elsewhere", RAW, "5a", 0).key
    keys = {plain.key, SeedText("a", RAW, "5b", 0).key, plain.with_line_ends(LineEnds.WRAPPED).key}
    keys |= {plain.with_marks((one,)).key for one in TEXT.marks}
    assert len(keys) == 3 + len(TEXT.marks)


def test_no_key_tells_what_a_redacted_text_is():
    assert SeedText("a", RAW, "5a", 0, is_redacted=True).key is None


@pytest.mark.parametrize(
    "raw", [RAW, "Some “words” of a text\nthat goes on in the next line\nand in one more.\n\nEnd.\n"]
)
def test_what_is_known_of_a_text_without_its_words_is_what_its_words_tell(raw: str) -> None:
    text = SeedText("a", raw, "", 0)
    unread = SeedText("a", lambda: pytest.fail("nobody needs its words"), "", 0, facts=text.facts)
    assert (unread.characters, unread.openings) == (len(raw), text.openings)
    assert unread.facts == text.facts
    if not text.gaps:
        assert [unread.to_raw(Span(0, end)) for end in range(len(raw))] == [
            text.clean.to_raw(Span(0, end)) for end in range(len(raw))
        ]
    again = SeedText("a", raw, "", 0, facts=text.facts)
    every = [Span(start, len(text.clean.text)) for start in range(len(text.clean.text))]
    assert [again.to_raw(span) for span in every] == [text.clean.to_raw(span) for span in every]
    assert text.facts.is_joined == bool(text.gaps)
