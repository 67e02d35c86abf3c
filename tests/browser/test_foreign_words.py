"""What scripts show of texts says its language and runs its own way too: previews, and what search finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.dossiers import build, write
from tests.words import manytongues


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(write(tmp_path_factory.mktemp("tongues") / "dossier", manytongues.files()))


def test_the_sentence_of_a_preview_says_its_language(page: Page, site: Path) -> None:
    page.goto((site / "claims/lorries.html").as_uri())
    page.locator('a.locator[href*="text-he.html#q-"]:visible').first.hover()
    sentence = page.locator("#preview .preview-quote")
    expect(sentence).to_be_visible()
    expect(sentence).to_have_attribute("lang", "he")
    assert sentence.evaluate("each => getComputedStyle(each).direction") == "rtl"


def test_a_title_that_search_finds_runs_its_own_way(page: Page, site: Path) -> None:
    page.goto(f"{(site / 'search.html').as_uri()}?q={manytongues.TEXTS['ar'][0].split()[-1]}")
    title = page.locator(".result-title a").first
    expect(title).to_be_visible()
    assert title.evaluate("each => getComputedStyle(each).direction") == "rtl"


@pytest.mark.parametrize("tag", ["ar", "sr-Cyrl", "de"])
def test_what_search_finds_says_its_language(page: Page, site: Path, tag: str) -> None:
    words = manytongues.TEXTS[tag][1].split()[-2]
    page.goto(f"{(site / 'search.html').as_uri()}?q={words}")
    told = page.locator(
        ".results > li", has=page.locator(f"a[href*='articles/text-{tag.lower()}.html']")
    ).first
    for part in (".result-title a", ".result-kind bdi", ".result-excerpt"):
        expect(told.locator(part).first).to_have_attribute("lang", tag)
    assert page.locator(".result-kind > span[lang]").count() == 0, "what a page is, is told in ours"


def test_what_the_window_of_search_finds_says_its_language(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("/")
    page.locator("[role=combobox], dialog input[type=search]").first.fill(
        manytongues.TEXTS["he"][1].split()[-2]
    )
    told = page.locator("dialog a[href*='articles/text-he.html']").first
    for part in (".result-title", ".result-kind bdi", ".result-excerpt"):
        expect(told.locator(part).first).to_have_attribute("lang", "he")


def test_no_page_is_found_by_the_tag_of_its_language(page: Page, site: Path) -> None:
    page.goto(f"{(site / 'search.html').as_uri()}?q=Cyrl")
    expect(page.locator("[data-status]")).to_contain_text("No page of this dossier has “Cyrl”.")
