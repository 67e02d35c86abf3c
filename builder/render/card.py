"""A table of signs to the bytes of a PNG: the picture that stands beside a link to the dossier in a message.

Drawn without a library and without a font: why, docs/decisions/0018-picture-without-words.md. Each sign is a distance:
how far a point lies outside it, in sixteenths of its side, from which the smooth edge of its pixels follows.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from math import atan2, hypot, pi
from struct import pack

WIDTH, HEIGHT = 1200, 630
"""What networks crop least."""
INK: dict[str, int] = {
    "asserts": 0x0A4C7C,
    "attributes": 0x4A3B97,
    "implies": 0x34535F,
    "doubts": 0x6F4B00,
    "disputes": 0x8A3A0A,
    "contradicts": 0x971A3A,
    "absent": 0x55616B,
    "rule": 0xC6CEC9,
    "ink": 0x14212E,
    "paper": 0xF3F5F2,
}
"""The colours of the style sheet, by the names that they have there."""
SHEET = 0xFDFEFC
_SHADES = 15
"""Between the sheet, which is 0, and each colour."""
_UNITS = 16

Distance = Callable[[float, float], float]


def _ring(radius: float, width: float, x: float, y: float) -> float:
    return abs(hypot(x, y) - radius) - width / 2


def _diamond(radius: float, x: float, y: float) -> float:
    return (abs(x) + abs(y) - radius) * 0.7071


def _dashed(x: float, y: float) -> float:
    turned = (atan2(y, x) * 6 / pi + 13) % 2 - 1
    return max(_ring(5.4, 1.7, x, y), (abs(turned) - 0.51) * 5.4 * pi / 6)


def _dots(x: float, y: float) -> float:
    return min(hypot(x - at, y) - 1.1 for at in (-4.5, 0, 4.5))


SIGNS: dict[str, tuple[str, Distance]] = {
    "asserts": ("asserts", lambda x, y: hypot(x, y) - 6),
    "attributes": ("attributes", lambda x, y: min(_ring(5.4, 1.6, x, y), hypot(x, y) - 2.4)),
    "implies": ("implies", _dashed),
    "mentions": ("absent", partial(_ring, 3.2, 1.6)),
    "doubts": ("doubts", lambda x, y: abs(_diamond(6.1, x, y)) - 0.8),
    "disputes": ("disputes", lambda x, y: min(abs(_diamond(6.1, x, y)) - 0.8, max(_diamond(6.1, x, y), x))),
    "contradicts": ("contradicts", lambda x, y: _diamond(7, x, y)),
    "silent": ("absent", lambda x, y: hypot(max(abs(x) - 3.5, 0), y) - 0.85),
    "not-applicable": ("rule", lambda x, y: abs(max(abs(x), abs(y)) - 5) - 0.65),
    "not-read": ("rule", _dots),
}
"""By the word of the content files or of a cell: colour and shape, as on the pages."""

_EDGE, _TAB, _HEAD = 60, 30, 54
_LINES, _MOST_LINE = 400, 330
"""How wide the place for claims is, and the longest line in it."""
_SIDE = 60
_LONG = 120
"""Letters of a statement that fill the longest line."""


def card_bytes(rows: Iterable[tuple[int, tuple[str, ...]]]) -> bytes:
    """Return a PNG of rows: how many letters a claim has, and a sign for each text. More than 7 by 10 are not drawn."""
    shown = [(letters, signs[:10]) for letters, signs in rows][:7]
    lines = [*_tab(), *_sheet(shown)]
    lines += [_line()] * (HEIGHT - len(lines))
    head = pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    parts = ((b"IHDR", head), (b"PLTE", _palette()), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


def _palette() -> bytes:
    colours = [SHEET]
    for ink in INK.values():
        colours += [_mixed(ink, shade / _SHADES) for shade in range(1, _SHADES + 1)]
    return b"".join(colour.to_bytes(3, "big") for colour in colours)


def _mixed(ink: int, part: float) -> int:
    """A colour over the sheet, channel by channel."""
    channels = ((SHEET >> at & 255, ink >> at & 255, at) for at in (16, 8, 0))
    return sum(round(under + (over - under) * part) << at for under, over, at in channels)


def _colour(name: str, shade: int = _SHADES) -> int:
    return list(INK).index(name) * _SHADES + shade if shade else 0


def _line(*spans: tuple[int, int, str | None]) -> bytes:
    """A line of paper, with spans of a colour, or of the sheet, from one pixel up to another."""
    line = bytearray([_colour("paper")]) * WIDTH
    for start, end, name in spans:
        line[start:end] = bytes([_colour(name) if name else 0]) * (end - start)
    return bytes(line)


def _tab() -> Iterator[bytes]:
    """What stands above the sheet: the tab of a folder, on a rule."""
    yield from [_line()] * (_EDGE - _TAB)
    yield from [_line((_EDGE, _EDGE + 220, "ink"))] * _TAB
    yield from [_line((_EDGE, WIDTH - _EDGE, "ink"))] * 4


def _sheet(rows: list[tuple[int, tuple[str, ...]]]) -> Iterator[bytes]:
    sheet = (_EDGE, WIDTH - _EDGE, None)
    rule = _line(sheet, (_EDGE + 40, WIDTH - _EDGE - 40, "rule"))
    room = HEIGHT - 2 * _EDGE - 4
    height = room // max(len(rows), 3)
    drawn = 0
    for place, (letters, signs) in enumerate(rows):
        for line in _row(letters, signs, height):
            yield rule if place and line is None else _line(sheet) if line is None else line
            drawn += 1
    yield from [_line(sheet)] * (room - drawn)


def _row(letters: int, signs: tuple[str, ...], height: int) -> Iterator[bytes | None]:
    """The lines of a row; the first, None, is where it meets the row above."""
    yield None
    above = (height - 1 - _SIDE) // 2
    length = 90 + (_MOST_LINE - 90) * min(letters, _LONG) // _LONG
    blank = bytearray(_line((_EDGE, WIDTH - _EDGE, None)))
    tiles = [_tile(sign) for sign in signs]
    step = (WIDTH - 2 * _EDGE - _LINES - 80) // max(len(signs), 5)
    for y in range(height - 1):
        line = bytearray(blank)
        if abs(y - (height - 1) / 2) < 7:
            line[_EDGE + 40 : _EDGE + 40 + length] = bytes([_colour("rule")]) * length
        if 0 <= y - above < _SIDE:
            for place, tile in enumerate(tiles):
                start = _EDGE + _LINES + place * step + (step - _SIDE) // 2
                line[start : start + _SIDE] = tile[y - above]
        yield bytes(line)


@cache
def _tile(sign: str) -> tuple[bytes, ...]:
    """The lines of a sign; what is above its middle is as below."""
    colour, distance = SIGNS[sign]
    scale = _UNITS / _SIDE
    places = [(at + 0.5) * scale - _UNITS / 2 for at in range(_SIDE)]
    half = [
        bytes(_colour(colour, _shade(distance(x, y) / scale)) for x in places) for y in places[: _SIDE // 2]
    ]
    return (*half, *reversed(half))


def _shade(outside: float) -> int:
    """How much of a pixel a sign covers, from 0 to all shades, by the distance of its middle in pixels."""
    return round(min(max(0.5 - outside, 0), 1) * _SHADES)


def version() -> str:
    """Return the version of zlib, on which the bytes depend."""
    return f"zlib {zlib.ZLIB_RUNTIME_VERSION}"
