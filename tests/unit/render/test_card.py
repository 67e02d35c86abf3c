"""The picture of a dossier: a PNG that others can read, the signs of the pages in their colours, cheap and always alike."""

from __future__ import annotations

import re
import struct
import time
import zlib
from pathlib import Path

import pytest

from builder.render.card import HEIGHT, INK, SHEET, SIGNS, WIDTH, card_bytes

PROJECT = Path(__file__).resolve().parents[3]
ROWS = ((70, ("asserts", "contradicts")), (20, ("silent", "not-read")))


def pixels(png: bytes) -> tuple[list[int], bytes]:
    """The palette and the indices of a PNG without interlacing, as its format says; every check sum is held."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    parts: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        parts[kind] = png[at + 8 : at + 8 + size]
        (told,) = struct.unpack(">I", png[at + 8 + size : at + 12 + size])
        assert told == zlib.crc32(kind + parts[kind])
        at += 12 + size
    assert parts[b"IHDR"] == struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    told = parts[b"PLTE"]
    colours = [int.from_bytes(told[place : place + 3], "big") for place in range(0, len(told), 3)]
    lines = zlib.decompress(parts[b"IDAT"])
    assert len(lines) == HEIGHT * (WIDTH + 1)
    assert not any(lines[:: WIDTH + 1])
    return colours, b"".join(lines[line + 1 : line + 1 + WIDTH] for line in range(0, len(lines), WIDTH + 1))


def colours_of(rows: tuple[tuple[int, tuple[str, ...]], ...]) -> set[int]:
    palette, found = pixels(card_bytes(rows))
    return {palette[index] for index in set(found)}


def test_it_is_a_picture_with_the_colours_of_its_signs():
    found = colours_of(ROWS)
    assert {SHEET, INK["paper"], INK["ink"], INK["asserts"], INK["contradicts"], INK["absent"]} <= found
    assert INK["disputes"] not in found


@pytest.mark.parametrize("sign", sorted(SIGNS))
def test_every_sign_is_drawn_and_differs_from_the_others(sign: str):
    drawn = card_bytes(((1, (sign,)),))
    assert INK[SIGNS[sign][0]] in colours_of(((1, (sign,)),))
    assert all(drawn != card_bytes(((1, (other,)),)) for other in SIGNS if other != sign)


@pytest.mark.parametrize("rows", [(), ((0, ()),), ((10**6, ("asserts",) * 50),) * 50])
def test_nothing_and_too_much_are_drawn_too(rows: tuple[tuple[int, tuple[str, ...]], ...]):
    pixels(card_bytes(rows))


def test_its_colours_are_those_of_the_style_sheet():
    sheet = (PROJECT / "templates/assets/css/tokens.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--([a-z-]+): #([0-9a-f]{6});", sheet.partition("@media")[0]))
    assert {name: f"{colour:06x}" for name, colour in INK.items()} == {name: light[name] for name in INK}
    assert f"{SHEET:06x}" == light["sheet"]


def test_it_costs_little_and_is_alike_each_time():
    begun = time.process_time()
    one = card_bytes(ROWS)
    assert time.process_time() - begun < 0.5
    assert one == card_bytes(ROWS)
    assert len(one) < 20_000
