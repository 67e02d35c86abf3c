"""Of a larger dossier two chosen texts stand side by side, from disk: letter for letter as far as they are published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.pages.parts.shared import PER_LIST
from tests.browser.senses.test_axe import SCREENS, faults
from tests.browser.senses.test_targets import SMALL
from tests.site.dossiers import build, write

SHARED = "The harbour office said on Monday that nine boats had left before the storm came over the hills."
MARKUP = "He wrote <b>bold</b> &amp; <img src=x onerror=\"document.title='run'\"> in  one  line."
HEBREW = "עיריית העיר אמרה כי הגשר נסגר."
EXCERPT = ("Nobody saw it come.", "The office kept silent.", "The water rose at noon.", "It sank again.")
TEXTS = {
    **{f"t{number:02}": f"Report {number}.\nNothing else.\n" for number in range(10)},
    "bare": f"A title\n\n{MARKUP}\n  Its second line.\n",
    "cut": " ".join(EXCERPT) + "\n",
    "end": "Old boats lay there.\nTwo left at dawn.\n",
    "hebrew": f"{HEBREW}\n",
    "one": f"First. {SHARED}\n",
    "two": f"Second. {SHARED}\n",
}


def _files(language: str) -> dict[str, str]:
    own = {"hebrew": "language: he\n", "cut": "publish: excerpt\n", "end": "publish: excerpt\n"}
    return {
        "content/dossier.yaml": f"title: D\nlanguage: {language}\npublish: full\n",
        "content/outlets/post.yaml": "name: Post\nlanguage: en\n",
        "content/claims/rose.yaml": (
            "statement: It rose\nkind: event\nappearances:\n"
            "  - {article: cut, stance: asserts, quote: The water rose at noon}\n"
            "  - {article: end, stance: asserts, quote: Two left at dawn}\n"
        ),
        **{
            f"content/articles/{name}.yaml": (
                f"title: {{text: The text {name}, lang: en}}\noutlet: post\npublished: 2026-05-12\n"
                f"text: seeds/{name}.txt\n{own.get(name, '')}"
            )
            for name in TEXTS
        },
        **{f"seeds/{name}.txt": text for name, text in TEXTS.items()},
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(write(tmp_path_factory.mktemp("chosen") / "dossier", _files("en")))


@pytest.fixture
def opened(page: Page, site: Path) -> Iterator[Page]:
    """The page, on which no script fails."""
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto((site / "any-two.html").as_uri())
    yield page
    assert not faults


def choose(page: Page, first: str, second: str) -> None:
    page.locator("#choose-first").select_option(first)
    page.locator("#choose-second").select_option(second)
    page.locator("[data-choose-two] button").click()


def columns(page: Page) -> list[list[str]]:
    """The words of each text as they stand in the page, paragraph by paragraph."""
    found: list[list[str]] = page.locator(".aligned-side").evaluate_all(
        "sides => sides.map(side => Array.from(side.querySelectorAll('.aligned-words'), each => each.textContent))"
    )
    return found


def test_two_that_share_nothing_stand_side_by_side_letter_for_letter(opened: Page) -> None:
    choose(opened, "bare", "hebrew")
    expect(opened.locator("[data-texts]")).to_be_visible()
    assert columns(opened) == [["A title", MARKUP, "  Its second line."], [HEBREW]]
    assert opened.title() == "Any two texts side by side · D"
    paragraph = opened.locator(".aligned-words", has_text=HEBREW)
    expect(paragraph).to_have_attribute("lang", "he")
    assert paragraph.evaluate("each => getComputedStyle(each).direction") == "rtl"
    expect(opened.locator(".aligned-words").first).to_have_attribute("lang", "en")
    expect(opened.locator("[data-nothing]")).to_contain_text("No passage stands in both")
    heads = opened.locator(".aligned-side h3 a")
    assert heads.evaluate_all(
        "links => links.map(link => [link.textContent, link.getAttribute('href')])"
    ) == [
        ["[The text bare]", "articles/bare.html"],
        ["[The text hebrew]", "articles/hebrew.html"],
    ]
    expect(opened.locator("[data-choose-two] [data-told]")).to_contain_text("stand side by side below")
    expect(opened.locator("#chosen-heading")).to_be_focused()


def test_of_an_excerpt_there_are_its_published_sentences_with_signs_of_omission(opened: Page) -> None:
    choose(opened, "cut", "end")
    expect(opened.locator("[data-texts]")).to_be_visible()
    assert columns(opened) == [[f" […] {EXCERPT[2]} […] "], [" […] Two left at dawn."]]
    opened.locator("[data-check]").click()
    expect(opened.locator(".check-result")).to_contain_text("Nothing differs. Words compared: 2.")


def test_two_that_share_words_have_a_page_to_which_the_reader_is_led(opened: Page, site: Path) -> None:
    choose(opened, "two", "one")
    link = opened.get_by_role("link", name="Read the two side by side")
    expect(link).to_be_visible()
    expect(opened.locator("[data-shared]")).to_have_text("In common: 1 passage of 18 words")
    expect(opened.locator("[data-nothing]")).to_be_hidden()
    assert columns(opened) == []
    link.click()
    assert Path(opened.url.removeprefix("file://")).parent == site / "comparisons"
    assert opened.locator(".aligned-tied").count() == 1


def test_the_address_keeps_the_choice_and_the_way_back_leads_to_the_one_before(
    opened: Page, site: Path
) -> None:
    choose(opened, "t01", "t02")
    expect(opened.locator(".aligned-side")).to_have_count(2)
    choose(opened, "t03", "t04")
    expect(opened.locator(".aligned-side h3").first).to_have_text("[The text t03]")
    assert opened.url.endswith("any-two.html#a=t03&b=t04")
    opened.go_back()
    expect(opened.locator(".aligned-side h3").first).to_have_text("[The text t01]")
    assert opened.locator("#choose-second").input_value() == "t02"
    opened.go_back()
    expect(opened.locator("[data-chosen]")).to_be_hidden()
    opened.goto((site / "articles/t05.html").as_uri())
    opened.get_by_role("link", name="Put another text beside it").click()
    expect(opened.locator("#choose-first")).to_have_value("t05")
    expect(opened.locator("[data-chosen]")).to_be_hidden()


def test_two_that_are_one_are_not_drawn_and_what_is_unknown_is_nothing(opened: Page, site: Path) -> None:
    choose(opened, "t01", "t01")
    expect(opened.locator("[data-told]")).to_have_text("Choose two different texts.")
    for given in ("../x", "t1", "constructor"):
        opened.goto("about:blank")
        opened.goto(f"{(site / 'any-two.html').as_uri()}#a={given}&b=t01")
        expect(opened.locator("#choose-second")).to_have_value("t01")
        assert opened.locator("#choose-first").input_value() == ""
        expect(opened.locator("[data-chosen]")).to_be_hidden()


def test_words_that_cannot_be_read_are_told(opened: Page, site: Path) -> None:
    file = site / "check/t09.js"
    content = file.read_bytes()
    file.unlink()
    choose(opened, "t01", "t09")
    expect(opened.locator("[data-choose-two] [data-told]")).to_contain_text("cannot be read from here")
    expect(opened.locator("[data-chosen]")).to_be_hidden()
    file.write_bytes(content)


def options(page: Page, which: str) -> list[str]:
    found: list[str] = page.locator(f"#choose-{which} option").evaluate_all(
        "all => all.map(each => each.value)"
    )
    return found


def test_words_of_title_outlet_or_date_leave_the_texts_in_which_all_stand(opened: Page) -> None:
    first = opened.locator("[data-side]").first
    expect(first.locator("[role=status]")).to_have_text("16 texts")
    first.locator("input").fill("MAY pöst t0")
    expect(first.locator("[role=status]")).to_have_text("10 texts")
    assert options(opened, "first") == [f"t{number:02}" for number in range(10)]
    assert len(options(opened, "second")) == len(TEXTS)
    first.locator("input").fill("hebrew")
    expect(first.locator("select")).to_have_value("hebrew")
    first.locator("input").fill("hebrew t0")
    expect(first.locator("[role=status]")).to_have_text("0 texts")
    assert options(opened, "first") == []


LISTED = 2 * PER_LIST + 5


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with three lists of texts, a day later each."""
    names = [f"n{number:03}" for number in range(LISTED)]
    files = {
        "content/dossier.yaml": "title: D\nlanguage: en\npublish: full\n",
        "content/outlets/post.yaml": "name: Post\nlanguage: en\n",
    }
    for number, name in enumerate(names):
        day = date(2024, 1, 1) + timedelta(days=number)
        files[f"content/articles/{name}.yaml"] = (
            f"title: Report {name}\noutlet: post\npublished: {day}\ntext: seeds/{name}.txt\n"
        )
        files[f"seeds/{name}.txt"] = f"What {name} said.\n"
    return build(write(tmp_path_factory.mktemp("large") / "dossier", files), "--no-search")


