"""One walk through the worked example in each form that readers have: the same pages, words and answers in all of them.

On the web under a sub-path, from disk, out of the zip, out of the ZIM in Kiwix, and from a saved edition without a server.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from builder.output.destination import destination
from builder.pack import pack_site
from tests.browser.kiwix import OF_KIWIX, served_by_kiwix
from tests.browser.saving.published import Published
from tests.browser.saving.test_saving import save, visit
from tests.browser.search.conftest import site

__all__ = ["site"]

FORMS = ("disk", "web", "zip", "zim", "saved")
NO_NEWS = re.compile(r"ERR_CONNECTION_REFUSED \S+/saving/edition\.json$")
"""Without a server a saved edition asks in vain whether there is a newer one; the browser says so by itself."""
WORDS = """() => [document.title, ...Array.from(document.querySelectorAll("main, .masthead, footer"), part => part.textContent.replace(/\\s+/g, " "))]"""
WAYS = "() => Array.from(document.querySelectorAll('a[href]'), link => link.href)"
READABLE = "() => document.querySelector('main').innerText.trim().length"


@dataclass(frozen=True)
class Walked:
    """The words of each page by its address in the site, and what else the walk met."""

    pages: dict[str, list[str]]
    gestures: list[str]


@contextmanager
def opened(
    form: str, site: Path, folder: Path, chromium: Browser, *, script: bool
) -> Iterator[tuple[Page, str]]:
    """Give a page in a fresh profile and where the first page of the form is; what is complained of fails the test."""
    with ExitStack() as ending:
        context: BrowserContext = chromium.new_context(java_script_enabled=script)
        ending.callback(context.close)
        page = context.new_page()
        if form in ("web", "saved"):
            published = Published(site)
            ending.callback(published.stop)
            home = published.home
            if form == "saved":
                visit(page, published)
                assert "each held against its digest" in save(page)
                published.stop()
        elif form == "zip":
            pack_site(destination(site.parent, site), folder / "dossier.zip", "dossier")
            zipfile.ZipFile(folder / "dossier.zip").extractall(folder / "unpacked")
            home = f"{(folder / 'unpacked/dossier').as_uri()}/"
        elif form == "zim":
            home = ending.enter_context(served_by_kiwix(site, folder))
        else:
            home = f"{site.as_uri()}/"
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(f"{page.url}: {said.text} {said.location['url']}"))
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on(
            "request",
            lambda asked: (
                None
                if asked.url.startswith((home, "data:", "blob:")) or form == "zim"
                else complaints.append(asked.url)
            ),
        )
        yield page, home
        assert [words for words in complaints if OF_KIWIX not in words and not NO_NEWS.search(words)] == []


def all_pages(page: Page, home: str) -> dict[str, list[str]]:
    """Follow every link within the form from its first page on; return the words of each page that is reached."""
    found: dict[str, list[str]] = {}
    ahead = ["index.html"]
    while ahead:
        path = ahead.pop()
        answer = page.goto(urljoin(home, path))
        assert answer is None or answer.ok, (path, answer.status)
        found[path] = page.evaluate(WORDS)
        assert page.evaluate(READABLE) > 40, path
        inside = (urldefrag(link)[0] for link in page.evaluate(WAYS))
        paths = (link.removeprefix(home).partition("?")[0] for link in inside if link.startswith(home))
        for way in paths:
            if way.endswith(".html") and way not in found and way not in ahead:
                ahead.append(way)
    return found


def gestures(page: Page, home: str) -> list[str]:
    """What a reader does: search, follow, look at a preview, check a page, read two texts side by side."""
    page.goto(f"{home}index.html")
    page.keyboard.press("/")
    page.locator("dialog [role=combobox]").fill("Raqqa")
    chosen = page.locator("dialog [role=option]").first
    expect(chosen).to_be_visible(timeout=20_000)
    told = [chosen.inner_text()]
    chosen.click()
    page.wait_for_url("**/entities/**")
    told += [page.url.removeprefix(home), page.inner_text("h1")]
    page.goto(f"{home}claims/first-personal-threat.html")
    page.locator("main a[href*='articles/newscast-personal-threat.html']:visible:not(.stance)").first.hover()
    expect(page.get_by_role("tooltip")).to_contain_text("Aug 2016")
    page.locator("main a[href*='#q-']").first.click()
    told.append(page.url.removeprefix(home))
    expect(page.locator(":target")).to_have_count(1)
    page.locator("[data-check]").click()
    checked = page.locator(".check-result")
    expect(checked).to_contain_text("Nothing differs")
    told.append(checked.inner_text())
    page.goto(f"{home}any-two.html")
    page.locator("main a[href*='comparisons/']").first.click()
    told.append(page.inner_text("h1"))
    assert page.locator(".aligned-row").count() > 2
    return told


@pytest.fixture(scope="module")
def from_disk(site: Path, tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Walked:
    """The walk from disk, which the others are held to."""
    return walked("disk", site, tmp_path_factory.mktemp("disk"), chromium)


def walked(form: str, site: Path, folder: Path, chromium: Browser) -> Walked:
    with opened(form, site, folder, chromium, script=True) as (page, home):
        return Walked(all_pages(page, home), gestures(page, home))


def test_from_disk_the_walk_reaches_every_page(from_disk: Walked, site: Path) -> None:
    every = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert every - from_disk.pages.keys() == {"404.html"}


@pytest.mark.parametrize("form", FORMS[1:])
def test_each_form_passes_the_walk_as_the_disk_does(
    form: str, site: Path, tmp_path: Path, chromium: Browser, from_disk: Walked
) -> None:
    assert walked(form, site, tmp_path, chromium) == from_disk


@pytest.mark.parametrize("form", FORMS[:-1])
def test_with_script_off_each_form_has_the_same_pages_to_read(
    form: str, site: Path, tmp_path: Path, chromium: Browser, from_disk: Walked
) -> None:
    """But for the saved edition, which is kept by a script."""
    with opened(form, site, tmp_path, chromium, script=False) as (page, home):
        assert all_pages(page, home).keys() == from_disk.pages.keys()
