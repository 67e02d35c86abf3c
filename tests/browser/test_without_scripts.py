"""With scripts off the site is read in WebKit as in Chromium: the same words on a page of each kind, and links lead on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.search.conftest import site, starting_webkit
from tests.browser.search.webkit import WebKitWindow

__all__ = ["site"]

PAGES = (
    *("index.html", "timeline.html", "sources.html", "search.html", "tour.html", "claims/index.html"),
    *(
        "claims/first-personal-threat.html",
        "articles/blog-liberate-chechnya.html",
        "events/metrojet-crash.html",
    ),
    *("entities/chechnya.html", "outlets/daily-mail.html"),
)
# A caption that nobody sees counts as seen in one engine and not in the other.
SEEN = """async () => {
  document.querySelectorAll("caption").forEach(each => each.remove());
  const words = document.body.innerText.replace(/\\s+/g, "");
  return [words, document.documentElement.scrollWidth <= innerWidth, typeof window.dossier];
}"""


@pytest.fixture(scope="module")
def plain_webkit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKitWindow]:
    with starting_webkit(tmp_path_factory.mktemp("plain") / "home", "--enable-javascript=false") as window:
        yield window


@pytest.fixture(scope="module")
def plain_chromium(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_every_kind_of_page_says_the_same_as_in_chromium(
    plain_webkit: WebKitWindow, plain_chromium: Page, site: Path
):
    told = {}
    for path in PAGES:
        plain_webkit.goto((site / path).as_uri())
        plain_chromium.goto((site / path).as_uri())
        told[path] = plain_webkit.evaluate(SEEN), plain_chromium.evaluate(SEEN)
    assert {path for path, (one, other) in told.items() if one != other} == set()
    assert {tuple(one[1:]) for one, _ in told.values()} == {(True, "undefined")}
    assert all(len(one[0]) > 500 for one, _ in told.values())


def test_a_link_leads_on(plain_webkit: WebKitWindow, site: Path):
    plain_webkit.goto((site / "search.html").as_uri())
    plain_webkit.click("main .notice a")
    wanted = (site / "claims/index.html").as_uri()
    for _ in range(50):  # the press is answered before the page is there
        if plain_webkit.evaluate("async () => location.href") == wanted:
            return
        time.sleep(0.1)
    pytest.fail("the link led nowhere")
