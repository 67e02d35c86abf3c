"""Finds the catalogue of readers' words for a language, in the templates' folders: the dossier's own first.

A catalogue is gettext's: `words/<language>/LC_MESSAGES/readers.mo`, made of the file of the same name in `.po`.

Scripts have English in them, as `say("…")` and `sayMany("…", "…", count)`, and say it where there is nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from gettext import GNUTranslations, NullTranslations, c2py
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final

from msgspec import Struct

from builder.regexes import regex
from builder.wording import BETWEEN_THOUSANDS, FOUR_DIGITS

DOMAIN = "readers"
FOLDER = "words"
_SCRIPT_LETTERS = 4
"""As many letters has the part of a language tag that names a script."""


class CatalogueDamaged(Exception):
    """A catalogue cannot be read; the words say which and why."""


class Catalogue(Struct, frozen=True):
    """Words in one language. `digest` tells catalogues apart; it is empty for English as the program has it."""

    words: NullTranslations
    digest: str


def find_catalogue(folders: tuple[Path, ...], language: str) -> Catalogue:
    """Return the catalogue of a language, of the language without its region, or English where there is neither.

    Raises `CatalogueDamaged`.
    """
    for tag in _tags(language):
        for folder in folders:
            path = catalogue_path(folder, tag)
            with suppress(FileNotFoundError, NotADirectoryError):
                return _read(path)
    return Catalogue(NullTranslations(), "")


def catalogue_path(folder: Path, language: str) -> Path:
    """Return where a folder of templates has the catalogue of a language, given as a BCP 47 tag."""
    return folder / FOLDER / language.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.mo"


def _tags(language: str) -> Iterator[str]:
    """Yield a tag and what it falls back to (RFC 4647, lookup); never another script."""
    parts = language.split("-")
    while parts:
        yield "-".join(parts)
        if len(parts.pop()) == _SCRIPT_LETTERS:
            return


def _read(path: Path) -> Catalogue:
    content = path.read_bytes()
    try:
        return Catalogue(GNUTranslations(BytesIO(content)), sha256(content).hexdigest())
    except Exception as fault:
        raise CatalogueDamaged(f"{path} is no catalogue of words: {fault}") from fault


SPEAKER: Final = "catalogue.js"
"""The script that others ask for words."""
_STRING = r'"(?:[^"\\\n]|\\.)*"'
_SAID = regex(rf"\bsay\(\s*({_STRING})")
_SAID_MANY = regex(rf"\bsayMany\(\s*({_STRING}),\s*({_STRING})")
_PLURAL = regex(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=([^;]+)")
_COUNTS: Final = 1000
"""No language asks for more than the last three digits of a count to choose its form."""


def translated(scripts: Iterable[tuple[str, bytes]], words: NullTranslations) -> Iterator[tuple[str, bytes]]:
    """Yield the scripts of a site, by name, with their words in the language of a catalogue."""
    every = tuple(scripts)
    told = _told([content.decode() for _, content in every], words)
    for name, content in every:
        yield name, content + told if name == SPEAKER else content


def _told(scripts: Iterable[str], words: NullTranslations) -> bytes:
    texts = "\n".join(scripts)
    count, form = _forms(words)
    form_of = c2py(form)
    examples = {form_of(number): number for number in reversed(range(_COUNTS))}
    told: dict[str, str | list[str]] = {}
    for (english,) in _literals(_SAID, texts):
        told[english] = words.gettext(english)
    for one, many in _literals(_SAID_MANY, texts):
        told[one] = [words.ngettext(one, many, examples.get(each, 0)) for each in range(count)]
    said = dict(sorted(told.items()))
    signs = [words.pgettext(*each) for each in (BETWEEN_THOUSANDS, FOUR_DIGITS)]
    given = f"{json.dumps(said)}, function (n) {{ return Number({form}); }}, {json.dumps(signs)}"
    return f"dossier.speak({given});\n".encode()


def _literals(pattern: re.Pattern[str], texts: str) -> Iterator[tuple[str, ...]]:
    return (tuple(map(json.loads, found.groups())) for found in pattern.finditer(texts))


def _forms(words: NullTranslations) -> tuple[int, str]:
    """Return how many forms a count may ask for, and which, as C and scripts write it; gettext has read it before."""
    found = _PLURAL.search(words.info().get("plural-forms", ""))
    return (int(found[1]), found[2].strip()) if found else (2, "n != 1")
