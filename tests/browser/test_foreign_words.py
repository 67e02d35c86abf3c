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
