"""The ZIM in Kiwix: pages open, links hold, and our own search answers as it does on a server of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kiwix import OF_KIWIX, served_by_kiwix
from tests.browser.search.asking import ask_chromium
from tests.browser.search.queries import QUESTIONS

TEN = QUESTIONS[::10]


@pytest.fixture(scope="module")
def kiwix(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address under which kiwix-serve has the worked example, with a slash at its end."""
    with served_by_kiwix(site, tmp_path_factory.mktemp("zim")) as address:
        yield address


def test_ten_questions_are_answered_as_on_the_web(chromium: Browser, kiwix: str, web: str):
    wanted = ask_chromium(chromium, f"{web}search.html", TEN)
    asked = ask_chromium(chromium, f"{kiwix}search.html", TEN)
    assert len(TEN) == 10
    assert asked.answers == wanted.answers
    assert [words for words in asked.complaints if OF_KIWIX not in words] == []
    host = "/".join(kiwix.split("/")[:3])
    assert [address for address in asked.requests if not address.startswith(f"{host}/")] == []


def test_a_reader_gets_from_the_first_page_to_a_claim_and_finds_words(chromium: Browser, kiwix: str):
    page = chromium.new_page()
    page.goto(f"{kiwix}index.html")
    page.locator("main a[href^='claims/']").first.click()
    assert page.url.startswith(f"{kiwix}claims/")
    page.goto(f"{kiwix}search.html?q=Raqqa&kind=Article")
    page.locator("[data-results] a").first.click()
    assert page.url == f"{kiwix}articles/blog-liberate-chechnya.html#p-8"
    page.close()
