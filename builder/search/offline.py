"""The index in files that a page from disk can load: scripts that hand over Pagefind's own bytes in base64.

Its module becomes a classic script, because a page from disk may load no module. The engine itself stays as it is:
`fetch`, `Worker` and `document` arrive as parameters of the function around it and so stand in for the browser's. What
the wrapping relies on is checked; another engine is refused by name, not guessed at.

A file goes over unread and unchanged. The fragments, one a page, are gathered into groups, since a memory stick is
slow with many small files; which group holds a fragment follows from the end of its name, so no list is needed.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from posixpath import basename

from builder.regexes import regex
from builder.search.bundle import Bundle, EngineChanged

NEEDED_EXPORTS = frozenset({"filters", "init", "options", "search"})
NEEDED_WORDS = ("basePath", "baseUrl", "noWorker", '.getAttribute("lang")')
"""Options, and the way the engine learns the language, that the transport from disk makes use of."""

_EXPORTS = regex(r"\bexport\s*\{([^{}]*)\}\s*;?\s*\Z")
_MODULE_ADDRESS = regex(r"\bimport\s*\.\s*meta\b")
_MODULE_SYNTAX = regex(r"(?:^|[;{}\n])\s*(?:import\b\s*[\w{*\"'(]|export\b\s*[\w{*])")
_FETCH = regex(r"(?<![\w.$])fetch\(")


def wrap_engine(module: str, version: str, build: str) -> bytes:
    """Return the script that registers the engine; raises `EngineChanged` where the module has another shape."""
    exports = _EXPORTS.search(module)
    if exports is None:
        raise EngineChanged("pagefind.js does not end in one list of exports")
    names = _exported(exports[1])
    missing = sorted(NEEDED_EXPORTS - names.keys())
    if missing:
        raise EngineChanged(f"pagefind.js no longer exports {', '.join(missing)}")
    body = _MODULE_ADDRESS.sub("moduleAddress", module[: exports.start()])
    _require_known_shape(body)
    given_back = ",".join(f"{json.dumps(name)}:{local}" for name, local in sorted(names.items()))
    return (
        f"dossier.search.engine({json.dumps(version)},{json.dumps(build)},"
        f'function(fetch,Worker,document,moduleAddress){{"use strict";\n{body}\nreturn{{{given_back}}};}});\n'
    ).encode()


def _exported(listed: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for entry in filter(None, (part.strip() for part in listed.split(","))):
        local, _, name = entry.partition(" as ")
        names[(name or local).strip()] = local.strip()
    return names


def _require_known_shape(body: str) -> None:
    left = _MODULE_SYNTAX.search(body)
    if left is not None:
        raise EngineChanged(f"pagefind.js imports or exports something more: {body[left.start() :][:40]!r}")
    if _FETCH.search(body) is None:
        raise EngineChanged("pagefind.js no longer reads its files by a bare fetch()")
    for word in NEEDED_WORDS:
        if word not in body:
            raise EngineChanged(f"pagefind.js no longer knows {word}")


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
