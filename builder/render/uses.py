"""What the body of a page asks of its head: shapes that it draws, and scripts that have something to do in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_GLYPH: Final = re.compile(r'<use href="#g-([a-z-]+)"')
_PARTS: Final = {
    "list-filter": re.compile(r" data-list-filter\b"),
    "marks": re.compile(r" data-marks-switch\b"),
    "matrix": re.compile(r'<table class="matrix[ "]'),
    "search": re.compile(r' role="search"'),
    "table-roles": re.compile(r"<table class="),
    "unfold": re.compile(r"<details\b"),
}
"""By the name of a script, or what it begins with, what a page has where the script is needed. Others are always."""


def glyphs_in(body: str) -> tuple[str, ...]:
    """Return the names of the shapes that a body draws, each once, in order of name."""
    return tuple(sorted(set(_GLYPH.findall(body))))


def scripts_for(body: str, scripts: Iterable[str]) -> tuple[str, ...]:
    """Return those of the addresses of scripts that a body has use for, in the given order."""
    return tuple(
        script for script in scripts if _is_needed(script.rpartition("/")[2].partition(".")[0], body)
    )


def _is_needed(script: str, body: str) -> bool:
    part = _PARTS.get(script) or _PARTS.get(script.partition("-")[0])
    return part is None or part.search(body) is not None
