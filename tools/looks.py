"""How much a reader has to look at: height, weight and repetition of every page of a built site, and pictures of them.

    python -m tools.looks SITE [--chromium PROGRAM] [--over] [--pictures FOLDER]

SITE is the folder of a site that was built. Prints a Markdown table, the tallest page first: KB as stored, how often
the words that are quoted most often stand on it, its height in px at 1440 and 390, and the same with every fold open
and every quotation shown. What is above its limit is marked with an asterisk; `--over` leaves the other pages out.
`--pictures` draws a page of each kind instead: at 320, 390, 768 and 1440 px, light and dark, and as on paper.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

LIMIT_BYTES = 80_000
LIMIT_REPEATS = 2
LIMIT_PX = {1440: 6_000, 390: 12_000}
"""Height of a page by the width of the window; with its folds open a page may be twice as high."""
WINDOW_PX = {320: 640, 390: 844, 768: 1024, 1440: 900}
"""Height of the window by its width."""
QUOTED_CHARS = 30
"""What is quoted in fewer characters is a name or a turn of phrase, and may stand anywhere."""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
)

OPEN_ALL = """() => {
  for (const each of document.querySelectorAll('details')) each.open = true;
  for (const each of document.querySelectorAll('.quotes-switch input')) { if (!each.checked) each.click(); }
}"""
_UNREAD = {"script", "style", "title", "desc"}


class _Words(HTMLParser):
    """The words of a page, folded and hidden ones too, and those of its quotations."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[str] = []
        self.quoted: list[list[str]] = []
        self._open: list[tuple[str, list[str]]] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a quotation, or what nobody reads."""
        self._unread += tag in _UNREAD
        if tag in {"q", "blockquote", "mark", "del", "ins"}:
            self._open.append((tag, []))
        self._say(" " if tag in {"p", "li", "td", "th", "div", "tr"} else "")

    def handle_endtag(self, tag: str) -> None:
        """End the quotation that the tag ends."""
        self._unread -= tag in _UNREAD
        if self._open and self._open[-1][0] == tag:
            self.quoted.append(self._open.pop()[1])
        self._say(" " if tag in {"p", "li", "td", "th", "div", "tr"} else "")

    def handle_data(self, data: str) -> None:
        """Take words into the page and into each quotation that is open."""
        if not self._unread:
            self._say(data)

    def _say(self, words: str) -> None:
        for parts in (self.all, *(quotation for _, quotation in self._open)):
            parts.append(words)


def _joined(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


def repeated(html: str) -> dict[str, int]:
    """Return how often each longer quotation stands in full on the page, folded or hidden or not."""
    words = _Words()
    words.feed(html)
    text = _joined(words.all)
    quoted = {_joined(each).strip("“”\"' ") for each in words.quoted}
    return {each: text.count(each) for each in sorted(quoted) if len(each) >= QUOTED_CHARS}


@dataclass(frozen=True)
class Look:
    """What there is of one page: bytes, how often its most frequent quotation stands there, and px by width."""

    name: str
    size: int
    repeats: int
    px: dict[int, int] = field(default_factory=dict)
    px_open: dict[int, int] = field(default_factory=dict)

    def over(self) -> list[str]:
        """Say in words which limits the page breaks."""
        broken = [f"{self.size} bytes"] if self.size > LIMIT_BYTES else []
        broken += [f"a quotation {self.repeats} times"] if self.repeats > LIMIT_REPEATS else []
        broken += [f"{px} px at {at}" for at, px in self.px.items() if px > LIMIT_PX[at]]
        broken += [f"{px} px at {at}, unfolded" for at, px in self.px_open.items() if px > 2 * LIMIT_PX[at]]
        return broken


def looks_of(site: Path, browser: Browser | None) -> list[Look]:
    """Return every page of the site by name; without a browser heights are left out."""
    pages = sorted(site.rglob("*.html"))
    heights = {width: _heights(browser, pages, width) for width in LIMIT_PX} if browser else {}
    return [
        Look(
            page.relative_to(site).as_posix(),
            page.stat().st_size,
            max(repeated(page.read_text("utf-8")).values(), default=0),
            {width: found[page][0] for width, found in heights.items()},
            {width: found[page][1] for width, found in heights.items()},
        )
        for page in pages
    ]


def _heights(browser: Browser, pages: list[Path], width: int) -> dict[Path, tuple[int, int]]:
    tab = browser.new_page(viewport={"width": width, "height": WINDOW_PX[width]})
    found = {}
    for page in pages:
        tab.goto(page.as_uri())
        height = _height(tab)
        tab.evaluate(OPEN_ALL)
        found[page] = height, _height(tab)
    tab.close()
    return found


def _height(tab: Page) -> int:
    return int(tab.evaluate("Math.ceil(document.body.getBoundingClientRect().bottom + window.scrollY)"))


def lines_of(looks: list[Look]) -> Iterator[str]:
    """Yield the table, the tallest page first."""
    yield "| page | KB | same quotation | px at 1440 | px at 390 | unfolded, 1440 | unfolded, 390 |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for look in sorted(looks, key=lambda each: (-each.px.get(390, each.size), each.name)):
        cells = [
            f"{look.size / 1000:.1f}{'*' * (look.size > LIMIT_BYTES)}",
            f"{look.repeats}{'*' * (look.repeats > LIMIT_REPEATS)}",
            *(f"{px:,}{'*' * (px > LIMIT_PX[at])}" for at, px in look.px.items()),
            *(f"{px:,}{'*' * (px > 2 * LIMIT_PX[at])}" for at, px in look.px_open.items()),
        ]
        yield f"| {look.name} | {' | '.join(cells)} |"


def largest_of_kinds(site: Path) -> list[Path]:
    """Return the largest page of each kind: a kind is a folder, and in it what an address is made of."""
    kinds: dict[str, Path] = {}
    for page in sorted(site.rglob("*.html"), key=lambda each: (-each.stat().st_size, each)):
        kinds.setdefault(_kind_of(page.relative_to(site).as_posix()), page)
    return sorted(kinds.values())


def _kind_of(address: str) -> str:
    """As `articles/X/received.html` and `comparisons/event--X.html`; each page of the top is its own kind."""
    top, *folders, name = address.split("/") if "/" in address else ("", address)
    if top and name != "index.html" and not folders:
        name = re.sub(r"(?:(?<=--)|^(?!\w+--)).*(?=\.html$)", "X", name)
    return "/".join((top, *("X" for _ in folders), name))


def draw(browser: Browser, site: Path, folder: Path) -> None:
    """Draw the largest page of each kind into a folder, a picture for each width and ground, and one as on paper."""
    folder.mkdir(parents=True, exist_ok=True)
    for width, height in WINDOW_PX.items():
        for scheme in ("light", "dark"):
            tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            for page in largest_of_kinds(site):
                name = page.relative_to(site).as_posix().removesuffix(".html").replace("/", "+")
                tab.goto(page.as_uri())
                tab.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
                if (width, scheme) == (1440, "light"):
                    tab.pdf(path=folder / f"{name}-print.pdf", format="A4", prefer_css_page_size=True)
            tab.close()


def main() -> None:
    """Read the arguments, look, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path)
    parser.add_argument("--chromium", help="The browser's program, where it is not Playwright's own.")
    parser.add_argument("--over", action="store_true", help="Only pages that break a limit.")
    parser.add_argument("--pictures", type=Path, help="Where to draw pictures.")
    chosen = parser.parse_args()
    site = chosen.site.resolve()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chosen.chromium, args=FLAGS)
        if chosen.pictures:
            draw(browser, site, chosen.pictures)
        else:
            looks = looks_of(site, browser)
            shown = [each for each in looks if each.over() or not chosen.over]
            sys.stdout.write("\n".join((*lines_of(shown), "")))
        browser.close()


if __name__ == "__main__":
    main()
