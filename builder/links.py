"""The two ways in which prose links to a record: `[words](claim:id)` and `[[claim:id]]` or `[[claim:id|words]]`."""

from __future__ import annotations

from builder.regexes import regex

RECORD_LINK = regex(r"\[\[([a-z]+):([^\[\]|\s]+)(?:\|([^\[\]|]+))?\]\]")
"""The short form; its groups are kind, id and, where given, the words to show."""
_ADDRESS = regex(r"([a-z]+):([^\s/?#]+)")


def record_address(href: str, kinds: frozenset[str]) -> tuple[str, str] | None:
    """Return (kind, id) where a link leads to a record of one of `kinds`, or None where it leads elsewhere."""
    match = _ADDRESS.fullmatch(href)
    if match is None or match[1] not in kinds:
        return None
    return match[1], match[2]
