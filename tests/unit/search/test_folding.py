"""What the indexer is given where it knows only spaces and letters without accents; and what a word is compared as."""

from __future__ import annotations

import pytest

from builder.search.feed import fed, indexed_part
from builder.search.folding import APART, END, fold, pieces, written_out
from tests.unit.search.conftest import page


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Đorđe Ærø", "dorde aero"),
        ("O\u02bcNeill", "oneill"),
        ("evac\u00adu\u00adation", "evacuation"),
        ("می\u200cخواهم", "میخواهم"),
        ("ＡＢＣ", "abc"),
    ],
)
def test_words_are_compared_as_they_are_typed(text: str, folded: str):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("kilo\u00admetre of \ufb01re\u200b", "kilometre of fire"),
        ("cafe\u0301", "caf\u00e9"),
        ("in Łódź, today", "in Łódź^lodz, today"),
        ("O\u02bcNeill’s", "O\u02bcNeill^oneill’s"),
        ("Škoda, naïve; Цвеја", "Škoda, naïve; Цвеја"),
        ("👩\u200d💻 ok", "👩\u200d💻 ok"),
        ("避難所、運休", f"避{APART} 難{APART} 所、{APART} 運{APART} 休"),
        ("COVID-19疫情", f"COVID-19{APART} 疫{APART} 情"),
        ("ผู้คน", f"ผู้{APART} ค{APART} น"),
        ("plain words", "plain words"),
    ],
)
def test_what_the_engine_does_not_know_is_written_out_for_it(text: str, written: str):
    assert written_out(text) == written


@pytest.mark.parametrize("text", ["避難所、「運休」 東京2020年", "ผู้คนอพยพ", "COVID疫情x", "「」、"])
def test_pieces_put_together_are_the_token(text: str):
    assert "".join(pieces(text)) == text


def test_only_words_of_the_page_are_written_out_and_markup_stays_as_it_is():
    part = indexed_part(
        page(
            '<h1 id="h" title="Łódź">Łódź &amp; 避難&lt;b&gt;</h1><p id="p-1">a <em>b</em>\n</p><ul><li>c<p>d</p></li></ul>'
        ).encode()
    )
    assert part is not None
    assert fed(part, "pl") == (
        '<!doctype html><html lang="pl"><body><main data-pagefind-body data-record="event">'
        f'<h1 id="h" title="Łódź">Łódź^lodz &amp; 避{APART} 難&lt;{APART} b&gt;{END}</h1><p id="p-1">a <em>b{END}</em>\n</p><ul><li>c{END}<p>d{END}</p></li></ul></main></body></html>'
    )


def test_names_that_a_page_is_also_found_by_are_written_out_too():
    main = '<main data-pagefind-body data-pagefind-meta="also[data-also]" data-also="Łódź · &#34;x&#34;">w</main>'
    part = indexed_part(main.encode())
    assert part is not None
    assert 'data-also="Łódź^lodz · &quot;x&quot;"' in fed(part, "en")


def test_a_page_that_is_not_to_be_found_is_not_given():
    assert indexed_part(b"<main>x</main>") is None
    assert indexed_part(b"no main at all") is None


def test_a_block_ends_before_what_is_left_out_though_that_names_a_language():
    part = indexed_part(
        page(
            '<h1>T</h1><div><a class="row-name" href="x">Title</a> <span class="aside"><bdi lang="sr">004 Gazette</bdi>, 1 May'
            '</span></div><div class="row-words"><p>Note</p></div>'
        ).encode()
    )
    assert part is not None
    assert f">Title{END}<" in fed(part, "en")
