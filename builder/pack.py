"""The dossier as one zip that opens from disk: the published site with the search for disk alone.

Its pages may connect to nothing. The same site gives the same bytes: names are sorted, and times, modes and the
writing system are fixed.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from builder.output.archive import held_site, read_held, replaced_file
from builder.output.destination import Destination
from builder.output.refusal import OutputRefused
from builder.regexes import regex

WEB_INDEX = "pagefind/"
DISK_INDEX = "pagefind-offline/"
CONNECTION = b"connect-src 'self'"
NO_CONNECTION = b"connect-src 'none'"
"""What pages are told on the web, and in the zip."""

OWN = b"PK"
"""How every zip begins."""
FOR_SERVERS = frozenset({"404.html", "robots.txt", "sitemap.xml", "sw.js"})
"""What only a server hands out; a worker runs on none of the pages that are opened from disk."""
FOR_SAVING = "saving/"

_POLICY = regex(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
_SMALLEST = 9


class Packed(Struct, frozen=True):
    """The zip that was written: how many files it holds, and its size."""

    path: Path
    files: int
    bytes: int


def pack_site(
    place: Destination,
    out: Path,
    folder: str,
    on_wait: Callable[[], None] = lambda: None,
    *,
    without: frozenset[str] = frozenset(),
) -> Packed:
    """Write the published site, `without` some of its paths, as a zip that unpacks into one folder of this name.

    Raises `OutputRefused` where there is no site, where its search works on the web only, where a page lacks its
    policy, and when the disk refuses; a former zip then stays.
    """
    if out.resolve().is_relative_to(place.out):
        raise OutputRefused(f"{out} lies in the site itself", "choose another place with --out FILE.zip")
    with held_site(place, on_wait) as published:
        _require_disk_index(place, published)
        paths = tuple(path for path in published if path not in without and not _stays_behind(path))
        with replaced_file(out, OWN) as stream:
            with zipfile.ZipFile(stream, "w") as archive:
                for path in paths:
                    archive.writestr(
                        _entry(f"{folder}/{path}"), _content(place, path), compresslevel=_SMALLEST
                    )
            size = stream.tell()
    return Packed(out, len(paths), size)


def _require_disk_index(place: Destination, published: tuple[str, ...]) -> None:
    on_web = any(path.startswith(WEB_INDEX) for path in published)
    if on_web and not any(path.startswith(DISK_INDEX) for path in published):
        raise OutputRefused(
            f"the search of {place.out} works on the web only, so the zip would have none",
            "set `offline_search: true` in content/dossier.yaml, or see the warning of the last build",
        )


def _stays_behind(path: str) -> bool:
    """The index for the web, and what only a server or git looks at."""
    return path.startswith((WEB_INDEX, FOR_SAVING, ".")) or path in FOR_SERVERS


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _content(place: Destination, path: str) -> bytes:
    content = read_held(place, path)
    return without_connection(path, content) if path.endswith(".html") else content


_SAVING = regex(rb' data-save="[^"]*"')


def without_saving(path: str, content: bytes) -> bytes:
    """Return a file whose page offers no saving: what opens it over http is no site, and hands out no worker."""
    return _SAVING.sub(b"", content) if path.endswith(".html") else content


def carries_policy(page: bytes) -> bool:
    """Whether a page is one that the builder made: it has one policy that says where it may connect to."""
    policies = _POLICY.findall(page)
    return len(policies) == 1 and policies[0].count(CONNECTION) == 1


def without_connection(path: str, page: bytes) -> bytes:
    """Return a page whose policy lets it connect to nothing; raises `OutputRefused` unless it has exactly one."""
    if not carries_policy(page):
        raise OutputRefused(f"{path} has not one policy with one connect-src", "build the site again")
    return _POLICY.sub(lambda found: found[0].replace(CONNECTION, NO_CONNECTION), page)
