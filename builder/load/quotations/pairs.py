"""The quotation marks of a block of prose, paired, and those that have no partner.

A sign that closes may as well be an apostrophe or stand for inches: 'the boys' home', "a 12" gun". Then a quotation has
several ends, and whoever knows the texts decides. A mark without a partner is never passed over in silence.
"""

from __future__ import annotations

from msgspec import Struct, field

from builder.load.quotations.glyphs import SINGLE, Sign, is_letter, signs_of
from builder.regexes import regex
from builder.text import Span

_MAX_ENDS = 4
_BEGINS = regex(r"[^\W_]+[^\w\s]{0,2}\s+[^\w\s]?[^\W_]")
"""Two words right after a mark."""
_MAX_OPEN = 32
"""No prose nests deeper; the bound keeps the pass linear."""


class Marked(Struct, frozen=True):
    """Words between two marks. `ends` are the ranges of the closing mark, the likeliest first."""

    opening: Span
    ends: tuple[Span, ...]
    inner: tuple[Marked, ...] = ()

    def words(self, end: Span) -> Span:
        """Return the range of the words, where they end at `end`."""
        return Span(self.opening.end, end.start)


class Pairs(Struct, frozen=True):
    """The outermost quotations of a block, and the marks that open or close nothing, both in order."""

    quotations: tuple[Marked, ...]
    unpaired: tuple[Span, ...]


class _Open(Struct):
    """A mark that waits for its partner. `ends` are signs that may be it."""

    sign: Sign
    inner: list[Marked] = field(default_factory=list)
    ends: list[Span] = field(default_factory=list)


def pairs_of(text: str, *, goes_on: bool = False) -> Pairs:
    """Pair the marks of a block; `goes_on` says that the next block opens anew a quotation that runs over its end."""
    pairing = _Pairing()
    for sign in signs_of(text):
        pairing.take(sign)
    return pairing.finish(len(text), goes_on=goes_on)


def opens_with_mark(text: str) -> bool:
    """Whether a block begins with a mark that opens a quotation."""
    first = next(iter(signs_of(text)), None)
    return first is not None and not first.is_single and not text[: first.start].strip()


def begins_quotation(text: str, mark: Span) -> bool:
    """Whether a mark without a partner clearly begins a quotation, whose words nobody could check."""
    if mark.of(text) in SINGLE or not _BEGINS.match(text, mark.end):
        return False
    return not text[: mark.start][-1:].strip(" \t\n([{—–")


class _Pairing:
    """One pass over the marks of a block with those that are open on a stack."""

    def __init__(self) -> None:
        self._found: list[Marked] = []
        self._open: list[_Open] = []
        self._unpaired: list[Span] = []

    def take(self, sign: Sign) -> None:
        """Let a mark close what is open, or open something, or stand for nothing."""
        if sign.is_single:
            self._take_single(sign)
        else:
            self._take_double(sign)

    def finish(self, end: int, *, goes_on: bool) -> Pairs:
        """Settle what is still open at the end of the block."""
        while self._open:
            if goes_on and not self._top.sign.is_single and not self._top.ends:
                self._close(Span(end, end))
                goes_on = False
            else:
                self._settle()
        return Pairs(tuple(self._found), tuple(sorted(self._unpaired)))

    @property
    def _top(self) -> _Open:
        return self._open[-1]

    def _take_double(self, sign: Sign) -> None:
        level = self._level(sign)
        opens_only = sign.may_open and not sign.may_close
        if level is not None and not opens_only:
            self._settle_down_to(level)
            if sign.is_measure:
                self._top.ends.append(_range(sign))
            else:
                self._close(_range(sign))
        elif sign.may_open or not (sign.may_close or sign.is_measure or is_letter(sign.left)):
            self._push(sign)
        elif not self._closes_two_singles(sign) and not sign.is_measure:
            self._unpaired.append(_range(sign))

    def _closes_two_singles(self, sign: Sign) -> bool:
        """Two single signs at the end of 'the boys'' are an apostrophe and a mark."""
        if sign.end - sign.start < 2 or not self._open or not self._top.sign.is_single:
            return False
        self._close(Span(sign.start + 1, sign.end))
        return True

    def _take_single(self, sign: Sign) -> None:
        if sign.shape == "`" and self._open and self._top.sign.shape == "`":
            self._drop()  # a code span in a text that is no Markdown
            return
        top = self._open[-1] if self._open else None
        if top is not None and sign.may_close and sign.closes(top.sign.shape) and top.sign.is_single:
            if not sign.may_belong_to_word:
                self._close(_range(sign))
            elif not top.sign.is_weak:
                top.ends.append(_range(sign))
        elif sign.may_open:
            self._push(sign)

    def _level(self, sign: Sign) -> int | None:
        """The innermost open mark that the sign closes; single ones on the way may be apostrophes."""
        for level in range(len(self._open) - 1, -1, -1):
            opened = self._open[level].sign
            if sign.closes(opened.shape):
                return level
            if not opened.is_single:
                return None
        return None

    def _push(self, sign: Sign) -> None:
        if self._open and (self._top.ends or len(self._open) >= _MAX_OPEN):
            self._settle()
        self._open.append(_Open(sign))

    def _close(self, end: Span) -> None:
        opened = self._open.pop()
        ends = (end, *opened.ends)
        kept = ends if len(ends) <= _MAX_ENDS else (*ends[:2], *ends[1 - _MAX_ENDS + 1 :])
        self._keep(Marked(_range(opened.sign), kept, tuple(opened.inner)))

    def _settle(self) -> None:
        """End what is open at the top where it may end; else it is an apostrophe, or a mark without a partner."""
        top = self._top
        if top.ends:
            self._close(top.ends.pop())
            return
        if not top.sign.is_single or (top.sign.shape in "\u2018\u201a" and not top.sign.is_weak):
            self._unpaired.append(_range(top.sign))
        self._drop()

    def _settle_down_to(self, level: int) -> None:
        while len(self._open) > level + 1:
            self._settle()

    def _drop(self) -> None:
        for inner in self._open.pop().inner:
            self._keep(inner)

    def _keep(self, found: Marked) -> None:
        (self._top.inner if self._open else self._found).append(found)


def _range(sign: Sign) -> Span:
    return Span(sign.start, sign.end)
