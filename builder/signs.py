"""Single signs and what they are to a reader: marks that sit on a letter, signs that nobody sees, shapes of letters.

Everything is read from the Unicode tables that come with Python, so that texts and programs are of one edition.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final
from unicodedata import category, normalize

from builder.regexes import regex

_UNSEEN_RANGES: Final = (
    (0x0000, 0x0000, "NUL"),
    (0x0001, 0x0008, "control character"),
    (0x000B, 0x000C, "control character"),
    (0x000E, 0x001F, "control character"),
    (0x007F, 0x009F, "control character"),
    (0x00AD, 0x00AD, "soft hyphen"),
    (0x034F, 0x034F, "grapheme joiner"),
    (0x061C, 0x061C, "bidirectional control"),
    (0x115F, 0x1160, "blank letter"),
    (0x17B4, 0x17B5, "vowel that is not drawn"),
    (0x180B, 0x180D, "variation selector"),
    (0x180E, 0x180E, "zero-width character"),
    (0x180F, 0x180F, "variation selector"),
    (0x200B, 0x200B, "zero-width character"),
    (0x200C, 0x200D, "joiner"),
    (0x200E, 0x200F, "bidirectional control"),
    (0x2028, 0x2029, "line or paragraph separator"),
    (0x202A, 0x202E, "bidirectional control"),
    (0x2060, 0x2065, "zero-width character"),
    (0x2066, 0x2069, "bidirectional control"),
    (0x206A, 0x206F, "control that is no longer used"),
    (0x2800, 0x2800, "blank letter"),
    (0x3164, 0x3164, "blank letter"),
    (0xD800, 0xDFFF, "lone surrogate"),
    (0xFE00, 0xFE0F, "variation selector"),
    (0xFEFF, 0xFEFF, "zero-width character"),
    (0xFFA0, 0xFFA0, "blank letter"),
    (0xFFF0, 0xFFFB, "character that is no text"),
    (0xFFFE, 0xFFFF, "character that is no text"),
    (0x1BCA0, 0x1BCA3, "character that is no text"),
    (0x1D173, 0x1D17A, "character that is no text"),
    (0xE0000, 0xE00FF, "tag character"),
    (0xE0100, 0xE01EF, "variation selector"),
    (0xE01F0, 0xE0FFF, "tag character"),
)
"""Every sign that a page shows nothing of, tab and line ends aside, with what it is to an editor. In order.

Unicode's property Default_Ignorable_Code_Point, with controls, surrogates, what is no character, and the blank of
Braille.
"""
SOFT_HYPHEN: Final = "\u00ad"
BYTE_ORDER_MARK: Final = "\ufeff"
JOINERS: Final = "\u200c\u200d"
"""Signs that only decide how the letters beside them are drawn; some scripts need them inside words."""
SYLLABIC: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese, Khmer: no spaces between words, of several signs each, that a sign of no width may part."""
UNSPACED: Final = (
    f"{SYLLABIC}\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u31f0-\u31ff\u3400-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Scripts that put no space between words: those, Han, kana, bopomofo. `search/folding.js` lists the same."""
_UNSPACED: Final = regex(f"[{UNSPACED}]")
_SYLLABIC: Final = regex(f"[{SYLLABIC}]")
_FIRST: Final = tuple(first for first, _, _ in _UNSEEN_RANGES)
_IGNORABLE_KINDS: Final = frozenset(
    {"soft hyphen", "grapheme joiner", "bidirectional control", "variation selector", "zero-width character"}
    | {"joiner", "control that is no longer used"}
)
"""What neither takes room nor is a letter, unlike fillers; nor hides words, as tags do."""
ASTRAL: Final = "\U00010000-\U0010ffff"
"""Every sign beyond the Basic Multilingual Plane. A class with some of their ranges takes forty times as long to look
for as one with all of them, so the classes of this module hold none; ask about each sign."""
_MARK_RANGES: Final = (
    (0x0300, 0x1DFF),
    (0x20D0, 0x2DFF),
    (0x302A, 0x309A),
    (0xA66F, 0xABED),
    (0xD7B0, 0xD7FB),
    (0xFB1E, 0xFB1E),
    (0xFE20, 0xFE2F),
)
"""Where combining marks stand; the stretches between hold none."""
_VARIANT_RANGES: Final = (
    (0x0374, 0x0387),
    (0x0958, 0x0FB9),
    (0x1F71, 0x1FFD),
    (0x2126, 0x232A),
    (0x2ADC, 0x2ADC),
    (0xF900, 0xFB4E),
)
"""Where the signs stand that Unicode holds for equal to others, such as the sign for Ångström."""
_SHAPE_RANGES: Final = (
    (0xFB00, 0xFB06),
    (0xFB13, 0xFB17),
    (0xFB50, 0xFDF9),
    (0xFDFC, 0xFDFC),
    (0xFE80, 0xFEFC),
)
_BASIC_END: Final = 0x10000
UNSEEN: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last, _ in _UNSEEN_RANGES if last < _BASIC_END)
"""The inside of a character class of what a page shows nothing of, but for what is beyond the basic plane."""
_IGNORABLE_RANGES: Final = tuple(
    (first, last) for first, last, kind in _UNSEEN_RANGES if kind in _IGNORABLE_KINDS and last < _BASIC_END
)
IGNORABLE_SIGNS: Final = "".join(
    chr(point) for first, last in _IGNORABLE_RANGES for point in range(first, last + 1)
)
"""Every sign that no reader sees or hears."""
IGNORABLE: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last in _IGNORABLE_RANGES)
"""The inside of a character class of them."""
_IGNORED: Final = regex(f"[{IGNORABLE}\U000e0100-\U000e01ef]+")


