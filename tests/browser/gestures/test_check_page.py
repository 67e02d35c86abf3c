"""A reader checks a page by herself, from disk: nothing is wrong in a site as it was built, and what is changed is named.

In Chromium, Firefox and WebKit with a reader's rules for files, where a page may have no `crypto.subtle`.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.search.asking import Driven
from tests.golden.golden import DOSSIER
from tests.site.dossiers import build, copy_showcase

RIGHTS = ("full", "excerpt", "link")
CHANGES = 100


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("checked")


@pytest.fixture(scope="module")
def sites(folder: Path) -> dict[str, Path]:
    """The worked example with all rights, and as excerpts and links; the golden dossier, which has some of each."""
    made = {"golden": build(Path(shutil.copytree(DOSSIER, folder / "golden")), "--no-search")}
    for rights in RIGHTS:
        root = copy_showcase(folder / rights)
        settings = root / "content" / "dossier.yaml"
        words = settings.read_text(encoding="utf-8")
        changed = re.sub(r"^publish: full\b", f"publish: {rights}", words, flags=re.MULTILINE)
        assert rights == "full" or changed != words
        settings.write_text(changed, encoding="utf-8")
        made[rights] = build(root, "--no-search")
    return made


PRESSED = """async () => {
  document.querySelector("[data-check]").click();
  for (let waited = 0; waited < 20000; waited += 5) {
    const told = document.querySelector(".check-result");
    if (told && told.firstChild) return [Number(told.dataset.faults), told.innerText];
    await new Promise(done => setTimeout(done, 5));
  }
  return [-1, ""];
}"""
Reader = Callable[[Path], tuple[int, str]]
"""Opens a page on disk and presses its button; how many faults it names, and its words."""


@pytest.fixture(scope="module", params=["chromium", "firefox", "webkit"])
def reader(request: pytest.FixtureRequest) -> Iterator[Reader]:
    if request.param != "chromium":
        driven: Driven = request.getfixturevalue(request.param)

        def in_driven(file: Path) -> tuple[int, str]:
            driven.goto(file.as_uri())
            faults, words = driven.evaluate(PRESSED)
            return faults, words

        yield in_driven
        return
    chromium: Browser = request.getfixturevalue("chromium")
    page = chromium.new_page()

    def in_chromium(file: Path) -> tuple[int, str]:
        page.goto(file.as_uri())
        faults, words = page.evaluate(PRESSED)
        return faults, words

    yield in_chromium
    page.close()


def pages_of(site: Path) -> list[Path]:
    """The pages that have the button and stay where they are."""
    return [
        path
        for path in sorted(site.rglob("*.html"))
        if b"data-check=" in path.read_bytes() and path.name != "404.html"
    ]


@pytest.mark.parametrize("which", ["golden", *RIGHTS])
def test_a_site_as_it_was_built_has_no_false_alarm(sites: dict[str, Path], reader: Reader, which: str):
    compared = 0
    for path in pages_of(sites[which]):
        if b'http-equiv="refresh"' in path.read_bytes():
            continue
        faults, words = reader(path)
        assert faults == 0, f"{path}\n{words}"
        found = re.search(r"Words compared: (\d+)", words)
        compared += int(found[1]) if found else 0
    assert compared > 100


def test_what_there_is_to_check_is_said_on_pages_without_words_too(sites: dict[str, Path], reader: Reader):
    site = sites["full"]
    without = {
        path: reader(path)[1] for path in (site / "outlets" / "index.html", site / "data" / "index.html")
    }
    assert [path for path, words in without.items() if not words.startswith("This page shows no words")] == []
    _, words = reader(next((site / "articles").glob("*/received.html")))
    assert "Words compared: 1. Stored texts whose digest was computed anew: 1." in words


def test_words_of_a_text_that_is_not_stored_are_not_told_as_compared(sites: dict[str, Path], reader: Reader):
    _, words = reader(sites["golden"] / "articles" / "notes-at-anchor.html")
    assert "Words compared: 0. Stored texts whose digest was computed anew: 0." in words
    assert "Not compared, since the text that they are from is not stored here whole: 2." in words


def test_nothing_of_it_is_loaded_before_the_button_is_pressed(sites: dict[str, Path], page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((sites["full"] / "claims" / "index.html").as_uri())
    assert not [url for url in asked if "checking" in url or "/check/" in url]
    page.click("[data-check]")
    page.wait_for_selector(".check-result p")
    assert [url for url in asked if "checking" in url]


LETTER = re.compile(r"[A-Za-z0-9]")
QUOTATION = re.compile(r"<blockquote[^>]*><p>(.*?)</p>", re.DOTALL)
BLOCK = re.compile(r'<p class="block-words"[^>]*>(.*?)</p>', re.DOTALL)
QUOTED = re.compile(r"<span><q[^>]*>(.*?)</q>|<p><q[^>]*>(.*?)</q>", re.DOTALL)
ALIGNED = re.compile(r'<p class="aligned-words"[^>]*>(.*?)</p>', re.DOTALL)
RECEIVED = re.compile(r'<pre class="received"[^>]*>(.*?)</pre>', re.DOTALL)
DIGEST = re.compile(r'SHA-256 <span class="fact">([0-9a-f]{64})</span>')
STORED = re.compile(r'"(?:text|salt|sha256|root)": "(.*)"|^ +"([0-9a-f]{64})"', re.MULTILINE)
NOT_WORDS = re.compile(r"<a class=\"tag\".*?</a>|<span class=\"sign\">.*?</span>|<[^>]*>|&[^;]*;", re.DOTALL)


UNKEPT = ("we tied up while it was still dark", "they kept us there to spare the hull")
"""What the golden dossier quotes out of a note of which no text is stored: the page says that such words are not checked."""


def places(words: str, part: re.Pattern[str]) -> list[int]:
    """Where in a file a letter of such a part stands, but for its tags and what stands for a sign."""
    found: list[int] = []
    for match in part.finditer(words):
        group = 1 if match[1] is not None else 2
        start, end = match.span(group)
        if any(words_of_it in words[start:end] for words_of_it in UNKEPT):
            continue
        blanked = NOT_WORDS.sub(lambda tag: " " * len(tag[0]), words[start:end])
        blanked = re.sub(r"\\u[0-9a-f]{4}|\\.", lambda escape: " " * len(escape[0]), blanked)
        found += [start + letter.start() for letter in LETTER.finditer(blanked)]
    return found


def changes(site: Path, chance: random.Random) -> Iterator[tuple[Path, int, Path]]:
    """A file, the place of a letter in it, and a page that shows what rests on it: of each sort in turn."""
    articles = [path for path in pages_of(site / "articles") if path.name != "index.html"]
    articles = [path for path in articles if (site / "check" / f"{path.stem}.js").exists()]
    sorts = (
        [(site / "check" / f"{path.stem}.js", STORED, path) for path in articles],
        *([(path, part, path) for path in pages_of(site)] for part in (QUOTATION, QUOTED, ALIGNED, RECEIVED)),
        [(path, DIGEST, path) for path in articles],
        [(path, BLOCK, path) for path in articles],
    )
    while True:
        for sort in sorts:
            able = [each for each in sort if places(each[0].read_text(encoding="utf-8"), each[1])]
            if able:
                file, part, page = chance.choice(able)
                yield file, chance.choice(places(file.read_text(encoding="utf-8"), part)), page


@pytest.mark.parametrize("which", ["full", "excerpt", "golden"])
@pytest.mark.slow
def test_each_of_a_hundred_changes_of_one_letter_is_named(sites: dict[str, Path], reader: Reader, which: str):
    chance = random.Random(which)
    missed = []
    for (file, place, page), _ in zip(changes(sites[which], chance), range(CHANGES), strict=False):
        before = file.read_text(encoding="utf-8")
        letter = chance.choice([each for each in "0123456789abcdef" if each != before[place].lower()])
        try:
            file.write_text(before[:place] + letter + before[place + 1 :], encoding="utf-8", newline="")
            faults, words = reader(page)
        finally:
            file.write_text(before, encoding="utf-8", newline="")
        if not faults or not re.search(r"“.+”|SHA-256|digest", words.partition("Not checked")[0]):
            missed.append((str(file), before[place - 30 : place + 30], letter, words))
    assert not missed, f"{len(missed)} missed, the first: {missed[:4]}"
