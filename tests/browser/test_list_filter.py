"""The field above a long list: rows without the typed words are put away at once, and the count is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.build import build_site
from builder.pages.parts.paging import ENOUGH_TO_FILTER
from tests.site.dossiers import write

ROWS = ENOUGH_TO_FILTER + 6
FIELD = "Filter the 30 rows of this page"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of thirty outlets and a few texts."""
    files = {
        "content/dossier.yaml": "title: D\npublish: full\n",
        **{f"content/outlets/o{n:02}.yaml": f"name: Gazétte {n:02}\n" for n in range(ROWS)},
        "content/articles/a.yaml": "title: A\noutlet: o00\npublished: 2016\n",
    }
    root = write(tmp_path_factory.mktemp("filter") / "d", files)
    assert build_site(root, search=False).summary is not None
    return root / "site"


def shown(page: Page) -> int:
    return page.locator(".rows > li:visible").count()


def test_typing_leaves_the_rows_that_have_all_words_whatever_their_accents(page: Page, site: Path) -> None:
    page.goto((site / "outlets/index.html").as_uri())
    assert shown(page) == ROWS
    field = page.get_by_label(FIELD)
    field.fill("gazette 0")
    assert shown(page) == 12
    expect(page.get_by_role("status")).to_have_text("12 of 30 here")
    field.fill("GAZETTE 07")
    assert shown(page) == 1
    field.press("Escape")
    assert shown(page) == ROWS
    expect(page.get_by_role("status")).to_have_text("")
    assert field.input_value() == ""


def test_what_has_no_row_left_loses_its_heading(page: Page, site: Path) -> None:
    page.goto((site / "outlets/index.html").as_uri())
    page.get_by_label(FIELD).fill("nothing of this kind")
    assert shown(page) == 0
    assert page.locator("main .section:visible").count() == 0
    expect(page.get_by_role("status")).to_have_text("0 of 30 here")


def test_only_long_lists_load_it_and_without_scripts_they_are_whole(chromium: Browser, site: Path) -> None:
    assert "list-filter" not in (site / "articles/index.html").read_text("utf-8")
    assert "list-filter" in (site / "outlets/index.html").read_text("utf-8")
    plain = chromium.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto((site / "outlets/index.html").as_uri())
    assert shown(page) == ROWS
    assert not page.locator(".list-filter").is_visible()
    plain.close()
