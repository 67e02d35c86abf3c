"""On paper nothing stands that only acts; where motion is unwanted nothing moves; with forced colours what is chosen is seen."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page

ACTS = """() => Array.from(document.querySelectorAll("button, input, select, nav.contents, .main-nav"))
  .filter(each => each.checkVisibility({ visibilityProperty: true })).map(each => each.outerHTML.slice(0, 100))"""
MOVES = """() => Array.from(document.querySelectorAll("*")).filter(each => {
  const style = getComputedStyle(each);
  return parseFloat(style.animationDuration) > 0 && style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
}).map(each => each.outerHTML.slice(0, 100))"""


def test_on_paper_nothing_stands_that_only_acts(page: Page, kinds: list[Path]):
    page.emulate_media(media="print")
    found = {}
    for file in kinds:
        if file.name == "search.html":
            continue
        page.goto(file.as_uri())
        found[str(file)] = page.evaluate(ACTS)
    assert {name: acts for name, acts in found.items() if acts} == {}


def test_nothing_moves_where_motion_is_unwanted(chromium: Browser, kinds: list[Path]):
    page = chromium.new_page(reduced_motion="reduce")
    found = {}
    for file in kinds:
        page.goto(file.as_uri())
        found[str(file)] = page.evaluate(MOVES)
    page.close()
    assert {name: moves for name, moves in found.items() if moves} == {}


def test_with_forced_colours_what_is_current_looks_otherwise(chromium: Browser, site: Path):
    page = chromium.new_page(forced_colors="active", viewport={"width": 1440, "height": 900})
    page.goto((site / "topics/threats-against-russia.html").as_uri())
    page.evaluate("() => scrollTo({ top: 1500, behavior: 'instant' })")
    page.wait_for_selector(".kept [aria-current]")
    for among in (".main-nav a", ".kept a", ".theme button"):
        looks = page.evaluate(
            """among => Object.values(Object.groupBy(Array.from(document.querySelectorAll(among)), each =>
              String(each.matches("[aria-current], [aria-pressed=true]")))).map(group => {
                const style = getComputedStyle(group[0]);
                return [style.borderBottomColor, style.backgroundColor, style.color].join();
              })""",
            among,
        )
        assert len(looks) == len(set(looks)) == 2, among
    page.close()
