"""Names that an eye takes for others: letters of several scripts in one word, and words of one shape.

After Unicode's UTS 39, with a small table of our own. Only scripts that share shapes count as mixed: Japanese, Korean
and Chinese are ordinarily written with Latin letters among their own.
"""

from __future__ import annotations

from typing import Final
from unicodedata import name, normalize

from builder.regexes import regex

_SHARING: Final = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"})
"""Scripts with letters of the same shapes, as Unicode's names of letters begin."""
_SHAPES: Final = str.maketrans(
    "аеорсухіјѕһԁԛԝѵӏкАВЕКМНОРСТХІЈЅУҮӀοναικρυγΑΒΕΖΗΙΚΜΝΟΡΤΥΧօսոհյցզԼՕՏI01|",
    "aeopcyxijshdqwvlkABEKMHOPCTXlJSYYlovaikpuyABEZHlKMNOPTYXounhjgqLOSloll",
)  # fmt: skip
"""Cyrillic, Greek and Armenian letters and digits as the Latin letters that they look like; capital I as l."""
_WORD: Final = regex(r"[^\W\d_]+(?:[\d_]*[^\W\d_]+)*")
_ENCODED: Final = "xn--"
_MAX_LABEL: Final = 63
"""What a label of a host may have (RFC 1035); longer ones lead nowhere, and Punycode takes the square of it."""


def mixed_scripts(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the first word of a text that mixes scripts of like shapes, and the scripts; None where none does."""
    if text.isascii():
        return None
    for match in _WORD.finditer(text):
        scripts = dict.fromkeys(name(letter, "").partition(" ")[0] for letter in match[0])
        found = tuple(script.capitalize() for script in scripts if script in _SHARING)
        if len(found) > 1:
            return match[0], found
    return None


def skeleton(text: str) -> str:
    """Return what two texts have in common that look alike, whatever their capitals."""
    plain = normalize("NFKC", text).translate(_SHAPES).casefold().replace("rn", "m")
    return " ".join(plain.split())


def decoded_host(host: str) -> str:
    """Return a host as a browser may show it; labels that are no Punycode stay."""
    return ".".join(_decoded(label) for label in host.lower().split("."))


def shown_host(host: str) -> str:
    """Return a host as it is printed: labels that mix scripts in the form that servers know, others as written."""
    return ".".join(
        _encoded(label) if len(label) <= _MAX_LABEL and mixed_scripts(label) else label
        for label in host.split(".")
    )


def _decoded(label: str) -> str:
    if not label.startswith(_ENCODED) or len(label) > _MAX_LABEL:
        return label
    try:
        return label.removeprefix(_ENCODED).encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _encoded(label: str) -> str:
    if len(label) > _MAX_LABEL:
        return label
    return _ENCODED + normalize("NFKC", label).lower().encode("punycode").decode("ascii")