def test_of_any_number_of_texts_each_is_found_and_no_more_lists_are_read_than_words_ask(
    page: Page, large: Path
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def read() -> list[str]:
        return [url.rpartition("/")[2] for url in asked if "/choose/" in url]

    page.goto((large / "articles/n604.html").as_uri())
    page.get_by_role("link", name="Put another text beside it").click()
    expect(page.locator("#choose-first")).to_have_value("n604")
    second = page.locator("[data-side]").last
    expect(second.locator("[role=status]")).to_have_text("The first 100 by date; more words leave fewer.")
    assert len(options(page, "second")) == 100
    assert read() == ["1.js"]
    second.locator("input").fill("report aug 2025 n60")
    expect(second.locator("[role=status]")).to_have_text("5 texts")
    assert read() == ["1.js", "2.js", "3.js"]
    second.locator("select").select_option("n604")
    second.locator("input").fill("n300")
    expect(second.locator("select")).to_have_value("n300")
    page.locator("[data-choose-two] button").click()
    expect(page.locator(".aligned-side")).to_have_count(2)
    assert columns(page) == [["What n604 said."], ["What n300 said."]]
    page.goto("about:blank")
    asked.clear()
    page.goto(f"{(large / 'any-two.html').as_uri()}#a=n450&b=n002")
    expect(page.locator(".aligned-side")).to_have_count(2)
    assert page.locator("#choose-first").input_value() == "n450"
    assert read() == ["1.js"]


def test_a_list_that_cannot_be_read_is_told_and_the_others_can_be_chosen_from(
    page: Page, large: Path
) -> None:
    file = large / "choose/2.js"
    content = file.read_bytes()
    file.unlink()
    page.goto((large / "any-two.html").as_uri())
    second = page.locator("[data-side]").last
    second.locator("input").fill("report")
    expect(second.locator("[role=status]")).to_contain_text("The first 100")
    second.locator("input").fill("n00")
    expect(second.locator("[role=status]")).to_have_text("Not all lists of texts can be read from here.")
    assert len(options(page, "second")) == 10
    file.write_bytes(content)


def test_without_scripts_the_pairs_that_share_words_are_links(chromium: Browser, site: Path) -> None:
    plain = chromium.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto((site / "any-two.html").as_uri())
    assert not page.locator("[data-choose-two]").is_visible()
    assert not page.locator("[data-chosen]").is_visible()
    assert page.locator("#pairs .rows a:visible").count() == 1
    plain.close()


def test_no_other_page_loads_the_script_and_search_does_not_know_the_page(site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if "assets/choosing." in path.read_text("utf-8")]
    assert pages == [site / "any-two.html"]
    assert "data-pagefind-body" not in (site / "any-two.html").read_text("utf-8")


def test_columns_are_two_in_a_wide_window_and_one_below_the_other_in_a_narrow_one(opened: Page) -> None:
    choose(opened, "t01", "t02")
    sides = opened.locator(".aligned-side")
    expect(sides).to_have_count(2)

    def tops() -> list[float]:
        found: list[float] = sides.evaluate_all("all => all.map(each => each.getBoundingClientRect().top)")
        return found

    opened.set_viewport_size({"width": 1440, "height": 900})
    first, second = tops()
    assert first == second
    opened.set_viewport_size({"width": 390, "height": 900})
    first, second = tops()
    assert second > first
    assert opened.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_the_page_passes_what_the_other_kinds_do(
    chromium: Browser, large: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    """No smaller dossier has it; two texts are drawn."""
    page = chromium.new_page(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page.goto(f"{(large / 'any-two.html').as_uri()}#a=n450&b=n002")
    expect(page.locator(".aligned-side")).to_have_count(2)
    expect(page.locator("#choose-second option")).to_have_count(100)
    assert faults(page) == []
    assert page.evaluate(SMALL) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_two_are_chosen_with_the_keyboard_alone(opened: Page) -> None:
    opened.locator("#find-first").focus()
    for words in ("t01", "t02"):
        opened.keyboard.type(words)
        expect(opened.locator(f"[data-side] select:has(option[value={words}]:only-child)")).to_have_value(
            words
        )
        opened.keyboard.press("Tab")
        opened.keyboard.press("Tab")
    expect(opened.locator("[data-choose-two] button")).to_be_focused()
    opened.keyboard.press("Enter")
    expect(opened.locator("#chosen-heading")).to_be_focused()
    assert [words for words, *_ in columns(opened)] == ["Report 1.", "Report 2."]


def test_in_german_all_of_it_is_german(page: Page, tmp_path: Path) -> None:
    site = build(write(tmp_path / "dossier", _files("de")), "--no-search")
    page.goto((site / "any-two.html").as_uri())
    choose(page, "t01", "t02")
    expect(page.locator("[data-choose-two] [data-told]")).to_contain_text("stehen unten nebeneinander")
    expect(page.locator("[data-nothing]")).to_contain_text("In beiden steht keine Passage")
    expect(page.locator("#choose-first option").nth(1)).to_have_attribute("lang", "en")
    expect(page.get_by_label("Wörter aus Titel, Medium oder Datum").first).to_be_visible()
    choose(page, "one", "two")
    expect(page.locator("[data-shared]")).to_have_text("Gemeinsam: 1 Passage, 18 Wörter")
    choose(page, "one", "one")
    expect(page.locator("[data-told]")).to_have_text("Wählen Sie zwei verschiedene Texte.")
