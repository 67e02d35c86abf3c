"""The one writer of YAML that is printed for pasting: values that every reader of YAML reads back letter for letter.

A value is written so that it may stand in a block and between brackets alike. Signs that cannot be seen, or that a
program may change on the way (an accent that is a sign of its own), are written as escapes. What is not ASCII stands
between double quotation marks, so that it reads back even where a console has written signs as escapes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final
from unicodedata import normalize

from builder.regexes import regex
from builder.signs import is_ignorable, is_mark

_PLAIN: Final = regex(r"[A-Za-z](?:[A-Za-z0-9_ ().;/-]*[A-Za-z0-9_).;])?")
_OTHER_MEANING: Final = frozenset(
    "true false yes no on off y n null none nil nan inf na n/a n.a. undefined tbd tba tbc todo fixme".split()
)
"""Words that some reader of YAML, or the builder, takes for no text."""
_MAX_CLUSTER: Final = 32
_SIMPLE: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def scalar(text: str) -> str:
    """Return a text as a YAML value: as it is where that is safe, else between quotation marks."""
    is_safe = _PLAIN.fullmatch(text) and text.casefold() not in _OTHER_MEANING
    return text if is_safe else quoted(text)


def flow(values: Mapping[str, str]) -> str:
    """Return keys and values as YAML between braces: `{file: seeds/a.txt, sha256: …}`."""
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in values.items()) + "}"


def quoted(text: str, escaped: Collection[int] = ()) -> str:
    """Return a text as a YAML value between quotation marks; the signs at the offsets `escaped` as escapes too."""
    unclear = _unclear_signs(text) | set(escaped)
    if not unclear and text.isascii() and '"' in text and "'" not in text and "\\" not in text:
        return f"'{text}'"
    signs = (
        _SIMPLE.get(sign) or (_escape(sign) if offset in unclear else sign)
        for offset, sign in enumerate(text)
    )
    return '"' + "".join(signs) + '"'


def _unclear_signs(text: str) -> set[int]:
    """Return the offsets of signs that an eye cannot tell: unseen ones, and accents that are signs of their own."""
    if text.isascii() and text.isprintable():
        return set()
    return {
        offset
        for offset, sign in enumerate(text)
        if sign != " " and (not sign.isprintable() or is_ignorable(sign) or _is_loose_mark(text, offset))
    }


def _is_loose_mark(text: str, offset: int) -> bool:
    """Whether a mark stands where Unicode's composed form has none: apart from its letter, or on no letter."""
    if not is_mark(text[offset]):
        return False
    start, end = offset, offset + 1
    while start > max(offset - _MAX_CLUSTER, 0) and is_mark(text[start]):
        start -= 1
    while end < min(offset + _MAX_CLUSTER, len(text)) and is_mark(text[end]):
        end += 1
    cluster = text[start:end]
    return not cluster[0].isalnum() or normalize("NFC", cluster) != cluster


def _escape(sign: str) -> str:
    point = ord(sign)
    return f"\\x{point:02x}" if point < 0x80 else f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"
