"""What stands in place of a line end that only wraps a paragraph: a space, or nothing."""

from __future__ import annotations

from unicodedata import east_asian_width

from builder.regexes import regex
from builder.signs import SOFT_HYPHEN, is_unspaced, takes_no_room

_HYPHENS = "-\u2010"
_JOINING = SOFT_HYPHEN + "\u200b\u200d\u2060"
"""Unseen signs that say that a word goes on, or may break, where a space would part it; others, such as marks of
direction, say nothing of it."""
_NEUTRAL = "“”‘’—…·《》〈〉"
"""Signs that stand in texts with spaces and without."""
_WINDOW = 12
_SUSPENDED = regex(
    r"(?:and|or|to|und|oder|bis|sowie|et|ou|y|o|u|e|en|of|och|eller|og|ja|tai|и|или|та|або|a|i|lub|nebo)\b"
)
"""What follows a hyphen that stands for the rest of a word: two- and three-year."""


def separator(text: str, before: int, after: int) -> str:
    """Return what joins the words that end at offset `before` to those that begin at `after`: a space, or nothing.

    Scripts that write no spaces join without one, and so do the parts of a word after its hyphen; a hyphen stays.
    """
    if before <= 0 or after >= len(text):
        return ""
    left, right = text[before - 1], text[after]
    if left in _JOINING or _is_hyphenated(text, before, after):
        return ""
    return "" if _is_unspaced_there(text, before, after, left, right) else " "


def _is_hyphenated(text: str, before: int, after: int) -> bool:
    is_inside = before > 1 and text[before - 1] in _HYPHENS and text[before - 2].isalnum()
    return is_inside and text[after].isalpha() and not _SUSPENDED.match(text, after)


def is_cut_word(text: str, before: int, after: int) -> bool:
    """Whether a word breaks off at a hyphen that ends at `before`, and goes on at `after`, in letters of one case."""
    if before < 2 or after >= len(text) or text[before - 1] not in _HYPHENS + SOFT_HYPHEN:
        return False
    left, right = text[before - 2], text[after]
    return (left.islower() and right.islower()) or (left.isupper() and right.isupper())


def _is_unspaced_there(text: str, before: int, after: int, left: str, right: str) -> bool:
    """Between a letter with spaces and one without, the script that most letters around are of decides."""
    sides = [_is_wide(sign) for sign in (left, right)]
    if all(sides):
        return True
    if not any(sides):
        return False
    if any(sign in _NEUTRAL for sign in (left, right)):
        return True
    near = text[max(before - _WINDOW, 0) : before] + text[after : after + _WINDOW]
    letters = [sign for sign in near if sign.isalnum()]
    return 2 * sum(map(_is_wide, letters)) >= len(letters)


def _is_wide(sign: str) -> bool:
    return is_unspaced(sign) or "\u3000" <= sign <= "\u303f" or "\uff00" <= sign <= "\uffef"


def columns(words: str) -> int:
    """Return how many columns words take; marks that sit on a letter take none, wide letters take two."""
    if words.isascii():
        return len(words)
    return sum(map(_columns_of, words))


def _columns_of(sign: str) -> int:
    if sign.isascii():
        return 1
    if takes_no_room(sign):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1
