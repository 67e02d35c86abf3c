"""The index in files that a page from disk can load: scripts that hand over Pagefind's own bytes in base64.

A file goes over unread and unchanged. The fragments, one a page, are gathered into groups, since a memory stick is
slow with many small files; which group holds a fragment follows from the end of its name, so no list is needed.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from posixpath import basename

from builder.search.bundle import Bundle, EngineChanged
from builder.search.engine import wrap_engine

GROUP_BYTES = 96 * 1024
"""About how large a group of fragments may become."""

MAX_WIDTH = 4


def offline_files(bundle: Bundle) -> dict[str, bytes]:
    """Return the files of the form for disk, by path; raises `EngineChanged` for an engine that it does not know."""
    build = _build_id(bundle)
    needed = {name for names in bundle.languages.values() for name in names}
    carried = {path: content for path, content in bundle.files.items() if _is_needed(path, needed)}
    width = _width(carried)
    groups: dict[str, dict[str, str]] = {}
    for path, content in carried.items():
        groups.setdefault(_group_of(path, width), {})[path] = b64encode(content).decode("ascii")
    manifest = {
        "build": build,
        "languages": sorted(bundle.languages),
        "version": bundle.version,
        "width": width,
    }
    files = {f"{name}.js": _call("put", build, members) for name, members in sorted(groups.items())}
    return {
        "engine.js": wrap_engine(bundle.engine, bundle.version, build),
        "manifest.js": _call("manifest", manifest),
        **files,
    }


def _build_id(bundle: Bundle) -> str:
    """Twelve hex digits that differ between two editions: files of both in one folder are then noticed."""
    whole = sha256(bundle.engine.encode())
    for path, content in bundle.files.items():
        whole.update(f"\0{path}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()[:12]


def _is_needed(path: str, needed: set[str]) -> bool:
    return not path.startswith("wasm.") or path in needed


def _width(files: Mapping[str, bytes]) -> int:
    """How many letters of a fragment's name tell its group: 0 for one group, one more for each sixteenfold."""
    total = sum(len(content) for path, content in files.items() if path.startswith("fragment/")) * 4 // 3
    return next(
        width for width in range(MAX_WIDTH + 1) if total / 16**width <= GROUP_BYTES or width == MAX_WIDTH
    )


def _group_of(path: str, width: int) -> str:
    if not path.startswith("fragment/"):
        return path
    stem = basename(path).split(".")[0]
    if not stem[-MAX_WIDTH:].isalnum():
        raise EngineChanged(f"{path} is not named after its content")
    return f"fragment/{stem[-width:] if width else 'all'}"


def _call(name: str, *values: object) -> bytes:
    words = ",".join(
        json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True) for value in values
    )
    return f"dossier.search.{name}({words});\n".encode("ascii")
