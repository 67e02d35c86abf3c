"""Measures what `import` proposes of saved pages against public collections of pages whose truth is known.

    python bench/intake.py FOLDER … [--half first|second] [--wrong FIELD] [--saved]

A FOLDER is a checkout of one of these, told by what it holds:

- `test/test-pages/*/source.html` with `expected-metadata.json`: the pages of Mozilla's Readability. Title, author,
  outlet, language and date as that program reads them and its authors approved them.
- `fixtures/*.html` with `src/extractors/custom/*/index.test.js`: those of Postlight's Parser. Title, author and date,
  set down by hand; dates are moments in UTC, and the day is right where it is theirs in some zone.
- `tests/eval_default.json` and others like it: those of htmldate. Dates, set down by hand.

Each collection is parted into halves by the digest of its pages' names. Errors are looked into in the first half
alone (`--wrong title` lists them); the second tells how it goes with pages that nothing was tuned on. A field counts
where the collection states it, and a date not where the page is rightly read to say only when it was last changed.
`refused` are files without words of an article, which `import` says; they count nowhere. `without a cue` are dates
whose cue stands neither in the page nor in its address; there may be none. `--saved` gives each page the remark with
its address that Chrome and Edge leave in what they save, where it is known.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from html import unescape
from pathlib import Path

from msgspec import Struct

sys.path[:0] = [str(Path(__file__).parents[1])]

from builder.intake.decoding import decode  # noqa: E402
from builder.intake.found import Found, Unreadable  # noqa: E402
from builder.intake.reading import read_file  # noqa: E402

FIELDS = ("title", "date", "outlet", "author", "language")
HALVES = ("first", "second")
_WEST, _EAST = timedelta(hours=12), timedelta(hours=14)
_ASSERTED = re.compile(
    r"assert\.(?:equal|strictEqual)\(\s*(title|author|date_published)\s*,\s*(?:'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"|`([^`]*)`)"
)


class Page(Struct, frozen=True):
    """A saved page, where it was published as far as that is known, and what is true of it."""

    file: Path
    truth: dict[str, str]
    url: str = ""


class Judged(Struct, frozen=True):
    """For each field that is known of a page whether it was proposed right, wrong or not at all, and both values.

    A date is a `change` where the page is read to say only when it was last changed, and that is the day; and where
    the truth is what the page calls its last change, and the proposal what it calls its publication.
    """

    page: Page
    told: dict[str, tuple[str, str, str]]
    """Field → verdict (`right`, `wrong`, `none`, `change`), the truth, the proposal."""
    lacks_cue: bool
    is_refused: bool


def main() -> None:
    """Print a table for each collection and half; with `--wrong` the pages of the first half that went wrong."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("folders", type=Path, nargs="+")
    arguments.add_argument("--half", choices=HALVES)
    arguments.add_argument("--wrong", choices=(*FIELDS, "cue"))
    arguments.add_argument("--saved", action="store_true")
    arguments.add_argument("--jobs", type=int, default=1)
    chosen = arguments.parse_args()
    print("| collection | half | pages | refused | " + " | ".join(FIELDS) + " | without a cue |")
    print("| --- " * 2 + "| ---: " * (len(FIELDS) + 3) + "|")
    for folder in chosen.folders:
        name, pages = collection(folder)
        for half in HALVES[:1] if chosen.wrong else (chosen.half,) if chosen.half else HALVES:
            with ProcessPoolExecutor(chosen.jobs) as workers:
                wanted = [page for page in pages if half_of(page) == half]
                judged = list(workers.map(partial(judge, saved=chosen.saved), wanted, chunksize=4))
            print(line(name, half, judged), flush=True)
            if chosen.wrong:
                print("\n".join(faults(judged, chosen.wrong)))


def half_of(page: Page) -> str:
    """Return the half that a page is in, by the digest of its file's name."""
    name = page.file.parent.name if page.file.name == "source.html" else page.file.name
    return HALVES[sha256(name.encode()).digest()[0] % 2]


def collection(folder: Path) -> tuple[str, list[Page]]:
    """Return what a collection is called, and its pages in the order of their files."""
    for name, mark, read in _COLLECTIONS:
        if next(folder.glob(mark), None) is not None:
            return name, sorted(read(folder), key=lambda page: page.file)
    raise SystemExit(f"{folder}: no collection that is known")


def _readability(folder: Path) -> Iterator[Page]:
    keys = {
        "title": "title",
        "author": "byline",
        "outlet": "siteName",
        "language": "lang",
        "date": "publishedTime",
    }
    for file in folder.glob("test/test-pages/*/source.html"):
        told = json.loads((file.parent / "expected-metadata.json").read_text("utf-8"))
        truth = {field: told[key] for field, key in keys.items() if told.get(key)}
        yield Page(file, {**truth, **({"date": truth["date"][:10]} if "date" in truth else {})})


def _parser(folder: Path) -> Iterator[Page]:
    keys = {"title": "title", "author": "author", "date_published": "date"}
    for test in folder.glob("src/extractors/custom/*/index.test.js"):
        for part in re.split(r"(?=readFileSync\()", test.read_text("utf-8"))[1:]:
            named = re.match(r"readFileSync\(\s*'\./(fixtures/[^']+)'", part)
            before = test.read_text("utf-8").partition(part)[0]
            address = re.findall(r"url\s*=\s*['\"`]([^'\"`]+)['\"`]", before)
            if named and (folder / named[1]).is_file():
                truth = {keys[key]: _script(a or b or c) for key, a, b, c in _ASSERTED.findall(part)}
                yield Page(folder / named[1], truth, address[-1] if address else "")


