"""What the body of a page asks of its head: shapes that it draws, and scripts that have something to do in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from builder.regexes import regex

_GLYPH: Final = regex(r'<use href="#g-([a-z-]+)"')
_PARTS: Final = {
    "catalogue": (" data-list-filter", " data-search>", " data-choose-two"),
    "choosing": (" data-choose-two",),
    "cite": (),
    "contents": (),
    "keys": (),
    "list-filter": (" data-list-filter",),
    "marks": (" data-marks-switch",),
    "matrix": ('<table class="matrix"', '<table class="matrix '),
    "preview": (),
    "save": (),
    "search": (" data-search>",),
    "table-roles": ("<table class=",),
    "unfold": ("<details",),
}
"""By the name of a script, what a page has where it is needed; nothing for one that only waits. Others are always."""


def glyphs_in(body: str) -> tuple[str, ...]:
    """Return the names of the shapes that a body draws, each once, in order of name."""
    return tuple(sorted(set(_GLYPH.findall(body))))


def scripts_for(body: str, scripts: Iterable[str]) -> tuple[str, ...]:
    """Return those of the addresses of scripts that a body has use for, in the given order."""
    return tuple(script for script in scripts if _is_needed(_PARTS.get(_name_of(script)), body))


def _is_needed(parts: tuple[str, ...] | None, body: str) -> bool:
    return parts is None or any(part in body for part in parts)


def _name_of(address: str) -> str:
    return address.rpartition("/")[2].partition(".")[0]
