"""What differs between words that were written and words that stand in a text, said in words.

Where the two look alike the signs are named by their code points: nobody can see them otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from unicodedata import name as unicode_name
from unicodedata import normalize

from builder.signs import is_ignorable, is_mark, without_ignorable
from builder.unseen import named

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
    "\u2010": "hyphen (U+2010)",
    "\u2011": "no-break hyphen (U+2011)",
    "\u2013": "en dash",
    "\u2014": "em dash",
    "\u2212": "minus sign",
}
_SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL"})
"""Scripts with letters of the same shapes, as Unicode's names of letters begin."""
_ALIKE = ("-\u2010\u2011\u00ad", "\u2019\u02bc\u02bb\u055a", "\u2013\u2212\u2012", ".\u2024", '"\u2033\u201f')
"""Signs of several kinds that print alike."""

Signs = Sequence[str]
"""Signs of a text, each with the marks on it."""


def differences(written: str, standing: str) -> str:
    """Say what of `standing`, the words of a text, was written otherwise: `’ for '`, `a full stop is missing`."""
    changes = _changes(_signs(written), _signs(standing))
    told = list(dict.fromkeys(_say(ours, theirs) for ours, theirs in changes))
    rest = len(told) - _MAX_TOLD
    return "; ".join(told[:_MAX_TOLD]) + (f"; and {rest} more" if rest > 0 else "")


def hidden_difference(written: str, meant: str) -> str:
    """Return a sentence on what differs between two words that look alike, to go behind a question; else nothing."""
    changes = _changes(_signs(written), _signs(meant))
    if written == meant or not all(_is_hidden(ours, theirs) for ours, theirs in changes):
        return ""
    return f" They look alike and differ: {differences(written, meant)}"


def _is_hidden(ours: Signs, theirs: Signs) -> bool:
    """Whether nobody sees that one stands for the other."""
    seen_ours, seen_theirs = (without_ignorable("".join(signs)) for signs in (ours, theirs))
    return normalize("NFC", seen_ours) == normalize("NFC", seen_theirs) or (
        len(ours) == len(theirs) and all(map(look_alike, ours, theirs))
    )


def alike_places(standing: str, written: str) -> set[int]:
    """Return the offsets of signs of `standing` that look like those of `written` and are others: а for a."""
    matcher = SequenceMatcher(None, written, standing, autojunk=False)
    return {
        theirs + place
        for tag, ours, ours_end, theirs, theirs_end in matcher.get_opcodes()
        if tag == "replace" and ours_end - ours == theirs_end - theirs
        for place in range(theirs_end - theirs)
        if look_alike(written[ours + place], standing[theirs + place])
    }


def look_alike(one: str, other: str) -> bool:
    """Whether two signs are hard to tell by eye: letters of two scripts, hyphens of two kinds."""
    if one.isalpha() and other.isalpha():
        scripts = {_script(one), _script(other)}
        return len(scripts) == 2 and "" not in scripts
    return one != other and any(one in signs and other in signs for signs in _ALIKE)


def _signs(text: str) -> list[str]:
    found: list[str] = []
    for sign in text:
        if found and is_mark(sign) and not is_ignorable(sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _script(letter: str) -> str:
    script = unicode_name(letter[0], "").partition(" ")[0]
    return script.capitalize() if script in _SCRIPTS else ""


def _changes(written: Signs, standing: Signs) -> list[tuple[Signs, Signs]]:
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


def _common_length(one: Signs, other: Signs) -> int:
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


def _say(our_signs: Signs, their_signs: Signs) -> str:
    ours, theirs = "".join(our_signs), "".join(their_signs)
    if not ours:
        return _say_missing(theirs)
    if not theirs:
        return _say_surplus(ours)
    if normalize("NFC", ours) == normalize("NFC", theirs):
        return f"{_shown(theirs)} is {_counted(ours)} here, {_counted(theirs)} in the text"
    if len(our_signs) == len(their_signs) == 2 and ours == theirs[::-1]:
        return f"two letters swapped, `{theirs}` for `{ours}`"
    if len(our_signs) == len(their_signs) and all(map(look_alike, our_signs, their_signs)):
        pairs = dict.fromkeys(zip(our_signs, their_signs, strict=True))
        return ", ".join(f"{_pointed(standing)} for {_pointed(written)}" for written, standing in pairs)
    if ours.casefold() == theirs.casefold():
        return f"capitals, `{_shown(theirs)}` for `{_shown(ours)}`"
    if len(our_signs) == len(their_signs) == 1 and ours[0].isalpha() and theirs[0].isalpha():
        return f"one letter, `{theirs}` for `{ours}`"
    return f"{_named(theirs)} for {_named(ours)}"


def _counted(signs: str) -> str:
    """How many signs show a letter, and which: `two (U+0065 U+0301)`."""
    number = {1: "one sign", 2: "two", 3: "three"}.get(len(signs), f"{len(signs)}")
    return f"{number} ({code_points(signs)})"


def _pointed(sign: str) -> str:
    """A sign with its number and its script, for one that another looks like."""
    script = _script(sign)
    return f"{sign} ({code_points(sign)}{f', {script}' if script else ''})"


def code_points(signs: str) -> str:
    """Return signs by their numbers: `U+0065 U+0301`."""
    return " ".join(f"U+{ord(sign):04X}" for sign in signs)


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
    if len(words) == 1 and (not words.isprintable() or is_ignorable(words)):
        return named(words)
    return words if len(words) == 1 else f"`{_shown(words)}`"


def _shown(words: str) -> str:
    line = "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in words
    )
    return line if len(line) <= _MAX_SHOWN_CHARS else line[: _MAX_SHOWN_CHARS - 1] + "…"
