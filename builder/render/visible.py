"""Makes characters that do not show visible, so that a reader sees what a text really holds."""

from __future__ import annotations

from typing import Final

from builder.signs import SOFT_HYPHEN
from builder.unseen import shown

_WORKING: Final = SOFT_HYPHEN + "\u2028\u2029"
"""What a browser acts upon as it was meant: places to break a word, and ends of lines."""


def visible(text: str) -> str:
    """Return the text with every unseen character that nothing around it needs as a symbol, soft hyphens aside.

    Joiners inside Arabic or Indic words and emoji, selectors behind an emoji or a Han character and marks of direction
    beside right-to-left words stay. C0 controls become Unicode's control pictures; any other its code point in
    brackets.
    """
    return text if text.isascii() and text.isprintable() else shown(text, but=_WORKING)
