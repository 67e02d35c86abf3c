"""Quotation marks by their shapes: which may open, what closes each, and what only looks like one.

After Unicode's general punctuation and the customs it lists (The Unicode Standard, 6.2, "Language-Based Usage of
Quotation Marks"): the same sign opens in one language and closes in another, so that the neighbours decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from builder.regexes import regex

_CLOSERS: dict[str, str] = {
    '"': '"\uff02\u201d\u201c',
    "\uff02": '"\uff02\u201d',
    "\u201c": '\u201d"\u201c\u201f\uff02',
    "\u201d": '\u201d"\u201c',
    "\u201e": '\u201c\u201d"\u201f',
    "\u201f": '\u201d"\u201c',
    "\u2e42": '\u201c\u201d"\u201f',
    "\u2033": "\u2033",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab\u00bb",
    "\u2039": "\u203a",
    "\u203a": "\u2039\u203a",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
    "\uff62": "\uff63",
    "\u300a": "\u300b",
    "\u3008": "\u3009",
    "\u301d": "\u301e\u301f",
    "'": "'\u2019",
    "\u2018": "\u2019'\u2018",
    "\u2019": "\u2019'\u2018",
    "\u201a": "\u2018\u2019'",
    "\u201b": "\u2019'",
    "`": "'\u2019",
}
"""From each sign that may open a quotation to the signs that may close it."""
SINGLE = frozenset("'\u2018\u2019\u201a\u201b`")
"""Signs that are apostrophes, commas or accents as often as they are marks."""
STRICT = frozenset("\u300c\u300e\uff62\u300a\u3008\u301d\u300d\u300f\uff63\u300b\u3009\u301e\u301f")
"""Signs that mean the same on whichever side of a word they stand."""
_DOUBLED = {
    "''": '"',
    "\u2018\u2018": "\u201c",
    "\u2019\u2019": "\u201d",
    "``": "\u201c",
    "\u2018\u2019": '"',
}
_DOUBLED |= {",,": "\u201e", "\u201a\u201a": "\u201e"}
"""Two single signs that stand for a double one."""
_EVERY = frozenset("".join([*_CLOSERS, *_CLOSERS.values()]))
_ADDRESS = r"""https?://[^\s"“”„«»‹›<>]*[^\s"“”„«»‹›<>'’.,;:)]"""
_SIGN = regex(
    "|".join(
        [f"(?P<address>{_ADDRESS})", *map(re.escape, _DOUBLED), f"[{re.escape(''.join(sorted(_EVERY)))}]"]
    )
)
_MEASURED = frozenset('"\u201d\uff02\u2033')
"""Signs that people type for inches and seconds, after a digit."""
_OPENS_AFTER = frozenset("([{\u2014\u2013-/:&\u2026\ufffc")
_OPENS_DOUBLE_AFTER = _OPENS_AFTER | frozenset("<>|+*")
"""Prose that is no code has single marks after fewer signs; after `=` stands the value of an attribute."""
_CLOSES_BEFORE = frozenset(",;:!?)]}")
_SHORTENED = regex(r"(?:\d\d?0s|\d\d(?:ers?)?|[sntkmrd])(?![^\W_]|['\u2019])")
"""What follows an apostrophe that opens nothing: '94, the '80s, Dutch 's avonds."""
_ELISION = regex(
    r"(?:t(?:is|was|were|will|ween|il|ill)|em|cause|cos|coz|bout|round|fore|neath|nother|nuff|gainst|er|im|ere)"
    r"(?![^\W_]|['\u2019])",
    re.IGNORECASE,
)
"""Words that may begin with an apostrophe: 'tis."""
_LAST_LETTER = regex(r"[\u05d0-\u05ea](?![^\W_])")
"""Hebrew writes acronyms with a double mark before the last letter."""
_ROCK_N_ROLL = regex(r"n['\u2019](?![^\W_])", re.IGNORECASE)


