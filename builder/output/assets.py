"""Names for style sheets and scripts that change with their content: a browser may keep them for ever."""

from __future__ import annotations

from hashlib import sha256
from posixpath import basename, splitext

from builder.paths import SitePath

ASSET_FOLDER = "assets"
_DIGEST_CHARACTERS = 8


def asset_path(name: str, content: bytes) -> SitePath:
    """Return `assets/<stem>.<8 hex>.<suffix>` for a source such as `css/base.css`; its folders are dropped.

    The hex digits begin the SHA-256 of `content`. Pages link to the path as to any other, relatively.
    """
    stem, suffix = splitext(basename(name))
    return SitePath(f"{ASSET_FOLDER}/{stem}.{sha256(content).hexdigest()[:_DIGEST_CHARACTERS]}{suffix}")
