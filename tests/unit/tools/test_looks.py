"""What the table of heights counts as a quotation, and which limits it says a page breaks."""

from __future__ import annotations

from tools.looks import Look, repeated

WORDS = "the blood will spill like an ocean, very soon"


def test_a_quotation_is_counted_wherever_its_words_stand_on_the_page():
    page = f"<p><q>{WORDS}</q></p><details><p>SITE: {WORDS}.</p></details><blockquote>{WORDS}</blockquote>"
    assert repeated(page) == {WORDS: 3}


def test_marked_words_are_counted_apart_from_the_sentence_around_them():
    page = f"<blockquote>They said <mark>{WORDS}</mark> on Thursday.</blockquote><q>“{WORDS}”</q>"
    assert repeated(page) == {WORDS: 2, f"They said {WORDS} on Thursday.": 1}


def test_words_broken_by_markup_and_lines_are_the_same_words():
    page = f"<q>{WORDS}</q><blockquote>the <b>blood</b> will\n spill like an ocean, very soon</blockquote>"
    assert repeated(page) == {WORDS: 2}


def test_names_scripts_and_descriptions_of_pictures_are_no_quotations():
    page = f"<q>very soon</q><q>{WORDS}</q><script>{WORDS}</script><svg><desc>{WORDS}</desc></svg>"
    assert repeated(page) == {WORDS: 1}


def test_each_broken_limit_is_told_with_its_figure():
    fits = Look("a.html", 80_000, 2, {1440: 6_000, 390: 12_000}, {1440: 12_000, 390: 24_000})
    assert fits.over() == []
    over = Look("a.html", 80_001, 3, {1440: 6_001, 390: 12_001}, {1440: 12_001, 390: 24_001})
    assert over.over() == [
        "80001 bytes",
        "a quotation 3 times",
        "6001 px at 1440",
        "12001 px at 390",
        "12001 px at 1440, unfolded",
        "24001 px at 390, unfolded",
    ]
