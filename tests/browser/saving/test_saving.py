"""A reader saves the dossier: what was seen is there again, one edition at a time is there whole, and it can be let go."""

from __future__ import annotations

import json
import shutil
from gzip import compress
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from builder.serve.shown import Marks, Shown
from tests.browser.saving.published import FOLDER, Published
from tests.browser.search.asking import Driven

MOST_BYTES = 100_000
"""Of a first visit, packed as servers send it."""
READY = """async () => {
  const settled = async () => (await caches.keys()).some(name => name.endsWith("|seen"))
    && (await (await caches.open((await caches.keys()).find(name => name.endsWith("|seen")))).keys()).length > 4;
  await navigator.serviceWorker.ready;
  for (let waited = 0; waited < 10000 && !(await settled()); waited += 50) { await new Promise(done => setTimeout(done, 50)); }
  return settled();
}"""
DIGESTS = """async paths => {
  const home = document.querySelector("[data-save]").dataset.save;
  const hex = bytes => Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, "0")).join("");
  const found = {};
  for (const path of paths) {
    const answer = await fetch(new URL(path, new URL(home, location.href)));
    found[path] = hex(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
  }
  return found;
}"""
CACHES = "() => caches.keys()"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"


def listed(site: Path) -> dict[str, str]:
    """The files of an edition, each with its digest."""
    return dict(json.loads((site / "saving/files.json").read_bytes())["files"])


def edition(site: Path) -> str:
    return json.loads((site / "saving/edition.json").read_bytes())["edition"]


def visit(page: Page, published: Published, path: str = "index.html") -> None:
    page.goto(published.home + path)
    assert page.evaluate(READY)


def save(page: Page, words: str = "Save") -> str:
    """Ask for saving, accept, and return what the reader is told at the end."""
    if not page.locator(".saving button").count():
        page.click("[data-save]")
    page.locator(".saving").get_by_role("button", name=words, exact=True).click()
    page.wait_for_selector(".saving p:only-child, .saving p ~ button", timeout=60_000)
    page.wait_for_selector(".saving:not(:has(progress))", timeout=60_000)
    return page.locator(".saving p").inner_text()


def test_the_list_names_every_file_that_a_page_asks_for_by_its_digest(editions: dict[str, Path]):
    site = editions["first"]
    files = listed(site)
    told = json.loads((site / "saving/edition.json").read_bytes())
    assert told["edition"] == sha256((site / "saving/files.json").read_bytes()).hexdigest()
    assert (told["files"], told["bytes"]) == (
        len(files),
        sum((site / path).stat().st_size for path in files),
    )
    assert all(sha256((site / path).read_bytes()).hexdigest() == digest for path, digest in files.items())
    rest = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - files.keys()
    assert {path.split("/")[0] for path in rest} <= {
        *("pagefind-offline", "saving", "sw.js", "404.html", "robots.txt", ".nojekyll", ".gitignore")
    }


def test_what_was_seen_is_there_again_and_what_was_not_is_said(page: Page, published: Published):
    visit(page, published)
    page.goto(published.home + "timeline.html")
    published.stop()
    for path, heading in (("index.html", "Threats"), ("", "Threats"), ("timeline.html", "17 events")):
        page.goto(published.home + path)
        assert heading in page.inner_text("h1")
        assert page.evaluate("() => getComputedStyle(document.querySelector('.masthead')).display") != "block"
    page.goto(published.home + "sources.html")
    assert page.inner_text("p") == "This page is not kept on this device, and there is no connection."


def test_without_a_saved_edition_the_network_answers_first(
    page: Page, published: Published, editions: dict[str, Path]
):
    visit(page, published, "events/metrojet-crash.html")
    published.site = editions["second"]
    page.reload()
    assert "is missing" in page.inner_text("h1")


def test_a_saved_dossier_is_whole_without_a_server_search_included(page: Page, published: Published):
    visit(page, published)
    assert "each held against its digest" in save(page)
    published.stop()
    files = listed(published.site)
    for path in [each for each in files if each.endswith(".html")]:
        page.goto(published.home + path, wait_until="commit")
        assert page.title()
    page.goto(published.home + "claims/")
    assert page.evaluate(DIGESTS, list(files)) == files
    page.goto(published.home + "search.html?q=Metrojet")
    page.wait_for_selector("text=results for “Metrojet”", timeout=20_000)


def test_a_newer_edition_is_told_and_exchanged_whole(
    page: Page, published: Published, editions: dict[str, Path]
):
    first, second = listed(editions["first"]), listed(editions["second"])
    visit(page, published, "events/metrojet-crash.html")
    save(page)
    published.site = editions["second"]
    page.reload()
    page.wait_for_selector(".saving-news")
    assert "is lost" in page.inner_text("h1")
    assert page.evaluate(DIGESTS, list(first)) == first
    published.asked.clear()
    save(page, "Save the newer edition")
    fetched = set(published.asked) - {"saving/edition.json", "saving/files.json", "sw.js"}
    assert fetched == {path for path in second if first.get(path) != second[path]}
    page.reload()
    assert "is missing" in page.inner_text("h1")
    assert page.evaluate(DIGESTS, list(second)) == second
    page.goto(published.home)
    kept = [name for name in page.evaluate(CACHES) if "|edition " in name]
    assert kept == [f"dossier|{FOLDER}|edition {edition(editions['second'])}"]


