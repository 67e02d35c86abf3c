"""Quotations in a block of prose become links to where they stand; those from outside get a note behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token
from msgspec import Struct

from builder.markdown import words_of, words_of_token


class Citation(Struct, frozen=True):
    """A quotation of a block by its range in the block's words, marks included.

    It gets a link (`href`), or a note that names its source (with an address, or None) and ends in a remark.
    """

    start: int
    end: int
    href: str | None = None
    source: str | None = None
    source_href: str | None = None
    remark: str = ""


Cite = Callable[[str], Sequence[Citation]]
"""Gives the quotations of a block by its words, in order and apart."""


def no_citations(words: str) -> Sequence[Citation]:
    """Say that a block quotes nothing."""
    return ()


def with_citations(children: Sequence[Token], cite: Cite) -> list[Token]:
    """Return the tokens of a block with its quotations linked, where no other link is in the way, and noted."""
    citations = cite(words_of(children))
    if not citations:
        return list(children)
    cuts = sorted({place for each in citations for place in (each.start, each.end)})
    pieces = _cut(children, cuts)
    ways = _ways(pieces)
    before: dict[int, list[Token]] = {}
    after: dict[int, list[Token]] = {}
    for each in citations:
        inside = [
            place for place, (start, end, _) in enumerate(ways) if each.start <= start < end <= each.end
        ]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        if each.href and ways[first][2] == ways[last][2] and not _meets_link(pieces, ways, first, last):
            before.setdefault(first, []).append(Token("quotation_open", "a", 1, attrs={"href": each.href}))
            after.setdefault(last, []).append(Token("quotation_close", "a", -1))
        if each.source:
            after.setdefault(_past_links(pieces, ways, last), []).extend(_note(each))
    return [
        token
        for place, piece in enumerate(pieces)
        for token in (*before.get(place, ()), piece, *after.get(place, ()))
    ]


def _cut(children: Sequence[Token], cuts: Sequence[int]) -> list[Token]:
    """Split the texts of a block at some offsets of its words."""
    pieces: list[Token] = []
    offset = 0
    for token in children:
        words = words_of_token(token)
        inner = [cut - offset for cut in cuts if offset < cut < offset + len(words)]
        if token.type in ("text", "text_special") and inner:
            for start, end in zip([0, *inner], [*inner, len(words)], strict=True):
                pieces.append(_text(words[start:end]))
        else:
            pieces.append(token)
        offset += len(words)
    return pieces


_Way = tuple[int, int, tuple[int, ...]]


def _ways(pieces: Sequence[Token]) -> list[_Way]:
    """For each piece the range of its words, and the places of the tags that are open around it."""
    ways: list[_Way] = []
    opened: list[int] = []
    offset = 0
    for place, piece in enumerate(pieces):
        if piece.nesting < 0:
            opened.pop()
        length = len(words_of_token(piece))
        ways.append((offset, offset + length, tuple(opened)))
        offset += length
        if piece.nesting > 0:
            opened.append(place)
    return ways


def _meets_link(pieces: Sequence[Token], ways: Sequence[_Way], first: int, last: int) -> bool:
    """Whether a link is among or around the words of a quotation."""
    return any(pieces[place].type == "link_open" for place in (*range(first, last + 1), *ways[first][2]))


def _past_links(pieces: Sequence[Token], ways: Sequence[_Way], place: int) -> int:
    """The place behind a quotation at which a note is no part of a link."""
    while any(pieces[each].type == "link_open" for each in ways[place][2]):
        place += 1
    return place


def _note(citation: Citation) -> list[Token]:
    source = [_text(citation.source or "")]
    if citation.source_href:
        opening = Token("link_open", "a", 1, attrs={"href": citation.source_href})
        source = [opening, *source, Token("link_close", "a", -1)]
    return [_text(" ["), *source, _text(f"{citation.remark}]")]


def _text(words: str) -> Token:
    return Token("text", "", 0, content=words)
