"""The keys of a page are told by "?" and by a button, hold no field, and can be switched off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.search.marionette import Firefox

PAGE = "claims/first-personal-threat.html"
MATRIX = "comparisons/first-personal-threat.html"


@pytest.fixture(params=["web", "disk"])
def reading(request: pytest.FixtureRequest, page: Page, web: str, site: Path) -> Iterator[Page]:
    """The page of a claim, on the web and from disk, and no complaint of the browser when the test ends."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{web}{PAGE}" if request.param == "web" else (site / PAGE).as_uri())
    yield page
    assert complaints == []


def told(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Keys", exact=True)


@pytest.mark.parametrize("end", ["Escape", "Close", "outside"])
def test_a_question_mark_tells_the_keys_and_what_had_the_focus_has_it_again(reading: Page, end: str):
    link = reading.locator("main a").nth(2)
    link.focus()
    reading.keyboard.press("?")
    expect(told(reading)).to_contain_text("Open search")
    if end == "Escape":
        reading.keyboard.press("Escape")
    elif end == "Close":
        told(reading).get_by_role("button", name="Close").click()
    else:
        reading.mouse.click(3, 3)
    expect(told(reading)).to_be_hidden()
    expect(link).to_be_focused()


def test_they_are_told_without_a_keyboard_too(reading: Page):
    reading.get_by_role("button", name="Keys", exact=True).click()
    expect(told(reading)).to_be_visible()


def test_only_keys_that_do_something_on_the_page_are_told(page: Page, site: Path):
    of_tables = "In a table of claims and texts"
    page.goto((site / MATRIX).as_uri())
    page.keyboard.press("?")
    expect(told(page)).to_contain_text(of_tables)
    page.goto((site / PAGE).as_uri())
    page.keyboard.press("?")
    expect(told(page)).not_to_contain_text(of_tables)


def test_in_a_field_a_question_mark_is_a_question_mark(reading: Page):
    reading.keyboard.press("/")
    field = reading.get_by_role("combobox")
    expect(field).to_be_focused()
    reading.keyboard.type("a?")
    expect(field).to_have_value("a?")
    expect(told(reading)).to_have_count(0)


def test_single_keys_can_be_switched_off_and_stay_so(page: Page, web: str):
    page.goto(web + PAGE)
    page.keyboard.press("?")
    told(page).get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.goto(web + MATRIX)
    page.keyboard.press("?")
    page.wait_for_timeout(300)
    expect(page.locator("dialog")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()


SHOWN = """async () => {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true, cancelable: true }));
  for (let waited = 0; waited < 8000; waited += 50) {
    const shown = document.querySelector("dialog.keys[open]");
    if (shown) return shown.textContent;
    await new Promise(done => setTimeout(done, 50));
  }
  return "";
}"""


@pytest.mark.parametrize("place", ["web", "disk"])
def test_firefox_tells_them_too(firefox: Firefox, web: str, site: Path, place: str):
    firefox.goto(f"{web}{PAGE}" if place == "web" else (site / PAGE).as_uri())
    assert "Open search" in str(firefox.evaluate(SHOWN))
