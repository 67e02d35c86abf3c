"""What an article is called: the headline that readers see, told from the name of the site and from other headlines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from builder.intake.blocks import Block
from builder.intake.metadata import Metadata, Told

_PARTS: Final = re.compile(r"\s+[|»«·•‹›–—-]{1,2}\s+|\s*::\s*|\s*[|｜_]\s*|\s+\|\|\s+")
_LONGEST: Final = 300
_LEAST_SIGNS: Final = 6
"""A shorter heading (`News`, `World`) is no headline of an article unless the page's data say so."""


class Headline(Struct, frozen=True):
    """The title, the block that shows it (None where no line does), and where it was read."""

    text: str
    line: int | None
    field: str
    site: str = ""
    """What stands beside it in the page's title: mostly the name of the site."""


def headline_of(blocks: list[Block], told: Metadata, page_title: str, names: Iterable[str]) -> Headline:
    """Return what the article is called. `names` are what the site is called, as far as is known."""
    sites = {_key(name) for name in names if name}
    wanted = [*told.titles, *([Told(page_title, "title of the page")] if page_title else [])]
    parts = {_key(part): part for each in wanted for part in _parts(each.value)}
    headings = [index for index, block in enumerate(blocks) if block.tag == "h1" and not block.is_aside]
    headings = [index for index in headings if _key(blocks[index].text) not in sites] or headings
    site = _beside(page_title, sites)
    for index in (*headings, *_likely(blocks)):
        if _key(blocks[index].text) in parts and _key(blocks[index].text) not in sites:
            return Headline(blocks[index].text, index, "the headline of the text", site)
    for index in headings:
        own = _key(blocks[index].text)
        if any(
            len(own) > _LEAST_SIGNS and (own in _key(each.value) or _key(each.value) in own)
            for each in wanted
        ):
            return Headline(blocks[index].text, index, "the headline of the text", site)
    if len(headings) == 1 and len(_key(blocks[headings[0]].text)) >= _LEAST_SIGNS:
        return Headline(blocks[headings[0]].text, headings[0], "the headline of the text", site)
    if wanted:
        text = _without_site(wanted[0].value, sites, is_page=wanted[0].field == "title of the page")
        return Headline(text, None, wanted[0].field, site)
    line = next((index for index in (*headings, *_likely(blocks))), None)
    return Headline(blocks[line].text if line is not None else "", line, "the headline of the text", site)


def _likely(blocks: list[Block]) -> Iterator[int]:
    """Yield the lines that may be a headline where none is marked as one; old pages have it in bold or in a table."""
    for tags in (("h2", "h3"), None):
        for index, block in enumerate(blocks):
            if not block.is_aside and len(block.text) <= _LONGEST and (tags is None or block.tag in tags):
                yield index


def _parts(title: str) -> Iterator[str]:
    """Yield a title, and what is left of it without parts at either end."""
    pieces = [piece for piece in _PARTS.split(title) if piece and piece.strip()]
    yield title
    yield from pieces
    marks = [found.span() for found in _PARTS.finditer(title)]
    for start, end in marks:
        yield title[:start]
        yield title[end:]


def _without_site(title: str, sites: set[str], *, is_page: bool) -> str:
    marks = [found.span() for found in _PARTS.finditer(title)]
    if not marks:
        return title
    start, end = marks[-1]
    last, first = title[end:], title[: marks[0][0]]
    if _is_site(last, sites) or (is_page and len(last) < len(title[:start]) and len(last.split()) <= 4):
        return _without_site(title[:start], sites, is_page=False) if start else title
    if _is_site(first, sites):
        return title[marks[0][1] :] or title
    return title


def _is_site(part: str, sites: set[str]) -> bool:
    own = _key(part)
    return bool(own) and any(own in site or site in own for site in sites)


def _beside(title: str, sites: set[str]) -> str:
    pieces = [piece.strip() for piece in _PARTS.split(title) if piece and piece.strip()]
    if len(pieces) < 2:
        return ""
    known = next((piece for piece in pieces if _is_site(piece, sites)), "")
    return known or (pieces[-1] if len(pieces[-1].split()) <= 4 else "")


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
