"""How words of a language are written: in which script, which way it runs, and in which order names stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

_BY_SCRIPT: Final = {
    "ARABIC": "ar arc ckb dv fa ks ps sd ug ur",
    "ARMENIAN": "hy",
    "BENGALI": "as bn",
    "CJK": "ja wuu yue zh",
    "CYRILLIC": "ab ba be bg bs ce chm cv kk ky mk mn os ru sah sr tg tk tt uk uz",
    "DEVANAGARI": "hi mr ne sa",
    "ETHIOPIC": "am ti",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he yi",
    "HIRAGANA": "ja",
    "KANNADA": "kn",
    "KATAKANA": "ja",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "SINHALA": "si",
    "SYRIAC": "arc syr",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAANA": "dv",
    "THAI": "th",
    "TIBETAN": "bo dz",
}
"""Languages by the scripts that they are written in without saying so, each script by its name in Unicode."""
_BOTH: Final = frozenset("bs kk ku sr tk tt uz".split())
"""Languages that are written in Latin letters as well."""
_SCRIPTS: Final = {
    "Arab": "ARABIC",
    "Cyrl": "CYRILLIC",
    "Grek": "GREEK",
    "Hans": "CJK",
    "Hant": "CJK",
    "Hebr": "HEBREW",
    "Latn": "LATIN",
}
_FROM_RIGHT: Final = frozenset({"ARABIC", "HEBREW", "SYRIAC", "THAANA"})


def direction_of(language: str | None) -> str:
    """Return "rtl" for a language written from right to left, else "ltr"."""
    return "rtl" if language is not None and _FROM_RIGHT.intersection(_scripts_of(language)) else "ltr"


def is_written_in(words: str, language: str) -> bool:
    """Whether the first letter of some words is of a script of a language: `Sawt al-Madiq` is not written in Arabic."""
    first = next(filter(str.isalpha, words), "")
    return bool(first) and unicodedata.name(first, "").partition(" ")[0] in _scripts_of(language)


_WHOLE: Final = frozenset("йў")
"""Letters of their own, though Unicode takes them for another with a mark."""
_PLAIN: Final = str.maketrans(
    {"æ": "ae", "đ": "d", "ð": "d", "ı": "i", "ł": "l", "œ": "oe", "ø": "o", "þ": "th"}
)


def name_order(name: str) -> tuple[str, str]:
    """Return by what a name stands in a list: its letters without their marks, then with them: `Änne` beside `Anne`."""
    folded = name.casefold()
    bare = "".join(
        sign if sign in _WHOLE else _unmarked(sign) for sign in unicodedata.normalize("NFC", folded)
    )
    return bare.translate(_PLAIN), folded


def _unmarked(sign: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))


def _scripts_of(language: str) -> tuple[str, ...]:
    primary, *parts = language.split("-")
    named = tuple(_SCRIPTS[part] for part in parts if part in _SCRIPTS)
    return named or tuple(_usual(primary))


def _usual(language: str) -> Iterator[str]:
    found = [script for script, languages in _BY_SCRIPT.items() if language in languages.split()]
    yield from found
    if not found or language in _BOTH:
        yield "LATIN"
