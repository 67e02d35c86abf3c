"""Words for readers in the language of the site: English sentences are the keys of other languages’ catalogues.

A sentence is told whole, with named places for what changes, so that a translation may put them in its own order
(`say("{count} of {all} texts", …)`); none is put together from pieces. Formats of numbers come with the value.
Tables hold sentences as they are, `marked` for the catalogue, and say them where they are printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from gettext import NullTranslations
from typing import Final

_SPOKEN: Final[ContextVar[NullTranslations]] = ContextVar("spoken", default=NullTranslations())  # noqa: B039 - it is only read
"""English without a catalogue. Set once for each process that makes pages."""
_THOUSAND: Final = 1000
_LANGUAGE: Final[ContextVar[str]] = ContextVar("language", default="en")


def speak(catalogue: NullTranslations) -> None:
    """Have readers' words in the language of a catalogue from here on."""
    _SPOKEN.set(catalogue)
    _LANGUAGE.set(catalogue.info().get("language", "en").replace("_", "-"))


def language() -> str:
    """Return the language that words are said in, as a BCP 47 tag: that of the catalogue, English without one."""
    return _LANGUAGE.get()


def marked(words: str) -> str:
    """Return words as they are; they are in the catalogue, and said later."""
    return words


def marked_as(context: str, words: str) -> tuple[str, str]:
    """Return words with the context that tells them apart, to be said by `say_as(*pair)`."""
    return context, words


def marked_many(one: str, many: str) -> tuple[str, str]:
    """Return both forms of a sentence, to be said by `say_many(*pair, count)`."""
    return one, many


def say(words: str, /, **places: object) -> str:
    """Return a sentence in the language of the site, with its places filled. Without places, braces are only signs."""
    told = _SPOKEN.get().gettext(words)
    return told.format(**places) if places else told


def say_as(context: str, words: str, /, **places: object) -> str:
    """Return a sentence whose English stands for several things, told apart by a context."""
    told = _SPOKEN.get().pgettext(context, words)
    return told.format(**places) if places else told


def say_many(one: str, many: str, count: int, /, **places: object) -> str:
    """Return the form of a sentence that a count asks for in the language of the site (CLDR's rules, of the catalogue).

    The count itself stands where the sentence says `{count}`, with its thousands parted.
    """
    return _SPOKEN.get().ngettext(one, many, count).format(count=numbered(count), **places)


BETWEEN_THOUSANDS: Final = marked_as("between thousands", ",")
BEFORE_DECIMALS: Final = marked_as("before decimals", ".")
FOUR_DIGITS: Final = marked_as("number of four digits", "{thousand},{rest}")
"""A language may write `1.234.567` and yet `1234`."""


def numbered(number: int) -> str:
    """Return a number with its thousands parted as the language parts them: `1,234`."""
    if 0 <= number < _THOUSAND:
        return str(number)
    if 0 < number < 10 * _THOUSAND:
        return say_as(*FOUR_DIGITS, thousand=number // _THOUSAND, rest=f"{number % _THOUSAND:03}")
    return f"{number:,}".replace("-", "\N{MINUS SIGN}").replace(",", say_as(*BETWEEN_THOUSANDS))


def decimal(value: float) -> str:
    """Return a number with two digits behind the sign that the language has for it: `−0.25`."""
    before, after = f"{abs(value):.2f}".split(".")
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    return f"{sign}{numbered(int(before))}{say_as(*BEFORE_DECIMALS)}{after}"


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence would: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return say("{list} and {last}", list=in_row(words[:-1]), last=words[-1])


def in_row(words: Iterable[str | None]) -> str:
    """Join the words that there are with commas: `a, b, c`."""
    return say(", ").join(filter(None, words))


def in_clauses(words: Iterable[str | None]) -> str:
    """Join the clauses that there are: `a; b`."""
    return say("; ").join(filter(None, words))
