"""The record of the site as it was published last: for each file its digest and its stamp.

It only saves time. A file counts as known when its stamp, change time included, is the recorded one; any
other file is compared by its bytes. So a damaged, stale or missing record, a kill between two steps or a
clock set back cannot keep an old page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from builder.output.refusal import OutputRefused
from builder.output.state import Json, read_record, write_record
from builder.output.tree import Stamp

_VERSION = 1


class Known(NamedTuple):
    """A published file: its SHA-256 in hex, and what the file system said of it."""

    digest: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Manifest:
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
    record = read_record(path, _VERSION)
    try:
        return _decoded(record)
    except (TypeError, ValueError):
        return NO_MANIFEST


def save_manifest(path: Path, manifest: Manifest) -> str | None:
    """Write the record; a fault is returned in words, since the site is published without it all the same."""
    files: dict[str, Json] = {
        file: [known.digest, *known.stamp] for file, known in sorted(manifest.files.items())
    }
    try:
        write_record(path, _VERSION, {"files": files, "made_from": dict(manifest.made_from)})
    except OutputRefused as refused:
        return f"{refused.message}; the next build will compare every file by reading it"
    return None


def _decoded(record: Json) -> Manifest:
    if not isinstance(record, dict):
        return NO_MANIFEST
    files, made_from = record.get("files"), record.get("made_from")
    if not isinstance(files, dict) or not isinstance(made_from, dict):
        return NO_MANIFEST
    return Manifest(
        {path: _known(entry) for path, entry in files.items()},
        {prefix: str(key) for prefix, key in made_from.items()},
    )


def _known(entry: Json) -> Known:
    if not isinstance(entry, list):
        raise TypeError("an entry is a list")
    digest, inode, size, mtime_ns, ctime_ns = entry
    return Known(str(digest), Stamp(_int(inode), _int(size), _int(mtime_ns), _int(ctime_ns)))


def _int(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError("a stamp is made of integers")
    return value
