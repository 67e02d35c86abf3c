"""Signs that a page shows nothing of: which of them a script or an emoji needs where they stand, and which are stray.

What is needed follows the Unicode Standard (chapters on Arabic, Indic, Mongolian and Korean; UTS 51 for emoji, UTS 37
and StandardizedVariants for selectors), a little on the generous side: a letter more or less on the list hides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple
from unicodedata import name

from builder.regexes import regex
from builder.signs import ASTRAL, BYTE_ORDER_MARK, SYLLABIC, UNSEEN, unseen_kind

_EMOJI: Final = (
    "©®‼⁉™ℹ\u2190-\u21ff\u2300-\u23ffⓂ\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff〰〽㊗㊙\U0001f000-\U0001faff"
)
_HAN: Final = "\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_JOINING: Final = (
    "\u0600-\u061b\u061d-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u1807-\u180a"
    "\u1820-\u18aa\u1900-\u1c7f\u1cd0-\u1cff\ua800-\ua8ff\ua980-\uaaff\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
"""Scripts whose letters join or stack, from Arabic to Adlam: joiners decide the shape of the letter beside them."""
_MONGOLIAN: Final = "\u1820-\u18aa"
_NEEDED: Final = (
    rf"(?:(?<=[{_EMOJI}])|(?<=[{_EMOJI}]\ufe0f))\u200d(?=[{_EMOJI}])",
    rf"(?<=[{_EMOJI}])[\ufe0e\ufe0f]",
    r"(?<=[0-9#*])\ufe0f(?=\u20e3)",
    "(?<=\U0001f3f4)[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f",  # 🏴, country, part, end: England
    rf"(?<=[{_JOINING}])[\u200c\u200d]",
    rf"[\u200c\u200d](?=[{_JOINING}])",
    rf"(?<=[{SYLLABIC}])\u200b",
    rf"\u200b(?=[{SYLLABIC}])",
    r"(?<=[\u0591-\u05f4\ufb1d-\ufb4f])\u034f(?=[\u0591-\u05c7])",  # keeps the order of two Hebrew points
    rf"(?<=[{_MONGOLIAN}])[\u180b-\u180f]",
    rf"(?<=[{_MONGOLIAN}][\u180b-\u180d\u180f])\u180e",
    rf"(?<=[{_HAN}])[\ufe00-\ufe02\U000e0100-\U000e01ef]",
    r"(?<=[‘’“”、。！，．：；？])[\ufe00\ufe01]",
    r"(?<=[0\u1000-\u109f\u2200-\u22ff\u2a00-\u2aff\ua840-\ua87f\uaa60-\uaa7f])\ufe00",
    "(?<=[\U00013000-\U0001345f])[\ufe00-\ufe06]",
    r"\u115f(?=[\u1161-\u11a7\ud7b0-\ud7c6])",
    r"\u115f\u1160(?=[\u11a8-\u11ff\ud7cb-\ud7fb])",
    r"(?<=[\u1100-\u115e\ua960-\ua97c])\u1160",
    r"\u3164(?!\u3164{3})[\u3131-\u318e]{3}",  # a syllable of old Korean, as KS X 1001 writes it
    r"(?<=[\u2801-\u28ff])\u2800",
    r"\u2800{1,8}(?=[\u2801-\u28ff])",
)
"""Signs, or runs of them, where a text needs them."""
_PERHAPS: Final = regex(f"[{UNSEEN}{ASTRAL}]")
"""Looked for first, because hardly any text has one: a set of signs is found five times as fast as what is needed."""
_DIRECTION_MARKS: Final = "\u061c\u200e\u200f"
_RIGHT_TO_LEFT: Final = regex("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U0001e900-\U0001e95f]")
_NEAR: Final = 32
"""So many signs from a mark of direction a word that is written from right to left may stand."""
_MAX_NAMED: Final = 3


_NEVER_NEEDED: Final = regex(
    rf"(?:(?![\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2800\u3164\ufe00-\ufe0f])[{UNSEEN}])+"
)
"""Unseen signs that no rule above asks for, with nothing between them: a text of 2 MiB of NULs is one run of them."""


@cache
def _run() -> re.Pattern[str]:
    """Compiled for the first text that has such a sign: few dossiers have one, and it is the largest pattern of all."""
    return re.compile("|".join(_NEEDED))


class Stray(NamedTuple):
    """Unseen signs, one or more of them side by side, that nothing around them needs."""

    offset: int
    signs: str


def stray_signs(text: str) -> Iterator[Stray]:
    """Yield the unseen signs of a text that their places do not call for, in order; soft hyphens too.

    Controls, surrogates and line separators are among them. Takes one step a run of signs that no place calls for, and
    one step for each other.
    """
    found = _PERHAPS.search(text)
    while found:
        at = found.start()
        run = _NEVER_NEEDED.match(text, at)
        end = run.end() if run else at + 1
        needed = None if run else _run().match(text, at)
        if needed:
            end = needed.end()
        elif run:
            yield Stray(at, run[0])
        elif unseen_kind(found[0]) and not (
            found[0] in _DIRECTION_MARKS and _is_beside_right_to_left(text, at)
        ):
            yield Stray(at, found[0])
        found = _PERHAPS.search(text, end)


def named(sign: str) -> str:
    """Return what a sign is called, with its code point: `soft hyphen (U+00AD)`."""
    called = name(sign, "").lower() if sign != BYTE_ORDER_MARK else "byte order mark"
    return f"{called or unseen_kind(sign) or 'character'} (U+{ord(sign):04X})"


def named_all(found: list[Stray]) -> str:
    """Return the names of the first few kinds of signs found, in words."""
    signs = [named(sign) for sign in dict.fromkeys("".join(one.signs for one in found))]
    more = f" and {len(signs) - _MAX_NAMED} more" if len(signs) > _MAX_NAMED else ""
    return ", ".join(signs[:_MAX_NAMED]) + more


def without(text: str, found: list[Stray]) -> str:
    """Return a text without stray signs that were found in it; a blank letter leaves a space."""
    parts: list[str] = []
    reached = 0
    for one in found:
        leaves_space = any(
            unseen_kind(sign) in ("blank letter", "line or paragraph separator") for sign in one.signs
        )
        parts += text[reached : one.offset], " " * leaves_space
        reached = one.offset + len(one.signs)
    return " ".join("".join((*parts, text[reached:])).split())


def as_symbol(sign: str) -> str:
    """Return what is shown for an unseen sign: a control picture, or its code point in brackets."""
    code = ord(sign)
    return chr(0x2400 + code) if code < 0x20 else f"⟨U+{code:04X}⟩"


def shown(text: str, *, but: str = "") -> str:
    """Return a text with every stray sign as a symbol; those in `but` stay as they are."""
    parts: list[str] = []
    reached = 0
    for one in stray_signs(text):
        symbols = {ord(sign): as_symbol(sign) for sign in {*one.signs}.difference(but)}
        parts += text[reached : one.offset], one.signs.translate(symbols)
        reached = one.offset + len(one.signs)
    return "".join((*parts, text[reached:])) if parts else text


def _is_beside_right_to_left(text: str, at: int) -> bool:
    return _RIGHT_TO_LEFT.search(text, max(at - _NEAR, 0), at + _NEAR) is not None
