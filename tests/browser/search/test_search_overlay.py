"""Search over any page: by keyboard alone, grouped, with what was asked before; its script comes when it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.search.marionette import Firefox

PAGE = "claims/first-personal-threat.html"
FIELD = "dialog [role=combobox]"


@pytest.fixture(params=["web", "disk"])
def reading(request: pytest.FixtureRequest, page: Page, web: str, site: Path) -> Iterator[Page]:
    """The page of a claim, on the web and from disk, and no complaint of the browser when the test ends."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{web}{PAGE}" if request.param == "web" else (site / PAGE).as_uri())
    yield page
    assert complaints == []


def ask(page: Page, words: str) -> None:
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.locator(FIELD).fill(words)
    expect(page.locator("dialog [role=status]")).to_contain_text(re.compile("result|No page"))


def chosen(page: Page) -> str:
    return page.locator("dialog [role=option][aria-selected=true]").inner_text()


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_search_and_escape_leads_back(reading: Page, key: str):
    link = reading.locator("main a").nth(2)
    link.focus()
    reading.keyboard.press(key)
    dialog = reading.get_by_role("dialog", name="Search the dossier")
    expect(dialog).to_be_visible()
    expect(reading.get_by_role("combobox")).to_be_focused()
    reading.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_the_link_opens_it_too_and_no_script_of_search_is_loaded_before(reading: Page):
    loaded = "() => Array.from(document.scripts, each => each.src).filter(each => /search/.test(each)).length"
    assert reading.evaluate(loaded) == 0
    reading.get_by_role("link", name="Search", exact=True).click()
    expect(reading.get_by_role("combobox")).to_be_focused()
    assert reading.url.endswith(PAGE)
    assert reading.evaluate(loaded) >= 1


def test_focus_stays_in_the_window(reading: Page):
    ask(reading, "putin")
    seen = set()
    for _ in range(12):
        reading.keyboard.press("Tab")
        seen.add(reading.evaluate("() => Boolean(document.activeElement.closest('dialog'))"))
    reading.locator(FIELD).focus()
    reading.keyboard.press("Shift+Tab")
    seen.add(reading.evaluate("() => Boolean(document.activeElement.closest('dialog'))"))
    assert seen == {True}


@pytest.mark.parametrize(
    ("words", "title", "number"),
    [
        ("002", "Islamic State video threatens attacks", "002"),
        ("c06", "The 2016 video is the first", "C06"),
        ("e03", "A video from a captured", "E03"),
    ],
)
def test_a_number_is_answered_first(reading: Page, words: str, title: str, number: str):
    ask(reading, words)
    expect(reading.locator("dialog [role=option]").first).to_contain_text(title)
    assert number in chosen(reading)


def test_arrow_keys_walk_the_results_and_enter_follows(reading: Page):
    ask(reading, "Raqqa")
    expect(reading.locator("dialog [role=option]").first).to_contain_text("Raqqa")
    first = chosen(reading)
    reading.keyboard.press("ArrowDown")
    second = chosen(reading)
    assert second != first
    active = reading.locator(FIELD).get_attribute("aria-activedescendant")
    assert reading.locator(f"#{active}").inner_text() == second
    reading.keyboard.press("ArrowUp")
    assert chosen(reading) == first
    reading.keyboard.press("ArrowUp")  # round to the last
    assert chosen(reading) != first
    reading.keyboard.press("ArrowDown")
    reading.keyboard.press("Enter")
    reading.wait_for_url(re.compile(r"entities/raqqa\.html"))


def test_results_stand_by_kind_and_lead_to_all_of_a_kind(reading: Page):
    ask(reading, "Russia")
    groups = reading.locator("dialog [role=group][aria-labelledby]")
    expect(groups.first).to_be_visible()
    names = [
        reading.locator(f"#{group.get_attribute('aria-labelledby')}").inner_text() for group in groups.all()
    ]
    assert names[0] == "Named so"
    assert len(set(names)) == len(names) > 2
    every = reading.locator("dialog [role=option]", has_text="of this kind").first
    every.click()
    reading.wait_for_url(re.compile(r"search\.html\?q=Russia&kind="))
    expect(reading.get_by_role("status")).to_contain_text("results")


