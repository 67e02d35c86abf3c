"""axe finds nothing on a page of any kind, light or dark, narrow or wide, with anything open that can be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from tools.looks import OPEN_ALL

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  return found.violations.flatMap(each => each.nodes.map(node =>
    `${each.id}: ${node.target.join(" ")}: ${node.html.slice(0, 160)} (${node.any.concat(node.all, node.none).map(one => one.message).join("; ").slice(0, 200)})`));
}"""
SCREENS = [(width, scheme) for width in (320, 1440) for scheme in ("light", "dark")]


@pytest.fixture(params=SCREENS, ids=lambda screen: f"{screen[0]}-{screen[1]}")
def reader(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A window of some width, in light or dark colours, in which nothing moves by itself."""
    width, scheme = request.param
    page = chromium.new_page(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield page
    page.close()


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands, each with the element."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN)
    return found


@pytest.mark.slow
def test_axe_finds_nothing_on_a_page_of_any_kind(
    reader: Page, kinds: list[Path], request: pytest.FixtureRequest
):
    """As a page stands it is looked at in one of the windows: all open it shows what it then shows, and more."""
    found = {}
    for file in kinds:
        reader.goto(file.as_uri())
        if "1440-light" in request.node.name:
            found[str(file)] = faults(reader)
        reader.evaluate(OPEN_ALL)
        found[f"{file}, all open"] = faults(reader)
    assert len(kinds) > 45
    assert {name: faults for name, faults in found.items() if faults} == {}


def _preview(page: Page) -> None:
    page.evaluate(
        """() => { const link = document.querySelector("main a[href*='articles/']:not(.stance)");
        link.scrollIntoView({ block: "center" });
        link.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse", clientX: 20, clientY: 300 })); }"""
    )
    expect(page.get_by_role("tooltip")).to_be_visible()


def _search(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("putin")
    expect(page.locator("dialog [role=option]").nth(3)).to_be_visible()


def _asked_before(page: Page) -> None:
    _search(page)
    page.locator("dialog [role=option] a, dialog a[role=option]").first.click()
    page.wait_for_load_state()
    page.keyboard.press("Control+k")
    expect(page.locator("dialog [role=option]").first).to_be_visible()


def _keys(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys", exact=True)).to_be_visible()


def _cite(page: Page) -> None:
    page.get_by_role("button", name="Copy, or choose a style").click()
    expect(page.locator(".cite-written")).to_be_visible()


def _taking(page: Page) -> None:
    page.locator("main h1").hover()
    expect(page.locator(".take").first).to_be_visible()


def _menu(page: Page) -> None:
    page.evaluate(
        "() => { const menu = document.querySelector('.menu input'); if (menu.offsetParent) menu.click(); }"
    )


def _contents(page: Page) -> None:
    page.evaluate("() => scrollTo({ top: 1500, behavior: 'instant' })")
    page.wait_for_timeout(300)


def _check(page: Page) -> None:
    page.click("[data-check]")
    page.wait_for_selector(".check-result p")


def _quotation(page: Page) -> None:
    page.locator("table.matrix a.stance").first.focus()


CLAIM, COMPARISON, ARTICLE = (
    "claims/bomb-responsibility.html",
    "comparisons/event--metrojet-crash.html",
    "articles/southfront-rivers-of-blood.html",
)
OPENED: tuple[tuple[str, Callable[[Page], None]], ...] = (
    (CLAIM, _preview),
    (COMPARISON, _preview),
    (ARTICLE, _search),
    (ARTICLE, _asked_before),
    (CLAIM, _keys),
    (ARTICLE, _cite),
    (CLAIM, _cite),
    (CLAIM, _taking),
    (CLAIM, _menu),
    (COMPARISON, _contents),
    (ARTICLE, _check),
    (COMPARISON, _quotation),
)


@pytest.mark.parametrize(("address", "opened"), OPENED)
def test_axe_finds_nothing_in_what_opens_over_a_page(
    reader: Page, site: Path, address: str, opened: Callable[[Page], None]
):
    reader.goto((site / address).as_uri())
    opened(reader)
    assert faults(reader) == []


def test_what_axe_would_complain_of_is_seen(chromium: Browser, tmp_path: Path):
    (tmp_path / "a.html").write_text(
        "<!doctype html><html lang=en><title>t</title><main><h1>t</h1><img src=a.png>", "utf-8"
    )
    page = chromium.new_page()
    page.goto((tmp_path / "a.html").as_uri())
    assert [words.partition(":")[0] for words in faults(page)] == ["image-alt"]
    page.close()
