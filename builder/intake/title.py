"""What an article is called: the headline that readers see, told from the name of the site and from other headlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from builder.intake.blocks import Block
from builder.intake.metadata import Metadata, Told
from builder.regexes import regex

_PARTS: Final = regex(r"\s+[|»«·•‹›–—-]{1,2}\s+|\s*::\s*|\s*[|｜_]\s*|\s+\|\|\s+")
_PAGE_TITLE: Final = "title of the page"
_LONGEST: Final = 300
_MOST_SITE_WORDS: Final = 4
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
    wanted = [*told.titles, *([Told(page_title, _PAGE_TITLE)] if page_title else [])]
    line = _shown(blocks, wanted, sites)
    if line is not None:
        text, field = blocks[line].text, "the headline of the text"
    elif wanted:
        text, field = (
            _without_site(wanted[0].value, sites, is_page=wanted[0].field == _PAGE_TITLE),
            wanted[0].field,
        )
    else:
        line = next(_likely(blocks), None)
        text, field = blocks[line].text if line is not None else "", "the first line of the text"
    return Headline(text, line, field, _beside(page_title, text, sites))


def _shown(blocks: list[Block], wanted: list[Told], sites: set[str]) -> int | None:
    """Return the line that is the headline: one that the page's data name, else the only heading of the first rank."""
    parts = {_key(part) for each in wanted for part in _parts(each.value)} - sites - {""}
    told = [_key(each.value) for each in wanted]
    headings = [index for index, block in enumerate(blocks) if block.tag == "h1" and not block.is_aside]
    headings = [index for index in headings if _key(blocks[index].text) not in sites]
    named = [index for index in headings if _key(blocks[index].text) in parts]
    if named:
        return max(named, key=lambda index: len(blocks[index].text))
    for index in _likely(blocks):
        own = _key(blocks[index].text)
        if own in parts and _is_most(own, told):
            return index
    for index in headings:
        own = _key(blocks[index].text)
        if len(own) > _LEAST_SIGNS and any(own in each or (each and each in own) for each in told):
            return index
    if len(headings) == 1 and len(_key(blocks[headings[0]].text)) >= _LEAST_SIGNS:
        return headings[0]
    return next((index for index in _ranked(blocks) if _is_most(_key(blocks[index].text), told)), None)


def _is_most(own: str, told: list[str]) -> bool:
    """Whether a line is half or more of a title that holds it; less is the name of a section or of the site."""
    return any(own in each and 2 * len(own) >= len(each) for each in told if own)


def _likely(blocks: list[Block]) -> Iterator[int]:
    """Yield the lines that may be a headline where none is marked as one; old pages have it in bold or in a table."""
    yield from _ranked(blocks)
    yield from (index for index, block in enumerate(blocks) if _may_be(block))


def _ranked(blocks: list[Block]) -> Iterator[int]:
    return (index for index, block in enumerate(blocks) if _may_be(block) and block.tag in ("h2", "h3"))


def _may_be(block: Block) -> bool:
    return not block.is_aside and len(block.text) <= _LONGEST and any(map(str.isalpha, block.text))


def _parts(title: str) -> Iterator[str]:
    """Yield a title, and what is left of it without parts at either end."""
    pieces = [piece for piece in _PARTS.split(title) if piece and piece.strip()]
    yield title
    yield from pieces
    yield title.partition(": ")[2]
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
    if _is_site(last, sites) or (
        is_page and len(last) < len(title[:start]) and len(last.split()) <= _MOST_SITE_WORDS
    ):
        return _without_site(title[:start], sites, is_page=False) if start else title
    if _is_site(first, sites):
        return title[marks[0][1] :] or title
    return title


def _is_site(part: str, sites: set[str]) -> bool:
    own = _key(part)
    return bool(own) and any(own in site or site in own for site in sites)


def _beside(title: str, headline: str, sites: set[str]) -> str:
    before, colon, behind = title.partition(": ")
    if colon and _key(behind) == _key(headline):
        return before.rstrip(" :")
    pieces = [piece.strip() for piece in _PARTS.split(title) if piece and piece.strip()]
    if len(pieces) < 2:
        return ""
    known = next((piece for piece in pieces if _is_site(piece, sites)), "")
    ends = [piece for piece in (pieces[-1], pieces[0]) if len(piece.split()) <= _MOST_SITE_WORDS]
    return known or next((piece for piece in ends if _key(piece) != _key(headline)), "")


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
