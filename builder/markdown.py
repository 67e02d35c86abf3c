"""Editors' Markdown as tokens: CommonMark with tables, without raw HTML and images, with links to records.

One parser for all who read it, so that what is checked is what is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from msgspec import Struct

from builder.links import RECORD_LINK

CODE = "\ufffc"
"""Stands for a code span in the words of a block: what it holds is nobody's speech."""
MOST_REMEMBERED = 2048
"""Texts of which it is remembered what was read in them: a process that stays checks them all after each edit."""
_NAMELESS = {"named": False}


class LinkedWords(Struct, frozen=True):
    """A link of a block: where its words begin among those of the block, and where it leads."""

    start: int
    href: str


@lru_cache(maxsize=2)
def parser(*, checks: bool = False) -> MarkdownIt:
    """Return the parser. It lets every link through: who prints or checks decides about links.

    For a check addresses are kept as they are written, where they are to be found again, and images are told from
    links; a page has them percent-encoded, and no images.
    """
    made = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False, "maxNesting": 20})
    made.enable("table")
    made.inline.ruler.before("link", "record_link", _record_link)
    made.validateLink = _let_through  # type: ignore[method-assign]
    if checks:
        made.normalizeLink = _as_written  # type: ignore[method-assign]
    else:
        made.disable("image")
    return made


def is_nameless(token: Token) -> bool:
    """Whether a text stands for the name of the record that its link leads to."""
    return token.meta == _NAMELESS


def blocks_of(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens that hold running words: paragraphs, headings, cells of tables."""
    return (token for token in tokens if token.type == "inline")


def words_of(children: Sequence[Token]) -> str:
    """Return the words of a block as a reader sees them; line ends are spaces, a code span is one sign."""
    return "".join(words_of_token(token) for token in children)


def words_of_token(token: Token) -> str:
    """Return what one inline token adds to the words of its block."""
    if token.type in ("text", "text_special"):
        return token.content
    if token.type == "code_inline":
        return CODE
    return " " if token.type in ("softbreak", "hardbreak") else ""


def links_of(children: Sequence[Token]) -> tuple[LinkedWords, ...]:
    """Return the links of a block in order."""
    found: list[LinkedWords] = []
    offset = 0
    for token in children:
        if token.type == "link_open":
            found.append(LinkedWords(offset, str(token.attrGet("href") or "")))
        offset += len(words_of_token(token))
    return tuple(found)


def _let_through(url: str) -> bool:
    return True


def _as_written(url: str) -> str:
    return url


def _record_link(state: StateInline, silent: bool) -> bool:
    """Read `[[kind:id]]` or `[[kind:id|words]]` as a link; where no words are given the renderer fills in the name."""
    match = RECORD_LINK.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": f"{match[1]}:{match[2]}"}
        words = state.push("text", "", 0)
        words.content = match[3] or match[2]
        words.meta = {} if match[3] else _NAMELESS
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True
