"""The file around the chapters: what stands before them, their styles, and the shapes that they draw.

It is written page by page: of a site of any size no more than the titles of its pages is held at once.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import BinaryIO, Final

from msgspec import Struct
from msgspec.structs import replace

from builder.onefile.chapter import Anchors, LeftOut, NotAPage, chapter_of
from builder.output.archive import held_site, read_held, replaced_file
from builder.output.destination import Destination
from builder.output.refusal import OutputRefused
from builder.regexes import regex

STYLE, CHAPTERS, SHAPES = b"<!--style-->", b"<!--chapters-->", b"<!--shapes-->"
"""Where the frame has its style sheet, its chapters and, unless they go without drawings, what they draw.

No word of a page can hold such a sign.
"""
OWN = b'<meta name="generator" content="dossier pack">'
"""By what a file is known as one of ours, that another may replace."""

_TITLE: Final = regex(r"<title>([^<]*)</title>")
_HEADING: Final = regex(r"<h1\b[^>]*? lang=\"([^\"]*)\"")
_CITATION: Final = regex(r"<p class=\"cite-text\">(.*?)</p>", re.DOTALL)
_SYMBOL: Final = regex(r"<symbol id=\"g-[^\"]*\".*?</symbol>", re.DOTALL)


class Opened(Struct, frozen=True):
    """A page that was looked into: where it is, what it is called, and in which language where that is another."""

    path: str
    title: str
    lang: str | None
    citation: str | None = None
    """How it is cited, as the page has it, in markup; None where it is nothing to cite."""


class Sheet(Struct, frozen=True):
    """The style sheet of a file, and by what its policy knows it."""

    content: bytes

    @property
    def digest(self) -> str:
        """Its SHA-256 as a source of a Content Security Policy."""
        return f"'sha256-{b64encode(sha256(self.content).digest()).decode('ascii')}'"


class Carried(Struct, frozen=True):
    """What goes into a file: the addresses of the pages in their order, where links lead, and what surrounds them.

    `frame` is given the pages as they were opened, the first of which is the site's first page.
    """

    paths: Sequence[str]
    anchors: Anchors
    sheet: Sheet
    frame: Callable[[Sequence[Opened]], bytes]
    is_left_out: LeftOut = lambda _name, _attributes: False
    is_noted: Callable[[str], bool] = lambda _path: False
    """Of which chapters a note at the foot says what they are where another leads there."""


def write_one_file(place: Destination, out: Path, carried: Carried, on_wait: Callable[[], None]) -> int:
    """Write pages of the published site as one file and return its bytes.

    Raises `OutputRefused` where there is no site, where a page is not as the builder makes them, where something else
    stands at `out`, and when the disk refuses; a former file then stays.
    """
    if out.resolve().is_relative_to(place.out):
        raise OutputRefused(f"{out} lies in the site itself", "choose another place")
    with held_site(place, on_wait):
        shapes: set[str] = set()
        opened = _titled([_opened(place, path, shapes) for path in carried.paths])
        before, between, after = _parts(carried.frame(opened))
        with replaced_file(out, OWN) as stream:
            stream.write(before + b"<style>" + carried.sheet.content + b"</style>" + between)
            _write_chapters(place, carried, _noting(carried, opened), stream)
            drawn = "\n".join(sorted(shapes)).encode()
            stream.write(after.replace(SHAPES, drawn))
            return stream.tell()


def _parts(frame: bytes) -> tuple[bytes, bytes, bytes]:
    before, rest = frame.split(STYLE)
    between, after = rest.split(CHAPTERS)
    return before, between, after


def _noting(carried: Carried, opened: Sequence[Opened]) -> Anchors:
    notes = {each.path: each.citation for each in opened if each.citation and carried.is_noted(each.path)}
    return Anchors(carried.anchors.chapters, carried.anchors.base_url, notes)


def _write_chapters(place: Destination, carried: Carried, anchors: Anchors, stream: BinaryIO) -> None:
    for path in carried.paths:
        page = read_held(place, path).decode("utf-8")
        try:
            pieces = chapter_of(path, page, anchors, carried.is_left_out)
            stream.writelines(piece.encode("utf-8") for piece in pieces)
        except NotAPage as fault:
            raise OutputRefused(
                f"{path} is not a page as the builder writes it", "build the site again"
            ) from fault
        stream.write(b"\n")


def _opened(place: Destination, path: str, shapes: set[str]) -> Opened:
    page = read_held(place, path).decode("utf-8")
    shapes.update(_SYMBOL.findall(page))
    title, heading, cited = _TITLE.search(page), _HEADING.search(page), _CITATION.search(page)
    lang = unescape(heading[1]) if heading else None
    return Opened(path, unescape(title[1]) if title else path, lang, cited[1] if cited else None)


def _titled(opened: Sequence[Opened]) -> list[Opened]:
    """Return pages by their own titles: the dossier's stands behind each but the first page's, which has it alone."""
    behind = f" · {opened[0].title}"
    return [
        opened[0],
        *(replace(each, title=each.title.removesuffix(behind)) for each in opened[1:]),
    ]