def test_who_does_not_want_the_newer_edition_now_is_not_told_again(
    page: Page, published: Published, editions: dict[str, Path]
):
    visit(page, published)
    save(page)
    published.site = editions["second"]
    page.reload()
    page.get_by_role("button", name="Not now").click()
    with page.expect_response(lambda got: got.url.endswith("saving/edition.json")):
        page.reload()
    page.wait_for_timeout(300)
    assert page.locator(".saving").count() == 0


@pytest.mark.parametrize("which", ["claims/first-personal-threat.html", "saving/files.json"])
def test_a_damaged_file_is_refused_and_what_was_saved_before_stays(
    page: Page, published: Published, editions: dict[str, Path], which: str
):
    first = listed(editions["first"])
    visit(page, published)
    save(page)
    published.site = editions["second"]
    changed = next(path for path in listed(editions["second"]) if path.startswith("events/metrojet"))
    published.damaged = {which if which.startswith("saving") else changed}
    page.reload()
    words = save(page, "Save the newer edition")
    assert published.damaged.pop() in words
    page.reload()
    assert page.evaluate(DIGESTS, list(first)) == first


def test_a_damaged_file_is_never_answered_from_the_first_time_on(page: Page, published: Published):
    visit(page, published)
    published.damaged = {"timeline.html"}
    assert "timeline.html is not what this edition lists" in save(page)
    published.damaged.clear()
    assert "Saved" in save_again(page)
    published.stop()
    files = listed(published.site)
    assert page.evaluate(DIGESTS, ["timeline.html"]) == {"timeline.html": files["timeline.html"]}


def save_again(page: Page) -> str:
    page.click("[data-save]")
    page.wait_for_selector(".saving button")
    return save(page)


def test_a_publisher_takes_saving_back_and_nothing_of_another_site_is_touched(
    page: Page, published: Published, editions: dict[str, Path]
):
    visit(page, published)
    save(page)
    others = [
        "dossier|/some/|edition 1",
        "dossier|/some/project/inner/|seen",
        "dossier|/some/project2/|seen",
        "else",
    ]
    page.evaluate("names => Promise.all(names.map(name => caches.open(name)))", others)
    published.site = editions["without"]
    page.reload()
    for _ in range(100):
        if sorted(page.evaluate(CACHES)) == sorted(others):
            break
        page.wait_for_timeout(100)
    assert sorted(page.evaluate(CACHES)) == sorted(others)
    page.reload()
    assert page.evaluate(WORKERS) == 0
    assert page.locator("[data-save]").count() == 0
    assert (editions["without"] / "sw.js").is_file()
    assert not (editions["without"] / "saving").exists()


def test_a_reader_removes_what_was_saved(page: Page, published: Published):
    visit(page, published)
    save(page)
    page.evaluate("() => caches.open('dossier|/some/|seen')")
    page.get_by_role("button", name="Remove it from this device").click()
    page.wait_for_selector("text=Nothing of this dossier is kept")
    assert page.evaluate(CACHES) == ["dossier|/some/|seen"]


def test_nothing_is_kept_in_the_preview(page: Page, published: Published, tmp_path: Path):
    site = shutil.copytree(published.site, tmp_path / "site")
    content = (site / "index.html").read_bytes()
    shown = Shown({"index.html": content}, {"index.html"}, frozenset())
    (site / "index.html").write_bytes(Marks("/preview/").into(content, "index.html", shown))
    published.site = site
    page.goto(published.home)
    page.wait_for_timeout(300)
    assert page.locator("[data-save]").is_hidden()
    assert (page.evaluate(WORKERS), page.evaluate(CACHES)) == (0, [])


def test_nothing_is_kept_from_disk(page: Page, editions: dict[str, Path]):
    page.goto((editions["first"] / "index.html").as_uri())
    assert page.locator("[data-save]").is_hidden()


FIRST_PAGES = (
    "index.html",
    "claims/first-personal-threat.html",
    "articles/jpost-video-very-soon.html",
    "topics/threats-against-russia.html",
    "comparisons/first-personal-threat.html",
    "comparisons/event--metrojet-crash.html",
    "comparisons/pair--*.html",
    "timeline.html",
)


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("language", ["first", "german"])
def test_a_first_visit_moves_nothing_and_is_small(
    chromium: Browser, editions: dict[str, Path], language: str, width: int
):
    """Whatever page a reader comes to first: with all that it asks for, packed as servers send it."""
    published = Published(editions[language])
    told = {}
    for pattern in FIRST_PAGES:
        path = max(published.site.glob(pattern), key=lambda file: file.stat().st_size)
        name = path.relative_to(published.site).as_posix()
        context = chromium.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(each => { window.moved += each.value; }))"
            ".observe({ type: 'layout-shift', buffered: true });"
        )
        published.asked.clear()
        visit(page, published, name)
        page.mouse.wheel(0, 2000)
        page.wait_for_timeout(100)
        moved = page.evaluate("() => window.moved")
        context.close()
        assert {"sw.js", name} <= set(published.asked)
        told[name] = (
            moved,
            sum(len(compress((published.site / each).read_bytes())) for each in published.asked),
        )
    published.stop()
    assert {name: found for name, found in told.items() if found[0] or found[1] > MOST_BYTES} == {}


