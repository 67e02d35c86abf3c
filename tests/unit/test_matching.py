"""Words are matched across the forms a reader takes for the same, and nothing else is the same."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.matching import FoldedText, folded_words, respaced
from builder.signs import is_ignorable, is_mark, mark_class, shapes, variant_class
from builder.text import Span, is_word_boundary, words


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def found(raw: str, wanted: str, before: str = "", after: str = "") -> list[str]:
    """What the text holds at every place of the words."""
    paragraphs = tuple(Span(*span) for span in _blocks(raw))
    return [span.of(raw) for span in FoldedText(raw, paragraphs).find(wanted, before, after)]


def _blocks(raw: str) -> list[tuple[int, int]]:
    """Blocks of lines, parted by blank ones."""
    starts = [0, *(index + 2 for index in range(len(raw)) if raw.startswith("\n\n", index))]
    return [(start, end - 2) for start, end in pairwise([*starts, len(raw) + 2])]


@pytest.mark.parametrize(
    ("raw", "wanted", "standing"),
    [
        (nfd("The café was shut"), "The café was", nfd("The café was")),
        ("The café was shut", nfd("café"), "café"),
        ("e\u0323\u0302 x", "e\u0302\u0323 x", "e\u0323\u0302 x"),
        ("\u1ec7 x", "e\u0302\u0323", "\u1ec7"),
        (nfd("정부는 다리를"), "다리를", nfd("다리를")),
        ("\u212bngström", "Ångström", "\u212bngström"),
        ("the evacu\u00adation order", "evacuation order", "evacu\u00adation order"),
        ("evacu\u200bation", "evacuation", "evacu\u200bation"),
        ("word\u2060\u200dless", "wordless", "word\u2060\u200dless"),
        ("\ufeffFirst words", "First words", "First words"),
        ("می\u200cخواهم بروم", "میخواهم", "می\u200cخواهم"),
        ("the \ufb01rst o\ufb03ce", "first office", "\ufb01rst o\ufb03ce"),
        ("\ufee3\ufeae\ufea3\ufe92\ufe8e", "مرحبا", "\ufee3\ufeae\ufea3\ufe92\ufe8e"),
        ("it\u00a0rose \u2009 by", "it rose by", "it\u00a0rose \u2009 by"),
        ("more than\nfive hundred", "than five", "than\nfive"),
        ("more than\r\n  five", "than five", "than\r\n  five"),
        ("a b", "a\nb", "a b"),
        ("a\n\nb", "a\nb", "a\n\nb"),
        ("said \u200bso", "said so", "said \u200bso"),
    ],
)
def test_words_match_across_forms_and_what_is_found_is_what_stands_there(raw, wanted, standing):
    assert found(raw, wanted) == [standing]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("The café", "the café"),
        (nfd("The café was"), "The cafe"),
        (nfd("The café was"), "cafe was"),
        ("isn’t", "isn't"),
        ("6–8 May", "6-8 May"),
        ("we waited…", "we waited..."),
        ("е\u0301", "e\u0301"),
        ("o\ufb03ce", "of"),
        ("о\u0301н", "о"),
        (nfd("하나"), "\u1112\u1161\u1102"),
        ("a\n\nb", "a b"),
        ("evacuation", "evacu ation"),
        ("ﬁ", "f"),
        ("fullwidth Ａ", "A"),
        ("x\u00b2", "x2"),
        ("word", "\u00ad"),
        ("word", " "),
    ],
)
def test_letters_capitals_marks_and_dashes_are_never_made_equal(raw, wanted):
    assert found(raw, wanted) == []


def test_a_place_may_be_asked_for_by_the_words_beside_it():
    raw = nfd("Élan said so.\nLater she said so. Then é.")
    assert FoldedText(raw).find("said so", "Élan").__next__().start == raw.index("said")
    assert [span.start for span in FoldedText(raw).find("said so", "later she")] == []
    assert [span.start for span in FoldedText(raw).find("said so", ". Later she", ".Then")] == []
    assert [span.start for span in FoldedText(raw).find("said so", "so. Later she", ". Then")] == [
        raw.rindex("said")
    ]


@given(
    st.text(alphabet="aé e\u0301\u0323\u00ad\u200b\ufb01\n\t\u00a0한ᄒ\u1161\u11ab\u0939\u093f😀"), st.data()
)
def test_every_range_between_whole_signs_is_found_where_it_stands(raw, data):
    folded = FoldedText(raw)
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    wanted = raw[start:end]
    whole = end >= len(raw) or not (is_mark(raw[end]) or is_ignorable(raw[end]))
    whole = whole and not (
        wanted and (is_mark(wanted[0]) or is_ignorable(wanted[0]) or is_ignorable(wanted[-1]))
    )
    inner = wanted == wanted.strip() and wanted.strip()
    if whole and inner:
        assert Span(start, end) in list(folded.find(wanted))


@given(
    st.text(alphabet="abé\u0301\u0323\u00ad\ufb01 \n한\u11ab"),
    st.text(alphabet="abé\u0301\u0323\u00ad\ufb01 \n한\u11ab", min_size=1),
)
def test_what_is_found_folds_to_what_was_asked_for(raw, wanted):
    for span in FoldedText(raw).find(wanted):
        assert folded_words(span.of(raw)).split() == folded_words(wanted).split()
        assert not is_mark(raw[span.end : span.end + 1] or " ")


def test_a_plain_text_is_its_own_folded_form():
    raw = "The river rose. “Isn’t it – so…” Łódź, Ελλάδα, हिन्दी, 避難 😀"
    assert FoldedText(raw).text == raw


def test_the_classes_of_signs_are_those_of_unicode():
    marks, variants = set(_points(mark_class())), set(_points(variant_class()))
    for point in range(0x10000):
        sign = chr(point)
        if 0xD800 <= point < 0xE000:
            continue
        assert (point in marks) == (is_mark(sign) and not is_ignorable(sign)), hex(point)
        changed = unicodedata.normalize("NFC", sign) != sign
        assert (point in variants) == (changed and not is_mark(sign) and not sign.isspace()), hex(point)
    assert shapes()[0xFB03] == "ffi"
    assert not any(letters.isspace() for letters in shapes().values())


def _points(ranges: str) -> list[int]:
    return [
        point
        for start in range(0, len(ranges), 3)
        for point in range(ord(ranges[start]), ord(ranges[start + 2]) + 1)
    ]


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("cafe\u0301", 4, False),
        ("cafe\u0301 x", 5, True),
        ("evacu\u00adation", 5, False),
        ("evacu\u00adation", 6, False),
        ("evacu\u200bation", 5, False),
        ("می\u200cخواهم", 2, False),
        ("क\u093f", 1, False),
        ("ก\u0e33\u0e48", 2, False),
        ("ไทย\u200bภาษา", 3, True),
        ("ខ្មែរ\u200bភាសា", 5, True),
        ("end\u200b.", 3, True),
        (" \u0301x", 1, True),
        ("\u00ad" * 200 + "x", 100, True),
    ],
)
def test_no_word_begins_or_ends_inside_a_sequence_of_signs(text, offset, expected):
    assert is_word_boundary(text, offset) is expected


def test_words_keep_their_marks_and_hyphens_that_nobody_sees():
    text = nfd("Café Müller’s") + " evacu\u00adation \u00adx हिन्दी"
    assert [span.of(text) for span in words(text)] == [
        nfd("Café"),
        nfd("Müller’s"),
        "evacu\u00adation",
        "x",
        "हिन्दी",
    ]


@pytest.mark.parametrize(
    ("raw", "read", "shown"),
    [
        ("soonperform", "soon perform", "soon perform"),
        (nfd("soonété"), "soon été", nfd("soon été")),
        ("soon\u00adper", "soon per", "soon \u00adper"),
        ("a\u00a0 b", "a b", "a b"),
    ],
)
def test_a_repair_has_the_signs_of_the_text_and_the_spaces_that_were_asked_for(raw, read, shown):
    assert respaced(raw, read) == shown


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ("\u0301", True),
        ("\u1160", True),
        ("\u11ff", True),
        ("\ud7b0", True),
        ("\u115f", False),
        ("\u1200", False),
    ],
)
def test_marks_and_the_inner_letters_of_a_korean_syllable_belong_to_the_letter_before(sign, expected):
    assert is_mark(sign) is expected
