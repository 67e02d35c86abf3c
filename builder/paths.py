"""Addresses: record ids, paths inside the site and the relative links between them.

Pure text; nothing here touches a file system.
"""

from __future__ import annotations

import re
from typing import NewType

SitePath = NewType("SitePath", str)
"""A file of the site, relative to its root, with `/`: `claims/first-personal-threat.html`."""

MAX_ID_LENGTH = 80
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
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


def propose_id(text: str) -> str:
    """Turn `text` (ASCII) into the nearest id, possibly empty."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:MAX_ID_LENGTH].strip("-")


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


def root_prefix(page: SitePath) -> str:
    """Return what leads from `page` to the root of the site: empty, `../` or `../../`."""
    return "../" * page.count("/")
