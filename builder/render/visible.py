"""Makes characters that do not show visible, so that a reader sees what a text really holds."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff]"
)
_CONTROL_PICTURES = 0x2400


def visible(text: str) -> str:
    """Return the text with controls, bidi controls, zero-width spaces and lone surrogates shown as symbols.

    Joiners (U+200C, U+200D) stay as they are: Arabic, Indic scripts and emoji are written with them.

    C0 controls become Unicode's control pictures; every other hidden character becomes its code point in brackets.
    """
    # Every hidden character is unprintable in the sense of Python, whose test is ten times faster than the search.
    return text if text.isprintable() else _HIDDEN.sub(lambda match: _symbol(match[0]), text)


def _symbol(character: str) -> str:
    code = ord(character)
    return chr(_CONTROL_PICTURES + code) if code < 0x20 else f"⟨U+{code:04X}⟩"
