"""Where a character of a value stands in the YAML, or the Markdown, that it was written in.

Both sides are walked in step: signs of the value stand in the source in the same order, with escapes, indentation,
line ends and marks of Markdown between them.
"""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

from builder.regexes import regex

_ESCAPE = regex(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r\n|[\s\S])")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "_": "\u00a0", "N": "\u0085", "L": "\u2028", "P": "\u2029"}
_ENTITY = regex(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_HEADER = regex(r"[|>][^\r\n]*(?:\r\n|\r|\n)")


_REACH = 4_000
"""So far at most a sign is looked for; what a page adds of its own stands in no source."""

_Read = Callable[[str, int], tuple[str, int]]
"""Gives the sign that is written at a place, and where the next one begins."""


def offset_in_yaml(source: str, value: str, offset: int) -> int:
    """Return where in `source`, a scalar as it is written, the character at `offset` of its value begins."""
    if source == value:
        return offset
    style = source[:1]
    if style == '"':
        return _in_step(source, 1, value, offset, _escape)
    if style == "'":
        return _in_step(source, 1, value, offset, _doubled)
    header = _HEADER.match(source)
    return _in_step(source, header.end() if header else 0, value, offset, _plain)


def offset_in_markdown(source: str, start: int, words: str, offset: int) -> int:
    """Return where in `source`, from `start` on, the character at `offset` of the words of a block begins."""
    return _in_step(source, start, words, offset, _entity)


def _in_step(source: str, start: int, words: str, offset: int, read: _Read) -> int:
    found = at = start
    for sign in words[: offset + 1]:
        if sign.isspace():
            continue
        place = at
        while place < min(len(source), at + _REACH):
            here, after = read(source, place)
            if here == sign:
                found, at = place, after
                break
            place = after
    return found


def _escape(source: str, at: int) -> tuple[str, int]:
    match = _ESCAPE.match(source, at)
    if match is None:
        return source[at], at + 1
    written = match[0]
    if len(written) > 3 and written[1] in "xuU":
        point = int(f"0x{written[2:]}", 16)
        return (chr(point) if point <= 0x10FFFF else "\ufffd"), match.end()
    return _SHORT.get(written[1], written[1]), match.end()


def _doubled(source: str, at: int) -> tuple[str, int]:
    return source[at], at + 2 if source.startswith("''", at) else at + 1


def _entity(source: str, at: int) -> tuple[str, int]:
    match = _ENTITY.match(source, at)
    return (unescape(match[0]), match.end()) if match else (source[at], at + 1)


def _plain(source: str, at: int) -> tuple[str, int]:
    return source[at], at + 1