def test_a_year_narrows_the_results(reading: Page):
    ask(reading, "Russia")
    year = reading.locator(".search-over-years button", has_text="2014")
    count = year.locator(".facet-count").inner_text()
    year.click()
    expect(reading.locator("dialog [role=status]")).to_contain_text(f"{count} result")
    expect(reading.locator(".search-over-years button", has_text="2014")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_a_slip_is_told_and_mended(reading: Page):
    ask(reading, "Metrojett")
    expect(reading.locator("dialog [role=status]")).to_contain_text(
        "No page of this dossier has “Metrojett”: shown for “Metrojet”."
    )
    expect(reading.locator("dialog [role=option]").first).to_contain_text("Metrojet Flight 9268")


@pytest.mark.parametrize(
    ("words", "told", "first"),
    [
        (
            "battle field",
            "No page has all that was asked: shown are pages with some of it. 2 results",
            "Rivers",
        ),
        (
            "2015-10-31",
            "Read as the date 31 October 2015. 7 results for “2015-10-31”.",
            "Metrojet Flight 9268",
        ),
        ("October 31, 2015", "7 results for “October 31, 2015”.", "Metrojet Flight 9268"),
        ("“very soon”", "10 results for “very soon”.", "ISIS Threatens Attacks Inside Russia ‘Very Soon’"),
        (
            'Putin "threat personal"',
            "No page has all that was asked: shown are pages with some of it.",
            "Putin",
        ),
        ("Putin/Assad", "11 results for “Putin/Assad”.", "supports the government of Bashar al-Assad"),
        ("<b>Putin</b>", "24 results for “<b>Putin</b>”.", "captured Syrian air base threatens Putin"),
        ("elSheikh", "5 results for “elSheikh”.", "Sharm el-Sheikh"),
        ("5000", "3 results for “5000”.", "5,000 to 7,000 fighters"),
        ("claim 6", "1 result for “claim 6”.", "The 2016 video is the first direct, personal threat"),
        ("#2", "results for “#2”.", "Islamic State video threatens attacks"),
        ("Sinay", "No page of this dossier has “Sinay”.", "Sinai"),
        ("x" * 500, f"No page of this dossier has “{'x' * 90}…”.", ""),
    ],
)
def test_what_was_typed_otherwise_than_pages_have_it_is_found_and_told(
    reading: Page, words: str, told: str, first: str
):
    ask(reading, words)
    expect(reading.locator("dialog [role=status]")).to_contain_text(told)
    if first:
        expect(reading.locator("dialog [role=option]").first).to_contain_text(first)


def test_a_word_near_to_one_that_no_page_has_is_asked_in_its_place(reading: Page):
    ask(reading, "Sinay crash")
    reading.locator("dialog [role=option]", has_text="Sinai").last.click()
    expect(reading.locator(FIELD)).to_have_value("Sinai crash")
    expect(reading.locator("dialog [role=status]")).to_contain_text("results for “Sinai crash”")


def test_what_was_asked_before_is_offered_again(page: Page, web: str):
    page.goto(f"{web}{PAGE}")
    ask(page, "Raqqa")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("raqqa"))
    page.keyboard.press("/")
    again = page.locator("dialog [role=option]", has_text="Raqqa")
    expect(again).to_be_visible()
    again.click()
    expect(page.locator("dialog [role=status]")).to_contain_text("Raqqa")
    page.locator(FIELD).fill("")
    page.locator("dialog [role=option]", has_text="Forget these").click()
    expect(page.locator("dialog [role=option]")).to_have_count(0)


def test_what_a_reader_types_and_what_pages_say_is_no_markup(reading: Page):
    ask(reading, "<img src=x onerror=alert(1)>")
    assert reading.locator("dialog img").count() == 0


def test_without_its_script_the_link_leads_to_the_page_of_search(page: Page, site: Path):
    page.route("**/search.*.js", lambda route: route.abort())
    page.goto((site / PAGE).as_uri())
    page.keyboard.press("/")
    page.wait_for_url(re.compile(r"search\.html$"))


def test_without_any_script_the_link_is_a_link(chromium: Browser, site: Path):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    page.get_by_role("link", name="Search", exact=True).click()
    assert page.url == (site / "search.html").as_uri()
    context.close()


@pytest.mark.parametrize("width", [320, 1440])
def test_the_window_fits(page: Page, site: Path, width: int):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto((site / PAGE).as_uri())
    ask(page, "Islamic State")
    box = page.get_by_role("dialog").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 700
    assert (
        page.locator("dialog").evaluate(
            "each => each.querySelector('[role=listbox]').scrollWidth - each.clientWidth"
        )
        <= 0
    )


FIRST_RESULTS = """async () => {
  const opened = performance.now();
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true }));
  const until = async (true_) => { while (!true_()) await new Promise(done => setTimeout(done, 5)); return performance.now(); };
  await until(() => document.querySelector("dialog[open] input"));
  const field = document.querySelector("dialog input");
  const type = async (words, title) => {
    field.value = words;
    field.dispatchEvent(new Event("input"));
    return until(() => { const first = document.querySelector("dialog [role=option] .result-title"); return first && first.textContent.includes(title); });
  };
  const cold = await type("raqqa", "Raqqa") - opened;
  const typed = performance.now();
  return { cold, warm: await type("metrojet", "Metrojet") - typed, inside: document.activeElement === field };
}"""


@pytest.mark.parametrize("place", ["web", "disk"])
def test_first_results_come_fast_in_firefox(firefox: Firefox, web: str, site: Path, place: str):
    firefox.goto(f"{web}{PAGE}" if place == "web" else (site / PAGE).as_uri())
    took = firefox.evaluate(FIRST_RESULTS)
    assert isinstance(took, dict)
    assert took["inside"]
    # What is promised is a second and 300 ms on a quiet machine; this one may be busy with other tests.
    assert (took["cold"] < 4000, took["warm"] < 1200) == (True, True), took


@pytest.mark.parametrize("place", ["web", "disk"])
def test_first_results_come_fast_in_chromium(page: Page, web: str, site: Path, place: str):
    page.goto(f"{web}{PAGE}" if place == "web" else (site / PAGE).as_uri())
    took = page.evaluate(FIRST_RESULTS)
    assert took["inside"]
    assert (took["cold"] < 4000, took["warm"] < 1200) == (True, True), took
