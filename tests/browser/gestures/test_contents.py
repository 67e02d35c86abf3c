"""The contents of a long page stay in view in a wide window and tell the section that is read; nothing moves for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.search.marionette import Firefox

OWN = "topics/threats-against-russia.html"
MADE = "claims/bomb-responsibility.html"
SHIFTS = """() => {
  window.shifts = [];
  new PerformanceObserver(list => list.getEntries().forEach(each => window.shifts.push(each.value))).observe({ type: "layout-shift", buffered: true });
}"""


def kept(page: Page) -> Locator:
    return page.locator("nav.contents.kept > ul")


def read_on(page: Page, section: str) -> None:
    page.evaluate(
        "id => scrollTo({ top: document.getElementById(id).getBoundingClientRect().top + scrollY - 60, behavior: 'instant' })",
        section,
    )


def sections_of(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "() => Array.from(document.querySelectorAll('main > .section[id]'), each => each.id)"
    )
    return found


@pytest.mark.parametrize("address", [OWN, MADE])
@pytest.mark.parametrize("place", ["web", "disk"])
def test_each_section_is_marked_while_it_is_read(page: Page, web: str, site: Path, place: str, address: str):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(web + address if place == "web" else (site / address).as_uri())
    expect(kept(page)).to_have_count(0)
    for section in sections_of(page)[:-3]:
        read_on(page, section)
        expect(kept(page).locator("[aria-current=location]")).to_have_attribute("href", f"#{section}")
    box = kept(page).bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"]) == (0, 0, 1440)
    assert box["height"] <= 48
    page.evaluate("() => scrollTo({ top: 0, behavior: 'instant' })")
    expect(kept(page)).to_have_count(0)


@pytest.mark.parametrize("address", [OWN, MADE])
def test_nothing_moves_when_they_come_and_go(page: Page, site: Path, address: str):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto((site / address).as_uri())
    page.evaluate(SHIFTS)
    tall = "() => document.documentElement.scrollHeight"
    before = page.evaluate(tall)
    for _ in range(2):
        read_on(page, sections_of(page)[2])
        expect(kept(page)).to_be_visible()
        assert page.evaluate(tall) == before
        page.evaluate("() => scrollTo({ top: 0, behavior: 'instant' })")
        expect(kept(page)).to_have_count(0)
    assert page.evaluate("() => window.shifts") == []


def test_a_section_that_is_followed_is_not_under_them(page: Page, site: Path):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    page.goto((site / OWN).as_uri())
    read_on(page, "timeline")
    link = kept(page).locator("a").nth(1)
    link.click()
    heading = page.locator(f"{link.get_attribute('href')}-heading")
    box, bar = heading.bounding_box(), kept(page).bounding_box()
    assert box is not None
    assert bar is not None
    assert bar["y"] + bar["height"] <= box["y"] <= 300


def test_the_last_section_is_marked_when_it_is_followed_and_the_page_ends_before_it_is_up(
    page: Page, site: Path
):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto((site / MADE).as_uri())
    read_on(page, sections_of(page)[2])
    link = kept(page).locator("a").last
    link.click()
    page.wait_for_timeout(900)
    expect(link).to_have_attribute("aria-current", "location")
    expect(kept(page).locator("[aria-current]")).to_have_count(1)
    page.mouse.wheel(0, -2500)
    expect(link).not_to_have_attribute("aria-current", "location")


@pytest.mark.parametrize(("width", "height"), [(900, 900), (320, 640), (1280, 400)])
def test_in_a_small_window_they_are_where_they_were(page: Page, site: Path, width: int, height: int):
    page.set_viewport_size({"width": width, "height": height})
    page.goto((site / MADE).as_uri())
    read_on(page, "record")
    page.wait_for_timeout(300)
    expect(page.locator("nav.contents")).to_have_count(0)


def test_without_script_the_list_of_a_page_stands_at_its_head(chromium: Browser, site: Path):
    page = chromium.new_page(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    page.goto((site / OWN).as_uri())
    expect(page.get_by_role("navigation", name="On this page")).to_be_visible()
    page.close()


MARKED = """async () => {
  scrollTo({ top: 1600, behavior: "instant" });
  for (let waited = 0; waited < 8000; waited += 50) {
    const current = document.querySelector("nav.contents.kept [aria-current=location]");
    if (current) return current.textContent;
    await new Promise(done => setTimeout(done, 50));
  }
  return "";
}"""


@pytest.mark.parametrize("place", ["web", "disk"])
def test_firefox_marks_it_too(firefox: Firefox, web: str, site: Path, place: str):
    firefox.goto(f"{web}{OWN}" if place == "web" else (site / OWN).as_uri())
    assert firefox.evaluate(MARKED)
