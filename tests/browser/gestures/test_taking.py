"""A reader takes along a link, a sentence with its source, a claim, a citation in the style of choice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser.search.marionette import Firefox

CLAIM = "claims/first-personal-threat.html"
ARTICLE = "articles/southfront-rivers-of-blood.html"
CLIPBOARD = "navigator.clipboard.writeText = words => { window.taken = words; return Promise.resolve(); };"
REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"


@pytest.fixture(params=["web", "disk"])
def home(request: pytest.FixtureRequest, web: str, site: Path) -> str:
    """Where the site is, on the web and on disk, with a slash at its end."""
    return web if request.param == "web" else site.as_uri() + "/"


@pytest.fixture
def reading(page: Page, home: str) -> Iterator[Page]:
    """The page of a claim with a clipboard that can be looked at; no complaint when the test ends."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.add_init_script(CLIPBOARD)
    page.goto(home + CLAIM)
    yield page
    assert complaints == []


def taken(page: Page) -> str:
    expect(page.locator(".taken")).to_have_text("Copied.")
    found: str = page.evaluate("() => window.taken")
    return found


def test_a_quotation_is_taken_with_whose_it_is_and_where_it_stands(reading: Page, home: str):
    figure = reading.locator("figure.quote").first
    figure.hover()
    figure.get_by_role("button", name="Copy quotation").click()
    words, source, place = taken(reading).split("\n")
    assert words.startswith("“Vladimir Putin was today directly and personally threatened")
    assert source.startswith("[Threat to “liberate Chechnya”]. Shoebat.com, ca. ")
    assert re.fullmatch(re.escape(home) + r"articles/blog-liberate-chechnya\.html#q-[0-9a-f]+", place)


def test_the_button_of_a_quotation_is_reached_by_keyboard(reading: Page):
    locator = reading.locator("figure.quote a.locator").first
    locator.focus()
    expect(reading.get_by_role("button", name="Copy quotation")).to_be_visible()
    reading.keyboard.press("Tab")
    reading.keyboard.press("Enter")
    assert taken(reading).startswith("“Vladimir")


def test_a_link_to_a_part_is_taken_at_its_heading(reading: Page, home: str):
    reading.locator(".section-head > h2").first.hover()
    reading.locator(".take button").first.click()
    assert re.fullmatch(re.escape(home + CLAIM) + "#[a-z-]+", taken(reading))


def test_a_claim_is_taken_with_its_citation(reading: Page):
    reading.locator("main h1").hover()
    reading.locator(".take button", has_text="Copy claim").click()
    words, source = taken(reading).split("\n")
    assert words == "The 2016 video is the first direct, personal threat of the Islamic State to Putin"
    assert "Claim C06" in source
    assert "Threats against Russia" in source


def test_nothing_moves_when_buttons_come(reading: Page):
    where = """() => Array.from(document.querySelectorAll("main *:not(.take, .take *, .contents-made, .contents-made *)"), each => {
      const box = each.getBoundingClientRect();
      return box.width ? [box.x, box.y + scrollY, box.width, box.height].join() : "";
    }).join(";")"""
    reading.wait_for_function("() => document.readyState === 'complete'")
    before = reading.evaluate(where)
    reading.locator("main h1").hover()
    expect(reading.locator(".take").first).to_be_visible()
    reading.locator("figure.quote").first.hover()
    expect(reading.locator("figure.quote .take")).to_be_visible()
    assert reading.evaluate(where) == before


def test_the_box_writes_the_citation_in_the_style_of_choice_and_remembers_it(page: Page, web: str):
    page.add_init_script(CLIPBOARD)
    page.goto(web + ARTICLE)
    page.get_by_role("button", name="Copy, or choose a style").click()
    box = page.locator(".cite-written")
    for style, begins in (
        ("apa", "[Rivers of blood]. (ca. 2015, November 13)"),
        ("mla", "[Rivers of blood]. SouthFront"),
        ("bibtex", "@misc{southfront-rivers-of-blood,"),
        ("ris", "TY  - "),
        ("csl", "[\n  {"),
    ):
        page.get_by_label("Style").select_option(style)
        expect(box).to_contain_text(begins.split("\n")[0])
    assert json.loads(box.inner_text())[0]["id"] == "southfront-rivers-of-blood"
    page.get_by_role("button", name="Copy", exact=True).click()
    assert taken(page).startswith("[\n")
    page.goto(web + CLAIM)
    page.get_by_role("button", name="Copy, or choose a style").click()
    expect(page.get_by_label("Style")).to_have_value("csl")


def test_where_the_clipboard_is_refused_a_field_is_copied(page: Page, site: Path):
    page.add_init_script(
        REFUSED
        + "document.addEventListener('copy', () => { window.taken = String(document.activeElement.value); });"
    )
    page.goto((site / CLAIM).as_uri())
    page.locator("main h1").hover()
    page.locator(".take button", has_text="Copy link").click()
    assert taken(page) == (site / CLAIM).as_uri()


IN_FIREFOX = """async () => {
  Object.defineProperty(navigator, "clipboard", { value: { writeText: words => { window.taken = words; return Promise.resolve(); } } });
  const figure = document.querySelector("figure.quote");
  figure.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
  for (let waited = 0; waited < 8000 && !window.taken; waited += 50) {
    const button = figure.querySelector(".take button");
    if (button) button.click();
    await new Promise(done => setTimeout(done, 50));
  }
  return window.taken;
}"""


def test_firefox_takes_a_quotation(firefox: Firefox, home: str):
    firefox.goto(home + CLAIM)
    assert "Shoebat.com" in str(firefox.evaluate(IN_FIREFOX))


def test_citation_managers_and_reading_views_find_what_they_look_for(site: Path):
    for path in sorted((site / "articles").glob("*-*.html")):
        head = LexborHTMLParser(path.read_text("utf-8"))
        tags = {
            str(node.attributes.get("name") or node.attributes.get("property")): node.attributes["content"]
            for node in head.css("meta[name], meta[property]")
        }
        assert tags["z:itemType"] in {"newspaperArticle", "magazineArticle", "blogPost", "webpage"}
        assert tags["citation_title"]
        assert tags["citation_journal_title"]
        assert tags.get("author") or tags["article:author"]
        assert tags.get("author") == tags.get("citation_author")
    dated = LexborHTMLParser((site / "articles/jpost-video-very-soon.html").read_text("utf-8"))
    found = dated.css_first("meta[property='article:published_time']")
    assert found is not None
    assert str(found.attributes["content"]).startswith("2015-11-12")
