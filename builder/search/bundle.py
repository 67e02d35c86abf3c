"""What Pagefind wrote, read back: its data files as they are, and the text of each indexed page.

Only one thing is known of its formats: a page's fragment is JSON behind a signature, in gzip.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping

from msgspec import Struct

SIGNATURE = b"pagefind_dcd"
"""Begins every file of Pagefind once it is unpacked."""

_CODE = (".js", ".css", ".html")


class EngineChanged(Exception):
    """Pagefind's files no longer have the shape that the rest of this room relies on; the message names what."""


class Bundle(Struct, frozen=True):
    """An index in memory. `files` are the data by path, sorted; `engine` is the text of `pagefind.js`."""

    version: str
    engine: str
    languages: Mapping[str, tuple[str, str]]
    """For each language the names of its metadata and of its compiled code."""
    files: Mapping[str, bytes]

    def page_texts(self) -> tuple[str, ...]:
        """Return for each indexed page the words that a search can find; raises `EngineChanged`."""
        return tuple(
            _text_of(path, content) for path, content in self.files.items() if path.startswith("fragment/")
        )


def bundle_of(index: Mapping[str, bytes]) -> Bundle:
    """Return the files of an index, by path, with what they say of themselves; raises `EngineChanged`."""
    files = {path: index[path] for path in sorted(index) if not path.endswith(_CODE)}
    try:
        entry = json.loads(files["pagefind-entry.json"])
        languages = {
            name: (f"pagefind.{found['hash']}.pf_meta", f"wasm.{found['wasm'] or 'unknown'}.pagefind")
            for name, found in sorted(entry["languages"].items())
        }
        bundle = Bundle(str(entry["version"]), index["pagefind.js"].decode("utf-8"), languages, files)
    except (KeyError, TypeError, ValueError) as fault:
        raise EngineChanged(f"pagefind-entry.json or pagefind.js cannot be read ({fault!r})") from fault
    missing = [name for names in languages.values() for name in names if name not in files]
    if missing:
        raise EngineChanged(f"{missing[0]} is named by pagefind-entry.json and is not there")
    return bundle


def _text_of(path: str, content: bytes) -> str:
    try:
        plain = gzip.decompress(content)
        page = json.loads(plain.removeprefix(SIGNATURE))
        return "\n".join((str(page["content"]), *(str(value) for value in page["meta"].values())))
    except (OSError, EOFError, zlib.error, KeyError, ValueError, AttributeError) as fault:
        raise EngineChanged(f"{path} is no fragment as known ({fault!r})") from fault
