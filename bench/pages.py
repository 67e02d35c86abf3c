"""How large the pages of a built site are: for each kind their number, the median and the largest, in KB.

    python bench/pages.py ROOT [--heights] [--chromium /usr/bin/chromium] [--shots FOLDER]

ROOT is a dossier that was built. A kind is told by the folder and by the form of the name: `topics/X`,
`topics/X/articles`. `--heights` opens the largest page of each kind in a browser and gives its height in px on
wide and narrow screens; `--shots` keeps a picture of the first screens of each. Prints Markdown.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

WIDTHS = (1440, 390)
SHOT_PX = 4000
"""The height of a picture: some four screens."""
RECORDS = (
    "articles",
    "claims",
    "comparisons",
    "entities",
    "events",
    "outlets",
    "topics",
)


def kind_of(path: str) -> str:
    """Return the kind of page that lives at an address of the site."""
    folder, *rest = re.sub(r"-\d+\.html$", "-N.html", path).removesuffix(".html").split("/")
    if folder not in RECORDS or rest in (["index"], ["page-N"]):
        return path if not rest else "/".join((folder, *rest))
    if folder == "comparisons" and "--" in rest[0]:
        rest[0] = "event--X" if rest[0].startswith("event--") else "X--Y"
    else:
        rest[0] = "X"
    return "/".join((folder, *rest)).removesuffix("-N")


def by_kind(site: Path) -> dict[str, list[Path]]:
    """Return the pages of each kind, the largest first."""
    found: dict[str, list[Path]] = {}
    for page in sorted(site.rglob("*.html")):
        found.setdefault(kind_of(page.relative_to(site).as_posix()), []).append(page)
    return {
        kind: sorted(pages, key=lambda page: -page.stat().st_size) for kind, pages in sorted(found.items())
    }


def heights_of(pages: list[Path], chromium: str | None, shots: Path | None) -> dict[Path, list[int]]:
    """Return for each page its height in px at each width."""
    found: dict[Path, list[int]] = {page: [] for page in pages}
    flags = ["--no-sandbox", "--disable-gpu"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        for width in WIDTHS:
            tab = browser.new_page(viewport={"width": width, "height": 900})
            for page in pages:
                tab.goto(page.as_uri())
                height = tab.evaluate("document.documentElement.scrollHeight")
                found[page].append(height)
                if shots:
                    name = "+".join(page.parts[-2:]).removesuffix(".html")
                    clip = {"x": 0, "y": 0, "width": width, "height": min(height, SHOT_PX)}
                    tab.screenshot(path=shots / f"{name}-{width}.png", full_page=True, clip=clip)
            tab.close()
        browser.close()
    return found


def lines_of(site: Path, heights: bool, chromium: str | None, shots: Path | None) -> Iterator[str]:
    """Yield the table."""
    kinds = by_kind(site)
    largest = {kind: pages[0] for kind, pages in kinds.items()}
    measured = heights_of(list(largest.values()), chromium, shots) if heights or shots else {}
    yield f"| kind | pages | median KB | largest KB |{' px at 1440 | px at 390 |' if measured else ''} largest page |"
    yield f"| --- | ---: | ---: | ---: |{' ---: | ---: |' if measured else ''} --- |"
    for kind, pages in kinds.items():
        sizes = [page.stat().st_size / 1000 for page in pages]
        tall = "".join(f" {height:,} |" for height in measured.get(pages[0], ()))
        name = pages[0].relative_to(site).as_posix()
        yield f"| {kind} | {len(pages):,} | {median(sizes):.0f} | {sizes[0]:.0f} |{tall} {name} |"


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("root", type=Path)
    parser.add_argument("--heights", action="store_true")
    parser.add_argument("--chromium", help="The browser's program, where it is not Playwright's own.")
    parser.add_argument("--shots", type=Path, help="Where to keep pictures.")
    chosen = parser.parse_args()
    if chosen.shots:
        chosen.shots.mkdir(parents=True, exist_ok=True)
    site = chosen.root.resolve() / "site"
    print("\n".join(lines_of(site, chosen.heights, chosen.chromium, chosen.shots)))


if __name__ == "__main__":
    main()
