"""The names of months in the languages of news, from the tables of `dateparser` (Unicode's CLDR and others')."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

_ENGLISH: Final = (
    "january february march april may june july august september october november december".split()
)
_LANGUAGES: Final = (
    "en de fr es it pt nl sv da nb fi pl cs sk hu ro ru uk bg sr sr-Latn hr sl mk el tr az ar fa he hi id ms vi sq lt"
    " lv et ka hy kk ca"
).split()
"""In which order a word is looked up that the page's own language does not have."""
_LEVANT: Final = {
    "كانون الثاني": 1, "شباط": 2, "آذار": 3, "أذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6, "تموز": 7, "آب": 8,
    "أيلول": 9, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12,
}  # fmt: skip
"""Arabic months as Lebanon, Syria, Iraq, Jordan and Palestine call them; CLDR has them as variants only."""
_LEAST_SHARED: Final = 5
"""So many first letters in common make a case of a month's name (`novembra`, `ноябрю`)."""
_LONGEST_ENDING: Final = 2


def month_of(word: str, language: str) -> int | None:
    """Return the number of the month that a word names, in a page's language before all others; else None."""
    known = _plain(word)
    own = [
        each
        for each in _LANGUAGES
        if language and each.partition("-")[0] == language.partition("-")[0].lower()
    ]
    for each in own:
        number = _names(each).get(known) or _case_of(known, each)
        if number:
            return number
    return _LEVANT_NAMES.get(known) or next(
        (number for each in _LANGUAGES if each not in own and (number := _names(each).get(known))), None
    )


def _case_of(word: str, language: str) -> int | None:
    """The month whose name in another case the word is; None where two fit."""
    fits = {number for name, number in _names(language).items() if len(name) > 2 and _is_case(word, name)}
    return fits.pop() if len(fits) == 1 else None


def _is_case(word: str, name: str) -> bool:
    """Whether a word is a name with an ending, or shares its beginning and nearly its length."""
    longer = len(word) - len(name)
    if word.startswith(name) and longer <= _LONGEST_ENDING:
        return True
    return (
        len(name) > _LEAST_SHARED
        and word[:_LEAST_SHARED] == name[:_LEAST_SHARED]
        and abs(longer) <= _LONGEST_ENDING
    )


@cache
def _names(language: str) -> dict[str, int]:
    from dateparser.languages.loader import default_loader

    info: dict[str, list[str]] = default_loader.get_locale(language).info
    return {
        _plain(name): number
        for number, month in enumerate(_ENGLISH, 1)
        for name in info.get(month, ())
        if not re.search(r"\d", name)
    }


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().strip(". ")


_LEVANT_NAMES: Final = {_plain(name): number for name, number in _LEVANT.items()}
