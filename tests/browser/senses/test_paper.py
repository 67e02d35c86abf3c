"""On paper what is folded stands open, a link out says its address, and what only helps on a screen is not printed."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.programs import find_program

FOLDED = """() => Array.from(document.querySelectorAll("details:not(.fold):not([open]) > :not(summary)"),
  each => each.textContent.trim().replace(/\\s+/g, " ").split(" ").slice(0, 4).join(" ")).filter(Boolean)"""
HIDDEN = """() => Array.from(document.querySelectorAll("details:not(.fold) > :not(summary)"))
  .filter(each => each.parentElement.checkVisibility() && getComputedStyle(each).display !== "none" && each.textContent.trim() && !each.checkVisibility()
    && !each.matches(".visually-hidden"))
  .map(each => each.outerHTML.slice(0, 120))"""
ADDRESSES = """() => Array.from(document.querySelectorAll("main a[href^=http]")).filter(link => link.checkVisibility()).map(link => link.href)"""


def printed(page: Page, folder: Path) -> str:
    """The words that Chromium prints, without white space: a line may end anywhere in an address."""
    page.pdf(path=folder / "page.pdf")
    told = subprocess.run(
        [find_program("pdftotext", "poppler-utils"), "-raw", "page.pdf", "-"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return re.sub(r"\s+", "", told.stdout)


def test_what_is_folded_stands_open_on_every_kind_of_page(page: Page, kinds: list[Path]) -> None:
    page.emulate_media(media="print")
    found, folds = {}, 0
    for file in kinds:
        page.goto(file.as_uri())
        folds += page.locator("details:not(.fold)").count()
        found[str(file)] = page.evaluate(HIDDEN)
    assert folds > 20
    assert {name: hidden for name, hidden in found.items() if hidden} == {}


def test_a_folded_table_is_printed(page: Page, site: Path, tmp_path: Path) -> None:
    page.goto((site / "comparisons/first-personal-threat.html").as_uri())
    folded = page.evaluate(FOLDED)
    words = printed(page, tmp_path)
    assert len(folded) > 2
    assert [part for part in folded if re.sub(r"\s+", "", part) not in words] == []


@pytest.mark.parametrize("path", ["articles/jpost-video-very-soon.html", "outlets/jerusalem-post.html"])
def test_a_link_that_leads_out_says_its_address(page: Page, site: Path, tmp_path: Path, path: str) -> None:
    page.goto((site / path).as_uri())
    addresses = page.evaluate(ADDRESSES)
    words = printed(page, tmp_path)
    assert addresses
    assert [address for address in addresses if f"({address})" not in words] == []


def test_the_keys_that_are_told_over_a_page_are_not_printed(page: Page, site: Path, tmp_path: Path) -> None:
    page.goto((site / "claims/first-personal-threat.html").as_uri())
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_contain_text("Use the keys")
    text = printed(page, tmp_path)
    assert "The2016videoisthefirst" in text
    assert "Usethekeys" not in text
