"""One file of a dossier in a browser, from disk and with script off: read, followed from link to link, printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.dossiers import copy_showcase, dossier


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example as one file."""
    root = copy_showcase(tmp_path_factory.mktemp("one-file"))
    done = dossier(root, "pack", "--single-file", str(root / "Досье: 1 #2.html"))
    assert done.returncode == 0, done.stderr
    return root / "Досье: 1 #2.html"


@pytest.fixture(params=[390, 1440])
def page(chromium: Browser, file: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The file as a reader opens it; it complains of nothing and asks for nothing else."""
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": request.param, "height": 800}
    )
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda asked: told.append(asked.url))
    page.goto(file.as_uri())
    yield page
    assert told == [file.as_uri()]
    context.close()


def is_in_view(page: Page, target: str) -> bool:
    box = page.locator(f'[id="{target}"]').bounding_box()
    return box is not None and 0 <= box["y"] < 400


def test_a_reader_gets_from_the_contents_to_a_claim_to_its_sentence_and_back(page: Page):
    page.locator("summary", has_text="Claims").first.click()
    page.locator('[id=":contents"] a', has_text="C06 The 2016 video").click()
    assert is_in_view(page, "claims/first-personal-threat.html")
    page.locator('[id="claims/first-personal-threat.html"] a.locator').first.click()
    assert is_in_view(page, "articles/blog-liberate-chechnya.html:q-5edbf5f3")
    page.locator(".to-contents a").click()
    assert is_in_view(page, ":contents")


def test_styles_and_shapes_are_there(page: Page):
    assert page.locator(".tab").first.bounding_box()["height"] < 60
    shape = page.locator('section.chapter use[href^="#g-"]').locator("visible=true").first
    assert shape.bounding_box()["width"] > 5


def test_nothing_is_wider_than_the_window(page: Page):
    width = page.viewport_size["width"]
    for chapter in ("index.html", "claims/first-personal-threat.html", "timeline.html", "sources.html"):
        box = page.locator(f'[id="{chapter}"]').bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_it_prints(chromium: Browser, file: Path):
    page = chromium.new_page()
    page.goto(file.as_uri())
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF-")
    assert printed.count(b"/Type /Page\n") > 125
    page.close()
