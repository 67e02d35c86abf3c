"""Texts that were once read in a wrong encoding: `didnâ€™t` for `didn’t`, `РџСЂРёРІРµС‚` for `Привет`.

UTF-8 that was read as an older encoding leaves pairs and triples that no language writes: a sign for the first byte of
a letter, and others for the rest. Each run of them is read back; it counts where that gives what texts hold, and where
the run itself is no honest end of a word (`IRMÃ”`, `assuré… »`). Nothing is repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from msgspec import Struct

from builder.regexes import regex
from builder.text import Span

_ENCODINGS: Final = (
    ("cp1252", "Windows-1252"),
    ("cp1251", "Windows-1251"),
    ("cp1250", "Windows-1250"),
    ("mac_roman", "Mac OS Roman"),
    ("cp437", "code page 437"),
    ("cp850", "code page 850"),
)
_EDGES: Final = frozenset("‘’“”•–—…‚„«»‹› \u00a0\u202f")
"""Signs that stand beside words in honest texts, after a capital with an accent too."""
_SIGNS: Final = (
    "\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u2122\u2190-\u2193\u2212"
    "\ufe0f\ufeff\ufffd\U0001f300-\U0001faff"
)
"""Signs of three bytes and more; one of them is enough."""
_DINGBATS: Final = "\u2600-\u27bf"
"""Such signs too, but in Windows-1251 they look like Serbian (`вљ…`)."""
_LATIN: Final = regex("[\u00a0-\u017f]")
_OTHERS: Final = regex(
    "|".join(
        f"[{letters}]{{3,}}"
        for letters in (
            "\u0386-\u03ce\u1f00-\u1fff",
            "\u0400-\u045f\u0490\u0491",
            "\u05b0-\u05ea",
            "\u060c-\u06d5",
            "\u0900-\u0dff",
            "\u0e01-\u0e5b",
            "\u10a0-\u10ff",
            "\u3000-\u30ff\u3400-\u9fff\uff01-\uff65",
            "\uac00-\ud7a3",
        )
    )
)
"""Letters of one other script: three in a row are enough."""
_LATIN_FOR_OTHERS: Final = regex(r"(?<![^\W\d_])[À-ÖØ-öø-ÿ]{4,}(?![^\W\d_])")
_LEAST_WORDS: Final = 3
_SIDE_BY_SIDE: Final = regex("[^\x00-\x7f]{2,}")
_SELDOM: Final = 64
"""In an English text one sign in some hundred stands there; in a Russian one most words do."""
_MOST_SHOWN_CHARS: Final = 16


class Mojibake(Struct, frozen=True):
    """What shows a wrong reading: which it was, how often it shows, where first, and a word with what it meant."""

    reading: str
    count: int
    first: Span
    shown: str
    meant: str


class _Encoding(Struct, frozen=True):
    """How the bytes of UTF-8 look in another encoding."""

    name: str
    byte_of: dict[str, int]
    leads: frozenset[str]
    runs: re.Pattern[str]
    signs: re.Pattern[str]

    def undone(self, run: str) -> str | None:
        """Return what a run was in UTF-8, or None where it was nothing."""
        try:
            return bytes(self.byte_of[sign] for sign in run).decode("utf-8")
        except UnicodeDecodeError:
            return None


def find_mojibake(text: str) -> Mojibake | None:
    """Return what shows that a text was read in a wrong encoding, by the encoding that shows it most often."""
    if text.isascii():
        return None
    signs, stretches = set(text), _stretches(text)
    found = [
        (places, encoding)
        for encoding in _encodings()
        if not signs.isdisjoint(encoding.leads) and (places := list(_places(text, encoding, stretches)))
    ]
    if not found:
        return _latin_for_another_alphabet(text)
    places, encoding = max(found, key=lambda one: sum(map(len, one[0])))
    word = _word_around(text, places[0], encoding)
    once = _undone(word, encoding)
    twice = _undone(once, encoding)
    reading = f"UTF-8 read as {encoding.name}{', twice' if twice != once else ''}"
    return Mojibake(reading, len(places), places[0], word, twice)


def _stretches(text: str) -> Sequence[Span]:
    """Return where signs beyond ASCII stand side by side, and all there can be a run; or the whole text, if often."""
    most = len(text) // _SELDOM
    found = [Span(*match.span()) for match in islice(_SIDE_BY_SIDE.finditer(text), most + 1)]
    return found if len(found) <= most else (Span(0, len(text)),)


def _places(text: str, encoding: _Encoding, stretches: Sequence[Span]) -> Iterator[Span]:
    for match in (run for part in stretches for run in encoding.runs.finditer(text, part.start, part.end)):
        meant = encoding.undone(match[0])
        span = Span(*match.span())
        if meant is not None and (
            encoding.signs.search(meant)
            or _OTHERS.search(meant)
            or (_LATIN.match(meant) and (len(meant) > 1 or _is_inside_a_word(text, span)))
        ):
            yield span


def _is_inside_a_word(text: str, span: Span) -> bool:
    """Whether a run that was a letter of Latin script stands where an honest text has no such signs."""
    before, lead, rest, after = (
        text[span.start - 1 : span.start],
        text[span.start],
        text[span.start + 1],
        text[span.end : span.end + 1],
    )
    if before.islower() and (lead.isupper() or not lead.isalpha()):
        return True
    if rest in _EDGES or rest.isalpha() or not lead.isupper():
        return False
    return lead == "Â" or before.isalpha() or after.isalpha()


def _latin_for_another_alphabet(text: str) -> Mojibake | None:
    """Words of accented letters alone: Cyrillic or Greek of one byte a letter, read as Windows-1252."""
    found = list(_LATIN_FOR_OTHERS.finditer(text))
    if len(found) < _LEAST_WORDS:
        return None
    word = found[0][0][:_MOST_SHOWN_CHARS]
    return Mojibake("another alphabet read as Windows-1252", len(found), Span(*found[0].span()), word, "")


def _word_around(text: str, span: Span, encoding: _Encoding) -> str:
    """Return the letters beside a run, with further runs among them."""
    start, end = span.start, span.end
    while start > span.start - _MOST_SHOWN_CHARS and text[start - 1 : start].isalpha():
        start -= 1
    while end < span.start + 2 * _MOST_SHOWN_CHARS:
        run = encoding.runs.match(text, end)
        if run is None and not text[end : end + 1].isalpha():
            break
        end = run.end() if run else end + 1
    return text[start:end]


def _undone(word: str, encoding: _Encoding) -> str:
    return encoding.runs.sub(lambda match: encoding.undone(match[0]) or match[0], word)


@cache
def _encodings() -> tuple[_Encoding, ...]:
    return tuple(_encoding(codec, name) for codec, name in _ENCODINGS)


def _encoding(codec: str, name: str) -> _Encoding:
    sign_of = {
        byte: bytes([byte]).decode(codec, "replace").replace("\ufffd", chr(byte))
        for byte in range(0x80, 0xF5)
    }
    lead = "".join(sign_of[byte] for byte in range(0xC2, 0xE0))
    lead_of_three = "".join(sign_of[byte] for byte in range(0xE0, 0xF0))
    lead_of_four = "".join(sign_of[byte] for byte in range(0xF0, 0xF5))
    rest = "".join(sign_of[byte] for byte in range(0x80, 0xC0)) + "\x80-\x9f"
    runs = f"(?:[{lead}][{rest}]|[{lead_of_three}][{rest}]{{2}}|[{lead_of_four}][{rest}]{{3}})+"
    unassigned = {chr(byte): byte for byte in range(0x80, 0xA0)}
    byte_of = unassigned | {sign: byte for byte, sign in sign_of.items()}
    signs = re.compile(f"[{_SIGNS}{'' if codec == 'cp1251' else _DINGBATS}]")
    return _Encoding(name, byte_of, frozenset(lead + lead_of_three + lead_of_four), re.compile(runs), signs)
