"""A dossier in a language that is written from right to left is laid out so: nothing is cut, pictures stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.dossiers import build, write
from tests.words import manytongues
from tests.words.pseudo import from_right, write_catalogue

TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (each) => each && (getComputedStyle(each).overflowX !== "visible" || scrolls(each.parentElement));
  const found = document.scrollingElement.scrollWidth > width ? ["page"] : [];
  for (const each of document.querySelectorAll("main *, header *, footer *")) {
    const box = each.getBoundingClientRect();
    const isCut = box.width > 1 && (box.left < -1 || box.right > width + 1);
    if (isCut && getComputedStyle(each).position !== "absolute" && !scrolls(each.parentElement)) {
      found.push(each.tagName + "." + each.getAttribute("class"));
    }
  }
  return found;
}"""
LEFT_OF_PICTURE = """() => [...document.querySelectorAll("svg text")].filter((each) => {
  const box = each.getBoundingClientRect(), whole = each.ownerSVGElement.getBoundingClientRect();
  return box.left < whole.left - 1 || box.right > whole.right + 1;
}).map((each) => each.textContent)"""
MISPLACED = """() => [...document.querySelectorAll("svg text")].filter((each) => {
  const part = { start: 0, middle: 0.5, end: 1 }[each.getAttribute("text-anchor") || "start"], box = each.getBBox();
  return Math.abs(box.x + part * box.width - Number(each.getAttribute("x"))) > 3;
}).map((each) => each.textContent)"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write(tmp_path_factory.mktemp("rtl") / "dossier", manytongues.files("ar"))
    write_catalogue(root, "ar", from_right)
    return build(root)


def pages(site: Path) -> list[Path]:
    return [
        path for path in sorted(site.rglob("*.html")) if 'http-equiv="refresh"' not in path.read_text("utf-8")
    ]


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_page_is_wider_than_its_window(chromium: Browser, site: Path, width: int) -> None:
    tab = chromium.new_page(viewport={"width": width, "height": 900})
    found = {}
    for path in pages(site):
        tab.goto(path.as_uri())
        assert tab.locator("html").get_attribute("dir") == "rtl"
        if cut := tab.evaluate(TOO_WIDE):
            found[path.relative_to(site).as_posix()] = cut
    tab.close()
    assert found == {}


def test_labels_of_a_picture_stand_where_they_were_measured(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri())
    assert page.locator("svg text").count() > 10
    assert page.evaluate(LEFT_OF_PICTURE) == []
    assert page.evaluate(MISPLACED) == []


def test_a_matrix_begins_at_the_right_and_words_of_texts_run_their_own_way(page: Page, site: Path) -> None:
    page.goto((site / "comparisons/bridge.html").as_uri())
    row = page.locator(".matrix tbody tr:not(.matrix-group)").first
    head, cells = row.locator("th").bounding_box(), row.locator("td")
    first, last = cells.first.bounding_box(), cells.last.bounding_box()
    assert head is not None
    assert first is not None
    assert last is not None
    assert head["x"] > first["x"] > last["x"]
    ways = page.eval_on_selector_all(
        "blockquote", "all => all.map((each) => each.lang + ' ' + getComputedStyle(each).direction)"
    )
    assert {"ar rtl", "he rtl", "de ltr", "sr-Cyrl ltr"} & set(ways)
    assert not {"ar ltr", "he ltr", "de rtl", "sr-Cyrl rtl", "sr-Latn rtl", "zh-Hans rtl"} & set(ways)


def test_quotation_marks_open_where_the_words_begin(page: Page, site: Path) -> None:
    page.goto((site / "claims/lorries.html").as_uri())
    marks = dict(
        page.eval_on_selector_all("q", "all => all.map((each) => [each.lang, getComputedStyle(each).quotes])")
    )
    assert marks["ar"] == '"”" "“"'
    assert marks["de"] == '"“" "”"'
