"""Firefox's own reading view, run over every article page: it finds who says it, when, and the title."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.golden.golden import DOSSIER
from tests.site.dossiers import build, copy_showcase

READABILITY = "moz-src/toolkit/components/reader/readability/Readability.js"
READ = """script => {
  const Readability = new Function(script + "; return Readability")();
  const found = new Readability(document.cloneNode(true)).parse();
  return [found.title, found.byline, found.publishedTime, found.siteName, found.textContent];
}"""


@pytest.fixture(scope="module")
def readability(firefox_path: Path) -> str:
    """The script with which Firefox makes its reading view; the test is skipped where this Firefox has it elsewhere."""
    for archive in sorted(firefox_path.resolve().parent.rglob("omni.ja")):
        with zipfile.ZipFile(archive) as opened:
            if READABILITY in opened.namelist():
                return opened.read(READABILITY).decode()
    pytest.skip("this Firefox keeps its reading view elsewhere")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("read")
    golden = build(Path(shutil.copytree(DOSSIER, folder / "golden")), "--no-search")
    return build(copy_showcase(folder / "showcase"), "--no-search"), golden


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(bypass_csp=True)  # the script is none of ours
    yield context.new_page()
    context.close()


def test_a_reading_view_finds_title_byline_and_date_of_every_article(
    sites: tuple[Path, ...], readability: str, reader: Page
):
    read = 0
    for site in sites:
        for path in sorted((site / "articles").glob("*.html")):
            markup = path.read_text(encoding="utf-8")
            if path.name == "index.html" or "citation_title" not in markup:
                continue
            title, byline, date, dossier, words = reader_view(reader, path, readability)
            read += 1
            assert title == tag(markup, "citation_title"), path
            assert dossier, path
            assert byline == (tag(markup, "author") or tag(markup, "article:author")), path
            assert date == tag(markup, "article:published_time"), path
            assert date or "unknown" in words, path
    assert read >= 10


def reader_view(reader: Page, path: Path, readability: str) -> list[str]:
    reader.goto(path.as_uri())
    return reader.evaluate(READ, readability)


def tag(markup: str, name: str) -> str | None:
    found = re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)"', markup)
    return re.sub("&#39;", "'", found[1]).replace("&#34;", '"').replace("&amp;", "&") if found else None
