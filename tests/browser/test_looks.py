"""Every page of the worked example stays within its height on a wide and on a narrow screen, folded and with all open."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.build import build_site
from tests.site.dossiers import build, copy_showcase
from tools.looks import LIMIT_PX, WINDOW_PX, largest_of_kinds, looks_of

TEXT_BEGINS_PX = 600
PAPER_PX = 688
"""As wide as an A4 sheet within its margins."""

BESIDE_THE_NAME = """() => {
  const at = (each) => document.querySelector(each).getBoundingClientRect();
  const [signed, name, head] = [at('.colophon'), at('.dossier > span'), at('.record-head')];
  return signed.height > 0 && signed.bottom <= head.top && signed.left >= name.right && signed.right <= innerWidth;
}"""
NAME_AND_ANSWER = """() => Array.from(document.querySelectorAll('.faced-head'), (head) =>
  ['h2, h3, h4', '.answer'].map((each) => head.querySelector(each).getBoundingClientRect()))
  .map(([name, answer]) => [name.bottom, answer.top])"""
STANCES = """() => {
  const cells = Array.from(document.querySelectorAll('.matrix-brief td'));
  const ends = cells.flatMap((cell) => Array.from(cell.querySelectorAll('.stance'), (each) =>
    cell.parentElement.getBoundingClientRect().right - each.getBoundingClientRect().right));
  return [Array.from(new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().left)))), Math.min(...ends)];
}"""


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the worked example, without search."""
    out = tmp_path_factory.mktemp("looks") / "site"
    assert build_site(project, out, search=False).summary is not None
    return out


def test_no_page_of_the_worked_example_is_too_tall(chromium: Browser, site: Path):
    looks = looks_of(site, chromium)
    assert len(looks) > 100
    assert {look.name: look.over() for look in looks if look.over()} == {}


@pytest.mark.slow
def test_no_page_of_it_is_too_tall_in_german(chromium: Browser, tmp_path: Path):
    root = copy_showcase(tmp_path)
    settings = root / "content/dossier.yaml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", "language: de"), "utf-8")
    site = build(root, "--no-search")
    assert 'lang="de"' in (site / "index.html").read_text("utf-8")
    assert {look.name: look.over() for look in looks_of(site, chromium) if look.over()} == {}


def test_a_page_that_is_too_tall_only_when_unfolded_is_seen(chromium: Browser, tmp_path: Path):
    tall = f"<div style='block-size: {2 * LIMIT_PX[390] + 1}px'></div>"
    (tmp_path / "a.html").write_text(
        f"<!doctype html><body><details><summary>a</summary>{tall}</details>", "utf-8"
    )
    (look,) = looks_of(tmp_path, chromium)
    assert [words.split()[-2:] for words in look.over()] == [["1440,", "unfolded"], ["390,", "unfolded"]]


def test_the_text_of_every_article_begins_on_the_first_screen(chromium: Browser, site: Path):
    tab = chromium.new_page(viewport={"width": 1440, "height": WINDOW_PX[1440]})
    begins = {}
    for page in sorted((site / "articles").glob("*.html")):
        tab.goto(page.as_uri())
        text = tab.locator(".article-text").first
        if text.count():
            begins[page.name] = text.evaluate("each => each.getBoundingClientRect().top + window.scrollY")
    tab.close()
    assert len(begins) == 5
    assert {name: px for name, px in begins.items() if px >= TEXT_BEGINS_PX} == {}


@pytest.mark.parametrize("width", sorted(WINDOW_PX))
def test_nothing_is_cut_at_any_width(chromium: Browser, site: Path, width: int):
    tab = chromium.new_page(viewport={"width": width, "height": WINDOW_PX[width]})
    wide = []
    for page in sorted(site.rglob("*.html")):
        tab.goto(page.as_uri())
        if tab.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(page.relative_to(site).as_posix())
    tab.close()
    assert wide == []


def test_on_paper_who_signs_stands_beside_the_name_and_over_nothing(chromium: Browser, site: Path):
    tab = chromium.new_page(viewport={"width": PAPER_PX, "height": 900})
    tab.emulate_media(media="print")
    over = []
    for page in largest_of_kinds(site):
        tab.goto(page.as_uri())
        if tab.locator(".colophon").count() and not tab.evaluate(BESIDE_THE_NAME):
            over.append(page.relative_to(site).as_posix())
    tab.close()
    assert over == []


@pytest.mark.parametrize("width", sorted(WINDOW_PX))
def test_what_is_said_of_a_claim_begins_below_its_name(chromium: Browser, site: Path, width: int):
    tab = chromium.new_page(viewport={"width": width, "height": WINDOW_PX[width]})
    heads = 0
    for page in sorted((*site.glob("*.html"), *(site / "comparisons").glob("*.html"))):
        tab.goto(page.as_uri())
        places = tab.evaluate(NAME_AND_ANSWER)
        assert all(name <= answer for name, answer in places), page.name
        heads += len(places)
    tab.close()
    assert heads > 5


@pytest.mark.parametrize("width", [320, 390])
def test_stances_of_a_claim_stand_in_columns_on_a_phone(chromium: Browser, site: Path, width: int):
    tab = chromium.new_page(viewport={"width": width, "height": WINDOW_PX[width]})
    tab.goto((site / "topics/russian-campaign-in-syria.html").as_uri())
    begins, room = tab.evaluate(STANCES)
    tab.close()
    assert len(begins) == {320: 1, 390: 2}[width]
    assert room >= 8


@pytest.mark.parametrize("width", [320, 390])
def test_the_counts_of_a_name_stand_in_one_line_on_a_phone(chromium: Browser, site: Path, width: int):
    page = chromium.new_page(viewport={"width": width, "height": 844})
    page.goto((site / "entities" / "russia.html").as_uri())
    lines = page.eval_on_selector_all(
        "#names tbody tr",
        "rows => rows.filter(row => !row.querySelector('.cell-note'))"
        ".map(row => new Set([...row.querySelectorAll('.count')].map(each => each.getBoundingClientRect().top)).size)",
    )
    page.close()
    assert lines
    assert set(lines) == {1}
