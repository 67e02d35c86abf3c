"""The comparisons of the worked example say what its five texts say, as a reader finds it on the pages."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

JPOST_AND_ANTIWAR = "comparisons/pair--0f6eb8bc.html"


@cache
def _page(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_bytes().decode("utf-8"))


def _words(node: LexborNode | LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(each.text().split()) for each in node.css(selector)]


def _naming_table(page: LexborHTMLParser, entity: str) -> dict[str, dict[str, str]]:
    """For each name how often each text has it; the small notes of a cell are left out."""
    (stack,) = (each for each in page.css("#naming .stack") if _words(each, "h3") == [entity])
    heads = _words(stack, "thead th")[1:]
    rows = {}
    for row in stack.css("tbody tr"):
        cells = [next(iter(cell.text(deep=False).split()), "") for cell in row.css("td")]
        rows[_words(row, "th")[0]] = dict(zip(heads, cells, strict=True))
    return rows


def test_the_names_of_the_islamic_state_are_counted_as_by_hand(site: Path) -> None:
    table = _naming_table(_page(site / "topics/threats-against-russia.html"), "Islamic State")
    order = ("000", "001", "002", "003", "004")
    assert [table["IS"][text] for text in order] == ["8", "0", "0", "0", "23"]
    assert [table["ISIS"][text] for text in order] == ["0", "7", "1", "12", "2"]
    assert [table["Islamic State"][text] for text in order] == ["2", "2", "8", "0", "0"]


def test_the_page_of_an_entity_counts_the_same_names(site: Path) -> None:
    rows = {
        _words(row, "th")[0]: [cell.text(deep=False).split()[0] for cell in row.css("td")]
        for row in _page(site / "entities/islamic-state.html").css("#naming tbody tr, #names tbody tr")
    }
    assert rows["ISIS"] == ["7", "1", "12", "0", "2", "22"]


def test_five_short_texts_carry_no_word_that_one_uses_markedly_more(site: Path) -> None:
    assert not _page(site / "comparisons/november-2015-video.html").css("#words")
    assert json.loads((site / "data/keywords.json").read_bytes())["comparisons"] == []


def test_two_texts_of_one_day_share_their_headline_words_and_only_these_two_have_a_page(site: Path) -> None:
    assert [path.name for path in sorted((site / "comparisons").glob("pair--*.html"))] == [
        JPOST_AND_ANTIWAR.removeprefix("comparisons/")
    ]
    page = _page(site / JPOST_AND_ANTIWAR)
    assert _words(page, "h1") == [
        (
            "Islamic State video threatens attacks inside Russia 'very soon' (12 Nov 2015) and "
            "ISIS Threatens Attacks Inside Russia ‘Very Soon’ (12 Nov 2015)"
        )
    ]
    same = [words.casefold().replace("‘", "'") for words in _words(page, "#shared .shared")]
    runs = ["threatens attacks inside russia 'very soon", "blood will spill like an ocean"]
    assert [words for words in same if words != "double line"] == runs * 2
    assert "order unknown" in _words(page, "#shared figcaption")[0]


@pytest.mark.parametrize("article", ["jpost-video-very-soon", "antiwar-very-soon"])
def test_each_of_the_two_articles_leads_to_their_page(site: Path, article: str) -> None:
    page = _page(site / f"articles/{article}.html")
    assert f"../{JPOST_AND_ANTIWAR}" in [node.attributes["href"] for node in page.css("#shared a")]


def test_the_disagreement_stands_before_everything_else(site: Path) -> None:
    for name, number in (("first-personal-threat", "C06"), ("five-to-seven-thousand", "C13")):
        page = _page(site / f"comparisons/{name}.html")
        assert page.css("main > section")[0].attributes["id"] == "contested"
        assert _words(page, "#contested .number")[0] == number


def test_one_number_for_two_groups_is_one_figure_in_two_texts(site: Path) -> None:
    page = _page(site / "comparisons/five-to-seven-thousand.html")
    sentences = " ".join(_words(page, "#figures .told-sentence"))
    assert "fighters from former soviet republics" in sentences
    assert "youth from Russia" in sentences
    assert _words(page, "#figures .told-figure").count("five to seven thousand") == 2


def test_one_refrain_is_worded_in_three_ways(site: Path) -> None:
    page = _page(site / "comparisons/november-2015-video.html")
    wordings = [words.casefold() for words in _words(page, "#wording blockquote")]
    assert any("rivers" in words for words in wordings)
    assert any("ocean" in words for words in wordings)


def test_a_text_that_hardens_climbs_the_ladder(site: Path) -> None:
    ladder = _page(site / "comparisons/cause-of-the-crash.html").css_first("#certainty .ladder")
    assert ladder is not None
    rises = [
        (cell.attributes["data-label"], _words(cell, ".said")[0])
        for cell in ladder.css("td")
        if cell.css(".rises")
    ]
    assert ("003 Antiwar.com, 12 Nov 2015", "in response to that bombing, which killed 224") in rises


def test_the_chain_of_the_translation_has_four_steps_and_ends_outside(site: Path) -> None:
    page = _page(site / "comparisons/cause-of-the-crash.html")
    (chain,) = (each for each in page.css("#relied .chain") if "SouthFront" in _words(each, ".name")[0])
    assert len(chain.css(".step")) == 4
    (politika,) = (each for each in chain.css(".step-words") if "Politika" in each.text())
    assert "not in this dossier" in politika.text()
    labels = _words(page, "#relied svg text")
    assert {"000 SouthFront", "not in this dossier"} <= set(labels)


def test_events_stand_against_reports_and_who_is_silent_is_named(site: Path) -> None:
    page = _page(site / "comparisons/event--metrojet-crash.html")
    assert page.css("#timeline .moment-event")
    assert page.css("#timeline .moment-text")
    assert _page(site / "comparisons/first-personal-threat.html").css("#silent")


def test_what_the_pages_show_is_in_the_data(site: Path) -> None:
    passages = json.loads((site / "data/passages.json").read_bytes())
    (pair,) = passages["pairs"]
    assert pair["page"] == JPOST_AND_ANTIWAR
    places = pair["passages"][0]["places"]
    texts = {text["article"]: text for text in passages["texts"]}
    for article, place in zip(pair["articles"], places, strict=True):
        assert place["range"][1] <= texts[article]["characters"]
        assert place["exact"].casefold().startswith("threatens attacks inside russia")
    for name in ("passages", "quotations", "figures", "dates"):
        text = (site / f"data/{name}.csv").read_bytes().decode("utf-8-sig")
        assert len(list(csv.DictReader(text.splitlines()))) > 0
