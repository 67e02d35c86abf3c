"""Search in a German dossier, of a region too: a word is found by its other forms, numbers and words are told in German."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.dossiers import build, write
from tests.site.test_german import FILES


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(write(tmp_path_factory.mktemp("german") / "dossier", FILES))


@pytest.mark.parametrize("asked", ["Brücken", "brücke", "Bruecke", "gesperrt"])
def test_forms_of_a_word_find_each_other(page: Page, site: Path, asked: str) -> None:
    page.goto(f"{(site / 'search.html').as_uri()}?q={asked}")
    for article in ("Bericht 0", "Bericht 1"):
        expect(page.locator("main a", has_text=article).first).to_be_visible()


def test_scripts_part_numbers_as_german_does(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    assert page.evaluate("[999, 1234, 1234567].map(dossier.numbered)") == ["999", "1.234", "1.234.567"]
