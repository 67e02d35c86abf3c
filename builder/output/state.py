"""Records the builder keeps for itself in the state folder `.build/`, which may be deleted at any time.

A record is JSON behind a header line with its version and SHA-256. Whatever is wrong with one (cut off,
altered, of another version, a link, a folder in its place) reads as "no record": it may cost time, never a
wrong page.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from builder.output import tree
from builder.output.refusal import OutputRefused, refusing

STATE_FOLDER = ".build"
Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None

_FORMAT = "dossier-state"
_DEPTH = 2
"""So deep in a record its objects are told key by key: what is known of each file of a site is one value."""
_ROWS = 10_000
"""So many values of a list are told at once."""
_BLOCK = 1 << 20
"""About so many bytes of a record are held at once."""


def open_state(state: Path) -> None:
    """Make the state folder where it is missing; git is told to pass it over by a `.gitignore` inside it.

    Raises `OutputRefused` where a file or a link stands in its place.
    """
    with refusing("make the state folder", str(state)):
        require_folder(str(state))
        ignore = f"{state}/.gitignore"
        if not tree.exists(ignore):
            tree.replace_file(ignore, (b"*\n",))


def clear_half_written(state: Path) -> None:
    """Remove what killed builds had begun to keep; the lock must be held. Raises `OutputRefused`."""
    with refusing("clear", str(state)):
        for name in os.listdir(state):
            if name.endswith(".json.new"):
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
    body = read_bytes(path, version)
    if body is None:
        return None
    try:
        record: Json = json.loads(bytes(body))
    except (ValueError, RecursionError):  # deep JSON raises the latter
        return None
    return record


def read_bytes(path: Path, version: int | str) -> memoryview | None:
    """Return the bytes of a record that was written under the same version, or None: of a large site 40 MB, once."""
    try:
        content = tree.read_file(str(path))
    except OSError:
        return None
    if content is None:
        return None
    end = content.find(b"\n")
    body = memoryview(content)[end + 1 :]
    return body if content[: max(end, 0)] == _header(version, sha256(body).hexdigest()) else None


def write_record(path: Path, version: int | str, record: Json) -> None:
    """Replace the record in one step; raises `OutputRefused`, the former record then stays.

    Bytes in it are told in Base64.
    """
    # told a second time: all of it, held until its digest is known, takes 40 MB at 12,000 articles
    _replace(path, version, partial(_blocks, record))


def write_bytes(path: Path, version: int | str, body: bytes) -> None:
    """Replace a record by one that is told already; raises `OutputRefused`."""
    _replace(path, version, lambda: (body,))


def _replace(path: Path, version: int | str, blocks: Callable[[], Iterable[bytes]]) -> None:
    body = sha256()
    for block in blocks():
        body.update(block)
    with refusing("write", str(path)):
        if path.is_dir() and not path.is_symlink():
            tree.remove_tree(str(path))
        tree.replace_file(str(path), chain((_header(version, body.hexdigest()), b"\n"), blocks()))


def _blocks(record: Json) -> Iterator[bytes]:
    """The record as JSON, a block at a time."""
    held = bytearray()
    for part in _parts(record, _DEPTH):
        held += part
        if len(held) >= _BLOCK:
            yield bytes(held)
            held.clear()
    yield bytes(held)


def _parts(record: Json, depth: int) -> Iterator[bytes]:
    if depth and isinstance(record, list | tuple) and record:
        before = b"["
        for first in range(0, len(record), _ROWS):
            yield before + told(record[first : first + _ROWS])[1:-1]
            before = b","
        yield b"]"
        return
    if not depth or not isinstance(record, dict):
        yield told(record)
        return
    before = b"{"
    for key in sorted(record):
        yield before + told(key) + b":"
        yield from _parts(record[key], depth - 1)
        before = b","
    yield b"}" if record else b"{}"


def told(record: Json) -> bytes:
    """Return a record as JSON, keys sorted."""
    from msgspec import to_builtins  # a build that finds nothing changed writes nothing, and starts sooner
    from msgspec.json import encode

    try:
        return encode(record, order="sorted")
    except UnicodeEncodeError:  # a lone surrogate, out of a text or the name of a file; much slower
        plain = to_builtins(record, builtin_types=(bytes, memoryview))
        return json.dumps(plain, separators=(",", ":"), sort_keys=True, default=_in_base64).encode()


def _in_base64(value: bytes | memoryview) -> str:
    from base64 import b64encode

    return b64encode(value).decode()


def _header(version: int | str, digest: str) -> bytes:
    header = {"format": _FORMAT, "version": version, "sha256": digest}
    return json.dumps(header, separators=(",", ":")).encode()
