"""A link shows something of its page: to a pointer, the focus and a finger, from the web and from disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.search.marionette import Firefox

PAGE = "claims/first-personal-threat.html"


@pytest.fixture(params=["web", "disk"])
def reading(request: pytest.FixtureRequest, page: Page, web: str, site: Path) -> Iterator[Page]:
    """The page of a claim, on the web and from disk, and no complaint of the browser when the test ends."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{web}{PAGE}" if request.param == "web" else (site / PAGE).as_uri())
    yield page
    assert complaints == []


def link_to(page: Page, address: str) -> Locator:
    return page.locator(f"main a[href*='{address}']:visible:not(.stance)").first


def preview(page: Page) -> Locator:
    return page.get_by_role("tooltip")


@pytest.mark.parametrize(
    ("page_of", "words"),
    [
        ("articles/newscast-personal-threat.html", "31 Jul to 1 Aug 2016"),
        ("topics/threats-against-russia.html", "Threats against Russia"),
    ],
)
def test_a_pointer_that_rests_on_a_link_is_shown_what_its_page_is(reading: Page, page_of: str, words: str):
    link = link_to(reading, page_of)
    link.hover()
    expect(preview(reading)).to_contain_text(words)
    assert link.get_attribute("aria-describedby") == "preview"


def test_a_link_to_a_quotation_shows_its_sentence(reading: Page):
    link = link_to(reading, "#q-")
    link.hover()
    expect(preview(reading).locator("blockquote mark")).not_to_be_empty()
    expect(preview(reading)).to_contain_text("paragraph")


def test_the_pointer_may_go_over_to_it_and_it_leaves_with_the_pointer(reading: Page):
    link_to(reading, "articles/newscast").hover()
    expect(preview(reading)).to_be_visible()
    preview(reading).hover()
    reading.wait_for_timeout(600)
    expect(preview(reading)).to_be_visible()
    reading.mouse.move(2, 2)
    expect(preview(reading)).to_be_hidden()


@pytest.mark.parametrize("how", ["Escape", "press"])
def test_it_is_put_away_by_escape_and_by_a_press_elsewhere(reading: Page, how: str):
    link_to(reading, "articles/newscast").hover()
    expect(preview(reading)).to_be_visible()
    if how == "Escape":
        reading.keyboard.press("Escape")
    else:
        reading.mouse.click(2, 2)
    expect(preview(reading)).to_be_hidden()


def test_the_focus_opens_it_and_keeps_it(reading: Page):
    link = link_to(reading, "articles/newscast")
    reading.keyboard.press("Tab")
    link.focus()
    reading.keyboard.press("Shift+Tab")
    for _ in range(3):  # a button to copy may stand before it once the place before it has the focus
        reading.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_be_focused()
    expect(preview(reading)).to_be_visible()
    reading.wait_for_timeout(600)
    expect(preview(reading)).to_be_visible()
    reading.keyboard.press("Escape")
    expect(preview(reading)).to_be_hidden()
    expect(link).to_be_focused()


def test_a_finger_that_stays_opens_it_and_a_short_one_follows(chromium: Browser, site: Path):
    context = chromium.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    link = link_to(page, "articles/newscast")
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    assert box is not None
    at = [{"x": box["x"] + 5, "y": box["y"] + 5}]
    fingers = context.new_cdp_session(page)
    fingers.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": at})
    expect(preview(page)).to_be_visible()
    fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(200)
    assert page.url.endswith(PAGE)
    expect(preview(page)).to_be_visible()
    page.touchscreen.tap(385, 795)
    expect(preview(page)).to_be_hidden()
    link.tap()
    page.wait_for_url(re.compile("newscast-personal-threat"))
    context.close()


@pytest.mark.parametrize("width", [320, 1440])
def test_it_stays_inside_the_window_and_moves_nothing(page: Page, site: Path, width: int):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto((site / "topics/threats-against-russia.html").as_uri())
    before = page.evaluate(
        "() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    )
    seen = 0
    for link in page.locator("main a[href$='.html']:visible:not(.stance):not(thead a)").all()[::9][:8]:
        link.hover()
        page.wait_for_timeout(700)
        if not preview(page).is_visible():
            continue
        seen += 1
        box = preview(page).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= 700
    assert seen >= 4
    after = page.evaluate(
        "() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    )
    assert after == before


@pytest.mark.parametrize(("width", "height"), [(970, 500), (1440, 900)])
def test_a_quotation_in_a_matrix_opens_inside_the_window(page: Page, site: Path, width: int, height: int):
    page.set_viewport_size({"width": width, "height": height})
    page.goto((site / "comparisons/cause-of-the-crash.html").as_uri())
    outside, seen = [], 0
    for stance in page.locator("table.matrix a.stance:visible").all()[:30]:
        stance.hover()
        box = stance.locator("xpath=ancestor::li[1]").locator(".pop").bounding_box()
        if box is None:
            continue
        seen += 1
        if box["x"] < 0 or box["x"] + box["width"] > width or box["y"] + box["height"] > height:
            outside.append((stance.inner_text(), box))
    assert seen > 10
    assert outside == []


def test_a_site_without_previews_has_links(page: Page, site: Path):
    page.route("**/previews/*.js", lambda route: route.abort())
    page.goto((site / PAGE).as_uri())
    link_to(page, "articles/newscast").click()
    page.wait_for_url(re.compile("newscast-personal-threat"))


SHOWN = """async () => {
  const link = document.querySelector("main a[href*='#q-']:not(.stance)") || document.querySelector("main a[href*='articles/']:not(.stance)");
  link.scrollIntoView({ block: "center", behavior: "instant" });
  const box = link.getBoundingClientRect();
  link.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse", clientX: box.left + 2, clientY: box.top + 2 }));
  for (let waited = 0; waited < 8000; waited += 50) {
    const shown = document.querySelector(".preview:not([hidden])");
    if (shown) return shown.textContent;
    await new Promise(done => setTimeout(done, 50));
  }
  return "";
}"""


@pytest.mark.parametrize("place", ["web", "disk"])
def test_firefox_shows_it_too(firefox: Firefox, web: str, site: Path, place: str):
    firefox.goto(f"{web}{PAGE}" if place == "web" else (site / PAGE).as_uri())
    assert "paragraph" in str(firefox.evaluate(SHOWN))
