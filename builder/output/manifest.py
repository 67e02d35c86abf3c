"""The record of the site as it was published last: for each file its digest and its stamp.

It only saves time. A file counts as known when its stamp, change time included, is the recorded one; any
other file is compared by its bytes. So a damaged, stale or missing record, a kill between two steps or a
clock set back cannot keep an old page.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from builder.output.refusal import OutputRefused
from builder.output.state import read_bytes, write_bytes
from builder.output.tree import Stamp

_VERSION = 2


class Known(NamedTuple):
    """A published file: its SHA-256 in hex, and what the file system said of it."""

    digest: str
    stamp: Stamp


class Manifest(NamedTuple):
    """What is known of a published site; `made_from` tells for each prefix what its files were made from."""

    files: Mapping[str, Known]
    made_from: Mapping[str, str]

    def knows(self, path: str, stamp: Stamp | None) -> bool:
        """Tell whether the file with this stamp is the very one that was recorded."""
        known = self.files.get(path)
        return known is not None and known.stamp == stamp


NO_MANIFEST = Manifest({}, {})


def load_manifest(path: Path) -> Manifest:
    """Read the record; whatever is wrong with it reads as an empty one."""
    from msgspec.json import decode  # a build that finds nothing changed does without

    body = read_bytes(path, _VERSION)
    try:
        return decode(body, type=Manifest) if body is not None else NO_MANIFEST
    except (ValueError, RecursionError):  # msgspec's own error is one of the former
        return NO_MANIFEST


def save_manifest(path: Path, manifest: Manifest) -> str | None:
    """Write the record; a fault is returned in words, since the site is published without it all the same."""
    from msgspec.json import encode

    try:
        write_bytes(path, _VERSION, encode(manifest, order="sorted"))
    except OutputRefused as refused:
        return f"{refused.message}; the next build will compare every file by reading it"
    return None
