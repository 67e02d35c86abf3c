"""Matrix, timeline and graph as a screen reader is given them: every line was read, and stands in tests/golden/heard.txt."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.senses.hearing import heard

HEARD = Path(__file__).parents[2] / "golden" / "heard.txt"
PAGE = "comparisons/what-stopped-the-sabah.html"
PARTS = (
    ("#matrix", ""),
    ("#timeline", ""),
    ("#timeline", ".either-list"),
    ("#relied", "summary"),
    ("#certainty", "summary"),
)
"""Each part of the page, and what is pressed in it before it is read."""


def read_aloud(page: Page, golden: Path) -> str:
    """All parts in a row, each under what was pressed for it."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto((golden / PAGE).as_uri())
    lines: list[str] = []
    for part, pressed in PARTS:
        if pressed:
            page.locator(f"{part} {pressed}").first.click()
        lines += [f"== {part} {pressed}".rstrip(), *heard(page, part)]
    return "\n".join((*lines, ""))


def test_they_are_heard_as_they_were_read(page: Page, golden: Path, request: pytest.FixtureRequest):
    found = read_aloud(page, golden)
    if request.config.getoption("--accept-golden"):
        HEARD.write_text(found, encoding="utf-8")
    assert found == HEARD.read_text(encoding="utf-8")


def test_no_sign_is_said_and_no_picture_twice(page: Page, golden: Path):
    lines = read_aloud(page, golden).splitlines()
    assert [line for line in lines if any(sign in line for sign in "↑↓+−·")] == []
    pictures = [line for line in lines if line.strip().startswith("image: ")]
    assert len(pictures) == 2
    assert [line for line in pictures if line.count("in words") != 1] == []


def test_a_table_without_its_heads_is_heard_as_such(chromium: Browser, tmp_path: Path):
    (tmp_path / "a.html").write_text(
        "<!doctype html><table><caption>Texts</caption><tr><th scope=col>A<th scope=col>B<tr><th scope=row>1<td>x</table>"
        "<p id=p style='display: none'>silent",
        "utf-8",
    )
    page = chromium.new_page()
    page.goto((tmp_path / "a.html").as_uri())
    told = list(heard(page, "table"))
    page.close()
    assert told == [
        "table: Texts",
        "  caption",
        "    Texts",
        "  row",
        "    head of column: A",
        "    head of column: B",
        "  row",
        "    head of row: 1",
        "    cell: x",
        "      x",
    ]
