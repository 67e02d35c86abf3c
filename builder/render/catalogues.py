"""Finds the catalogue of readers' words for a language, in the templates' folders: the dossier's own first.

A catalogue is gettext's: `words/<language>/LC_MESSAGES/readers.mo`, made of the file of the same name in `.po`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from gettext import GNUTranslations, NullTranslations
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from msgspec import Struct

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
