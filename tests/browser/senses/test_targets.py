"""What can be pressed is as large as a finger needs (WCAG 2.2, 2.5.8), and what has the focus is not covered (2.4.11)."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tools.looks import OPEN_ALL

SMALL = """() => {
  const LEAST = 24;
  const inText = each => {
    if (getComputedStyle(each).display !== "inline") return false;
    let around = each.parentElement;
    while (getComputedStyle(around).display.startsWith("inline")) around = around.parentElement;
    return around.textContent.trim().length - each.textContent.trim().length > 3;
  };
  return Array.from(document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']"))
    .filter(each => each.checkVisibility({ visibilityProperty: true }) && !inText(each))
    .map(each => [each, (each.matches("input") && each.closest("label") || each).getBoundingClientRect()])
    .filter(([each, box]) => box.width > 0 && (box.width < LEAST - .1 || box.height < LEAST - .1))
    .map(([each, box]) => `${each.outerHTML.slice(0, 120)}: ${box.width} × ${box.height}`);
}"""
COVERED = """() => {
  const each = document.activeElement;
  const boxes = Array.from(each.getClientRects()).filter(box => box.width && box.height);
  if (!boxes.length || each === document.body) return "";
  const seen = boxes.some(box => [[.5, .5], [.1, .5], [.9, .5], [.5, .15], [.5, .85]].some(([x, y]) => {
    const on = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return on && (on === each || each.contains(on) || on.closest("label")?.contains(each));
  }));
  const on = document.elementFromPoint(boxes[0].left + boxes[0].width / 2, boxes[0].top + boxes[0].height / 2);
  return seen ? "" : `under ${on && on.outerHTML.slice(0, 80)}: ` + each.outerHTML.slice(0, 120) + JSON.stringify(boxes[0]);
}"""
NEW = """() => {
  const each = document.activeElement;
  if (each === document.body || each.wasHere) return false;
  return each.wasHere = true;
}"""
STOPS = 400


@pytest.mark.parametrize("width", [320, 1440])
def test_what_can_be_pressed_is_24_px_wide_and_high(chromium: Browser, kinds: list[Path], width: int):
    page = chromium.new_page(viewport={"width": width, "height": 800})
    found = {}
    for file in kinds:
        page.goto(file.as_uri())
        page.evaluate(OPEN_ALL)
        found[str(file)] = page.evaluate(SMALL)
    page.close()
    assert {name: small for name, small in found.items() if small} == {}


def covered(page: Page, key: str) -> list[str]:
    """Walk a page by a key until the focus leaves it; return what had the focus and could not be seen."""
    found: list[str] = []
    for _ in range(STOPS):
        page.keyboard.press(key)
        if not page.evaluate(NEW):
            break
        found.append(page.evaluate(COVERED))
    assert len(found) > 10
    return [each for each in found if each]


ADDRESSES = (
    "index.html",
    "articles/southfront-rivers-of-blood.html",
    "claims/bomb-responsibility.html",
    "comparisons/event--metrojet-crash.html",
    "comparisons/pair--0f6eb8bc.html",
    "data/index.html",
    "entities/russia.html",
    "methodology.html",
    "topics/russian-campaign-in-syria.html",
)


@pytest.mark.slow
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("address", ADDRESSES)
def test_what_has_the_focus_can_be_seen(chromium: Browser, site: Path, address: str, width: int, key: str):
    page = chromium.new_page(viewport={"width": width, "height": 700}, reduced_motion="reduce")
    page.route(
        "**/previews/*.js", lambda route: route.abort()
    )  # what opens at the focus may lie over what comes next
    page.goto((site / address).as_uri())
    found = covered(page, key)
    page.close()
    assert found == []


def test_what_is_small_or_covered_is_seen(chromium: Browser, tmp_path: Path):
    links = "".join(
        f"<p><a href='#{n}' style='font-size: 30px; display: block'>link</a></p>" for n in range(40)
    )
    bar = "<div style='position: fixed; inset: 0 0 auto; block-size: 300px; background: red'></div>"
    (tmp_path / "a.html").write_text(
        f"<!doctype html><p><a href=x style='font-size: 9px; display: block'>x</a>{links}{bar}", "utf-8"
    )
    page = chromium.new_page(viewport={"width": 400, "height": 700})
    page.goto((tmp_path / "a.html").as_uri())
    assert len(page.evaluate(SMALL)) == 1
    assert covered(page, "Tab")
    page.close()
