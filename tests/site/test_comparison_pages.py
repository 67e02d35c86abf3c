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


def _namings(page: LexborHTMLParser, entity: str) -> dict[str, dict[str, str]]:
    """For each text how often it has each name of the Islamic State that is no description."""
    (told,) = (each for each in page.css("#naming .namings > div") if _words(each, "dt") == [entity])
    return {
        _words(use, ".siglum")[0]: {
            name: count
            for name, count in zip(_words(use, "bdi"), _words(use, "dd > span:not([class])"), strict=True)
            if name in ("Islamic State", "ISIS", "IS")
        }
        for use in told.css("dd")
    }


def test_the_names_of_the_islamic_state_are_counted_as_by_hand(site: Path) -> None:
    assert _namings(_page(site / "topics/threats-against-russia.html"), "Islamic State") == {
        "001": {"Islamic State": "2", "ISIS": "7"},
        "002": {"Islamic State": "8", "ISIS": "1"},
        "003": {"ISIS": "12"},
        "000": {"Islamic State": "2", "IS": "8"},
        "004": {"ISIS": "2", "IS": "23"},
    }


def test_the_page_of_an_entity_counts_the_same_names(site: Path) -> None:
    rows = {
        _words(row, "th")[0]: [cell.text(deep=False).split()[0] for cell in row.css("td")]
        for row in _page(site / "entities/islamic-state.html").css("#naming tbody tr, #names tbody tr")
    }
    assert rows["ISIS"] == ["7", "1", "12", "0", "2", "22"]


def test_five_short_texts_carry_no_word_that_one_uses_markedly_more(site: Path) -> None:
    assert not _page(site / "comparisons/november-2015-video.html").css("#words")
    assert json.loads((site / "data/keywords.json").read_bytes())["comparisons"] == []


def test_two_texts_of_one_day_share_their_headline_words_and_no_other_two_of_the_five_do(site: Path) -> None:
    pairs = sorted((site / "comparisons").glob("pair--*.html"))
    assert len(pairs) == 10
    assert [path.name for path in pairs if _page(path).css("#shared")] == [
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
    assert "the dates do not tell which" in _words(page, "#shared figcaption")[0]


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
    assert _words(page, "#figures .told-figure .said:first-child").count("five to seven thousand") == 2
    (row,) = page.css("#row-five-to-seven-thousand")
    quoted = " ".join(_words(row, ".pop q"))
    assert "five to seven thousand fighters from former soviet republics" in quoted
    assert "five to seven thousand youth from Russia" in quoted


def test_one_refrain_is_worded_in_three_ways(site: Path) -> None:
    page = _page(site / "comparisons/november-2015-video.html")
    (row,) = page.css("#row-refrain-wording")
    wordings = [words.casefold() for words in _words(row, ".pop q")]
    assert len(wordings) == 3
    assert [word for words in wordings for word in ("rivers", "ocean") if word in words] == [
        *("ocean",) * 2,
        "rivers",
    ]


def test_a_text_that_hardens_climbs_the_ladder(site: Path) -> None:
    ladder = _page(site / "comparisons/cause-of-the-crash.html").css_first("#certainty .ladder")
    assert ladder is not None
    rises = [
        (cell.attributes["data-label"], _words(cell, ".saying")[0])
        for cell in ladder.css("td")
        if cell.css(".rises")
    ]
    assert [label for label, _ in rises] == ["003 Antiwar.com, 12 Nov 2015"]
    assert "paragraph" in rises[0][1]


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
    assert _page(site / "comparisons/first-personal-threat.html").css(".matrix .stance-silent")


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
