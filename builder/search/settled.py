"""Puts in order what Pagefind writes in any: the values of its filters, and the list of filters and sort keys.

It keeps them in hash maps, so the same pages gave other bytes with every run. Nothing is decoded: the files are CBOR
(RFC 8949), and members of an array change places as they are. Files named after their content get a new name.
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Mapping
from hashlib import sha256

from builder.search.bundle import SIGNATURE, EngineChanged
from builder.search.cbor import members_of

FILTERS = "filter"
ENTRY = "pagefind-entry.json"


def settled(index: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index as they are with every run; raises `EngineChanged` for another format."""
    try:
        return _settled(index)
    except (
        OSError,
        EOFError,
        zlib.error,
        IndexError,
        KeyError,
        TypeError,
        ValueError,
        RecursionError,
    ) as fault:
        raise EngineChanged(f"filters and metadata of the index have another form ({fault!r})") from fault


def _settled(index: Mapping[str, bytes]) -> dict[str, bytes]:
    names: dict[bytes, str] = {}
    files = dict(index)
    for path in sorted(path for path in index if path.startswith(f"{FILTERS}/")):
        former = path.removeprefix(f"{FILTERS}/").removesuffix(".pf_filter")
        plain = _in_order(plain_of(path, files.pop(path)))
        names[former.encode()] = stem = _stem(former, plain)
        files[f"{FILTERS}/{stem}.pf_filter"] = _packed(plain)
    entry = files[ENTRY].decode("utf-8")
    for language in json.loads(entry)["languages"].values():
        former = language["hash"]
        path = f"pagefind.{former}.pf_meta"
        plain = _metadata(plain_of(path, files.pop(path)), names)
        stem = _stem(former, plain)
        files[f"pagefind.{stem}.pf_meta"] = _packed(plain)
        entry = entry.replace(f'"{former}"', f'"{stem}"')
    return files | {ENTRY: entry.encode()}


def _in_order(chunk: bytes) -> bytes:
    """`[name, [[value, pages], …]]` with the values in order."""
    head, (name, values) = members_of(chunk)
    return head + name + _sorted(values)


def _metadata(metadata: bytes, names: dict[bytes, str]) -> bytes:
    """`[version, pages, chunks, [[filter, name], …], [[sort key, pages], …], fields]` in order, with new names."""
    head, (version, pages, chunks, filters, sorts, fields) = members_of(metadata)
    for former, stem in names.items():
        if filters.count(former) != 1 or len(stem) != len(former):
            raise ValueError(f"{former!r} is not named once")
        filters = filters.replace(former, stem.encode())
    return head + version + pages + chunks + _sorted(filters) + _sorted(sorts) + fields


def _sorted(array: bytes) -> bytes:
    head, members = members_of(array)
    return head + b"".join(sorted(members))


def _stem(former: str, plain: bytes) -> str:
    """A name like the former one, language and length the same, that follows from the content."""
    language, _, digits = former.rpartition("_")
    return f"{language}_{sha256(plain).hexdigest()[: len(digits)]}"


def plain_of(path: str, content: bytes) -> bytes:
    """Return what a file of the index holds behind its signature; raises `ValueError`, or as `gzip` does."""
    plain = gzip.decompress(content)
    if not plain.startswith(SIGNATURE):
        raise ValueError(f"{path} bears no signature")
    return plain.removeprefix(SIGNATURE)


def _packed(plain: bytes) -> bytes:
    stream = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as packed:
        packed.write(SIGNATURE + plain)
    return stream.getvalue()
