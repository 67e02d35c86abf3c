"""The search page as a reader uses it: by keyboard, with facets, by a shared address, and without scripts."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(params=["web", "disk"])
def search(request: pytest.FixtureRequest, page: Page, web: str, site: Path) -> Page:
    """The search page, on the web and from disk, and no complaint of the browser when the test ends."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{web}search.html" if request.param == "web" else (site / "search.html").as_uri())
    expect(page.get_by_role("status")).to_contain_text("pages can be searched")
    yield page
    assert complaints == []


def titles(page: Page) -> list[str]:
    return page.locator("[data-results] h2").all_inner_texts()


def test_answers_come_while_the_reader_types(search: Page):
    search.get_by_role("searchbox").press_sequentially("Raqq", delay=20)
    expect(search.get_by_role("status")).to_have_text("3 results for “Raqq”.")
    assert len(titles(search)) == 3


def test_the_address_holds_the_question_and_opens_it_again(search: Page):
    search.get_by_role("searchbox").fill("putin")
    search.get_by_label(re.compile(r"^Article")).check()
    expect(search.locator("[data-results] li")).to_have_count(3)
    search.get_by_label("Order").select_option("oldest")
    expect(search.locator("[data-results] h2").first).to_contain_text("liberate Chechnya")
    asked = parse_qs(urlsplit(search.url).query)
    assert asked == {"q": ["putin"], "kind": ["Article"], "order": ["oldest"]}
    before = titles(search)
    search.reload()
    expect(search.locator("[data-results] li")).to_have_count(3)
    assert titles(search) == before
    assert search.get_by_role("searchbox").input_value() == "putin"
    assert search.get_by_label(re.compile(r"^Article")).is_checked()


def test_a_claim_among_the_results_answers_before_its_excerpt(search: Page):
    search.get_by_role("searchbox").fill("224 people died")
    claim = search.locator("[data-results] li", has=search.locator(".number", has_text="C08"))
    expect(claim.locator(".result-answer")).to_have_text(re.compile(r"^3 texts assert it; 1 does not say"))
    after = claim.locator("h2 ~ *").evaluate_all("found => found.map(each => each.className)")
    assert after[0] == "result-answer"


def test_an_answer_that_has_what_was_asked_is_shown_once_with_its_marks(search: Page):
    search.get_by_role("searchbox").fill("Putin")
    claim = search.locator("[data-results] li", has=search.locator(".number", has_text="C24"))
    expect(claim.locator(".result-answer mark")).to_have_text("Vladimir Putin")
    assert claim.locator(".result-excerpt").count() == 0


def test_a_facet_says_how_many_pages_a_choice_leaves(search: Page):
    search.get_by_role("searchbox").fill("Russia")
    expect(search.get_by_role("status")).to_contain_text("results for “Russia”")
    outlet = search.locator("[data-facet=outlet] label").first
    name, count = outlet.locator("span").all_inner_texts()
    outlet.locator("input").check()
    expect(search.get_by_role("status")).to_contain_text(f"{count} results")
    other = search.locator("[data-facet=outlet] label").nth(1)
    assert int(other.locator(".facet-count").inner_text()) > 0, "another outlet can still be added"
    assert name


def test_a_box_keeps_the_focus_when_its_facet_is_drawn_anew(search: Page):
    search.get_by_role("searchbox").fill("Russia")
    expect(search.get_by_role("status")).to_contain_text("results")
    box = search.locator("[data-facet=kind] input").first
    value = box.get_attribute("value")
    box.focus()
    box.press(" ")
    expect(search.locator("[data-facet=kind] input:checked")).to_have_count(1)
    search.wait_for_function("value => document.activeElement.value === value", arg=value)


def test_a_name_is_offered_before_the_results_and_its_letters_can_be_searched(search: Page):
    search.get_by_role("searchbox").fill("IS")
    offer = search.locator("[data-offer]")
    expect(offer.get_by_role("link", name="Islamic State", exact=True)).to_be_visible()
    offer.get_by_role("link", name="Search for the letters “IS”").click()
    expect(offer).to_contain_text("The letters alone were searched")
    assert "letters" in search.url
    search.get_by_role("searchbox").fill("is")
    expect(search.get_by_role("status")).to_contain_text("for “is”")
    expect(offer).to_be_empty()


def test_an_absent_word_is_said_to_be_absent(search: Page):
    search.get_by_role("searchbox").fill("Forbes")
    expect(search.get_by_role("status")).to_have_text("No page of this dossier has “Forbes”.")
    assert titles(search) == []


def test_more_results_come_below_and_take_the_focus(search: Page):
    search.get_by_role("searchbox").fill("the")
    expect(search.locator("[data-results] li")).to_have_count(10)
    search.get_by_role("button", name="More results").click()
    expect(search.locator("[data-results] li")).to_have_count(20)
    expect(search.locator("[data-results] li").nth(10).locator("a").first).to_be_focused()
    assert (
        len(set(search.locator("[data-results] h2 a").evaluate_all("links => links.map(link => link.href)")))
        == 20
    )


@pytest.mark.parametrize("asked", ["five findings", "tour", "later calls it the first"])
def test_the_tour_is_found_by_its_name_and_by_what_is_said_of_a_stop(search: Page, asked: str):
    search.get_by_role("searchbox").fill(asked)
    expect(search.locator(".result-title a", has_text="Five findings in five minutes")).to_be_visible()


def test_what_a_reader_types_is_never_markup(search: Page):
    search.goto(
        search.url.split("?")[0] + "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&kind=%3Cb%3Ex%3C%2Fb%3E"
    )
    expect(search.get_by_role("status")).not_to_have_text("Searching …")
    assert search.locator("main img, main b").count() == 0


def test_marks_are_elements_and_the_rest_is_text(search: Page):
    search.get_by_role("searchbox").fill("Raqqa")
    expect(search.locator("[data-results] mark").first).to_be_visible()
    tags = search.locator("[data-results] .result-excerpt *").evaluate_all(
        "parts => parts.map(part => part.tagName)"
    )
    assert set(tags) == {"MARK"}


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_on_the_page_of_search_a_key_leads_to_its_field(search: Page, key: str):
    search.locator("main").click(position={"x": 5, "y": 5})
    search.keyboard.press(key)
    expect(search.get_by_role("searchbox")).to_be_focused()
    assert search.locator("dialog").count() == 0


def test_without_scripts_the_page_leads_to_every_list(chromium: Browser, site: Path):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "search.html").as_uri())
    links = page.locator("main noscript a, main .notice a")
    assert links.count() >= 8
    assert page.get_by_role("searchbox").count() == 0
    links.first.click()
    assert page.url == (site / "claims/index.html").as_uri()
    context.close()


def test_results_fit_a_narrow_phone(page: Page, site: Path):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto((site / "search.html").as_uri() + "?q=Islamic+State")
    expect(page.locator("[data-results] li").first).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_the_engine_is_fetched_while_the_words_are_looked_up(page: Page, site: Path):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{(site / 'search.html').as_uri()}?q=Putin")
    expect(page.locator("[data-results] li").first).to_be_visible()
    first = {
        part: next(at for at, url in enumerate(asked) if part in url)
        for part in ("/engine.js", "/search-names.js")
    }
    assert first["/engine.js"] < first["/search-names.js"]


def test_an_order_is_offered_where_there_are_results(search: Page):
    expect(search.get_by_label("Order")).to_be_hidden()
    search.get_by_role("searchbox").fill("putin")
    expect(search.get_by_label("Order")).to_be_visible()
