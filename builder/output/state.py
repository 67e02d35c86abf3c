"""Records the builder keeps for itself in the state folder `.build/`, which may be deleted at any time.

A record is JSON behind a header line with its version and SHA-256. Whatever is wrong with one (cut off,
altered, of another version, a link, a folder in its place) reads as "no record": it may cost time, never a
wrong page.
"""

from __future__ import annotations

import json
import os
import stat
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from builder.output import tree
from builder.output.refusal import OutputRefused, refusing

STATE_FOLDER = ".build"
SEEN = ".seen.json"
"""How the name of the record ends that tells what a build read and said."""
Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None

_FORMAT = "dossier-state"


def open_state(state: Path) -> None:
    """Make the state folder where it is missing; git is told to pass it over by a `.gitignore` inside it.

    Raises `OutputRefused` where a file or a link stands in its place.
    """
    with refusing("make the state folder", str(state)):
        require_folder(str(state))
        ignore = f"{state}/.gitignore"
        if not tree.exists(ignore):
            tree.replace_file(ignore, b"*\n")


def clear_half_written(state: Path) -> None:
    """Remove what killed builds had begun to keep; the lock must be held, but `SEEN` is written without it.

    Raises `OutputRefused`.
    """
    with refusing("clear", str(state)):
        for name in os.listdir(state):
            if name.endswith(".json.new") and not name.endswith(f"{SEEN}.new"):
                tree.remove_tree(f"{state}/{name}")


def require_folder(path: str) -> None:
    """Make one folder, or accept a real one that is there; a link could lead our deletions elsewhere."""
    if not tree.exists(path):
        tree.make_folder(path)
    elif not stat.S_ISDIR(os.lstat(path).st_mode):
        raise OutputRefused(
            f"{path} must be a folder of the builder's own", f"delete {path}, then build again"
        )


def read_record(path: Path, version: int | str) -> Json:
    """Return what `write_record` put there under the same version, or None."""
    try:
        content = tree.read_file(str(path))
    except OSError:
        return None
    if content is None:
        return None
    header, _, body = content.partition(b"\n")
    if header != _header(version, body):
        return None
    try:
        record: Json = json.loads(body)
    except (ValueError, RecursionError):  # deep JSON raises the latter
        return None
    return record


def write_record(path: Path, version: int | str, record: Json) -> None:
    """Replace the record in one step; raises `OutputRefused`, the former record then stays.

    Bytes in it are told in Base64.
    """
    body = _told(record)
    with refusing("write", str(path)):
        if path.is_dir() and not path.is_symlink():
            tree.remove_tree(str(path))
        tree.replace_file(str(path), _header(version, body), b"\n", body)


def _told(record: Json) -> bytes:
    from msgspec.json import encode  # a build that finds nothing changed writes nothing, and starts sooner

    try:
        return encode(record, order="sorted")
    except UnicodeEncodeError:  # a lone surrogate, out of a text or the name of a file; much slower
        return json.dumps(record, separators=(",", ":"), sort_keys=True, default=_in_base64).encode()


def _in_base64(value: bytes | memoryview) -> str:
    from base64 import b64encode

    return b64encode(value).decode()


def _header(version: int | str, body: bytes) -> bytes:
    header = {"format": _FORMAT, "version": version, "sha256": sha256(body).hexdigest()}
    return json.dumps(header, separators=(",", ":")).encode()
