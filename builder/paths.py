"""Addresses: record ids, paths inside the site and the relative links between them.

Pure text; nothing here touches a file system.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NewType

from builder.regexes import regex

SitePath = NewType("SitePath", str)
"""A file of the site, relative to its root, with `/`: `claims/first-personal-threat.html`."""

MAX_ID_LENGTH = 80
_ID = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED_NAMES = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)


def id_fault(text: str) -> str | None:
    """Say in words why `text` cannot be an id, or return None when it can.

    `index` is the page that lists a kind; device names (`con`, `lpt1`) cannot be files on Windows.
    """
    if len(text) > MAX_ID_LENGTH:
        return f"it has {len(text)} characters, at most {MAX_ID_LENGTH} are allowed"
    if not _ID.fullmatch(text):
        return "use lower-case letters a-z, digits and single hyphens between them"
    if text == "index":
        return "the page `index` lists all records of the kind"
    if text in _RESERVED_NAMES:
        return f"the name `{text}` belongs to a device on Windows"
    return None


_WITHOUT_ACCENTS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}
)
"""Letters that Unicode does not take apart."""
MAX_NAME_BYTES = 200
MAX_PATH_BYTES = 1000
_NAME = regex(
    r"(?!(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|\Z))"  # devices on Windows, with any suffix
    r'[^\x00-\x1f\x7f<>:"|?*\\/\ud800-\udfff]*'
    r'[^\x00-\x20\x7f<>:"|?*\\/.\ud800-\udfff]',  # Windows drops a dot or space at the end
    re.IGNORECASE,
)


def file_fault(path: str) -> str | None:
    """Say in words why the last name of a path cannot stand on every file system, in a zip and in an address."""
    name = path.rpartition("/")[2]
    if not _NAME.fullmatch(name):
        return f"{name!r} is not a safe name"
    if name.isascii() and len(path) <= MAX_NAME_BYTES:
        return None
    if unicodedata.normalize("NFC", name) != name:
        return f"{name!r} is not in Unicode form NFC"
    if len(name.encode()) > MAX_NAME_BYTES or len(path.encode()) > MAX_PATH_BYTES:
        return "it is longer than some disks allow"
    return None


def name_key(path: str) -> str:
    """Return what tells a path from others on a file system that knows no capitals."""
    return path.casefold() if path.isascii() else unicodedata.normalize("NFC", path.casefold())


def propose_id(text: str) -> str:
    """Turn `text` into the nearest id; empty where its letters are not all of Latin script."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_WITHOUT_ACCENTS))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    if any(not letter.isascii() and letter.isalnum() for letter in plain):
        return ""
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_ID_LENGTH].strip("-")


def relative_href(target: SitePath, page: SitePath, fragment: str = "") -> str:
    """Return the link from `page` to `target`, with `#fragment` when one is given.

    A link to a place on the same page is the fragment alone.
    """
    anchor = f"#{fragment}" if fragment else ""
    if target == page and anchor:
        return anchor
    climb, folder = "", page[: page.rfind("/") + 1]
    while not target.startswith(folder):
        climb, folder = climb + "../", folder[: folder.rfind("/", 0, -1) + 1]
    return climb + target[len(folder) :] + anchor
