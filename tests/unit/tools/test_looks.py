"""What the table of heights counts as a quotation, which limits it says a page breaks, and which pages are drawn."""

from __future__ import annotations

from pathlib import Path

from tools.looks import Look, largest_of_kinds, repeated

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


def test_of_each_kind_of_page_the_largest_is_drawn(tmp_path: Path):
    sizes = {
        "index.html": 9,
        "claims/index.html": 1,
        "claims/a.html": 1,
        "claims/b.html": 2,
        "comparisons/a.html": 1,
        "comparisons/event--a.html": 1,
        "comparisons/event--b.html": 2,
        "comparisons/pair--0a.html": 1,
        "articles/a/received.html": 1,
        "articles/b/received.html": 2,
    }
    for name, size in sizes.items():
        page = tmp_path / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("x" * size, "utf-8")
    found = {page.relative_to(tmp_path).as_posix() for page in largest_of_kinds(tmp_path)}
    assert set(sizes) - found == {"claims/a.html", "comparisons/event--a.html", "articles/a/received.html"}
