"""Style sheet, scripts and icons of a site, read from the templates' folders.

A folder of scripts is one script, made of its files by name: it waits until a reader asks for what it does.

One style sheet is made of the files that `assets/css/order.txt` lists, in that order, so that the cascade is decided
in one place. A line `/* include NAME */` stands for another file of that folder; it lets the dark colours, needed
twice, be written once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.regexes import regex

STYLESHEET = "site.css"
EARLY_SCRIPT = "theme-early.js"
CATALOGUE, CHECKING = "catalogue.js", "checking.js"
ASKED_FOR = frozenset({EARLY_SCRIPT, CHECKING})
"""The scripts that no page loads with the others: one runs before them, one when a reader asks for it."""
SAVING = "away.js"
"""The script for sites that readers on the web can save."""
LOADER = "gestures.js"
"""The script that loads those which wait."""
_INCLUDE = regex(r"^[ \t]*/\* include ([a-z0-9/-]+\.css) \*/[ \t]*$", re.MULTILINE)


class AssetMissing(Exception):
    """A file that the templates' assets name is in none of the folders."""


def stylesheet(folders: tuple[Path, ...]) -> bytes:
    """Return the one style sheet of the site; raises `AssetMissing`."""
    names = [line.strip() for line in _read(folders, "css/order.txt").splitlines()]
    sheets = [_read(folders, f"css/{name}") for name in names if name and not name.startswith("#")]
    whole = "".join(sheet if sheet.endswith("\n") else sheet + "\n" for sheet in sheets)
    return _INCLUDE.sub(lambda match: _read(folders, f"css/{match[1]}").rstrip(), whole).encode()


def sheet_for(folders: tuple[Path, ...], use: str) -> bytes:
    """Return the style sheet of the site with what it needs for another use behind it; raises `AssetMissing`."""
    return stylesheet(folders) + _read(folders, f"css/uses/{use}.css").encode()


def sheet_alone(folders: tuple[Path, ...], use: str) -> bytes:
    """Return the style sheet of a use that has little in common with the site; raises `AssetMissing`."""
    return _read(folders, f"css/uses/{use}.css").encode()


def scripts(folders: tuple[Path, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of every script, by name; the dossier's own stand in for those of the same name."""
    yield from _folder(folders, "js", ".js")


def waiting_scripts(folders: tuple[Path, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of every script that waits, by name; of its files, too, the dossier's own come first."""
    places = (place for folder in folders for place in (folder / "assets" / "js").glob("*/"))
    for name in sorted({place.name for place in places}):
        yield f"{name}.js", b"".join(content for _, content in _folder(folders, f"js/{name}", ".js"))


def loader(content: bytes, addresses: Mapping[str, str]) -> bytes:
    """Return the loader with the addresses of the scripts that it loads, by name and relative to its own."""
    told = json.dumps(dict(sorted(addresses.items())), separators=(",", ":"))
    return content + f"dossier.waiting({told});\n".encode()


def worker(folders: tuple[Path, ...], name: str) -> bytes:
    """Return the script of a service worker; raises `AssetMissing`."""
    return _read(folders, f"worker/{name}").encode()


def icons(folders: tuple[Path, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of every icon, by name."""
    yield from _folder(folders, "icons", ".svg")


def _folder(folders: tuple[Path, ...], name: str, suffix: str) -> Iterator[tuple[str, bytes]]:
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        place = folder / "assets" / name
        if place.is_dir():
            found.update({path.name: path for path in place.iterdir() if path.suffix == suffix})
    for file_name in sorted(found):
        yield file_name, found[file_name].read_bytes()


def _read(folders: tuple[Path, ...], name: str) -> str:
    for folder in folders:
        path = folder / "assets" / name
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise AssetMissing(f"assets/{name} is in none of the template folders")
