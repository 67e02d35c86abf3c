"""Words as a search compares them, and how they are written for an indexer that knows only spaces and plain letters.

The engine finds a word by its beginning, without case and without accents that can be taken off. Three things that it
does not know are written out for it, so that what a reader types is found: letters that have no plain part (`Łódź` is
typed `Lodz`), signs nobody sees (a soft hyphen inside `evacuation`), and scripts that put no space between words.
`search/folding.js` does the same to a question.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from builder.regexes import regex
from builder.signs import IGNORABLE, JOINERS, UNSPACED

PLAIN_LETTERS = {
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ø": "o",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ĸ": "k",
    "ŋ": "n",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "þ": "th",
    "ƀ": "b",
    "ɓ": "b",
    "ɗ": "d",
    "ƒ": "f",
    "ɨ": "i",
    "ʉ": "u",
    "ȷ": "j",
    "ɫ": "l",
    "ə": "e",
    "ⱥ": "a",
    "ɖ": "d",
    "ɛ": "e",
    "ɔ": "o",
    "ɣ": "g",
    "ʋ": "v",
    "ƴ": "y",
    "ɲ": "n",
}
"""Small letters that Unicode does not take apart, and what is typed for them."""

APART = "\u2060"
"""Ends a piece of an unspaced run that goes on: an invisible sign (word joiner) that the index drops."""

END = "\u2063"
"""Ends the last word of a block (invisible separator); the index drops it too. No excerpt joins the words of two."""

BESIDE = "^"
"""Stands between a word and its plain form, which the indexer takes for two names of one place."""

_UNSEEN = regex(f"(?![{JOINERS}\ufe00-\ufe0f])[{IGNORABLE}]")
"""Taken out, also of an excerpt; joiners and selectors decide how a letter or an emoji is drawn, and a search goes past
them, so they stay. `search/folding.js` lists the same."""
_LIGATURE = regex("[\ufb00-\ufb06]")
_TOKEN = regex(r"\S+")
_UNSPACED_LETTER = regex(f"[{UNSPACED}]")


def fold(text: str) -> str:
    """Return the text as words are compared: small letters, compatibility forms resolved, without accents."""
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(
        PLAIN_LETTERS.get(character, character) for character in apart if not _is_dropped(character)
    )


def _is_dropped(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Cf") or "\u02b9" <= character <= "\u02bf"


def written_out(text: str) -> str:
    """Return a text without markup as the indexer is given it; the words of a reader's excerpt are taken from it."""
    seen = _LIGATURE.sub(_compatible, _UNSEEN.sub("", unicodedata.normalize("NFC", text)))
    if seen.isascii():
        return seen
    return _TOKEN.sub(_token_written_out, seen)


@cache
def _words() -> re.Pattern[str]:
    """Runs of letters and digits with all their marks, some of which Python counts as no part of a word."""
    marks = "".join(
        sign for sign in map(chr, range(0x300, 0x10000)) if unicodedata.category(sign) in ("Mn", "Mc", "Me")
    )
    return re.compile(rf"[^\W_](?:[^\W_]|[{marks}{JOINERS}])*")


def _compatible(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def _token_written_out(match: re.Match[str]) -> str:
    if _UNSPACED_LETTER.search(match[0]):
        return f"{APART} ".join(pieces(match[0]))
    return _words().sub(_with_plain_form, match[0])


def _with_plain_form(match: re.Match[str]) -> str:
    word, plain = match[0], fold(match[0])
    return word if plain == _without_accents(word) else f"{word}{BESIDE}{plain}"


def _without_accents(word: str) -> str:
    """What the engine makes of a word by itself."""
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(character for character in apart if unicodedata.category(character) != "Mn")


def pieces(token: str) -> list[str]:
    """Cut what stands between two spaces before and after each letter of an unspaced script.

    Marks and punctuation stay with what is before them.
    """
    found = [""]
    last: bool | None = None  # whether the last letter of the open piece is of an unspaced script
    for character in token:
        if character.isalnum():
            is_unspaced = _UNSPACED_LETTER.match(character) is not None
            if last is not None and (is_unspaced or last):
                found.append("")
            last = is_unspaced
        found[-1] += character
    return found
