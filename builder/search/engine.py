"""Turns Pagefind's module into a classic script that is given its `fetch`, because a page from disk may load no module.

The engine itself stays as it is: `fetch`, `Worker` and `document` arrive as parameters of the function around it and so
stand in for the browser's. What the wrapping relies on is checked; another engine is refused by name, not guessed at.
"""

from __future__ import annotations

import json
import re

from builder.search.bundle import EngineChanged

NEEDED_EXPORTS = frozenset({"filters", "init", "options", "search"})
NEEDED_WORDS = ("basePath", "baseUrl", "noWorker", '.getAttribute("lang")')
"""Options, and the way the engine learns the language, that the transport from disk makes use of."""

_EXPORTS = re.compile(r"\bexport\s*\{([^{}]*)\}\s*;?\s*\Z")
_MODULE_ADDRESS = re.compile(r"\bimport\s*\.\s*meta\b")
_MODULE_SYNTAX = re.compile(r"(?:^|[;{}\n])\s*(?:import\b\s*[\w{*\"'(]|export\b\s*[\w{*])")
_FETCH = re.compile(r"(?<![\w.$])fetch\(")


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
