"""What a determined reader finds in the files of a site: also what is packed, or written as Base64 in a script."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

_BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}={0,2}")


def holders(site: Path, *words: str) -> list[str]:
    """Return `path: word` for every file under a folder that holds one of the words in any form, capitals aside."""
    wanted = [(word, _forms(word)) for word in words]
    return sorted(
        f"{path.relative_to(site).as_posix()}: {word}"
        for path in site.rglob("*")
        if path.is_file()
        for text in [b"\n".join(_layers(path.read_bytes())).lower()]
        for word, forms in wanted
        if any(form in text for form in forms)
    )


def _forms(word: str) -> tuple[bytes, ...]:
    """A word as files write it: UTF-8, UTF-16, the escapes of JSON and of an address."""
    escaped = word.encode("ascii", "backslashreplace")
    percent = "".join(f"%{byte:02x}" for byte in word.encode())
    return tuple({word.lower().encode(), word.lower().encode("utf-16-le"), escaped.lower(), percent.encode()})


def _layers(content: bytes) -> Iterator[bytes]:
    """The bytes themselves, then what is packed in them, layer by layer."""
    yield content
    if content.startswith(b"\x1f\x8b"):
        yield from _layers(gzip.decompress(content))
    elif zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from _layers(archive.read(name))
    elif content.startswith(b"dossier.search.put("):
        for match in _BASE64.finditer(content):
            yield from _layers(b64decode(match[0] + b"=" * (-len(match[0]) % 4)))
