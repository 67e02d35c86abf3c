"""Words that a search can look up before it asks the index: every word of the pages, every name of an entity.

The engine alone answers a word it does not know with the longest one it does ("Forbes" with "for"). Words are folded:
small letters, compatibility forms resolved, accents dropped. `search/words.js` folds the same way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Protocol

from builder.regexes import regex
from builder.search.folding import fold
from builder.signs import UNSPACED

CHUNK_BYTES = 128 * 1024
MAX_WIDTH = 2

_WORD = regex(r"[^\W_]+")
_JOINED = regex(r"[^\W_]+(?:[-\u2010\u2011.,'\u2019][^\W_]+)+")
_POSSESSIVE = regex(r"['\u2019]s$")
_UNSPACED = regex(f"[{UNSPACED}]")
"""Runs of these scripts are no words, and nothing is said of them."""


def vocabulary(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the different folded words of the texts, in order of code points.

    Those that signs join, which the engine knows in parts and in one, stand with hyphens too: `nine-minute`, `5-000`.
    """
    found: set[str] = set()
    for text in texts:
        folded = fold(text)
        found.update(_WORD.findall(folded))
        found.update(
            "-".join(_WORD.findall(_POSSESSIVE.sub("", joined))) for joined in _JOINED.findall(folded)
        )
    return tuple(sorted(word for word in found if not _UNSPACED.search(word)))


def word_files(words: tuple[str, ...]) -> dict[str, bytes]:
    """Return the scripts that hand the words over, by path: one, or one for each beginning in a large dossier."""
    width = _width(words)
    chunks: dict[str, list[str]] = {}
    for word in words:
        chunks.setdefault(chunk_of(word, width), []).append(word)
    build = sha256("\n".join(words).encode()).hexdigest()[:12]
    about = {"build": build, "chunks": sorted(chunks), "width": width}
    files = {
        f"{name}.js": _call("words", build, name, " ".join(members))
        for name, members in sorted(chunks.items())
    }
    return {"index.js": _call("vocabulary", about), **files}


def chunk_of(word: str, width: int) -> str:
    """Return which chunk holds a word: `w` and the code points of its first letters, in hex."""
    return "-".join(["w", *(f"{ord(letter):04x}" for letter in word.replace("-", "")[:width])])


def _width(words: tuple[str, ...]) -> int:
    for width in range(MAX_WIDTH):
        sizes: dict[str, int] = {}
        for word in words:
            chunk = chunk_of(word, width)
            sizes[chunk] = sizes.get(chunk, 0) + len(word.encode()) + 1
        if max(sizes.values(), default=0) <= CHUNK_BYTES:
            return width
    return MAX_WIDTH


def _call(name: str, *values: object) -> bytes:
    words = ",".join(
        json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True) for value in values
    )
    return f"dossier.search.{name}({words});\n".encode()


class NamedPage(Protocol):
    """A record that a question may name. `href` is relative to the root; an exact name counts in its own case only."""

    @property
    def title(self) -> str:
        """What pages call it."""

    @property
    def kind(self) -> str:
        """What it is, in a word."""

    @property
    def href(self) -> str:
        """Where its page is."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its names in any case."""

    @property
    def exact_names(self) -> tuple[str, ...]:
        """Names that mean it in these capitals only."""

    @property
    def number(self) -> str:
        """The number or siglum by which it is called; empty where it has none."""

    @property
    def lang(self) -> str:
        """Language of its title; empty where it is that of the site."""


def names_script(pages: Iterable[NamedPage], months: Sequence[Sequence[str]]) -> bytes:
    """Return the script that hands over the names, in the order given, and those of the months in all their forms."""
    rows = [
        [page.title, page.kind, page.href, page.names, page.exact_names, fold(page.number), page.lang]
        for page in pages
    ]
    return _call("names", rows) + _call("months", months)