class Sign(Struct, frozen=True):
    """One quotation mark of a text: its range, its shape (two single ones count as a double one), its neighbours."""

    start: int
    end: int
    shape: str
    left: str
    right: str
    following: str
    """What follows it after white space."""
    is_weak: bool = False
    """Whether it opens a quotation only where nothing else explains what closes it: 'tis may be one word."""

    @property
    def is_single(self) -> bool:
        """Whether it may as well be an apostrophe."""
        return self.shape in SINGLE

    @property
    def may_open(self) -> bool:
        """Whether its shape and its neighbours let it open a quotation."""
        if self.shape in STRICT:
            return self.shape in _CLOSERS
        if self.shape not in _CLOSERS or self.right.isspace() or self.right in _CLOSES_BEFORE:
            return self.shape == "\u00ab" and self.right.isspace() and not is_letter(self.left)
        return (
            self.left.isspace()
            or self.left in (_OPENS_AFTER if self.is_single else _OPENS_DOUBLE_AFTER)
            or self.left in _EVERY
            or is_unspaced(self.left)
            or (
                _is_semitic(self.left) and self.right.isalpha()
            )  # a prefixed "and" or "in" stands before the mark
        )

    @property
    def may_close(self) -> bool:
        """Whether its neighbours let it close a quotation."""
        if self.shape in STRICT:
            return self.shape not in _CLOSERS
        if self.left.isspace():
            return self.shape == "\u00bb" and not is_letter(self.right)
        return not is_letter(self.right)

    @property
    def is_measure(self) -> bool:
        """Whether it may stand for inches, or for seconds."""
        return self.left.isdigit() and self.shape in _MEASURED

    @property
    def may_belong_to_word(self) -> bool:
        """Whether a closing sign may be the apostrophe of a word that goes before another: the boys' home."""
        return self.is_single and is_letter(self.left) and (is_letter(self.following) or self.left in "sS")

    def closes(self, opening: str) -> bool:
        """Whether its shape closes what a sign of the shape `opening` has opened."""
        return self.shape in _CLOSERS[opening]


def has_signs(text: str) -> bool:
    """Whether any quotation mark, or what may be one, stands in the text."""
    return _SIGN.search(text) is not None


def signs_of(text: str) -> Iterator[Sign]:
    """Yield the quotation marks of a text in order, without apostrophes inside words and before shortened ones."""
    reached = 0
    for match in _SIGN.finditer(text):
        if match.start() < reached or match["address"]:
            continue
        sign = _sign(text, match.start(), match.end())
        if _ROCK_N_ROLL.match(text, sign.end) and sign.is_single and not is_letter(sign.left):
            reached = sign.end + 2
        elif _may_be_mark(text, sign):
            yield sign


def _may_be_mark(text: str, sign: Sign) -> bool:
    """Whether a sign may open or close a quotation, rather than belong to a word."""
    if sign.is_single:
        if is_letter(sign.left):
            return not is_letter(sign.right)
        return not _SHORTENED.match(text, sign.end)
    if text.startswith(",,", sign.start):
        return sign.may_open
    return not (_is_semitic(sign.left) and _LAST_LETTER.match(text, sign.end))


def _sign(text: str, start: int, end: int) -> Sign:
    after = end
    while after < len(text) and text[after].isspace():
        after += 1
    return Sign(
        start,
        end,
        _DOUBLED.get(text[start:end], text[start:end]),
        text[start - 1 : start] or " ",
        text[end : end + 1] or " ",
        text[after : after + 1],
        is_weak=_ELISION.match(text, end) is not None,
    )


def _is_semitic(sign: str) -> bool:
    return "\u05d0" <= sign <= "\u05ea" or "\u0620" <= sign <= "\u06ff"


def is_letter(sign: str) -> bool:
    """Whether a sign is a letter or digit of a script that writes spaces between words."""
    return sign.isalnum() and not is_unspaced(sign)


def is_unspaced(sign: str) -> bool:
    """Whether a sign belongs to Han, kana, Thai or Lao, which write no spaces."""
    return "\u0e00" <= sign <= "\u0eff" or "\u3040" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff"
