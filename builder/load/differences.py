"""What differs between words that were written and words that stand in a text, said in words."""

from __future__ import annotations

from difflib import SequenceMatcher
from unicodedata import name as unicode_name

_MAX_TOLD = 3
_MAX_SHOWN_CHARS = 40
_NAMES = {
    " ": "space",
    "\u00a0": "no-break space",
    "\u202f": "narrow no-break space",
    "\t": "tab",
    "\n": "line break",
    "\r": "carriage return",
    "\r\n": "line break (CRLF)",
    ".": "full stop",
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "!": "exclamation mark",
    "?": "question mark",
    "-": "hyphen",
    "\u200b": "zero-width space",
    "\ufeff": "byte order mark",
}


def differences(written: str, standing: str) -> str:
    """Say what of `standing`, the words of a text, was written otherwise: `’ for '`, `a full stop is missing`."""
    told: list[str] = []
    for ours, theirs in _changes(written, standing):
        told.append(_say(ours, theirs))
    rest = len(told) - _MAX_TOLD
    return "; ".join(told[:_MAX_TOLD]) + (f"; and {rest} more" if rest > 0 else "")


def _changes(written: str, standing: str) -> list[tuple[str, str]]:
    """The stretches that differ, as (what was written, what stands in the text); equal ones are left out."""
    start = _common_length(written, standing)
    written, standing = written[start:], standing[start:]
    end = _common_length(written[::-1], standing[::-1])
    written, standing = written[: len(written) - end], standing[: len(standing) - end]
    if len(written) <= 2 and len(standing) <= 2:
        return [(written, standing)]
    matcher = SequenceMatcher(None, written, standing, autojunk=False)
    return [
        (written[ours:ours_end], standing[theirs:theirs_end])
        for tag, ours, ours_end, theirs, theirs_end in matcher.get_opcodes()
        if tag != "equal"
    ]


def _common_length(one: str, other: str) -> int:
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


def _say(ours: str, theirs: str) -> str:
    if not ours:
        return _say_missing(theirs)
    if not theirs:
        return _say_surplus(ours)
    if len(ours) == len(theirs) == 2 and ours == theirs[::-1]:
        return f"two letters swapped, `{theirs}` for `{ours}`"
    if ours.casefold() == theirs.casefold():
        return f"capitals, `{_shown(theirs)}` for `{_shown(ours)}`"
    if len(ours) == len(theirs) == 1 and ours.isalpha() and theirs.isalpha():
        return f"one letter, `{theirs}` for `{ours}`"
    return f"{_named(theirs)} for {_named(ours)}"


def _say_missing(theirs: str) -> str:
    if len(theirs) == 1 and theirs.isalnum():
        return f"the letter `{theirs}` is missing"
    if theirs in _NAMES or len(theirs) == 1:
        return f"a {_named(theirs)} is missing"
    return f"`{_shown(theirs)}` is missing"


def _say_surplus(ours: str) -> str:
    if len(ours) == 1 and ours.isalnum():
        return f"the letter `{ours}` is too many"
    if ours in _NAMES or len(ours) == 1:
        return f"a {_named(ours)} is too many"
    return f"`{_shown(ours)}` does not stand there"


def _named(words: str) -> str:
    """A sign by its name where it would be hard to see, and as it is otherwise."""
    known = _NAMES.get(words)
    if known is not None:
        return known
    if len(words) == 1 and not words.isprintable():
        return f"U+{ord(words):04X} {unicode_name(words, 'control character').lower()}"
    return words if len(words) == 1 else f"`{_shown(words)}`"


def _shown(words: str) -> str:
    line = "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in words
    )
    return line if len(line) <= _MAX_SHOWN_CHARS else line[: _MAX_SHOWN_CHARS - 1] + "…"