def _script(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text).replace("\\", "")


def _htmldate(folder: Path) -> Iterator[Page]:
    for table in folder.glob("tests/eval_*.json"):
        for url, told in json.loads(table.read_text("utf-8")).items():
            places = (folder / "tests" / name / told["file"] for name in ("test_set", "cache", "eval"))
            file = next((place for place in places if place.is_file()), None)
            if file is not None and isinstance(told["date"], str):
                yield Page(file, {"date": told["date"]}, url)


_COLLECTIONS: tuple[tuple[str, str, Callable[[Path], Iterator[Page]]], ...] = (
    ("readability", "test/test-pages", _readability),
    ("parser", "src/extractors/custom", _parser),
    ("htmldate", "tests/eval_default.json", _htmldate),
)


def judge(page: Page, *, saved: bool) -> Judged:
    """Read a page as `import` does, and hold what is proposed against the truth."""
    content = page.file.read_bytes()
    if saved and page.url:
        content = f"<!-- saved from url=({len(page.url):04}){page.url} -->\n".encode() + content
    try:
        (found,) = read_file(content, "page.html")
    except Unreadable:
        return Judged(page, {}, lacks_cue=False, is_refused=True)
    source = decode(content, "")[0]
    told = {field: _judged(field, true, found) for field, true in page.truth.items() if true}
    if told.get("date", ("",))[0] == "wrong" and _is_said_change(source, told["date"][1], told["date"][2]):
        told["date"] = ("change", *told["date"][1:])
    return Judged(page, told, _lacks_cue(found, source), is_refused=False)


def _is_said_change(source: str, true: str, own: str) -> bool:
    """Whether fields of the page name the truth as its last change, and the proposal as its publication."""
    changed = re.search(rf"(?i)(?:modified|updated)[^<>]{{0,60}}?{re.escape(true[:10])}", source)
    published = re.search(rf"(?i)(?:published|pubdate)[^<>]{{0,60}}?{re.escape(own)}", source)
    return bool(changed and published)


def _judged(field: str, true: str, found: Found) -> tuple[str, str, str]:
    when = found.published
    if field == "date" and when and when.is_update:
        return ("change" if _is_right(field, true, when.edtf) else "none"), true, f"changed {when.edtf}"
    proposals = {
        "title": found.title,
        "date": when.edtf if when else "",
        "outlet": found.outlet,
        "author": found.byline,
        "language": found.language,
    }
    own = proposals[field]
    if not own:
        return "none", true, own
    return ("right" if _is_right(field, true, own) else "wrong"), true, own


def _is_right(field: str, true: str, own: str) -> bool:
    if field == "date":
        if len(true) == len("2020-01-01"):
            return own == true
        if (moment := _moment(true)) is not None:
            return (moment - _WEST).date().isoformat() <= own <= (moment + _EAST).date().isoformat()
    if field == "language":
        return own.partition("-")[0].lower() == re.split("[-_]", true)[0].lower()
    if field == "author":
        return set(_words(own)) - {"and"} == set(_words(re.sub("(?i)^by ", "", true))) - {"and"}
    if field == "title":  # Readability keeps the name of the site beside some headlines
        return _words(own) in map(_words, (true, *_headlines(true)))
    return _words(own) == _words(true)


def _headlines(title: str) -> list[str]:
    """What is left of a title without a shorter part behind the last sign that parts it."""
    found = re.match(r"(?s)(.{10,}?)\s*(?:\s[|–—·-]\s|[:：]|\s\[)[^|–—·:：-]{1,30}$", title)
    return [found[1]] if found and 2 * len(found[1]) > len(title) else []


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", unescape(text)).casefold())


def _lacks_cue(found: Found, source: str) -> bool:
    when = found.published
    if when is None:
        return False
    shown = re.sub(r"<[^>]*>", "", source)
    places = (found.text, found.url, source, unescape(source), unescape(shown))
    cue = "".join(when.cue.split())
    return not any(cue in "".join(place.split()) for place in places)


def line(name: str, half: str, judged: list[Judged]) -> str:
    """Return a row: of each field how many of those that are known came out right, and how many wrong."""
    cells = [name, half, str(len(judged)), str(sum(each.is_refused for each in judged))]
    for field in FIELDS:
        counts = Counter(each.told[field][0] for each in judged if field in each.told)
        known = counts.total() - counts["change"]
        share = f"{100 * counts['right'] / known:.0f} % of {known}, {counts['wrong']} wrong" if known else "–"
        cells.append(share + (f", {counts['change']} as a change" if counts["change"] else ""))
    return f"| {' | '.join([*cells, str(sum(each.lacks_cue for each in judged))])} |"


def faults(judged: list[Judged], field: str) -> Iterator[str]:
    """Yield a line for each page where a field is not right, or whose date has no cue."""
    for each in judged:
        name = each.page.file.parent.name if each.page.file.name == "source.html" else each.page.file.name
        if field == "cue" and each.lacks_cue:
            yield f"{name}: no cue"
        elif field in each.told and each.told[field][0] != "right":
            verdict, true, own = each.told[field]
            yield f"{name}: {verdict}: {true!r}, proposed {own!r}"


if __name__ == "__main__":
    main()
