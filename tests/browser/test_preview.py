"""The live preview in a real browser: a save is seen, a mistake lies over the page, and no other site gets at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from builder.serve.live import Live
from builder.serve.server import PreviewServer
from builder.serve.shown import Marks, Shown
from tests.serve.following import following, wait_until
from tests.site.dossiers import write

ARTICLE = "title: First title\noutlet: o\npublished: 2019\nlanguage: en\n"
FILES = {
    "content/dossier.yaml": "title: T\nas_of: 2020-01-31\n",
    "content/outlets/o.yaml": "name: The Outlet\n",
    "content/articles/a.yaml": ARTICLE,
    "content/articles/d.yaml": ARTICLE.replace("First", "Draft") + "draft: true\n",
}
SECONDS = 30_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "d", FILES)


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    """Where a preview of the dossier is served."""
    with following(root) as (live, _, loop), PreviewServer(0, live, Marks("/~own/")) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        assert loop.is_idle.wait(60)
        yield f"http://127.0.0.1:{server.port}"
        live.end()
        server.shutdown()
        thread.join()


def test_a_save_is_seen_without_a_hand(page: Page, root: Path, address: str) -> None:
    page.goto(f"{address}/articles/a.html")
    expect(page.locator("h1")).to_contain_text("First title")
    (root / "content/articles/a.yaml").write_text(ARTICLE.replace("First", "Second"))
    expect(page.locator("h1")).to_contain_text("Second title", timeout=SECONDS)


def test_a_mistake_lies_over_the_page_until_it_is_mended(page: Page, root: Path, address: str) -> None:
    page.goto(f"{address}/articles/a.html")
    (root / "content/articles/a.yaml").write_text(ARTICLE + "topcs: [x]\n")
    frame = page.get_by_role("alert")
    expect(frame).to_contain_text("did you mean `topics`?", timeout=SECONDS)
    expect(page.locator("h1")).to_contain_text("First title")
    (root / "content/articles/a.yaml").write_text(ARTICLE)
    expect(frame).to_have_count(0, timeout=SECONDS)


def test_a_page_that_is_opened_while_there_are_mistakes_says_so(page: Page, root: Path, address: str) -> None:
    (root / "content/articles/a.yaml").write_text("title: [")
    page.goto(f"{address}/outlets/o.html")
    expect(page.get_by_role("alert")).to_contain_text("content/articles/a.yaml", timeout=SECONDS)
    page.get_by_role("button", name="Hide until the next save").click()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_drafts_and_links_to_them_are_marked(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/d.html")
    expect(page.get_by_role("note").first).to_contain_text("Draft.")
    page.goto(f"{address}/articles/index.html")
    link = page.get_by_role("link", name="Draft title").first
    expect(link).to_have_class(re.compile("dossier-draft-link"), timeout=SECONDS)


def test_a_page_that_was_renamed_away_comes_back(page: Page, root: Path, address: str) -> None:
    page.goto(f"{address}/articles/a.html")
    (root / "content/articles/a.yaml").rename(root / "content/articles/b.yaml")
    expect(page.locator("h1")).not_to_contain_text("First title", timeout=SECONDS)
    (root / "content/articles/b.yaml").rename(root / "content/articles/a.yaml")
    expect(page.locator("h1")).to_contain_text("First title", timeout=SECONDS)


def test_a_page_of_another_site_reads_nothing(page: Page, root: Path, address: str) -> None:
    page.goto(
        address.replace("127.0.0.1", "localhost")
    )  # the same machine under another name is another site
    told = page.evaluate(
        """async (address) => {
          const tried = async (path, options) => {
            try { return (await fetch(address + path, options)).status; } catch { return "refused"; }
          };
          const image = await new Promise((end) => {
            const one = new Image();
            one.onload = () => end("shown");
            one.onerror = () => end("refused");
            one.src = address + "/assets/folder.svg";
          });
          const stream = await new Promise((end) => {
            const one = new EventSource(address + "/~own/events?page=index.html&state=");
            one.onopen = () => end("open");
            one.onerror = () => end("refused");
          });
          return [await tried("/index.html"), await tried("/index.html", {method: "POST"}), image, stream];
        }""",
        address,
    )
    assert told == ["refused", "refused", "refused", "refused"]


def test_search_works_and_follows_behind(page: Page, root: Path) -> None:
    with following(root, search=True) as (live, _, loop), PreviewServer(0, live, Marks("/~own/")) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            assert loop.is_idle.wait(60)
            page.goto(f"http://127.0.0.1:{server.port}/search.html?q=First")
            found = page.get_by_role("link", name="First title")
            expect(found.first).to_be_visible(timeout=SECONDS)
            before = live.now.shown
            (root / "content/articles/a.yaml").write_text(ARTICLE.replace("First", "Zanzibar"))
            expect_search(live, before)
            page.goto(f"http://127.0.0.1:{server.port}/search.html?q=Zanzibar")
            expect(page.get_by_role("link", name="Zanzibar title").first).to_be_visible(timeout=SECONDS)
        finally:
            live.end()
            server.shutdown()
            thread.join()


def expect_search(live: Live, before: Shown | None) -> None:
    """Wait until another index is shown."""

    def index(shown: Shown | None) -> set[str]:
        return {path for path in shown.files if path.startswith("pagefind/")} if shown else set()

    assert wait_until(lambda: index(live.now.shown) != index(before))
