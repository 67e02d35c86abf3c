"""The small picture by which a library of ZIM files shows the dossier: the folder of our icon, 48 by 48 points, as PNG.

It is drawn from the same numbers as the SVG, on a grid finer than the points, so that slopes are smooth.
"""

from __future__ import annotations

import struct
import zlib
from typing import Final

SIDE: Final = 48
_FINER: Final = 4
_UNITS: Final = 32
"""The side of the icon in its own units."""
_INK, _PAPER, _MARK = b"\x14\x21\x2e", b"\xf3\xf5\xf2", b"\xb8\x8a\x00"
_CLEAR: Final = b"\0\0\0"


def illustration() -> bytes:
    """Return the picture as the bytes of a PNG, always the same."""
    rows = b"".join(b"\0" + b"".join(_point(x, y) for x in range(SIDE)) for y in range(SIDE))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 6, 0, 0, 0)  # eight bits of red, green, blue and opacity
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, content) for name, content in parts)


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _point(x: int, y: int) -> bytes:
    """The mean of the finer grid in one point."""
    scale = _UNITS / (SIDE * _FINER)
    found = [
        _colour((x * _FINER + across + 0.5) * scale, (y * _FINER + down + 0.5) * scale)
        for down in range(_FINER)
        for across in range(_FINER)
    ]
    drawn = [colour for colour in found if colour != _CLEAR]
    if not drawn:
        return _CLEAR + b"\0"
    means = (sum(colour[channel] for colour in drawn) // len(drawn) for channel in range(3))
    return bytes((*means, 255 * len(drawn) // len(found)))


def _colour(x: float, y: float) -> bytes:
    if 7 <= x <= 25 and 14.5 <= y <= 16.5:
        return _PAPER
    if 7 <= x <= 20 and 19 <= y <= 22:
        return _MARK
    is_tab = 5 <= y <= 10 and x <= 13.5 + (y - 5) * 0.8
    is_body = 9 <= y <= 27 and x <= 30
    return _INK if x >= 2 and (is_tab or (is_body and (y >= 9))) else _CLEAR
