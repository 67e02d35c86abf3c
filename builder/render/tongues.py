"""How an element says which language its words are in, and which way they run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from markupsafe import Markup, escape

from builder.languages import direction_of
from builder.render.printing import printed


@lru_cache(maxsize=256)
def spoken(language: str | None, *, isolated: bool = False) -> Markup:
    """Return the attributes of an element whose words are in a language, with a space before them.

    Words that run from right to left do so even where the first is a foreign one; all others run as their first letter,
    which an isolated element (`bdi`) does unasked.
    """
    way = direction_of(language)
    said = f' lang="{escape(language)}"' if language else ""
    if isolated and way != "rtl":
        return Markup(said)
    return Markup(f' dir="{way if way == "rtl" else "auto"}"{said}')


class Name(Protocol):
    """A name with the language that it is in."""

    @property
    def text(self) -> str:
        """Letter for letter."""

    @property
    def lang(self) -> str | None:
        """Its language tag."""


def telling(words: str, names: Sequence[Name]) -> str:
    """Return a sentence in which each of some names says its language, and runs its own way."""
    if not names:
        return words
    languages = {name.text: name.lang for name in names if name.text}
    pieces = re.split(f"({'|'.join(map(re.escape, sorted(languages, key=len, reverse=True)))})", words)
    return Markup("").join(
        Markup(f"<bdi{spoken(languages[piece], isolated=True)}>{printed(piece)}</bdi>")
        if piece in languages
        else printed(piece)
        for piece in pieces
    )
