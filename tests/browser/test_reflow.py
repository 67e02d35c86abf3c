"""No page is wider than a narrow window, whatever words it holds (WCAG 2.2, 1.4.10 Reflow)."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.build import build_site
from tests.site.dossiers import write
from tests.site.marked import marked_dossier

LONG = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung"
WIDTH = 320


@pytest.fixture(scope="module")
def long_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier in which every text of every record holds one very long word."""
    files, _ = marked_dossier(LONG)
    root = write(tmp_path_factory.mktemp("long") / "d", files)
    assert build_site(root, search=False).summary is not None
    return root / "site"


def too_wide(browser: Browser, site: Path) -> dict[str, list[str]]:
    """The pages that are wider than the window, with the elements that reach beyond it."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 800})
    found: dict[str, list[str]] = {}
    for file in sorted(site.rglob("*.html")):
        page.goto(file.as_uri())
        if page.evaluate("() => document.documentElement.scrollWidth") > WIDTH:
            found[str(file.relative_to(site))] = page.evaluate(
                f"""() => [...document.querySelectorAll('body *')]
                    .filter(each => each.getBoundingClientRect().right > {WIDTH} + 1 && !each.closest('svg'))
                    .map(each => each.tagName + '.' + each.className).slice(-4)"""
            )
    page.close()
    return found


def test_a_word_of_sixty_letters_widens_no_page(chromium: Browser, long_words: Path):
    assert too_wide(chromium, long_words) == {}


def test_a_page_that_is_too_wide_is_seen(chromium: Browser, tmp_path: Path):
    (tmp_path / "wide.html").write_text(
        f"<!doctype html><body><p class=long style='width:900px'>{LONG}", "utf-8"
    )
    assert too_wide(chromium, tmp_path) == {"wide.html": ["P.long"]}
