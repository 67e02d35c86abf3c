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
    return _SPOKEN.get().ngettext(one, many, count).format(count=f"{count:,}", **places)


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