def is_mark(sign: str) -> bool:
    """Whether a sign combines with what stands before it: an accent, a vowel sign, a jamo that ends a syllable."""
    return category(sign)[0] == "M" or "\u1160" <= sign <= "\u11ff" or "\ud7b0" <= sign <= "\ud7fb"


def is_unspaced(sign: str) -> bool:
    """Whether a sign is of a script that writes no spaces between words."""
    return sign >= "\u0e00" and _UNSPACED.match(sign) is not None


def is_syllabic(sign: str) -> bool:
    """Whether a sign is of a script without spaces whose words take several signs: Thai, Lao, Khmer, Burmese."""
    return _SYLLABIC.match(sign) is not None


def unseen_kind(sign: str) -> str | None:
    """Return what a sign is that a page shows nothing of, such as `soft hyphen`; None for any other."""
    point = ord(sign)
    _, last, kind = _UNSEEN_RANGES[bisect_right(_FIRST, point) - 1]
    return kind if point <= last else None


def is_blank(text: str) -> bool:
    """Whether a text holds nothing but white space and signs that a page shows nothing of."""
    return all(sign.isspace() or unseen_kind(sign) for sign in text)


def is_ignorable(sign: str) -> bool:
    """Whether a sign is none that a reader sees or hears: soft hyphen, zero-width space, byte order mark."""
    return _IGNORED.match(sign) is not None


def takes_no_room(sign: str) -> bool:
    """Whether a sign has no width of its own in a line: it sits on a letter, or only controls how others stand."""
    return category(sign) in ("Mn", "Me", "Cf")


def without_ignorable(text: str) -> str:
    """Return a text without the signs that no reader sees or hears."""
    return _IGNORED.sub("", text)


@cache
def mark_class() -> str:
    """Return the inside of a character class of signs that combine, but for those that are ignorable."""
    return _class_of(
        point for point in _points(_MARK_RANGES) if is_mark(chr(point)) and not is_ignorable(chr(point))
    )


@cache
def variant_class() -> str:
    """Return the inside of a character class of signs that Unicode holds for equal to others, marks left out."""
    return _class_of(
        point
        for point in _points(_VARIANT_RANGES)
        if normalize("NFC", chr(point)) != chr(point) and not is_mark(chr(point))
    )


@cache
def shapes() -> dict[int, str]:
    """Return the letters of every presentation form: `fi` for `ﬁ`, and those of Arabic and Armenian print."""
    letters = {point: normalize("NFKC", chr(point)) for point in _points(_SHAPE_RANGES)}
    return {point: read for point, read in letters.items() if read != chr(point) and " " not in read}


@cache
def shape_class() -> str:
    """Return the inside of a character class of all presentation forms that `shapes` tells."""
    return _class_of(shapes())


def _points(ranges: tuple[tuple[int, int], ...]) -> Iterator[int]:
    return (point for first, last in ranges for point in range(first, last + 1))


def _class_of(points: Iterable[int]) -> str:
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in _runs(sorted(points)))


def _runs(points: list[int]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of every run of numbers without a gap."""
    start = before = points[0]
    for point in points[1:]:
        if point != before + 1:
            yield start, before
            start = point
        before = point
    yield start, before
