"""A reader checks a page by herself, from disk: nothing is wrong in a site as it was built, and what is changed is named."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

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


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


def checked(reader: Page, file: Path) -> tuple[int, str]:
    """Press the button of a page on disk; return how many faults it names, and its words."""
    reader.goto(file.as_uri())
    reader.click("[data-check]")
    reader.wait_for_selector(".check-result p")
    return int(reader.get_attribute(".check-result", "data-faults") or ""), reader.inner_text(".check-result")


def pages_of(site: Path) -> list[Path]:
    """The pages that have the button and stay where they are."""
    return [
        path
        for path in sorted(site.rglob("*.html"))
        if b"data-check=" in path.read_bytes() and path.name != "404.html"
    ]


@pytest.mark.parametrize("which", ["golden", *RIGHTS])
def test_a_site_as_it_was_built_has_no_false_alarm(sites: dict[str, Path], reader: Page, which: str):
    compared = 0
    for path in pages_of(sites[which]):
        if b'http-equiv="refresh"' in path.read_bytes():
            continue
        faults, words = checked(reader, path)
        assert faults == 0, f"{path}\n{words}"
        found = re.search(r"Words compared: (\d+)", words)
        compared += int(found[1]) if found else 0
    assert compared > 100


def test_nothing_of_it_is_loaded_before_the_button_is_pressed(sites: dict[str, Path], reader: Page):
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto((sites["full"] / "claims" / "index.html").as_uri())
    assert not [url for url in asked if "checking" in url or "/check/" in url]
    reader.click("[data-check]")
    reader.wait_for_selector(".check-result p")
    assert [url for url in asked if "checking" in url]


LETTER = re.compile(r"[A-Za-z0-9]")
QUOTATION = re.compile(r"<blockquote[^>]*><p>(.*?)</p>", re.DOTALL)
BLOCK = re.compile(r'<p class="block-words"[^>]*>(.*?)</p>', re.DOTALL)
DIGEST = re.compile(r'SHA-256 <span class="fact">([0-9a-f]{64})</span>')
STORED = re.compile(r'"(?:text|salt|sha256|root)": "(.*)"|^ +"([0-9a-f]{64})"', re.MULTILINE)
NOT_WORDS = re.compile(r"<a class=\"tag\".*?</a>|<span class=\"sign\">.*?</span>|<[^>]*>|&[^;]*;", re.DOTALL)


def places(words: str, part: re.Pattern[str]) -> list[int]:
    """Where in a file a letter of such a part stands, but for its tags and what stands for a sign."""
    found: list[int] = []
    for match in part.finditer(words):
        group = 1 if match[1] is not None else 2
        start, end = match.span(group)
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
        [(path, QUOTATION, path) for path in pages_of(site)],
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
def test_each_of_a_hundred_changes_of_one_letter_is_named(sites: dict[str, Path], reader: Page, which: str):
    chance = random.Random(which)
    missed = []
    for (file, place, page), _ in zip(changes(sites[which], chance), range(CHANGES), strict=False):
        before = file.read_text(encoding="utf-8")
        letter = chance.choice([each for each in "0123456789abcdef" if each != before[place].lower()])
        try:
            file.write_text(before[:place] + letter + before[place + 1 :], encoding="utf-8", newline="")
            faults, words = checked(reader, page)
        finally:
            file.write_text(before, encoding="utf-8", newline="")
        if not faults or not re.search(r"“.+”|SHA-256|digest", words.partition("Not checked")[0]):
            missed.append((str(file), before[place - 30 : place + 30], letter, words))
    assert not missed, f"{len(missed)} missed, the first: {missed[:4]}"