SAVES = """async words => {
  await navigator.serviceWorker.ready;
  document.querySelector("[data-save]").click();
  for (let waited = 0; waited < 60000; waited += 50) {
    const named = Array.from(document.querySelectorAll(".saving button")).find(each => each.textContent === words);
    if (named) { named.click(); }
    const told = document.querySelector(".saving p");
    if (told && told.textContent.startsWith("Saved")) { return told.textContent; }
    await new Promise(done => setTimeout(done, 50));
  }
  return document.querySelector(".saving").textContent;
}"""
SEARCHES = """async words => {
  for (let waited = 0; waited < 20000 && !document.body.innerText.includes(words); waited += 50) { await new Promise(done => setTimeout(done, 50)); }
  return document.body.innerText.includes(words);
}"""
HEADING = "async () => document.querySelector('h1').textContent"


@pytest.mark.parametrize("browser", ["firefox", "webkit"])
def test_another_browser_saves_walks_without_a_server_and_exchanges_editions(
    request: pytest.FixtureRequest, browser: str, published: Published, editions: dict[str, Path]
):
    driven: Driven = request.getfixturevalue(browser)
    first, second = listed(editions["first"]), listed(editions["second"])
    driven.goto(published.home + "events/metrojet-crash.html")
    assert str(driven.evaluate(SAVES, "Save")).startswith("Saved")
    published.stop()
    driven.goto(published.home + "events/metrojet-crash.html")
    assert driven.evaluate(DIGESTS, list(first)) == first
    driven.goto(published.home + "search.html?q=Metrojet")
    assert driven.evaluate(SEARCHES, "results for “Metrojet”")
    published.site = editions["second"]
    published.start()
    driven.goto(published.home + "events/metrojet-crash.html")
    assert "is lost" in str(driven.evaluate(HEADING))
    assert str(driven.evaluate(SAVES, "Save the newer edition")).startswith("Saved")
    driven.goto(published.home + "events/metrojet-crash.html")
    assert "is missing" in str(driven.evaluate(HEADING))
    assert driven.evaluate(DIGESTS, list(second)) == second


def left(page: Page, published: Published, quota: int) -> None:
    """Let the browser have so many bytes for the site."""
    origin = "/".join(published.home.split("/")[:3])
    page.context.new_cdp_session(page).send(
        "Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": quota}
    )


def test_where_the_room_ends_nothing_half_is_left(page: Page, published: Published):
    visit(page, published)
    left(page, published, 2_000_000)
    assert "There is not enough room on this device" in save(page)
    assert [name for name in page.evaluate(CACHES) if "|edition " in name] == []
    left(page, published, 500_000_000)
    assert "Saved" in save_again(page)


@pytest.mark.parametrize(("quota", "is_told"), [(3_000_000, True), (300_000_000, False)])
def test_that_there_may_be_too_little_room_is_told_before(
    page: Page, published: Published, quota: int, is_told: bool
):
    """Chromium names ten gigabytes to every site; other browsers say what they have."""
    visit(page, published)
    page.evaluate(
        "quota => { navigator.storage.estimate = async () => ({ quota: quota, usage: 1000000 }); }", quota
    )
    page.click("[data-save]")
    page.wait_for_selector(".saving button")
    assert ("This browser has 2 MB left for this site" in page.inner_text(".saving")) is is_told
    assert "Saved" in save(page)


def test_what_was_fetched_before_the_connection_was_lost_is_not_fetched_again(
    page: Page, published: Published
):
    visit(page, published)
    published.lost = "timeline.html"
    assert "The connection was lost" in save(page)
    published.lost = ""
    first, _ = set(published.asked), published.asked.clear()
    assert "Saved" in save_again(page)
    again = set(published.asked) - {"saving/edition.json", "saving/files.json"}
    assert "timeline.html" in again
    assert len(again & first) < 20 < len(first)
    assert page.evaluate(DIGESTS, ["timeline.html", "index.html"])


def test_progress_is_shown_and_not_read_aloud_file_by_file(page: Page, published: Published):
    visit(page, published)
    page.evaluate(
        """() => { window.shown = []; new MutationObserver(() => {
          const bar = document.querySelector(".saving progress");
          if (bar) { window.shown.push([bar.value, bar.max, bar.previousElementSibling.getAttribute("aria-live")]); }
        }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true }); }"""
    )
    save(page)
    shown = page.evaluate("() => window.shown")
    values = [value for value, _, _ in shown]
    assert len(set(values)) > 50
    assert values == sorted(values)
    assert (
        values[-1]
        <= shown[-1][1]
        == json.loads((published.site / "saving/edition.json").read_bytes())["bytes"]
    )
    assert {live for _, _, live in shown} == {"off"}
